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
  TwoColumns,
} from '../../../web/index.ts'
import type { SeenPlan } from '../../actions/plan/see-plan.ts'
import { parts as defs, type PartKind } from '../../domain/plan/headings.ts'
import { canAnswer, type Side, sideOf } from '../../domain/plan/plan.ts'
import type { ListedItem } from '../../store/plan-reads.ts'
import { type PlanWords, planWords } from '../../words/plan-words.ts'
import { AroundPlan } from '../taking-part/around-links.tsx'
import { AboutMe } from './about-me-view.tsx'
import { PartView } from './part-view.tsx'
import type { Place } from './place.ts'
import { PlanSide } from './plan-side.tsx'

export type PlanProps = {
  readonly seen: SeenPlan
  readonly at: Place
  readonly language: Language
  /** What was just done. */
  readonly just: string | null
}

const urgent: readonly PartKind[] = ['contingency', 'advance-statement']
const calm: readonly PartKind[] = [
  'strength',
  'need',
  'goal',
  'supporting-plan',
  'formulation',
  'personal-contact',
  'professional-contact',
  'terms',
]

export function PlanPage(props: PlanProps) {
  const { seen, at, language, just } = props
  const say = planWords.in(language)
  const own = at.name === null
  const helps = at.writer?.speaker.as === 'supporter'
  const news = helps && just === 'proposed' ? say.justHelped : newsOf(just, say)
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
      <p>
        <a href={`${at.base}/decisions`}>{say.decisions}</a>
      </p>
      {seen.head === null ? (
        <>
          <NoPlan at={at} say={say} />
          <AboutMe said={seen.aboutMe} own={own} say={say} />
        </>
      ) : (
        <Whole {...props} say={say} />
      )}
      <AroundPlan person={own ? null : at.person} language={language} />
    </>
  )
}

function newsOf(just: string | null, say: PlanWords): string | null {
  if (just === 'proposed') return say.justProposed
  if (just === 'agreed') return say.justAgreed
  if (just === 'own') return say.justOwn
  if (just === 'brought') return say.justBrought
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
      {own && (
        <p>
          <a href={`${at.base}/bring`}>{say.bring.link}</a>
        </p>
      )}
    </EmptyState>
  )
}

const none: readonly ListedItem[] = []

type WholeProps = PlanProps & { readonly say: PlanWords }

function Whole(props: WholeProps) {
  const { seen, at, say } = props
  const own = at.name === null
  const under = Map.groupBy(seen.items, ({ part }) => part.under)
  const first = own ? [] : urgent
  const rest = own ? [...calm.slice(0, 3), ...urgent, ...calm.slice(3)] : calm
  return (
    <>
      <AgreedLine {...props} />
      <Waiting {...props} />
      <TwoColumns side={<PlanSide {...props} />}>
        {first.map((kind) => (
          <Section key={kind} kind={kind} under={under} {...props} />
        ))}
        <AboutMe said={seen.aboutMe} own={own} say={say} />
        {rest.map((kind) => (
          <Section key={kind} kind={kind} under={under} {...props} />
        ))}
      </TwoColumns>
    </>
  )
}

function AgreedLine({ seen, language, say }: WholeProps) {
  const { head } = seen
  if (head === null) return null
  const { agreedAt, agreedBy, version } = head
  if (agreedAt === null) return <p className="cp-small">{say.notAgreed}</p>
  const names = formatList(agreedBy, language)
  return (
    <p className="cp-small">
      {say.agreedBy(names, formatDayOf(agreedAt, language))} {say.version(version)}.
    </p>
  )
}

function Waiting({ seen, at, say }: WholeProps) {
  const { open } = seen
  if (open.length === 0) return null
  const speaker = at.writer?.speaker
  const mine = speaker ? open.filter((one) => canAnswer(one, speaker)).length : 0
  const side = speaker ? sideOf(speaker) : null
  return (
    <Card heading={headingOf(side, mine, open.length, say)} soft>
      <p>
        <a href={`${at.base}/waiting`}>{say.seeWaiting}</a>
      </p>
    </Card>
  )
}

/** Who only helps has said yes to nothing. */
function headingOf(side: Side | null, mine: number, all: number, say: PlanWords): string {
  if (mine > 0) return say.waitsForYou(mine)
  return side === null ? say.waitsForBoth(all) : say.waitsForOther(all)
}

type SectionProps = WholeProps & {
  readonly kind: PartKind
  /** What lies under each part. */
  readonly under: ReadonlyMap<string | null, readonly ListedItem[]>
}

function Section(props: SectionProps) {
  const { kind, seen, under, at, say } = props
  const { items } = seen
  const there = (id: string | null) => id !== null && items.some((one) => one.id === id)
  const some = items.filter(
    ({ part }) => part.kind === kind && !(kind === 'goal' && there(part.under)),
  )
  const writes = at.writer !== null && (!defs[kind].own || at.writer.speaker.as === 'self')
  const full = defs[kind].most === 1 && some.length > 0
  if (some.length === 0 && !writes) return null
  const to = kind === 'goal' ? `${at.base}/goal` : `${at.base}/add/${kind}`
  return (
    <section>
      <h2>{say.sections[kind]}</h2>
      {some.length === 0 && at.name === null && (
        <p className="cp-small">{say.sectionHints[kind]}</p>
      )}
      {some.map((one) => (
        <PartView
          key={one.id}
          part={one.part}
          inner={one.inner}
          goals={under.get(one.part.id) ?? none}
          at={at}
          say={say}
        />
      ))}
      {writes && !full && (
        <ButtonLink href={to} kind="secondary">
          {say.add[kind]}
        </ButtonLink>
      )}
    </section>
  )
}
