// The log as the program holds it: the database, and every kind, projection and reaction there is.
import { type Id, schemaCheck } from '../../basics/index.ts'
import {
  type Chance,
  type Clock,
  type Database,
  type FileStore,
  type Migration,
  type Querier,
  queueJobs,
  sha256,
  type Tx,
} from '../../plumbing/index.ts'
import { CHAIN_START, type Link, type StoredFact } from '../domain/chain.ts'
import type { Actor, AnyStreamType, Fact, FactKind, FactOf, StreamType } from '../domain/fact.ts'
import { bodyErased } from '../domain/facts.ts'
import { type ReadyKind, type Sealed, seal, unsealAll } from '../domain/seal.ts'
import { attachments } from './attachments.ts'
import { appendFacts, type Move, type Reading, readManyToFold, readToFold } from './facts.ts'
import { type Projection, project } from './projection.ts'

/** When a fact of this kind is appended, a job of this name follows it. */
export type Reaction = { readonly name: string; readonly on: FactKind }

/** Plain rows that belong to an owner and go when something of the owner's is erased. */
export type Scratch = { readonly table: string; readonly ownerColumn: string }

/**
 * The things in whose public numbers a stream is counted, such as a service. An erasure keeps
 * them, so that whoever counts again can say what is missing.
 */
export type CountedIn = (
  tx: Tx,
  at: { readonly owner: Id; readonly stream: Id },
) => Promise<readonly Id[]>

export type LogParts = {
  readonly db: Database
  readonly clock: Clock
  readonly chance: Chance
  readonly files: FileStore
  readonly streams: readonly AnyStreamType[]
  readonly projections: readonly Projection[]
  readonly reactions: readonly Reaction[]
  readonly scratch: readonly Scratch[]
  readonly countedIn?: readonly CountedIn[]
}

export type Log = Omit<LogParts, 'streams' | 'countedIn'> & {
  readonly countedIn: readonly CountedIn[]
  readonly kinds: ReadonlyMap<string, ReadyKind>
  readonly streams: ReadonlyMap<string, AnyStreamType>
}

/** What a room registers, exported from its door as `<name>Room`. */
export type Room = {
  readonly streams: readonly AnyStreamType[]
  readonly projections: readonly Projection[]
  readonly scratch: readonly Scratch[]
  readonly migrations: readonly Migration[]
  readonly countedIn?: readonly CountedIn[]
}

/** The task that carries a reaction out; `reactions.ts` gives each name its work. */
export const REACTION_TASK = 'reaction'

/** Makes the log ready. Throws when two kinds or streams share a name: a bug. */
export function openLog(parts: LogParts): Log {
  const kinds = new Map<string, ReadyKind>()
  const streams = new Map<string, AnyStreamType>()
  for (const kind of [bodyErased, ...parts.streams.flatMap((one) => one.kinds)]) {
    if (kinds.has(kind.kind)) throw new TypeError(`Two kinds of fact are called ${kind.kind}`)
    kinds.set(kind.kind, { ...kind, check: schemaCheck(kind.schema) })
  }
  for (const stream of parts.streams) {
    if (streams.has(stream.name)) throw new TypeError(`Two streams are called ${stream.name}`)
    streams.set(stream.name, stream)
  }
  const scratch = [...parts.scratch, { table: 'log.commands', ownerColumn: 'owner' }]
  return {
    ...parts,
    countedIn: parts.countedIn ?? [],
    kinds,
    streams,
    scratch,
    projections: [attachments(kinds), ...parts.projections],
  }
}

export type Loaded<State> = { readonly state: State; readonly head: Link }

/** Folds one stream. A stream that does not exist is its start. */
export async function load<State, Kind extends FactKind>(
  log: Pick<Log, 'kinds'>,
  db: Querier,
  type: StreamType<State, Kind>,
  at: { readonly owner: Id; readonly stream: Id },
): Promise<Loaded<State>> {
  const stored = await readToFold(db, at.owner, at.stream)
  return { state: fold(log, type, stored), head: headOf(stored) }
}

