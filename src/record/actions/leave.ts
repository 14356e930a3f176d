// Leaving with everything: decided, receipted, told of, and then written as one file.
import {
  addMilliseconds,
  type Id,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../basics/index.ts'
import { exportStreams, type Leaving, type Log } from '../../log/index.ts'
import { tell } from '../../messages/index.ts'
import type { SigningKey, Tx, ZipEntry } from '../../plumbing/index.ts'
import { owedTo } from '../../promises/index.ts'
import {
  type Asker,
  installationLooksAhead,
  type LookedAhead,
  lookAhead,
  looksSince,
  withheldItems,
} from '../../sharing/index.ts'
import { takenAtMost } from '../domain/dated-rules.ts'
import { refusals } from '../domain/refusals.ts'
import { withheldFrom } from '../domain/what-leaves.ts'
import { correctionsOf } from '../store/corrections.ts'
import { readIds } from '../store/entries.ts'
import { leaveMessageWords } from '../words/leave-words.ts'

/** What opens without our program, in the words of the pages. */
export type Readable = (looked: LookedAhead, tx: Tx) => AsyncIterable<ZipEntry>

export type LeaveRequest = {
  readonly person: PersonId
  /** Who asks; null for those who run the installation. */
  readonly asker: Asker | null
  /** The page or the command. */
  readonly where: string
  readonly readable: Readable
}

const DAY_MILLISECONDS = 86_400_000

/**
 * Everything of a person's as one file, read as it is taken. The receipt is written and the
 * person told before this answers. Nobody but the person and those who run the installation may
 * take everything: what a grant or a proxy can take is a copy of what they see.
 * Refuses: `everything-not-yours`, `everything-too-often`.
 */
export async function leaveWith(
  log: Log,
  key: SigningKey,
  request: LeaveRequest,
): Promise<Result<AsyncGenerator<Uint8Array>>> {
  const { person, asker } = request
  const looked =
    asker === null ? await byOperator(log, request) : await byPerson(log, asker, request)
  if (!looked.ok) return looked
  const words = leaveMessageWords(asker === null ? 'operator' : 'yourself')
  const draft = { from: 'Coproduce', renderings: words, leadsTo: '/looks?own=yes' }
  const told = await tell(log, person, log.chance.id(), draft)
  if (!told.ok) return told
  const kept = await keptStreams(log, person, looked.value)
  return ok(exportStreams(log, key, person, leavingOf(request, looked.value, kept)))
}

async function byPerson(log: Log, asker: Asker, { person, where }: LeaveRequest) {
  if (asker.via !== 'self' || asker.person !== person) return refuse(refusals.everythingNotYours)
  const since = addMilliseconds(log.clock.now(), -DAY_MILLISECONDS)
  const times = await looksSince(log.db, person, { by: person, where, since })
  if (times >= Number(takenAtMost.value)) return refuse(refusals.everythingTooOften)
  const visitor = { person, via: 'self', organisation: null, roles: [] } as const
  const asking = { person, visitor, purpose: 'own', act: 'export', where, whole: true } as const
  return lookAhead(log, asking, readIds)
}

const byOperator = async (
  log: Log,
  { person, where }: LeaveRequest,
): Promise<Result<LookedAhead>> =>
  ok(await installationLooksAhead(log, { person, act: 'export', where }, readIds))

/** The entries that are kept from the person, and what was asked and answered about them. */
const keptStreams = (log: Log, person: PersonId, looked: LookedAhead): Promise<ReadonlySet<Id>> =>
  log.db.transaction(async (tx) => {
    const entries = await withheldItems(log, tx, person)
    return new Set([...entries, ...(await correctionsOf(looked.in(tx), [...entries]))])
  })

const leavingOf = (
  { person, readable }: LeaveRequest,
  looked: LookedAhead,
  kept: ReadonlySet<Id>,
): Leaving => ({
  // A promise that several people asked for lies by itself and is theirs as well.
  async also(tx) {
    const owed = await owedTo(tx, person, MOST_PROMISES)
    return owed
      .filter(({ owner }) => owner !== person)
      .map(({ stream }) => ({ stream, type: 'promise' }))
  },
  withhold: (fact) => withheldFrom(person, fact, kept),
  readable: (tx) => readable(looked, tx),
})

const MOST_PROMISES = 100_000
