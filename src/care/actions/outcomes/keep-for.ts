// What staff do about how somebody is doing: type in their paper, and ask for a form again.
import {
  dayIn,
  type Id,
  LONDON,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../../basics/index.ts'
import { checkAnswers, type Form } from '../../../forms/index.ts'
import { act, type Log } from '../../../log/index.ts'
import { tell } from '../../../messages/index.ts'
import { idNamed } from '../../../plumbing/index.ts'
import { type Asker, mayAddWhat } from '../../../sharing/index.ts'
import { endScheduleFor, type Scheduling, scheduleFor } from '../../domain/outcomes/decide.ts'
import { outcomesStream } from '../../domain/outcomes/outcomes.ts'
import { refusals } from '../../domain/outcomes/refusals.ts'
import { askedByStaffWords, typedForYouWords } from '../../words/outcomes-messages.ts'
import { type Answering, keepFilled, outcomesAt } from './keep-outcomes.ts'
import { labelsOf } from './kept-of.ts'

/** Who writes for whom: somebody at work, in a role, under the name that the person reads. */
export type AtWork = {
  readonly person: PersonId
  readonly asker: Asker
  readonly by: PersonId
  readonly shownAs: string
}

/**
 * To which forms they may keep answers for the person: at work, let by a grant. Null where to
 * none, which is known before anything is asked about a form.
 */
export async function whatToKeepFor(
  log: Log,
  { person, asker }: Pick<AtWork, 'person' | 'asker'>,
): Promise<((form: Form) => boolean) | null> {
  const visible = asker.via === 'role' ? await mayAddWhat(log, log.db, person, asker) : null
  if (visible === null) return null
  const at = dayIn(LONDON, log.clock.now())
  const facetsOf = (form: Form) => {
    return { id: person as Id, kind: 'form-answers', labels: labelsOf(form), at }
  }
  return (form) => visible.matches(facetsOf(form))
}

const mayKeepFor = async (log: Log, worker: AtWork, form: Form): Promise<boolean> =>
  (await whatToKeepFor(log, worker))?.(form) === true

/**
 * Keeps what a person wrote on paper, as typed in by staff, and tells the person that it was.
 * Gives the id of the filled form. Refuses `answers-unknown`, and as `answerOwnForm`.
 */
export async function typeInFor(
  log: Log,
  worker: AtWork,
  form: Form,
  answering: Answering,
  key: string | null,
): Promise<Result<Id>> {
  if (!(await mayKeepFor(log, worker, form))) return refuse(refusals.answersUnknown)
  const checked = checkAnswers(form, answering.answers)
  if (!checked.ok) return checked
  const { person, by, shownAs } = worker
  const filled = idNamed(person, `typed in by ${by} ${key ?? log.chance.id()}`)
  const kept = await keepFilled(log, { person, by, shownAs }, form, {
    ...answering,
    answers: checked.value,
    filled,
  })
  if (!kept.ok) return kept
  const message = idNamed(filled, 'typed in')
  const draft = { from: shownAs, renderings: typedForYouWords(shownAs), leadsTo: '/outcomes' }
  const told = await tell(log, person, message, draft)
  return told.ok ? ok(filled) : told
}

/**
 * Asks for a form every so many weeks on behalf of a team; null weeks end what a team had set.
 * The person is told once, and can stop it. Refuses `answers-unknown`, and as the decisions.
 */
export async function askAgainFor(
  log: Log,
  worker: AtWork,
  form: Form,
  scheduling: Scheduling | null,
  key: string | null,
): Promise<Result<null>> {
  if (!(await mayKeepFor(log, worker, form))) return refuse(refusals.answersUnknown)
  const { person, by, shownAs } = worker
  const decide =
    scheduling === null ? endScheduleFor(shownAs, form.code) : scheduleFor(shownAs, scheduling)
  const at = { type: outcomesStream, ...outcomesAt(person) }
  const done = await act(log, { actor: { by, onBehalfOf: null }, ...at, key, decide })
  if (!done.ok || scheduling === null) return done
  const message = idNamed(person, `asked again by ${by} ${form.code} ${scheduling.from}`)
  const draft = { from: shownAs, renderings: askedByStaffWords(shownAs), leadsTo: '/outcomes' }
  const told = await tell(log, person, message, draft)
  return told.ok ? ok(null) : told
}