/** Folds several streams of an owner at once; each that was asked for is there. */
export async function loadMany<State, Kind extends FactKind>(
  log: Pick<Log, 'kinds'>,
  db: Querier,
  type: StreamType<State, Kind>,
  { owner, streams }: { readonly owner: Id; readonly streams: readonly Id[] },
): Promise<ReadonlyMap<Id, Loaded<State>>> {
  const loaded = new Map<Id, Loaded<State>>()
  const begun = Map.groupBy(await readManyToFold(db, owner, streams), (one) => one.stream)
  for (const stream of streams) {
    const own = begun.get(stream) ?? []
    loaded.set(stream, { state: fold(log, type, own), head: headOf(own) })
  }
  return loaded
}

/** Folds the streams of an owner that a query made with `factsOf` has given, in its order. */
export function foldRead<State, Kind extends FactKind>(
  log: Pick<Log, 'kinds'>,
  type: StreamType<State, Kind>,
  owner: Id,
  read: readonly Reading[],
): ReadonlyMap<Id, State> {
  const states = new Map<Id, State>()
  for (const [stream, own] of Map.groupBy(read, (one) => one.stream)) {
    const facts = own.map((one) => ({ owner, ...one }))
    states.set(stream as Id, fold(log, type, facts))
  }
  return states
}

export function fold<State, Kind extends FactKind>(
  log: Pick<Log, 'kinds'>,
  type: StreamType<State, Kind>,
  stored: readonly Sealed[],
): State {
  // An id may be another thing's: to this type, a stream of other kinds reads as one not begun.
  const own = stored.filter((fact) => type.kinds.some(({ kind }) => kind === fact.kind))
  return unsealAll(log.kinds, own).reduce(
    (state, fact) => type.fold(state, fact as FactOf<Kind>),
    type.start,
  )
}

const headOf = (stored: readonly Link[]): Link => stored.at(-1) ?? CHAIN_START

/** What goes onto one stream. */
export type Addition = {
  readonly owner: Id
  readonly stream: Id
  readonly type: Pick<AnyStreamType, 'name'>
  readonly from: Link
  readonly facts: readonly { kind: string; body: unknown; id?: Id }[]
  readonly actor: Actor
}

/**
 * Appends to one or many streams of a transaction: facts, their rows and the jobs that follow.
 * Throws `StreamMoved` when another writer was there first.
 */
export async function appendAll(log: Log, tx: Tx, additions: readonly Addition[]): Promise<Fact[]> {
  const { moves, sealed } = sealAll(log, additions)
  if (sealed.length === 0) return []
  const facts = unsealAll(log.kinds, sealed)
  // Asked one after another and waited for together: where one fails, PostgreSQL refuses the
  // rest, and nothing more may be asked once this has thrown.
  const written = await Promise.allSettled([
    appendFacts(tx, moves, sealed),
    project(tx, log.projections, facts),
    react(log, tx, facts),
  ])
  for (const one of written) if (one.status === 'rejected') throw one.reason
  return facts
}

/** Seals additions, in order, without writing: for bulk writers and the benchmarks as well. */
export function sealAll(
  log: Pick<Log, 'clock' | 'chance' | 'kinds'>,
  additions: readonly Addition[],
): { moves: Move[]; sealed: StoredFact[] } {
  const at = log.clock.now()
  const moves: Move[] = []
  const sealed: StoredFact[] = []
  for (const { owner, stream, type, from, facts, actor } of additions) {
    if (facts.length === 0) continue
    const sealing = {
      ...actor,
      owner,
      stream,
      at,
      id: log.chance.id,
      salt: () => log.chance.hex(16),
    }
    const made = seal(sha256, log.kinds, from, sealing, facts)
    moves.push({ owner, stream, type: type.name, from, to: headOf(made) })
    sealed.push(...made)
  }
  return { moves, sealed }
}

async function react(log: Log, tx: Tx, facts: readonly Fact[]): Promise<void> {
  const jobs = facts.flatMap((fact) =>
    log.reactions
      .filter((reaction) => reaction.on.kind === fact.kind)
      .map(({ name }) => ({
        task: REACTION_TASK,
        payload: { reaction: name, owner: fact.owner, stream: fact.stream, fact: fact.id },
        key: `${name}:${fact.id}`,
      })),
  )
  await queueJobs(tx, jobs)
}
