// The rows made from receipts, and the list of who looked read from them.
import type { Id, Instant, OrganisationId, PersonId } from '../../basics/index.ts'
import { projection } from '../../log/index.ts'
import type { Querier } from '../../plumbing/index.ts'
import { lookKinds } from '../domain/facts.ts'
import type { LookAct } from '../domain/grant.ts'
import type { Receipt } from '../domain/look-receipt.ts'
import type { Purpose } from '../domain/purposes.ts'

export const looks = projection({
  name: 'sharing.looks',
  tables: ['sharing.looks'],
  kinds: lookKinds,
  async apply(tx, facts) {
    for (const { owner, stream, id, at, by, body } of facts) {
      await tx.text(
        `insert into sharing.looks (owner, stream, look, at, by, via, organisation, roles,
           purpose, act, page, grants, items)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [
          owner,
          stream,
          id,
          at,
          by,
          body.via,
          body.organisation,
          body.roles,
          body.purpose,
          body.act,
          body.where,
          body.grants,
          body.items,
        ],
        'note-look',
      )
    }
  },
})

/** One look, as its receipt says it. */
export type LookRow = {
  readonly id: Id
  readonly at: Instant
  readonly by: PersonId | null
  readonly via: Receipt['via']
  readonly organisation: OrganisationId | null
  readonly roles: readonly string[]
  readonly purpose: Purpose
  readonly act: LookAct
  readonly where: string
  readonly grants: readonly Id[]
  /** Without what is kept from the person, where they look. */
  readonly items: readonly Id[]
  /** Whether something that is kept from the person was among it. */
  readonly kept: boolean
}

/** `$n` holds the ids of what is kept from the person, for their eyes; else none. */
const columns = (n: number) => `look as id, at, by, via, organisation, roles, purpose, act,
  page as "where", grants, items && $${n}::uuid[] as kept,
  case when items && $${n}::uuid[]
    then array(select item from unnest(items) item where item <> all($${n}::uuid[]))
    else items end as items`

const nothingKept: readonly Id[] = []

/** Looks at what a person keeps, newest first: their own only if wanted, or for one purpose. */
export const listLooks = (
  db: Querier,
  person: PersonId,
  slice: {
    own: boolean
    purpose?: Purpose | null
    limit: number
    offset: number
    kept?: readonly Id[]
  },
): Promise<LookRow[]> =>
  db.text<LookRow>(
    `select ${columns(6)} from sharing.looks where owner = $1 and ($2 or via <> 'self' or by <> $1)
       and ($5::text is null or purpose = $5)
     order by at desc, look desc limit $3 offset $4`,
    [
      person,
      slice.own,
      slice.limit,
      slice.offset,
      slice.purpose ?? null,
      slice.kept ?? nothingKept,
    ],
    'list-looks',
  )

/** The looks of one visitor, in one role, on one day. */
export type Visit = {
  /** The stream that their receipts lie in. */
  readonly id: Id
  readonly by: PersonId | null
  readonly via: Receipt['via']
  readonly organisation: OrganisationId | null
  readonly first: Instant
  readonly last: Instant
  readonly count: number
  /** How many different things were shown, without what is kept from the person. */
  readonly shown: number
  /** Whether something that is kept from the person was among it. */
  readonly kept: boolean
  readonly acts: readonly LookAct[]
  readonly purposes: readonly Purpose[]
}

export type LookFilter = {
  /** The person's own looks too. */
  readonly own: boolean
  readonly purpose: Purpose | null
  readonly act: LookAct | null
  /** One who looked, or one organisation in whose roles they did. */
  readonly who: Id | null
}

const FILTERED = `owner = $1 and ($2 or via <> 'self' or by <> $1)
  and ($3::text is null or purpose = $3) and ($4::text is null or act = $4)
  and ($5::uuid is null or by = $5 or organisation = $5)`

const filtering = (person: PersonId, { own, purpose, act, who }: LookFilter) => [
  person,
  own,
  purpose,
  act,
  who,
]

/** Looks at what a person keeps, those of one visitor and day together, the newest first. */
export const listVisits = (
  db: Querier,
  person: PersonId,
  slice: LookFilter & {
    readonly limit: number
    readonly offset: number
    readonly kept: readonly Id[]
  },
): Promise<Visit[]> =>
  db.text<Visit>(
    `with visits as (
       select stream, by, via, organisation, min(at) as first, max(at) as last,
         count(*)::int as count, array_agg(distinct act order by act) as acts,
         array_agg(distinct purpose order by purpose) as purposes
       from sharing.looks where ${FILTERED}
       group by stream, by, via, organisation
       order by max(at) desc, stream limit $6 offset $7)
     select stream as id, by, via, organisation, first, last, count, acts, purposes,
       seen.shown, seen.kept
     from visits v, lateral (
       select (count(distinct item) filter (where item <> all($8::uuid[])))::int as shown,
         coalesce(bool_or(item = any($8::uuid[])), false) as kept
       from sharing.looks l, unnest(l.items) item
       where l.owner = $1 and l.stream = v.stream and l.via = v.via
         and l.organisation is not distinct from v.organisation) seen
     order by last desc, stream`,
    [...filtering(person, slice), slice.limit, slice.offset, slice.kept],
    'list-visits',
  )

/** The looks of one visit, the newest first. */
export const looksOfVisit = (
  db: Querier,
  person: PersonId,
  slice: {
    readonly visit: Id
    readonly limit: number
    readonly offset: number
    readonly kept: readonly Id[]
  },
): Promise<LookRow[]> =>
  db.text<LookRow>(
    `select ${columns(5)} from sharing.looks where owner = $1 and stream = $2
     order by at desc, look desc limit $3 offset $4`,
    [person, slice.visit, slice.limit, slice.offset, slice.kept],
    'looks-of-visit',
  )

export type Looker = Pick<Visit, 'by' | 'organisation'>

/** Everybody who ever looked, and in which organisations, to choose from; not the person. */
export const listLookers = (db: Querier, person: PersonId): Promise<Looker[]> =>
  db.text<Looker>(
    `select distinct by, organisation from sharing.looks
     where owner = $1 and (via <> 'self' or by <> $1) limit 200`,
    [person],
    'list-lookers',
  )

/** One look; `kept` are the ids of what is kept from the person, where they look. */
export async function findLook(
  db: Querier,
  person: PersonId,
  look: Id,
  kept: readonly Id[] = nothingKept,
): Promise<LookRow | null> {
  const [row] = await db.text<LookRow>(
    `select ${columns(3)} from sharing.looks where owner = $1 and look = $2`,
    [person, look, kept],
    'find-look',
  )
  return row ?? null
}

/** How often somebody looked from one page or by one command, since a moment. */
export async function looksSince(
  db: Querier,
  person: PersonId,
  { by, where, since }: { by: PersonId; where: string; since: Instant },
): Promise<number> {
  const [row] = await db.text<{ count: number }>(
    `select count(*)::int as count from sharing.looks
     where owner = $1 and by = $2 and page = $3 and at > $4`,
    [person, by, where, since],
    'looks-since',
  )
  return row?.count ?? 0
}
