// Preparing a visit: foreseen with what waited, written by both sides, answered, held.
import { type Day, type Id, ok, type PersonId, type Result, refuse } from '../../../basics/index.ts'
import { type Act, act, type Log, readHead } from '../../../log/index.ts'
import { idNamed } from '../../../plumbing/index.ts'
import type { LookRequest } from '../../../sharing/index.ts'
import { offeredStream } from '../../domain/offered/offered.ts'
import * as decide from '../../domain/preparing/decide.ts'
import type { VisitKind } from '../../domain/preparing/facts.ts'
import { refusals } from '../../domain/preparing/refusals.ts'
import {
  type Asked,
  questionsWaiting,
  type Visit,
  visitStream,
} from '../../domain/preparing/visit.ts'
import { type KeptToWrite, ownLook, seeAll, seeOne } from '../see-kept.ts'
import { actorOf, isSelf, mayWriteIn, type Writing } from '../write-for.ts'

const visits = { kind: 'visit', type: visitStream } as const

/** Every visit that may be seen, the latest first. Refuses `nothing-shared`. */
export const seeVisits = (log: Log, request: LookRequest) => seeAll(log, request, visits)

/** One visit; null where there is none that may be seen. Refuses `nothing-shared`. */
export const seeVisit = (log: Log, request: LookRequest, id: Id) => seeOne(log, request, visits, id)

/** The person’s questions that wait for a next visit, those that grew from a gap among them. */
export async function seeWaiting(
  log: Log,
  request: LookRequest,
): Promise<Result<readonly Asked[]>> {
  const seen = await seeVisits(log, request)
  if (!seen.ok) return seen
  const gaps = await seeAll(log, request, { kind: 'offered', type: offeredStream })
  if (!gaps.ok) return gaps
  const asked = gaps.value.flatMap(({ state }) =>
    [...state.followed.values()].map(({ question, says }) => ({ question, says })),
  )
  return ok(
    questionsWaiting(
      seen.value.map(({ state }) => state),
      asked,
    ),
  )
}

type On<Answer> = Act<Visit, VisitKind, Answer>['decide']

const on = <Answer>(
  log: Log,
  place: { readonly person: PersonId; readonly visit: Id },
  writing: Writing,
  key: string | null,
  decideNow: On<Answer>,
): Promise<Result<Answer>> =>
  act(log, {
    actor: actorOf(writing),
    type: visitStream,
    owner: place.person,
    stream: place.visit,
    key,
    decide: decideNow,
  })

/**
 * A visit of the person’s lies ahead; what waited goes with it, as far as this look shows it: the
 * rest goes on waiting. Gives its id. Refuses as the decision `foreseeVisit`.
 */
export async function foresee(
  log: Log,
  writing: Writing,
  ahead: { readonly withWhom: string; readonly day: Day },
  key: string | null,
  request = ownLook(writing.by, '/care/visits/add'),
): Promise<Result<Id>> {
  const person = writing.by
  const visit = key === null ? log.chance.id() : idNamed(person, `visit ${key}`)
  // A form that is sent again finds it there, and looks at nothing.
  const there = key !== null && (await readHead(log.db, person, visit)).place > 0
  if (there) return ok(visit)
  const waiting = await seeWaiting(log, request)
  if (!waiting.ok) return waiting
  const seen = { ...ahead, carried: [...waiting.value] }
  const done = await on(log, { person, visit }, writing, key, decide.foreseeVisit(seen))
  return done.ok ? ok(visit) : done
}

export type Wish = {
  readonly matters: string
  readonly worries: string
  readonly questions: readonly string[]
}

/**
 * The person’s side. A question that stays as it was stays the same question.
 * Refuses as the decision `prepareVisit`.
 */
export const prepare = (log: Log, writing: Writing, visit: Id, wish: Wish, key: string | null) =>
  on(log, { person: writing.by, visit }, writing, key, (state: Visit) => {
    const known = new Map(state.prepared?.questions.map(({ says, question }) => [says, question]))
    const questions = wish.questions.map((says) => ({
      question: known.get(says) ?? log.chance.id(),
      says,
    }))
    return decide.prepareVisit({ ...wish, questions })(state)
  })

/** The visit took place, as the person says. Refuses as the decision `holdVisit`. */
export const hold = (log: Log, writing: Writing, visit: Id, key: string | null) =>
  on(log, { person: writing.by, visit }, writing, key, decide.holdVisit())

type Place = { readonly person: PersonId; readonly kept: KeptToWrite<Visit> }

/** A professional’s side. Refuses `visit-may-not-write`, and as the decision `setPoints`. */
export const setPoints = (
  log: Log,
  writing: Writing,
  place: Place,
  says: string,
  key: string | null,
): Promise<Result<null>> =>
  written(log, writing, place, key, decide.setPoints(says, writing.shownAs))

/** Answers a question. Refuses `visit-may-not-write`, and as the decision `answerQuestion`. */
export const answer = (
  log: Log,
  writing: Writing,
  place: Place,
  { question, says }: { readonly question: Id; readonly says: string },
  key: string | null,
): Promise<Result<null>> =>
  written(log, writing, place, key, decide.answerQuestion(question, says, writing.shownAs))

async function written(
  log: Log,
  writing: Writing,
  { person, kept }: Place,
  key: string | null,
  decideNow: On<null>,
): Promise<Result<null>> {
  const may = isSelf(writing, person) || (await mayWriteIn(log, log.db, person, writing, kept.row))
  if (!may) return refuse(refusals.mayNotWrite)
  return on(log, { person, visit: kept.row.stream }, writing, key, decideNow)
}
