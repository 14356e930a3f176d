// A care and support plan on one page: what matters, what is wanted, who does what.
import {
  Button,
  ButtonLink,
  Card,
  EmptyState,
  formatDayOf,
  formatList,
  type Language,
  NotificationBanner,
  PageForm,
  PageHeading,
} from '../../../web/index.ts'
import type { SeenPlan } from '../../actions/plan/see-plan.ts'
import type { PartKind } from '../../domain/plan/headings.ts'
import { parts as defs, standsAlone } from '../../domain/plan/headings.ts'
import { type Part, sideOf } from '../../domain/plan/plan.ts'
import type { ListedItem } from '../../store/plan-reads.ts'
import { type PlanWords, planWords } from '../../words/plan-words.ts'
import { questionOf } from './part-form.ts'
import type { Place } from './place.ts'
import { nameOfPart, ValueView } from './values-view.tsx'

type Props = {
  readonly seen: SeenPlan
  readonly at: Place
  readonly language: Language
  /** What was just done. */
  readonly just: string | null
}

const order: readonly PartKind[] = [
  'strength',
  'need',
  'goal',
  'contingency',
  'advance-statement',
  'supporting-plan',
  'formulation',
  'professional-contact',
  'personal-contact',
  'terms',
]

export function PlanPage(props: Props) {
  const { seen, at, language, just } = props
  const say = planWords.in(language)
  const own = at.name === null
  const news = newsOf(just, say)
  return (
    <>
      {news !== null && (
        <NotificationBanner success>
          <p>{news}</p>
        </NotificationBanner>
      )}
      <PageHeading lead={own ? say.lead : say.leadOf}>
        {at.name === null ? say.title : say.titleOf(at.name)}
      </PageHeading>
      {!own && (
        <p>
          <b>{say.notAll}</b>
        </p>
      )}
      {seen.head === null ? <NoPlan at={at} say={say} /> : <Whole {...props} say={say} />}
    </>
  )
}

const agreedLine = (
  { agreedAt, agreedBy, version }: NonNullable<SeenPlan['head']>,
  language: Language,
  say: PlanWords,
): string => {
  if (agreedAt === null) return say.notAgreed
  const names = formatList(agreedBy, language)
  return `${say.agreedBy(names, formatDayOf(agreedAt, language))} ${say.version(version)}.`
}

function newsOf(just: string | null, say: PlanWords): string | null {
  if (just === 'proposed') return say.justProposed
  if (just === 'agreed') return say.justAgreed
  if (just === 'own') return say.justOwn
  return just === 'both' ? say.justBoth : null
}

function NoPlan({ at, say }: { readonly at: Place; readonly say: PlanWords }) {
  const own = at.name === null
  return (
    <EmptyState says={own ? say.none : say.noneOf}>
      {own && <p>{say.noneNext}</p>}
      {at.writer !== null && (
        <PageForm action={`${at.base}/begin`}>
          <Button>{own ? say.begin : say.beginOf}</Button>
        </PageForm>
      )}
    </EmptyState>
  )
}

function Whole({ seen, at, language, say }: Props & { readonly say: PlanWords }) {
  const { head, items, open } = seen
  if (head === null) return null
  const side = at.writer === null ? null : sideOf(at.writer.speaker)
  const mine = side === null ? 0 : open.filter((one) => one[side] === null).length
  return (
    <>
      <p className="cp-small">{agreedLine(head, language, say)}</p>
      {open.length > 0 && (
        <Card heading={mine > 0 ? say.waitsForYou(mine) : say.waitsForOther(open.length)} soft>
          <p>
            <a href={`${at.base}/waiting`}>{say.seeWaiting}</a>
          </p>
        </Card>
      )}
      {order.map((kind) => (
        <Section key={kind} kind={kind} items={items} at={at} say={say} />
      ))}
    </>
  )
}

function Section(props: {
  readonly kind: PartKind
  readonly items: readonly ListedItem[]
  readonly at: Place
  readonly say: PlanWords
}) {
  const { kind, items, at, say } = props
  const some = items.filter(({ part }) => part.kind === kind)
  const writes = at.writer !== null && (!defs[kind].own || at.writer.speaker.as === 'self')
  const full = defs[kind].most === 1 && some.length > 0
  if (some.length === 0 && !writes) return null
  return (
    <section>
      <h2>{say.sections[kind]}</h2>
      {some.map(({ id, part, inner }) => (
        <PartView key={id} part={part} inner={inner} at={at} say={say} />
      ))}
      {writes && !full && (
        <ButtonLink href={`${at.base}/add/${kind}`} kind="secondary">
          {say.add[kind]}
        </ButtonLink>
      )}
    </section>
  )
}

type PartProps = {
  readonly part: Part
  readonly inner: readonly Part[]
  readonly at: Place
  readonly say: PlanWords
}

function PartView(props: PartProps) {
  const { part, inner, at, say } = props
  const { values, kind } = part
  const named = nameOfPart(part, say)
  const rest = defs[kind].fields.filter(
    ({ code }) => code in values && code !== 'considered' && values[code] !== named,
  )
  const under = inner.filter((one) => one.under === part.id)
  return (
    <Card heading={nameOfPart(part, say)} level={3}>
      <dl className="cp-change">
        {rest.map((heading) => (
          <div key={heading.code}>
            <dt>{questionOf(say, kind, heading.code)}</dt>
            <dd>
              <ValueView heading={heading} value={values[heading.code]} say={say} />
            </dd>
          </div>
        ))}
      </dl>
      {under.map((one) => (
        <PartView key={one.id} part={one} inner={inner} at={at} say={say} />
      ))}
      {mayChange(part, at) && <PartLinks part={part} at={at} say={say} />}
      {kind === 'goal' && at.writer !== null && (
        <p>
          <a href={`${at.base}/add/action?under=${part.id}`}>{say.add.action}</a>
        </p>
      )}
    </Card>
  )
}

const mayChange = ({ kind }: Part, { writer }: Place) =>
  writer !== null && (!defs[kind].own || writer.speaker.as === 'self')

function PartLinks({ part, at, say }: Omit<PartProps, 'inner'>) {
  const to = `${at.base}/part/${part.id}`
  const name = <span className="nhsuk-u-visually-hidden">: {nameOfPart(part, say)}</span>
  return (
    <p className="cp-small">
      <a href={`${to}/change`}>
        {say.change}
        {name}
      </a>{' '}
      <a href={`${to}/remove`}>
        {say.remove}
        {name}
      </a>{' '}
      {at.name === null && standsAlone(part.kind) && (
        <a href={`${to}/private`}>
          {say.private}
          {name}
        </a>
      )}
    </p>
  )
}
