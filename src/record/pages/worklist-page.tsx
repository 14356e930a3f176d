// The worklist of those who answer for a record: requests with their clocks, and one of them.
import type { Day } from '../../basics/index.ts'
import { Disagreements, type seeWithheldBy } from '../../sharing/index.ts'
import {
  Card,
  EmptyState,
  formatDay,
  formatDueDay,
  Inset,
  NotificationBanner,
  PageHeading,
  Pagination,
  SummaryList,
} from '../../web/index.ts'
import type { SeenCorrection, ToAnswer } from '../actions/see-corrections.ts'
import { ownDetailsWords } from '../words/own-details-words.ts'
import { withholdWords } from '../words/withhold-words.ts'
import { CorrectionState, CorrectionThread, type Names, type Telling } from './correction-parts.tsx'
import { KeptState } from './kept-page.tsx'
import { AskedDetailsTable } from './own-details-page.tsx'

/** The ways to go on from a request, in the order they are offered. */
export const doors = ['correct', 'note', 'decline', 'question', 'hand-on'] as const
export type Door = (typeof doors)[number]

type WorklistProps = Telling & {
  readonly list: readonly ToAnswer[]
  readonly page: number
  readonly more: boolean
  readonly people: Names
  readonly justDone: boolean
  /** What the organisation keeps from people, for those who may give it back. */
  readonly toReview: readonly ToLookAt[]
}

/** `may`: whether who reads the list holds a role in which it is judged. */
type ToLookAt = Awaited<ReturnType<typeof seeWithheldBy>>[number] & { readonly may: boolean }

export function WorklistPage(props: WorklistProps) {
  const { list, page, more, people, justDone, say } = props
  const words = say.work
  return (
    <>
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      {justDone && (
        <NotificationBanner success>
          <p>{words.done}</p>
        </NotificationBanner>
      )}
      {list.length === 0 && (
        <EmptyState says={words.none}>
          <p>{words.noneNext}</p>
        </EmptyState>
      )}
      {list.map((one) => (
        <Card
          key={one.request}
          heading={one.title}
          href={`/corrections/${one.person}/${one.request}`}
          state={<CorrectionState {...props} {...one} />}
        >
          <Disagreements statements={one.disagreements} />
          <p className="cp-small">{words.of(people.get(one.person) ?? '')}</p>
        </Card>
      ))}
      <Pagination
        page={page}
        of={more ? 'more' : 'last'}
        href={(one) => `/corrections?page=${one}`}
      />
      <ToReview {...props} />
    </>
  )
}

function ToReview({
  toReview,
  people,
  language,
  now,
}: Pick<WorklistProps, 'toReview' | 'people' | 'language' | 'now'>) {
  const say = withholdWords.in(language)
  if (toReview.length === 0) return null
  return (
    <section aria-labelledby="to-review">
      <h2 id="to-review">{say.toReview}</h2>
      <p>{say.toReviewLead}</p>
      {toReview.map(({ person, item, reviewOn, askedDue, may }) => (
        <Card
          key={item}
          level={3}
          heading={say.toReviewOf(people.get(person) ?? '')}
          {...(may ? { href: `/people/${person}/record/entry/${item}/withhold` } : {})}
          {...(askedDue === null
            ? {}
            : { state: <KeptState due={askedDue} now={now} language={language} /> })}
        >
          {askedDue !== null && <p>{say.theyAskPlain}</p>}
          {!may && <p>{say.clinicianLooks}</p>}
          <p className="cp-small">{say.toReviewBy(formatDay(reviewOn, language))}</p>
        </Card>
      ))}
    </section>
  )
}

export type ToAnswerProps = Telling & {
  readonly seen: SeenCorrection
  /** Whose record it is. */
  readonly name: string
  /** The address of the request. */
  readonly at: string
  readonly names: Names
}

export function ToAnswerPage(props: ToAnswerProps) {
  const { seen, name, say, at } = props
  const { correction } = seen
  const words = say.work
  return (
    <>
      <PageHeading about={words.title}>{words.asks(name)}</PageHeading>
      <Request {...props} />
      <h2>{words.does}</h2>
      <ul className="cp-doors">
        {doorsTo(seen).map((door) => {
          const { says, hint } = doorWords(door, props)
          return (
            <li key={door}>
              <a href={`${at}/${door}`}>{says}</a>
              <br />
              <span className="cp-small">{hint}</span>
            </li>
          )
        })}
      </ul>
      <h2>{say.one.history}</h2>
      <CorrectionThread {...props} correction={correction} />
    </>
  )
}

/** The ways on: a note has no place beside a name or a day. */
export const doorsTo = ({ details }: SeenCorrection): readonly Door[] =>
  details === null ? doors : doors.filter((door) => door !== 'note')

/** What a way on is called, and what it does: of details it is said otherwise. */
export function doorWords(
  door: Door,
  { seen, say, language }: Pick<ToAnswerProps, 'seen' | 'say' | 'language'>,
) {
  const { work } = ownDetailsWords.in(language)
  const details = seen.details !== null
  const says = details && door === 'correct' ? work.correct : say.work.doors[door]
  if (details && door === 'correct') return { says, hint: work.correctHint }
  if (details && door === 'decline') return { says, hint: work.declineHint }
  if (details && door === 'hand-on') return { says, hint: work.handOnHint }
  return { says, hint: say.work.doorHints[door] }
}

/** What is asked, by when, and the entry as it stands. */
export function Request({ seen, say, language, now }: ToAnswerProps) {
  const { asked } = seen.correction
  if (asked === null) return null
  const due = asked.due as Day
  return (
    <>
      <p>
        <CorrectionState say={say} language={language} now={now} due={due} ended={null} />
      </p>
      <SummaryList
        rows={[
          { name: say.one.wrong, value: asked.wrong },
          { name: say.one.right, value: asked.right },
          { name: say.one.evidence, value: asked.evidence ?? say.one.noEvidence },
          { name: say.one.due, value: formatDueDay(due, language) },
          { name: say.one.rule, value: `${asked.source.says}. ${asked.source.source}` },
        ]}
      />
      {seen.details !== null && <AskedDetailsTable details={seen.details} language={language} />}
      {seen.details === null && <EntryAsItStands seen={seen} say={say} />}
      <p className="cp-small">
        {seen.details === null ? say.work.sees : ownDetailsWords.in(language).work.sees}
      </p>
    </>
  )
}

function EntryAsItStands({ seen, say }: Pick<ToAnswerProps, 'seen' | 'say'>) {
  const { listed } = seen
  return (
    <>
      <h2>{say.work.entry}</h2>
      <Inset>
        <p>
          <b>{listed.title}</b>
        </p>
        {listed.detail !== '' && <p>{listed.detail}</p>}
        <p className="cp-small">
          {listed.author}, {listed.source}
        </p>
        <Disagreements statements={listed.disagreements} />
      </Inset>
    </>
  )
}
