// Looking: decide, read with what may be seen, write the receipt, and only then give it back.
import {
  type Branded,
  dayIn,
  type Id,
  LONDON,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../basics/index.ts'
import { appendAll, CHAIN_START, type Link, type Log, load, takeHead } from '../../log/index.ts'
import { DatabaseAway, idNamed, type Tx } from '../../plumbing/index.ts'
import type { Visitor } from '../../web/index.ts'
import { type Asking, decide, type Verdict } from '../domain/evaluator.ts'
import { keptFromThem } from '../domain/following.ts'
import { type Asker, everything, type LookAct } from '../domain/grant.ts'
import { lookStream, type Receipt, streamNameOf } from '../domain/look-receipt.ts'
import { anything, type Visible, visibleWhere } from '../domain/predicate.ts'
import type { Purpose } from '../domain/purposes.ts'
import { refusals } from '../domain/refusals.ts'
import { type Sharing, sharingStream } from '../domain/sharing.ts'
import { findLook } from '../store/looks.ts'
import { withProxies } from './proxy-grants.ts'

/** Leave to read what one person keeps here, in one transaction; only `look` makes it. */
export type Look = Branded<{ readonly person: PersonId; readonly tx: Tx }, 'look'>

/** Who wants to see what, for what, and on which page or by which command. */
export type LookRequest = Asking & { readonly act: LookAct; readonly where: string }

/** The receipt could not be written, so nothing was given. The site answers it with 503. */
export class ReceiptNotWritten extends DatabaseAway {
  override name = 'ReceiptNotWritten'
}

/**
 * Decides, lets `reader` read what is visible, and writes the receipt of what it gave, all in
 * the caller's transaction: show nothing before that has been committed. Call it once for a
 * page, outside any catch. Refuses `nothing-shared`, which says the same where there is nobody.
 * @example
 * log.db.transaction((tx) => look(log, tx, request, (look, visible) => readEntries(look, visible)))
 */
export async function look<T extends { readonly id: Id }>(
  log: Log,
  tx: Tx,
  request: LookRequest,
  reader: (look: Look, visible: Visible) => Promise<readonly T[]>,
): Promise<Result<readonly T[]>> {
  const sharing = await withProxies(log, tx, request, await loadSharing(log, tx, request.person))
  const verdict = decide(request, sharing, log.clock.now())
  if (verdict.outcome === 'deny') return refuse(refusals.nothingShared)
  const reading = reader({ person: request.person, tx } as Look, verdict.visible)
  // Asked with the first question of the reader, so that the receipt need not wait for its place.
  const place = receiptPlace(log, tx, request.person, request.visitor.person)
  place.catch(() => {})
  const items = await reading
  const receipt = receiptOf(request, verdict, items)
  const from = await writing(() => place)
  tx.lastly(() => writing(() => appendReceipt(log, tx, from, receipt)))
  return ok(items)
}

/**
 * A look by whoever runs the site, from a terminal: everything is there to see, and the person
 * finds a receipt of it. In the caller's transaction, as `look`.
 */
export async function lookByCommand<T extends { readonly id: Id }>(
  log: Log,
  tx: Tx,
  { person, where }: { readonly person: PersonId; readonly where: string },
  reader: (look: Look, visible: Visible) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const items = await reader({ person, tx } as Look, visibleWhere(anything))
  const body: Receipt = {
    via: 'role',
    organisation: null,
    roles: [],
    purpose: 'own',
    act: 'read',
    where,
    grants: [],
    items: items.map(({ id }) => id),
  }
  if (items.length > 0) await writeReceipts(log, tx, [{ person, by: null, body }])
  return items
}

/** What a receipt has been written of, to be read once in another transaction. */
export type LookedAhead = { readonly visible: Visible; in(tx: Tx): Look }

/**
 * Writes the receipt first, in a transaction of its own, and gives leave to read just that
 * afterwards: for what is read for long, in one snapshot. `ids` gives what the receipt names.
 * Refuses as `look`.
 */
export async function lookAhead(
  log: Log,
  request: LookRequest,
  ids: (look: Look, visible: Visible) => Promise<readonly { readonly id: Id }[]>,
): Promise<Result<LookedAhead>> {
  let seen: Visible | null = null
  const done = await log.db.transaction((tx) =>
    look(log, tx, request, async (leave, visible) => {
      seen = visible
      return ids(leave, visible)
    }),
  )
  if (!done.ok || seen === null) return done.ok ? refuse(refusals.nothingShared) : done
  return ok({ visible: seen, in: (tx) => ({ person: request.person, tx }) as Look })
}

/** The same for those who run the installation, by a command: all of it, with a receipt. */
export async function installationLooksAhead(
  log: Log,
  { person, act, where }: Pick<LookRequest, 'person' | 'act' | 'where'>,
  ids: (look: Look, visible: Visible) => Promise<readonly { readonly id: Id }[]>,
): Promise<LookedAhead> {
  // Whoever takes it may hand it to the person: what is kept from them is not in it.
  const items = keptFromThem(await loadSharing(log, log.db, person))
  const kept = { select: { ...everything, items } }
  const visible = visibleWhere({ all: [{ select: everything }, { not: kept }] })
  await log.db.transaction(async (tx) => {
    const items = (await ids({ person, tx } as Look, visible)).map(({ id }) => id)
    const body = { via: 'role', organisation: null, roles: [], purpose: 'own', act, where } as const
    const receipt = { ...body, roles: [], grants: [], items }
    await writeReceipts(log, tx, [{ person, by: null, body: receipt }])
  })
  return { visible, in: (tx) => ({ person, tx }) as Look }
}

/** What a person has said about sharing. */
export const loadSharing = async (
  log: Pick<Log, 'kinds'>,
  tx: Tx | Log['db'],
  person: PersonId,
): Promise<Sharing> => (await load(log, tx, sharingStream, sharingPlace(person))).state

/** Where a person's grants lie: one stream each. */
export const sharingPlace = (person: PersonId) =>
  ({ owner: person, stream: idNamed(person, 'sharing') }) as const

/** Who asks, from a visitor of the site. Somebody who is not signed in is shown nothing. */
export const askerOf = (visitor: Visitor): Asker =>
  visitor.kind === 'nobody'
    ? { person: null, via: 'role', organisation: null, roles: [] }
    : visitor.actingFor
      ? {
          person: visitor.person,
          via: 'proxy',
          actsFor: visitor.actingFor.person,
          organisation: null,
          roles: [],
        }
      : {
          person: visitor.person,
          via: visitor.acting === null ? 'self' : 'role',
          organisation: visitor.acting?.organisationId ?? null,
          roles: visitor.roles,
          ...(visitor.hidesPrivate === true ? { hides: true } : {}),
        }

/** What somebody asks for: a proxy for the person's own use, anybody else for their care. */
export const purposeOf = ({ via }: Asker): Purpose => (via === 'proxy' ? 'own' : 'direct-care')

export type LookReceipt = {
  readonly person: PersonId
  readonly by: Id | null
  readonly body: Receipt
  /** The name of a look that is noted once a day, however many pages show the same. */
  readonly onceADay?: string
}

const receiptOf = (
  { person, visitor, purpose, act, where }: LookRequest,
  { because, emergency }: Verdict,
  items: readonly { readonly id: Id }[],
): LookReceipt => ({
  person,
  by: visitor.person,
  body: {
    via: emergency ? 'emergency' : visitor.via,
    organisation: visitor.organisation,
    roles: [...visitor.roles],
    purpose,
    act,
    where,
    grants: [...because],
    items: items.map(({ id }) => id),
  },
})

/**
 * Writes receipts for looks at one or many people. Each visitor has a stream a day and person,
 * so only two looks of one visitor at one person ever wait for each other, and for this alone.
 */
export async function writeReceipts(
  log: Log,
  tx: Tx,
  receipts: readonly LookReceipt[],
): Promise<void> {
  const day = today(log)
  const placed = receipts
    .map((one) => ({ ...one, stream: streamOf(one.person, one.by, day) }))
    // In the order of ids, so that two who look at once wait for each other in one direction.
    .toSorted((one, other) => (one.stream < other.stream ? -1 : 1))
  await writing(async () => {
    for (const one of placed) {
      const place = await receiptPlace(log, tx, one.person, one.by)
      const id = one.onceADay === undefined ? null : idNamed(place.stream, one.onceADay)
      if (id !== null && (await findLook(tx, one.person, id)) !== null) continue
      await appendReceipt(log, tx, place, one, id)
    }
  })
}

async function writing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new ReceiptNotWritten('The receipt of a look could not be written', { cause: error })
  }
}

