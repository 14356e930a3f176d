// One promise: the thread from what was promised to what those who asked said of it.
import type { Id, Instant } from '../../basics/index.ts'
import { HowItReads, PlainWords } from '../../messages/index.ts'
import {
  Button,
  DateInput,
  DayText,
  Details,
  ErrorSummary,
  type FormEntry,
  formatDueDay,
  Inset,
  type Language,
  Moment,
  NotificationBanner,
  PageForm,
  PageHeading,
  PromiseState,
  Radios,
  Textarea,
  Thread,
  type ThreadStep,
} from '../../web/index.ts'
import type { Seen } from '../actions/keep-promises.ts'
import { standingOf } from '../domain/promise.ts'
import { standingWords } from './standing-words.ts'
import { words } from './words.ts'

export type PromisePageProps = {
  readonly seen: Seen
  readonly viewer: Id
  readonly now: Instant
  readonly language: Language
  readonly entry: FormEntry
  /** Something was just said here, and kept. */
  readonly thanked: boolean
}

export function PromisePage(props: PromisePageProps) {
  const { seen, viewer, now, language, entry } = props
  const say = words.in(language)
  const { promise, ref } = seen
  const { made } = promise
  if (made === null) return null
  const state = standingWords(promise, viewer, now, language)
  const standing = standingOf(promise, now)
  const open = standing !== 'kept'
  return (
    <>
      <ErrorSummary entry={entry} />
      {props.thanked && <NotificationBanner success>{say.thanks}</NotificationBanner>}
      <PageHeading about={made.promiser.shownAs}>{made.says}</PageHeading>
      <p>
        <PromiseState standing={state.standing} says={state.says} />
      </p>
      {standing === 'overdue' && seen.mayAnswer && (
        <Inset>
          <p>{say.lateNext}</p>
        </Inset>
      )}
      {seen.mayAnswer && <DateAnswer {...props} />}
      {seen.mayAnswer && open && <AnswerForm {...props} />}
      <h2>{say.soFar}</h2>
      <Thread steps={stepsOf(props)} level={3} />
      {seen.mayKeep && open && <KeepForms {...props} />}
      <h2>{say.why}</h2>
      <p>
        {made.source.source === null ? say.byHand : `${made.source.says}. ${made.source.source}.`}
      </p>
      {made.source.source !== null && made.source.confirmed === null && (
        <p className="cp-small">{say.unconfirmed}</p>
      )}
      {ref.owner === viewer && (
        <p>
          <a href={`/check/proofs/${made.fact}`}>{say.proof}</a>
        </p>
      )}
    </>
  )
}

function DateAnswer({ seen, language }: PromisePageProps) {
  const say = words.in(language)
  const { proposed } = seen.promise
  if (proposed === null) return null
  return (
    <PageForm action={`/promises/${seen.ref.stream}/date`}>
      <input type="hidden" name="day" value={proposed.due} />
      <h2>{say.asksDate(formatDueDay(proposed.due, language))}</h2>
      <p>{proposed.why}</p>
      <p className="cp-small">{say.keepDay}</p>
      <Button>{say.agree}</Button>
    </PageForm>
  )
}

/** Asked where somebody says that it is done, and again of who said that it is not. */
function AnswerForm({ seen, viewer, language, entry }: PromisePageProps) {
  const say = words.in(language)
  const { made, saidDone, answers } = seen.promise
  if (saidDone === null) return null
  return (
    <>
      <p>{say.theySay(made?.promiser.shownAs ?? '')}</p>
      <Inset>
        <p>{saidDone.says}</p>
      </Inset>
      <PageForm action={`/promises/${seen.ref.stream}/answer`}>
        <input type="hidden" name="claim" value={saidDone.claim} />
        <Radios
          name="answer"
          label={answers.has(viewer) ? say.didItSince : say.didIt}
          hint={say.didItHint}
          entry={entry}
          choices={[
            { value: 'yes', text: say.yes },
            { value: 'not yet', text: say.notYet },
            { value: 'no', text: say.no },
          ]}
        />
        <Textarea name="says" label={say.more} entry={entry} rows={3} />
        <Button>{say.send}</Button>
      </PageForm>
    </>
  )
}

/** Nothing more is said to be done while those who asked have the word. */
function KeepForms({ seen, language, entry }: PromisePageProps) {
  const say = words.in(language)
  const { saidDone, answers, proposed } = seen.promise
  if (saidDone !== null && answers.size === 0) return <p>{say.withThem}</p>
  const wrongDay = Object.keys(entry.errors).some((name) => name === 'due' || name === 'why')
  return (
    <>
      <PageForm action={`/promises/${seen.ref.stream}/done`}>
        <h2>{say.sayDone}</h2>
        <p>{say.sayDoneHint}</p>
        <HowItReads name="done" entry={entry} />
        <PlainWords name="done" label={say.whatDone} entry={entry} rows={3} />
        <Button>{say.doneButton}</Button>
      </PageForm>
      {proposed !== null && <p>{say.dateWithThem(formatDueDay(proposed.due, language))}</p>}
      <Details summary={say.otherDate} open={wrongDay}>
        <PageForm action={`/promises/${seen.ref.stream}/other-date`}>
          <DateInput name="due" label={say.otherDay} entry={entry} />
          <HowItReads name="why" entry={entry} />
          <PlainWords name="why" label={say.otherWhy} entry={entry} rows={2} />
          <Button kind="secondary">{say.otherButton}</Button>
        </PageForm>
      </Details>
    </>
  )
}

function stepsOf({ seen, viewer, language }: PromisePageProps): ThreadStep[] {
  const say = words.in(language)
  const { made, due, saidDone, lapsed, answers } = seen.promise
  if (made === null || due === null) return []
  const steps: ThreadStep[] = [
    { heading: say.promised, when: <Moment at={made.at} />, by: made.promiser.shownAs },
    { heading: say.due, when: <DayText day={due} due /> },
  ]
  if (lapsed.includes(due) && saidDone === null) {
    steps.push({ heading: say.lapsed, standing: 'broken', when: <DayText day={due} due /> })
  }
  const mine = seen.mayAnswer
  steps.push(
    saidDone === null
      ? {
          heading: say.notSaidDone,
          standing: 'waiting',
          children: <p>{mine ? say.yourTurn : say.theirTurn}</p>,
        }
      : { heading: say.saidDone, when: <Moment at={saidDone.at} />, quote: saidDone.says },
  )
  if (saidDone === null) return steps
  // Those who asked see their own answer; those who promised see every one.
  const shown = [...answers].filter(([person]) => seen.mayKeep || person === viewer)
  for (const [person, { answer, says, at }] of shown) {
    const own = person === viewer
    const text = { yes: say.yes, no: say.no, 'not yet': say.notYet }[answer]
    steps.push({
      heading: own ? say.ownAnswer : say.confirmed,
      standing: answer === 'yes' ? 'done' : answer === 'no' ? 'broken' : 'waiting',
      when: <Moment at={at} />,
      ...(says === '' ? {} : { quote: says }),
      children: <p>{own ? say.answered(text) : say.theyAnswered(text)}</p>,
    })
  }
  if (shown.length === 0) {
    steps.push({
      heading: mine ? say.ownAnswer : say.confirmed,
      standing: 'waiting',
      children: <p>{mine ? say.waitingForYou : say.waiting}</p>,
    })
  }
  return steps
}
