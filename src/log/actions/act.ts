// How anything is done: load, decide, append, tell; the one pattern that every action follows.
import { type Id, type Instant, ok, type Result, refuse } from '../../basics/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import type { Actor, Fact, FactKind, NewFactOf, StreamType } from '../domain/fact.ts'
import { refusals } from '../domain/refusals.ts'
import { claimCommand, keepAnswer, StreamMoved } from '../store/facts.ts'
import { appendAll, type Log, load } from '../store/open-log.ts'

export type Decision<Kind extends FactKind, Answer> = {
  readonly facts: readonly NewFactOf<Kind>[]
  /** Plain data given back to whoever asked; kept for a repeated command, so opaque ids only. */
  readonly answer: Answer
}

export type Act<State, Kind extends FactKind, Answer> = {
  readonly actor: Actor
  readonly type: StreamType<State, Kind>
  readonly owner: Id
  readonly stream: Id
  /** The key of the form or request: the same key does nothing twice to this type of stream. */
  readonly key?: string | null
  /** Pure: state and now in, facts or a refusal out. May be called again with a newer state. */
  decide(state: State, now: Instant): Result<Decision<Kind, Answer>>
  /** Rows that belong to the same transaction: a draft dropped, a session ended. */
  also?(tx: Tx, facts: readonly Fact[]): Promise<void>
}

// More writers than this at one moment on one stream is a flood, not a meeting.
const ATTEMPTS = 12

/**
 * Carries out one action in one transaction. Where another writer was first, loads and decides
 * again. Returns the decision's answer or its refusal; refuses with `changed-meanwhile`.
 */
export async function act<State, Kind extends FactKind, Answer>(
  log: Log,
  request: Act<State, Kind, Answer>,
): Promise<Result<Answer>> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      return await log.db.transaction((tx) => actIn(log, tx, request))
    } catch (error) {
      if (error instanceof Refused) return error.result
      if (!(error instanceof StreamMoved)) throw error
    }
  }
  return refuse(refusals.busy)
}

/** The same inside a transaction of the caller's, who must be ready for `StreamMoved`. */
export async function actIn<State, Kind extends FactKind, Answer>(
  log: Log,
  tx: Tx,
  request: Act<State, Kind, Answer>,
): Promise<Result<Answer>> {
  const { actor, type, owner, stream, key = null } = request
  const now = log.clock.now()
  if (key !== null) {
    const before = await claimCommand(tx, { owner, type: type.name, key }, now)
    if (before !== null) return ok(JSON.parse(before) as Answer)
  }
  const { state, head } = await load(log, tx, type, { owner, stream })
  const decided = request.decide(state, now)
  // A refusal must take the claim on the key back with it, so that a mended form can be sent.
  if (!decided.ok) throw new Refused(decided)
  const { facts, answer } = decided.value
  const appended = await appendAll(log, tx, [{ owner, stream, type, from: head, facts, actor }])
  await request.also?.(tx, appended)
  if (key !== null)
    await keepAnswer(tx, { owner, type: type.name, key }, JSON.stringify(answer ?? null))
  return ok(answer)
}

/** Ends a transaction with nothing done, carrying the refusal out. */
export class Refused extends Error {
  override name = 'Refused'
  readonly result: Extract<Result<never>, { ok: false }>
  constructor(result: Extract<Result<never>, { ok: false }>) {
    super(result.refusal.code)
    this.result = result
  }
}

/** The value, or the end of the transaction with its refusal. */
export function valueOrRefused<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Refused(result)
}

/**
 * Runs work over several streams in one transaction, again from the start where another writer
 * was first. A `Refused` thrown inside becomes the result.
 */
export async function actTogether<T>(log: Log, work: (tx: Tx) => Promise<T>): Promise<Result<T>> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      return ok(await log.db.transaction(work))
    } catch (error) {
      if (error instanceof Refused) return error.result
      if (!(error instanceof StreamMoved)) throw error
    }
  }
  return refuse(refusals.busy)
}
