// How somebody is doing, on one page: what they want, what waits, and what they answered.
import { type Form, inLanguage } from '../../../forms/index.ts'
import {
  ButtonLink,
  Card,
  CardGrid,
  Details,
  EmptyState,
  formatDay,
  Inset,
  type Language,
  NotificationBanner,
  PageHeading,
  Table,
  Tag,
} from '../../../web/index.ts'
import { attainment } from '../../actions/outcomes/kept-of.ts'
import type { SeenOutcomes } from '../../actions/outcomes/see-outcomes.ts'
import { MOST_OUTCOMES } from '../../domain/outcomes/decide.ts'
import { latestOf, meaningOf, type Schedule } from '../../domain/outcomes/outcomes.ts'
import { SAFETY_FIRST } from '../../domain/outcomes/safety.ts'
import type { SeenAnswers, SeenOutcome } from '../../store/outcome-reads.ts'
import { outcomesWords } from '../../words/outcomes-words.ts'
import type { OutcomesPlace } from './place.ts'

export type OverviewProps = {
  readonly seen: SeenOutcomes
  readonly at: OutcomesPlace
  /** Those to fill in; for others, those to type in for the person. */
  readonly forms: readonly Form[]
  readonly schedules: readonly Schedule[]
  readonly language: Language
}

export function OverviewPage(props: OverviewProps) {
  const { at, language } = props
  const say = outcomesWords.in(language)
  const own = at.name === null
  return (
    <>
      {own ? (
        <PageHeading lead={say.lead}>{say.title}</PageHeading>
      ) : (
        <PageHeading>{say.titleOf(at.name ?? '')}</PageHeading>
      )}
      {!own && <Inset>{say.notAll}</Inset>}
      <Waiting {...props} />
      <Wants {...props} />
      {own ? <Forms {...props} /> : <FormsFor {...props} />}
      <Answers {...props} />
    </>
  )
}

function Waiting({ schedules, forms, language }: OverviewProps) {
  const say = outcomesWords.in(language)
  const waiting = schedules.flatMap(({ form, waiting: since }) => {
    const found = forms.find(({ code }) => code === form)
    return found === undefined || since === null ? [] : [{ form: found, since }]
  })
  if (waiting.length === 0) return null
  return (
    <NotificationBanner>
      <h2>{say.waiting}</h2>
      {waiting.map(({ form, since }) => (
        <p key={form.code}>
          <a href={`/outcomes/forms/${form.code}`}>
            {say.waitsSince(inLanguage(form.title, language), formatDay(since, language))}
          </a>
        </p>
      ))}
    </NotificationBanner>
  )
}

function Wants({ seen, at, language }: OverviewProps) {
  const all = outcomesWords.in(language)
  const say = all.own
  const own = at.name === null
  const open = seen.outcomes.filter(({ closed }) => !closed)
  const t = attainment(open)
  return (
    <>
      <h2>{own ? say.heading : say.headingOf}</h2>
      {open.length === 0 && <EmptyState says={own ? say.none : say.noneOf} />}
      {open.length > 0 && (
        <CardGrid>
          {open.map((one) => (
            <Want key={one.id} one={one} at={at} language={language} />
          ))}
        </CardGrid>
      )}
      {t !== null && (
        <>
          <p>{say.together(t.toFixed(0))}</p>
          <Details summary={say.togetherHow}>
            <p>{say.togetherSays}</p>
          </Details>
        </>
      )}
      {own && open.length < MOST_OUTCOMES && (
        <ButtonLink href="/outcomes/own/new">{say.name}</ButtonLink>
      )}
      {own && (
        <p>
          <a href="/ideas">{say.ideas}</a>
        </p>
      )}
    </>
  )
}

function Want(props: {
  readonly one: SeenOutcome
  readonly at: OutcomesPlace
  readonly language: Language
}) {
  const { one, at, language } = props
  const all = outcomesWords.in(language)
  const latest = latestOf(one)
  return (
    <Card
      heading={one.says}
      href={`${at.base}/own/${one.id}`}
      level={3}
      state={<LevelTag level={latest?.level ?? null} language={language} />}
    >
      <p>{latest === null ? all.own.notYet : meaningOf(one, latest.level)}</p>
      {latest !== null && <p className="cp-small">{formatDay(latest.on, language)}</p>}
    </Card>
  )
}

/** A level in words first, then in colour. */
export function LevelTag(props: { readonly level: number | null; readonly language: Language }) {
  const { level, language } = props
  const say = outcomesWords.in(language)
  if (level === null) return <Tag colour="grey">{say.own.notYet}</Tag>
  const words = say.levels[String(level) as keyof typeof say.levels]
  return <Tag colour={level < 0 ? 'yellow' : level === 0 ? 'blue' : 'green'}>{words}</Tag>
}

function Forms({ forms, seen, language }: OverviewProps) {
  const say = outcomesWords.in(language).forms
  return (
    <>
      <h2>{say.heading}</h2>
      <p>{say.lead}</p>
      <CardGrid>
        {forms.map((form) => {
          const last = seen.answers.find((one) => one.form === form.code)
          return (
            <Card
              key={form.code}
              heading={inLanguage(form.title, language)}
              href={`/outcomes/forms/${form.code}`}
              level={3}
            >
              <p className="cp-small">
                {last === undefined ? say.never : say.last(formatDay(last.on, language))}
              </p>
            </Card>
          )
        })}
      </CardGrid>
      <ul>
        <li>
          <a href="/forms">{say.all}</a>
        </li>
        <li>
          <a href="/outcomes/bring">{outcomesWords.in(language).bring.title}</a>
        </li>
      </ul>
    </>
  )
}

function FormsFor({ forms, at, language }: OverviewProps) {
  const say = outcomesWords.in(language).forOthers
  if (forms.length === 0) return null
  return (
    <>
      <h2>{say.heading}</h2>
      <p>{say.headingLead}</p>
      <ul>
        {forms.map((form) => (
          <li key={form.code}>
            <a href={`${at.base}/forms/${form.code}`}>{inLanguage(form.title, language)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Answers({ seen, at, language }: OverviewProps) {
  const all = outcomesWords.in(language)
  if (seen.answers.length === 0) return null
  return (
    <>
      <h2>{at.name === null ? all.result.answers : all.result.answersOf}</h2>
      <Table
        caption={all.result.answers}
        captionHeard
        columns={[
          { heading: all.over.day },
          { heading: all.result.form },
          { heading: all.result.total },
        ]}
        rows={seen.answers.map((one) => ({
          key: one.id,
          cells: [
            formatDay(one.on, language),
            <a key="form" href={`${at.base}/answers/${one.id}`}>
              {one.title}
            </a>,
            inShort(one, language),
          ],
        }))}
      />
    </>
  )
}

/** Danger comes before any number. */
function inShort(one: SeenAnswers, language: Language): string {
  const say = outcomesWords.in(language).over
  if (one.safety) return SAFETY_FIRST
  return one.total === null ? say.noTotal : String(one.total)
}
