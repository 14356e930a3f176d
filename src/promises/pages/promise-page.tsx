// One promise: the thread from what was promised to what those who asked said of it.
import type { Id, Instant } from '../../basics/index.ts'
import {
  Button,
  DateInput,
  DayText,
  ErrorSummary,
  type FormEntry,
  formatDay,
  Inset,
  type Language,
  Moment,
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
}

export function PromisePage(props: PromisePageProps) {
  const { seen, viewer, now, language, entry } = props
  const say = words.in(language)
  const { promise, ref } = seen
  const { made } = promise
  if (made === null) return null
  const state = standingWords(promise, viewer, now, language)
  const standing = standingOf(promise, now)
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={made.promiser.shownAs}>{made.says}</PageHeading>
      <p>
        <PromiseState standing={state.standing} says={state.says} />
      </p>
      {standing === 'overdue' && seen.mayAnswer && <Inset>{say.lateNext}</Inset>}
      <Thread steps={stepsOf(props)} level={2} />
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
      {seen.mayAnswer && promise.proposed !== null && (
        <PageForm action={`/promises/${ref.stream}/date`}>
          <input type="hidden" name="day" value={promise.proposed.due} />
          <h2>{say.asksDate(formatDay(promise.proposed.due, language))}</h2>
          <p>{promise.proposed.why}</p>
          <p className="cp-small">{say.keepDay}</p>
          <Button>{say.agree}</Button>
        </PageForm>
      )}
      {seen.mayAnswer && promise.saidDone !== null && standing !== 'kept' && (
        <AnswerForm {...props} />
      )}
      {seen.mayKeep && standing !== 'kept' && <KeepForms {...props} />}
    </>
  )
}

function AnswerForm({ seen, language, entry }: PromisePageProps) {
  const say = words.in(language)
  return (
    <PageForm action={`/promises/${seen.ref.stream}/answer`}>
      <input type="hidden" name="claim" value={seen.promise.saidDone?.claim} />
      <Radios
        name="answer"
        label={say.didIt}
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
  )
}

function KeepForms({ seen, language, entry }: PromisePageProps) {
  const say = words.in(language)
  return (
    <>
      <PageForm action={`/promises/${seen.ref.stream}/done`}>
        <h2>{say.sayDone}</h2>
        <p>{say.sayDoneHint}</p>
        <Textarea name="done" label={say.whatDone} entry={entry} rows={3} />
        <Button>{say.doneButton}</Button>
      </PageForm>
      <PageForm action={`/promises/${seen.ref.stream}/other-date`}>
        <h2>{say.otherDate}</h2>
        <DateInput name="due" label={say.otherDay} entry={entry} />
        <Textarea name="why" label={say.otherWhy} entry={entry} rows={2} />
        <Button>{say.otherButton}</Button>
      </PageForm>
    </>
  )
}

function stepsOf({ seen, viewer, language }: PromisePageProps): ThreadStep[] {
  const say = words.in(language)
  const { made, due, saidDone, lapsed, answers } = seen.promise
  if (made === null || due === null) return []
  const steps: ThreadStep[] = [
    { heading: say.promised, when: <Moment at={made.at} />, by: made.promiser.shownAs },
    { heading: say.due, when: <DayText day={due} /> },
  ]
  if (lapsed.includes(due) && saidDone === null) {
    steps.push({ heading: say.lapsed, standing: 'broken', when: <DayText day={due} /> })
  }
  steps.push(
    saidDone === null
      ? { heading: say.saidDone, standing: 'waiting', children: <p>{say.notYetDone}</p> }
      : { heading: say.saidDone, when: <Moment at={saidDone.at} />, quote: saidDone.says },
  )
  const own = answers.get(viewer)
  const answerWords = { yes: say.yes, no: say.no, 'not yet': say.notYet }
  if (own === undefined) {
    return [
      ...steps,
      { heading: say.confirmed, standing: 'waiting', children: <p>{say.waiting}</p> },
    ]
  }
  steps.push({
    heading: say.confirmed,
    standing: own.answer === 'yes' ? 'done' : own.answer === 'no' ? 'broken' : 'waiting',
    when: <Moment at={own.at} />,
    ...(own.says === '' ? {} : { quote: own.says }),
    children: <p>{say.answered(answerWords[own.answer])}</p>,
  })
  return steps
}
