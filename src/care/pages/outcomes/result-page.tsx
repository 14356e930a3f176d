// One filled form: help first where it is needed, then what it adds up to, then every answer.
import {
  type Answers,
  type Form,
  type Item,
  inLanguage,
  isScoringName,
  ownModes,
  scorings,
} from '../../../forms/index.ts'
import {
  ButtonLink,
  Details,
  formatDay,
  formatNumber,
  Inset,
  type Language,
  PageHeading,
  PrintButton,
  SummaryList,
  Table,
  UrgentHelp,
  WarningCallout,
} from '../../../web/index.ts'
import type { SeenFilled } from '../../actions/outcomes/see-outcomes.ts'
import { SAFETY_FIRST } from '../../domain/outcomes/safety.ts'
import { outcomesWords } from '../../words/outcomes-words.ts'
import type { OutcomesPlace } from './place.ts'
import { Help } from './talk-page.tsx'

export type ResultProps = {
  readonly seen: SeenFilled
  readonly at: OutcomesPlace
  readonly language: Language
}

export function ResultPage(props: ResultProps) {
  const { seen, at, language } = props
  const all = outcomesWords.in(language)
  const say = all.result
  const { kept } = seen
  const own = at.name === null
  const total = <Total {...props} />
  return (
    <>
      <PageHeading {...(own ? {} : { about: at.name })}>{kept.title}</PageHeading>
      {!own && <Inset>{all.notAll}</Inset>}
      {kept.safety && own && (
        <>
          <h2>{all.talk.title}</h2>
          <Help language={language} />
        </>
      )}
      {kept.safety && !own && (
        <WarningCallout heading={SAFETY_FIRST}>
          <p>{say.safetyOf}</p>
        </WarningCallout>
      )}
      <p>
        {say.filledOn(formatDay(kept.on, language), modeWords(kept.mode))}{' '}
        {say.typedBy(kept.shownAs)}
        {seen.helped !== 'nobody' && ` ${say.helpedBy(helpedWords(seen.helped, language))}`}
      </p>
      {kept.safety && own ? <Details summary={say.see}>{total}</Details> : total}
      <Each {...props} />
      <More {...props} />
    </>
  )
}

export const modeWords = (mode: string): string =>
  ownModes.find(({ code }) => code === mode)?.says ?? mode

function helpedWords(helped: string, language: Language): string {
  const { helped: words } = outcomesWords.in(language).forms
  return Object.entries(words).find(([code]) => code === helped)?.[1] ?? helped
}

function Total({ seen, language }: ResultProps) {
  const say = outcomesWords.in(language).result
  const { kept } = seen
  if (kept.scoring === null || !isScoringName(kept.scoring)) return <p>{say.none}</p>
  const scoring = scorings[kept.scoring]
  const number = (value: number) => formatNumber(value, language)
  return (
    <>
      <h2>{say.total}</h2>
      {kept.total !== null && scoring.ends !== null && (
        <p>
          <b>
            {say.outOf(number(kept.total), number(scoring.ends.least), number(scoring.ends.most))}
          </b>
        </p>
      )}
      {kept.total !== null && <p>{say.better[scoring.better]}</p>}
      {kept.band !== null && <p>{say.band(kept.band)}</p>}
      {kept.raw !== null && kept.raw !== kept.total && <p>{say.raw(number(kept.raw))}</p>}
      {kept.total === null && kept.apart.length === 0 && <p>{say.missing}</p>}
      {kept.apart.length > 0 && (
        <>
          <p>{say.apart}</p>
          <Table
            caption={say.total}
            captionHeard
            columns={[
              { heading: say.question },
              { heading: say.answer, numeric: true },
              { heading: say.band2 },
            ]}
            rows={kept.apart.map(({ says, value, band }) => ({
              key: says,
              cells: [says, number(value), band],
            }))}
          />
        </>
      )}
      <p className="cp-small">{`${say.source}: ${scoring.source}`}</p>
    </>
  )
}

function Each({ seen, at, language }: ResultProps) {
  const say = outcomesWords.in(language).result
  const { form, answers } = seen
  return (
    <>
      <h2>{at.name === null ? say.answers : say.answersOf}</h2>
      {form === null ? (
        <p>{say.wordsGone}</p>
      ) : (
        <SummaryList
          rows={form.items
            .filter(({ id }) => answers[id] !== undefined)
            .map((item) => ({
              name: inLanguage(item.says, language),
              value: answerWords(item, answers, language),
            }))}
        />
      )}
    </>
  )
}

export function answerWords(item: Form['items'][number], answers: Answers, language: Language) {
  const answer = answers[item.id]
  if (answer === undefined) return ''
  if ('choices' in item) {
    const given = Array.isArray(answer) ? answer : [answer]
    return item.choices
      .filter(({ value }) => given.includes(value))
      .map(({ says }) => inLanguage(says, language))
      .join(', ')
  }
  return dayOrText(item, String(answer), language)
}

const dayOrText = (item: Item, answer: string, language: Language): string =>
  item.kind === 'day' ? formatDay(answer as Parameters<typeof formatDay>[0], language) : answer

function More({ seen, at, language }: ResultProps) {
  const all = outcomesWords.in(language)
  const { kept } = seen
  const own = at.name === null
  return (
    <>
      <ul>
        <li>
          <a href={`${at.base}/forms/${kept.form}/over-time`}>{all.forms.overTime}</a>
        </li>
        {own && (
          <li>
            <a href={`/outcomes/answers/${kept.id}/response`}>{all.result.file}</a>
          </li>
        )}
      </ul>
      {own && (
        <>
          <p>{all.own.shareSays}</p>
          <p>
            <ButtonLink href="/share" kind="secondary">
              {all.result.share}
            </ButtonLink>
          </p>
        </>
      )}
      <PrintButton />
      {own && !kept.safety && <UrgentHelp />}
    </>
  )
}