const today = (log: Log) => dayIn(LONDON, log.clock.now())

const streamOf = (person: PersonId, by: Id | null, day: string): Id =>
  idNamed(person, streamNameOf(by, day))

type Place = { readonly owner: PersonId; readonly stream: Id; readonly from: Link }

/** The end of the stream that a receipt goes onto, which nobody else writes to meanwhile. */
async function receiptPlace(log: Log, tx: Tx, owner: PersonId, by: Id | null): Promise<Place> {
  const stream = streamOf(owner, by, today(log))
  const begun = await takeHead(tx, owner, stream)
  return { owner, stream, from: begun ?? (await placeOfTheFirst(tx, owner, stream)) }
}

/** Two first looks of a day wait for each other, though there is no end yet to wait at. */
async function placeOfTheFirst(tx: Tx, owner: PersonId, stream: Id): Promise<Link> {
  const [, begun] = await Promise.all([
    tx.text('select pg_advisory_xact_lock(hashtextextended($1, 0))', [stream], 'look-lock'),
    // Taken here as well: whoever comes when the first is done waits at the end alone.
    takeHead(tx, owner, stream),
  ])
  return begun ?? CHAIN_START
}

const appendReceipt = async (
  log: Log,
  tx: Tx,
  place: Place,
  { by, body }: LookReceipt,
  id: Id | null = null,
): Promise<void> => {
  const fact = { kind: 'looked-at', body, ...(id === null ? {} : { id }) }
  const actor = { by, onBehalfOf: null }
  await appendAll(log, tx, [{ ...place, type: lookStream, facts: [fact], actor }])
}
