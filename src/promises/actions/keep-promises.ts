// What is done with promises: made, said to be done, answered, moved, lapsed.
import { type Day, dayIn, type Id, LONDON, type Result } from '../../basics/index.ts'
import { type Act, type Actor, act, type Log, load } from '../../log/index.ts'
import { type Draft, tell } from '../../messages/index.ts'
import { idNamed, type Querier } from '../../plumbing/index.ts'
import {
  agreeDate,
  answerPromise,
  lapse,
  makePromise,
  proposeDate,
  type Said,
  type Speaker,
  sayDone,
} from '../domain/decide.ts'
import type { PromiseKind } from '../domain/facts.ts'
import {
  asked,
  maySpeakForPromiser,
  type PromiseMade,
  type PromiseRecord,
  promiseStream,
} from '../domain/promise.ts'
import { type DueRow, dueBefore, findPromise, type PromiseRef } from '../store/rows.ts'
import { lapsedWords, saidDoneWords } from './words.ts'

const system: Actor = { by: null, onBehalfOf: null }
const actorOf = (speaker: Speaker): Actor => ({ by: speaker.person, onBehalfOf: null })

const doTo = (
  log: Log,
  ref: PromiseRef,
  actor: Actor,
  key: string | null,
  decide: Act<PromiseRecord, PromiseKind, null>['decide'],
): Promise<Result<null>> => act(log, { actor, type: promiseStream, ...ref, key, decide })

/**
 * Makes a promise. It lies with the person who asked where that is one, else by itself.
 * Refuses `promise-empty`, `promise-due-in-the-past`.
 */
export async function promise(
  log: Log,
  speaker: Speaker,
  made: PromiseMade,
  key: string | null = null,
  stream: Id = log.chance.id(),
): Promise<Result<PromiseRef>> {
  const [only] = made.to
  const owner = made.to.length === 1 && only !== undefined ? (only as Id) : stream
  const ref = { owner, stream }
  const done = await doTo(log, ref, actorOf(speaker), key, makePromise(made))
  return done.ok ? { ok: true, value: ref } : done
}

export const saySaidDone = (
  log: Log,
  ref: PromiseRef,
  speaker: Speaker,
  says: string,
  key: string | null,
) => doTo(log, ref, actorOf(speaker), key, sayDone(speaker, says))

export const answer = (
  log: Log,
  ref: PromiseRef,
  speaker: Speaker,
  said: Said,
  key: string | null,
) => doTo(log, ref, actorOf(speaker), key, answerPromise(speaker, said))

export const askForDate = (
  log: Log,
  ref: PromiseRef,
  speaker: Speaker,
  wanted: { due: Day; why: string },
  key: string | null,
) => doTo(log, ref, actorOf(speaker), key, proposeDate(speaker, wanted.due, wanted.why))

export const agreeToDate = (
  log: Log,
  ref: PromiseRef,
  speaker: Speaker,
  due: Day,
  key: string | null,
) => doTo(log, ref, actorOf(speaker), key, agreeDate(speaker, due))

export type Seen = {
  readonly ref: PromiseRef
  readonly promise: PromiseRecord
  readonly mayAnswer: boolean
  readonly mayKeep: boolean
}

/** A promise as one of its parties sees it; null for everybody else, as if there were none. */
export async function seePromise(log: Log, speaker: Speaker, stream: Id): Promise<Seen | null> {
  const ref = await findPromise(log.db, stream)
  // Where there is none, as many questions go to the database as where it is somebody else's.
  const at = ref ?? { owner: stream, stream }
  const { state } = await load(log, log.db, promiseStream, at)
  if (ref === undefined) return null
  const mayAnswer = asked(state, speaker.person)
  const mayKeep = maySpeakForPromiser(state, speaker.person, speaker.organisation)
  return mayAnswer || mayKeep ? { ref, promise: state, mayAnswer, mayKeep } : null
}

/** Several promises at once, for a list of somebody's own. */
export async function loadPromises(log: Log, refs: readonly PromiseRef[], db: Querier = log.db) {
  const loaded: { readonly ref: PromiseRef; readonly promise: PromiseRecord }[] = []
  // One after the other: a transaction has one connection, which asks one thing at a time.
  for (const ref of refs) {
    loaded.push({ ref, promise: (await load(log, db, promiseStream, ref)).state })
  }
  return loaded
}

// A night's work is done a batch at a time, so that no transaction grows.
const BATCH = 200

/**
 * Notes every promise whose day has passed, and gives how many it looked at; a job runs it each
 * night, and again if it failed.
 */
export async function lapseDue(log: Log, batch = BATCH): Promise<number> {
  const today = dayIn(LONDON, log.clock.now())
  let looked = 0
  let last: DueRow | undefined
  for (;;) {
    // Some stay on the list, where there is nothing to note: each is looked at once a night.
    const due = await dueBefore(log.db, today, batch, last)
    for (const { owner, stream } of due) await doTo(log, { owner, stream }, system, null, lapse)
    looked += due.length
    last = due.at(-1)
    if (due.length < batch) return looked
  }
}

/** Tells those who asked, and whom the promise escalates to, that its day has passed. */
export async function tellOfLapse(log: Log, ref: PromiseRef, fact: Id): Promise<void> {
  const { state } = await load(log, log.db, promiseStream, ref)
  if (state.made === null || state.due === null) return
  const { to, escalateTo, says, promiser } = state.made
  const leadsTo = `/promises/${ref.stream}`
  const renderings = lapsedWords(promiser.shownAs, says, state.due)
  const draft = { from: 'Coproduce', renderings, leadsTo }
  const people = escalateTo === null ? to : [...to, escalateTo]
  await tellAll(log, people, fact, draft)
}

/** Asks those who asked whether it happened, unless they have said so by the time it is asked. */
export async function askWhetherDone(log: Log, ref: PromiseRef, fact: Id): Promise<void> {
  const { state } = await load(log, log.db, promiseStream, ref)
  if (state.made === null || state.saidDone === null) return
  const { to, says, promiser } = state.made
  const leadsTo = `/promises/${ref.stream}`
  const draft = { from: promiser.shownAs, renderings: saidDoneWords(says), leadsTo }
  const silent = to.filter((person) => !state.answers.has(person as Id))
  await tellAll(log, silent, fact, draft)
}

/** Throws where somebody could not be told, so that the job stays on the list of what failed. */
async function tellAll(log: Log, people: readonly string[], fact: Id, draft: Draft): Promise<void> {
  const refused: string[] = []
  for (const person of new Set(people)) {
    const told = await tell(log, person as Id, idNamed(fact, person), draft)
    if (!told.ok) refused.push(told.refusal.code)
  }
  if (refused.length > 0) throw new Error(refused.join(' '))
}
