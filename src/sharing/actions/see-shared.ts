// What a recipient sees, and its preview: one function reads both, so that they are equal.
import {
  dayIn,
  type Id,
  type Instant,
  LONDON,
  ok,
  type PersonId,
  type Result,
} from '../../basics/index.ts'
import { loadPerson, rolesOn } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { decide } from '../domain/evaluator.ts'
import { type Asker, everything, type Grant, type Recipient } from '../domain/grant.ts'
import { bothVisible, type Visible, visibleWhere } from '../domain/predicate.ts'
import type { Purpose } from '../domain/purposes.ts'
import type { Sharing } from '../domain/sharing.ts'
import type { ItemSource, SharedItem } from './item-source.ts'
import { type Look, type LookRequest, loadSharing, look } from './look.ts'

/** The most that one page shows of one source. */
export const PAGE = 50

/** The items of one source on one page, and how many there are in all. */
export type SharedSection = {
  readonly name: string
  readonly items: readonly SharedItem[]
  readonly count: number
}

export type Shared = {
  readonly sections: readonly SharedSection[]
  readonly page: number
  readonly pages: number
}

/** One page of each source, through one predicate. */
export async function readSections(
  sources: readonly ItemSource[],
  leave: Look,
  visible: Visible,
  page: number,
): Promise<Shared> {
  const sections: SharedSection[] = []
  for (const source of sources) {
    const count = await source.count(leave, visible)
    const items = await source.read(leave, visible, { limit: PAGE, offset: (page - 1) * PAGE })
    sections.push({ name: source.name, items, count })
  }
  const pages = Math.max(1, ...sections.map(({ count }) => Math.ceil(count / PAGE)))
  return { sections, page, pages }
}

/** Everything on the page. */
export const itemsOf = ({ sections }: Shared) => sections.flatMap(({ items }) => items)

/** What the asker may see of a person's; leaves a receipt. Refuses `nothing-shared`. */
export async function seeShared(
  log: Log,
  sources: readonly ItemSource[],
  request: LookRequest,
  page: number,
): Promise<Result<Shared>> {
  let shared: Shared = { sections: [], page, pages: 1 }
  const read = async (leave: Look, visible: Visible) => {
    shared = await readSections(sources, leave, visible, page)
    return itemsOf(shared)
  }
  const done = await log.db.transaction((tx) => look(log, tx, request, read))
  return done.ok ? ok(shared) : done
}

export type Preview = Shared & {
  /** Whether they would be shown anything at all; else they are answered as by nobody. */
  readonly holds: boolean
  /** How many of the person's items stay theirs alone. */
  readonly withheld: number
}

/**
 * What a recipient sees of a person's now, or would see with one grant more: read by the same
 * predicate and the same sources. It is the person's own look. `where` is the page.
 */
export async function previewFor(
  log: Log,
  sources: readonly ItemSource[],
  request: {
    readonly person: PersonId
    readonly to: Recipient
    readonly purpose: Purpose
    readonly adding: Grant | null
    readonly where: string
    /** Whether private things are left out on the device of the person. */
    readonly hides?: boolean
  },
  page: number,
): Promise<Preview> {
  const { person, to, purpose, adding, where, hides = false } = request
  let preview: Preview = { sections: [], page, pages: 1, withheld: 0, holds: false }
  await asOwner(
    log,
    person,
    where,
    async (leave, own) => {
      const sharing = withGrant(await loadSharing(log, leave.tx, person), adding)
      const visitor = await askerToday(log, leave, to)
      const asking = { person, visitor, purpose, act: 'read' } as const
      const { visible, outcome } = decide(asking, sharing, log.clock.now())
      const within = await previewWithin(sources, leave, { own, visible }, page)
      preview = { ...within, holds: outcome !== 'deny' }
      return itemsOf(preview)
    },
    hides,
  )
  return preview
}

/** What they see of what the person's own lists show: somebody may look over their shoulder. */
export async function previewWithin(
  sources: readonly ItemSource[],
  leave: Look,
  { own, visible }: { readonly own: Visible; readonly visible: Visible },
  page: number,
): Promise<Preview> {
  const shared = await readSections(sources, leave, bothVisible(visible, own), page)
  const seen = shared.sections.reduce((sum, { count }) => sum + count, 0)
  return { ...shared, withheld: (await countAll(sources, leave, own)) - seen, holds: true }
}

/** Works as the person themselves, and leaves their own receipt. */
export async function asOwner(
  log: Log,
  person: PersonId,
  where: string,
  work: (leave: Look, visible: Visible) => Promise<readonly { readonly id: Id }[]>,
  hides = false,
): Promise<void> {
  const visitor: Asker = { person, via: 'self', organisation: null, roles: [], hides }
  const request = { person, visitor, purpose: 'own', act: 'read', where } as const
  await log.db.transaction((tx) => look(log, tx, request, work))
}

/** One item of the person's own, from whichever room; leaves their own receipt. */
export async function findOwnItem(
  log: Log,
  sources: readonly ItemSource[],
  person: PersonId,
  where: string,
  id: Id,
  hides = false,
): Promise<SharedItem | null> {
  const found: SharedItem[] = []
  await asOwner(
    log,
    person,
    where,
    async (leave, visible) => {
      const chosen = visibleWhere({ select: { ...everything, items: [id] } })
      for (const source of sources) {
        found.push(...(await source.read(leave, chosen, { limit: 1, offset: 0 })))
      }
      if (found.some((one) => !visible.matches(one))) found.length = 0
      return found
    },
    hides,
  )
  return found[0] ?? null
}

/** How many items of all sources a predicate lets through. */
export async function countAll(
  sources: readonly ItemSource[],
  leave: Look,
  visible: Visible,
): Promise<number> {
  let count = 0
  for (const source of sources) count += await source.count(leave, visible)
  return count
}

const withGrant = (sharing: Sharing, adding: Grant | null): Sharing =>
  adding === null ? sharing : { ...sharing, grants: [...sharing.grants, adding] }

/** Who a grant is for, as they would ask today: one person at work comes with their roles there. */
async function askerToday(log: Log, { tx }: Look, to: Recipient): Promise<Asker> {
  const asker = askerFor(to)
  if (to.person === null || to.organisation === null) return asker
  const { state } = await loadPerson(log, tx, to.person)
  const roles = rolesOn(state, dayIn(LONDON, log.clock.now()))
    .filter(({ organisation }) => organisation === to.organisation)
    .map(({ what }) => what)
  return { ...asker, roles }
}

/** Somebody who is just what a grant is for: nothing else that they are counts. */
export const askerFor = ({ person, organisation, role }: Recipient): Asker => ({
  person,
  via: organisation === null ? 'self' : 'role',
  organisation,
  roles: role === null ? [] : [role],
})

/** A grant as it would be if it were given now. */
export const asIfGiven = (
  person: PersonId,
  giving: Pick<Grant, 'to' | 'what' | 'acts' | 'purposes'>,
  id: Id,
  now: Instant,
): Grant => ({
  ...giving,
  id,
  effect: 'permit',
  givenBy: person,
  from: now,
  lastDay: null,
  endsAt: null,
  withdrawnAt: null,
  emergency: null,
})
