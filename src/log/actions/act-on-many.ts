// One action on many streams of a kind: one query, decided one by one, appended at once.
import type { Id, Instant, Result } from '../../basics/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import { CHAIN_START } from '../domain/chain.ts'
import type { Actor, Fact, FactKind, StreamType } from '../domain/fact.ts'
import { readStreams } from '../store/facts.ts'
import { type Addition, appendAll, fold, type Log } from '../store/open-log.ts'
import { type Decision, valueOrRefused } from './act.ts'

/** What is done to one of the streams, each of which is named once. */
export type OneOfMany<State, Kind extends FactKind> = {
  readonly actor: Actor
  readonly owner: Id
  readonly stream: Id
  /** Pure, as in `Act`. */
  decide(state: State, now: Instant): Result<Decision<Kind, unknown>>
}

/**
 * Acts on many streams in a transaction of the caller's, who must be ready for `StreamMoved`; gives
 * the facts. The first refusal ends the transaction with all of it, as `Refused`.
 */
export async function actOnMany<State, Kind extends FactKind>(
  log: Log,
  tx: Tx,
  type: StreamType<State, Kind>,
  many: readonly OneOfMany<State, Kind>[],
): Promise<Fact[]> {
  const now = log.clock.now()
  const stored = await readStreams(tx, many)
  const additions: Addition[] = many.map(({ actor, owner, stream, decide }) => {
    const before = stored.get(stream) ?? []
    const { facts } = valueOrRefused(decide(fold(log, type, before), now))
    return { owner, stream, type, from: before.at(-1) ?? CHAIN_START, facts, actor }
  })
  return appendAll(log, tx, additions)
}
