// Who acts for whom, as each may see it; what is sensitive before it is decided; what is seen then.
import {
  dayIn,
  type Id,
  type Instant,
  LONDON,
  type OrganisationId,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../basics/index.ts'
import { loadPerson, noteActingFor } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import type { Visitor } from '../../web/index.ts'
import { decide } from '../domain/evaluator.ts'
import { type Asker, everything } from '../domain/grant.ts'
import { bothVisible, type Visible, visibleWhere } from '../domain/predicate.ts'
import { type Access, accessNamed, type Reach } from '../domain/proxy/access.ts'
import { type Basis, basesOn } from '../domain/proxy/bases.ts'
import { asGrant } from '../domain/proxy/grants.ts'
import { kindsToRead, levelNamed, protectedLabels } from '../domain/proxy/levels.ts'
import { refusals } from '../domain/proxy/refusals.ts'
import { reviewDayOf, type Standing, standingOf } from '../domain/proxy/standing.ts'
import { refusals as sharingRefusals } from '../domain/refusals.ts'
import type { Sharing } from '../domain/sharing.ts'
import {
  actedForBy,
  countProxies,
  type ProxyCount,
  type ProxyPlace,
  proxiesAt,
} from '../store/proxies.ts'
import type { ItemSource, SharedItem } from './item-source.ts'
import { type LookRequest, loadSharing, look, writeReceipts } from './look.ts'
import { livesOf, loadProxies, withProxies } from './proxy-grants.ts'
import { asOwner, itemsOf, type Preview, previewWithin } from './see-shared.ts'

export type SeenAccess = {
  readonly access: Access
  readonly standing: Standing
  readonly reviewOn: ReturnType<typeof reviewDayOf>
}

/** Those who act for a person, or asked to: the newest first. */
export async function seeOwnProxies(log: Log, person: PersonId): Promise<readonly SeenAccess[]> {
  const seen: SeenAccess[] = []
  await asOwner(log, person, '/proxies', async () => {
    for (const access of await loadProxies(log, log.db, person)) seen.push(await stood(log, access))
    return seen.map(({ access }) => access)
  })
  return seen.toReversed()
}

async function stood(log: Log, access: Access): Promise<SeenAccess> {
  const lives = await livesOf(log, log.db, access)
  const standing = standingOf(access, lives, log.clock.now())
  return { access, standing, reviewOn: reviewDayOf(access, lives.born) }
}

/** Those for whom somebody acts, or asked to act. */
export async function seeActedFor(log: Log, proxy: PersonId): Promise<readonly SeenAccess[]> {
  const seen: SeenAccess[] = []
  for (const { person, access } of await actedForBy(log.db, proxy)) {
    const one = accessNamed(await loadProxies(log, log.db, person), access)
    if (one !== null) seen.push(await stood(log, one))
  }
  return seen
}

/** One access, bound to whom it says (`any`: whoever decides); null where there is none such. */
export async function findAccess(
  log: Log,
  person: PersonId,
  access: Id,
  boundTo: OrganisationId | null | 'any',
): Promise<SeenAccess | null> {
  const one = accessNamed(await loadProxies(log, log.db, person), access)
  if (one === null || (boundTo !== 'any' && one.organisation !== boundTo)) return null
  return stood(log, one)
}

/** The same, looked at by whoever decides: it leaves a receipt that the person sees. */
export async function lookAtAccess(
  log: Log,
  asker: Asker,
  at: { readonly person: PersonId; readonly access: Id },
  where: string,
): Promise<SeenAccess | null> {
  const { person, access } = at
  const { organisation } = asker
  const found = await findAccess(log, person, access, organisation)
  if (found === null) return null
  const own = organisation === null
  const body = {
    via: own ? ('self' as const) : ('role' as const),
    organisation,
    roles: [...asker.roles],
    purpose: own ? ('own' as const) : ('proxy-review' as const),
    act: 'read' as const,
    where,
    grants: [],
    items: [access],
  }
  await log.db.transaction((tx) => writeReceipts(log, tx, [{ person, by: asker.person, body }]))
  return found
}

/** The reasons there are for somebody to act for this person today; none where nobody knows. */
export async function basesFor(log: Log, person: PersonId): Promise<readonly Basis[]> {
  const { birthDate } = (await loadPerson(log, log.db, person)).state
  return birthDate === null ? [] : basesOn(birthDate, dayIn(LONDON, log.clock.now()))
}

/** The most of one kind that one page of staff lists. */
const LISTED = 50

export type ProxyWork = {
  readonly seen: readonly SeenAccess[]
  readonly counts: readonly ProxyCount[]
  /** Whether there is more of any kind after these. */
  readonly more: boolean
}

/** What an organisation is asked and has decided; each person listed has a receipt of it. */
export async function seeProxyWork(
  log: Log,
  asker: Asker,
  organisation: OrganisationId,
  { where, page = 1 }: { readonly where: string; readonly page?: number },
): Promise<ProxyWork> {
  const states = [['asked'], ['granted'], ['suspended', 'removed', 'refused']]
  const places: ProxyPlace[] = []
  let more = false
  for (const some of states) {
    const slice = { limit: LISTED + 1, offset: (page - 1) * LISTED }
    const found = await proxiesAt(log.db, organisation, some, slice)
    places.push(...found.slice(0, LISTED))
    more ||= found.length > LISTED
  }
  await log.db.transaction((tx) =>
    writeReceipts(
      log,
      tx,
      byPerson(places).map(([person, items]) => ({
        person,
        by: asker.person,
        body: {
          via: 'role',
          organisation,
          roles: [...asker.roles],
          purpose: 'proxy-review',
          act: 'read',
          where,
          grants: [],
          items,
        },
      })),
    ),
  )
  const seen: SeenAccess[] = []
  for (const { person, access } of places) {
    const one = await findAccess(log, person, access, organisation)
    if (one !== null) seen.push(one)
  }
  return { seen, counts: await countProxies(log.db, organisation), more }
}

function byPerson(
  places: readonly { readonly person: PersonId; readonly access: Id }[],
): readonly (readonly [PersonId, Id[]])[] {
  const found = new Map<PersonId, Id[]>()
  for (const { person, access } of places) {
    found.set(person, [...(found.get(person) ?? []), access])
  }
  return [...found]
}

/** The most sensitive entries that one review names. */
const REVIEWED = 200

/**
 * What a level would show that bears a sensitive label, or is in free words: to be let through or
 * kept back, one by one, before anything is decided. It is a look, and leaves a receipt.
 * @source DAPB3051 Amd 59/2025, section 4.4
 */
export async function reviewSensitive(
  log: Log,
  sources: readonly ItemSource[],
  request: LookRequest,
  code: string,
): Promise<Result<readonly SharedItem[]>> {
  const level = levelNamed(code)
  if (level === null) return refuse(refusals.notListed, {}, 'level')
  const sensitive = visibleWhere({
    all: [
      { select: { ...everything, kinds: level.kinds } },
      {
        any: [
          { select: { ...everything, labels: protectedLabels } },
          { select: { ...everything, kinds: kindsToRead } },
        ],
      },
    ],
  })
  const items: SharedItem[] = []
  const page = { limit: REVIEWED, offset: 0 }
  const done = await log.db.transaction((tx) =>
    look(log, tx, request, async (leave, visible) => {
      for (const source of sources) {
        items.push(...(await source.read(leave, bothVisible(visible, sensitive), page)))
      }
      return items
    }),
  )
  return done.ok ? ok(items) : done
}

const asProxy = (proxy: PersonId, person: PersonId): Asker => ({
  person: proxy,
  via: 'proxy',
  actsFor: person,
  organisation: null,
  roles: [],
})

/**
 * What somebody who acts for the person sees, or would see with another reach: read by the same
 * function and the same predicate as their own look. It is the person's own look.
 */
export async function previewOfProxy(
  log: Log,
  sources: readonly ItemSource[],
  access: Access,
  {
    reach,
    where,
    page,
    hides = false,
  }: {
    readonly reach: Reach | null
    readonly where: string
    readonly page: number
    readonly hides?: boolean
  },
): Promise<Preview> {
  const { person, proxy } = access
  const asking = { person, visitor: asProxy(proxy, person), purpose: 'own', act: 'read' } as const
  let preview: Preview = { sections: [], page, pages: 1, withheld: 0, holds: true }
  await asOwner(
    log,
    person,
    where,
    async (leave, own) => {
      const now = log.clock.now()
      const said = await loadSharing(log, leave.tx, person)
      const sharing =
        reach === null
          ? await withProxies(log, leave.tx, asking, said)
          : withReach(said, access, reach, now)
      const { visible, outcome } = decide(asking, sharing, now)
      const within = await previewWithin(sources, leave, { own, visible }, page)
      preview = { ...within, holds: outcome !== 'deny' }
      return itemsOf(preview)
    },
    hides,
  )
  return preview
}

function withReach(said: Sharing, access: Access, reach: Reach, now: Access['askedAt']): Sharing {
  const grant = asGrant(access, reach, { givenBy: access.person, from: now, endsAt: null })
  return grant === null ? said : { ...said, grants: [...said.grants, grant] }
}

/** Whether somebody may act for this person now, may add to what is theirs, and on what grounds. */
export async function mayActFor(
  log: Log,
  proxy: PersonId,
  person: PersonId,
): Promise<{
  readonly sees: boolean
  readonly adds: boolean
  /** On what grounds: codes of the list of bases. */
  readonly bases: readonly string[]
  readonly visible: Visible
}> {
  const asking = { person, visitor: asProxy(proxy, person), purpose: 'own', act: 'read' } as const
  const said = await loadSharing(log, log.db, person)
  const sharing = await withProxies(log, log.db, asking, said)
  const { outcome, because, visible } = decide(asking, sharing, log.clock.now())
  if (outcome === 'deny') return { sees: false, adds: false, bases: [], visible }
  const proxies = await loadProxies(log, log.db, person)
  const deciding = proxies.filter(({ id }) => because.includes(id))
  const adds = deciding.some(({ granted }) => levelNamed(granted?.level ?? '')?.adds === true)
  const bases = deciding.flatMap(({ granted }) => (granted === null ? [] : [granted.basis]))
  return { sees: true, adds, bases, visible }
}

/** Acts for a person from here on. Refuses `nothing-shared`, also where there is nobody. */
export async function beginActingFor(
  log: Log,
  own: { readonly person: PersonId; readonly session: Id },
  person: PersonId,
): Promise<Result<null>> {
  const { sees } = await mayActFor(log, own.person, person)
  if (!sees) return refuse(sharingRefusals.nothingShared)
  await noteActingFor(log, own, person)
  return ok(null)
}

/**
 * Finds the visitor as `find` does; who acted for somebody and may no longer is themselves again
 * from this request on, whatever ended it: no page says that they act for them.
 */
export const whoStillActs =
  (log: Log, find: FindVisitor): FindVisitor =>
  async (cookie, now) => {
    const visitor = await find(cookie, now)
    if (visitor.kind !== 'person' || !visitor.actingFor) return visitor
    const { person, session, actingFor } = visitor
    if ((await mayActFor(log, person, actingFor.person)).sees) return visitor
    await stopActingFor(log, { person, session: session as Id })
    return find(cookie, now)
  }

type FindVisitor = (cookie: string | null, now: Instant) => Promise<Visitor>

/** Acts for oneself again. */
export const stopActingFor = async (
  log: Log,
  own: { readonly person: PersonId; readonly session: Id },
): Promise<void> => {
  await noteActingFor(log, own, null)
}
