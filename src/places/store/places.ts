// The rows made from places, and how they are found.
import type { Day, Id } from '../../basics/index.ts'
import { projection } from '../../log/index.ts'
import { type Querier, tables } from '../../plumbing/index.ts'
import { placeFactKinds } from '../domain/facts.ts'

type Tables = {
  'places.names': {
    owner: Id
    stream: Id
    place: number
    kind: string
    name: string
    folded: string
    begins: Day
    closed_on: Day | null
  }
  'places.links': {
    owner: Id
    stream: Id
    place: number
    link: string
    leads_to: Id
    begins: Day
    ends: Day | null
  }
}

const build = tables<Tables>()

/** A name as it is searched: without case, accents and marks. */
export const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

export const placeRows = projection({
  name: 'places.rows',
  tables: ['places.names', 'places.links'],
  kinds: placeFactKinds,
  async apply(tx, facts) {
    for (const fact of facts) {
      const at = { owner: fact.owner, stream: fact.stream, place: fact.place }
      switch (fact.kind) {
        case 'place-opened':
        case 'place-renamed': {
          const { name, from } = fact.body
          const kind = fact.kind === 'place-opened' ? fact.body.kind : await kindOf(tx, fact.stream)
          const row = { ...at, kind, name, folded: folded(name), begins: from, closed_on: null }
          await tx.all(build.insertInto('places.names').values(row))
          break
        }
        case 'place-linked': {
          const { link, to, from } = fact.body
          const row = { ...at, link, leads_to: to, begins: from, ends: null }
          await tx.all(build.insertInto('places.links').values(row))
          break
        }
        case 'place-unlinked': {
          const { link, to, until } = fact.body
          await tx.all(
            build
              .updateTable('places.links')
              .set({ ends: until })
              .where('owner', '=', at.owner)
              .where('stream', '=', at.stream)
              .where('link', '=', link)
              .where('leads_to', '=', to)
              .where('ends', 'is', null),
          )
          break
        }
        case 'place-closed':
          await tx.all(
            build
              .updateTable('places.names')
              .set({ closed_on: fact.body.on })
              .where('owner', '=', at.owner)
              .where('stream', '=', at.stream),
          )
          break
      }
    }
  },
})

async function kindOf(db: Querier, place: Id): Promise<string> {
  const row = await db.first(
    build
      .selectFrom('places.names')
      .select('kind')
      .where('owner', '=', place)
      .where('stream', '=', place)
      .limit(1),
  )
  return row?.kind ?? ''
}

export type FoundPlace = {
  readonly stream: Id
  readonly kind: string
  readonly name: string
  readonly closed_on: Day | null
}

/** Places any of whose names begins with the words, or has a word that does; open ones first. */
export function searchPlaces(
  db: Querier,
  words: string,
  kind: string | null,
  limit = 50,
): Promise<FoundPlace[]> {
  const begin = `${folded(words).replace(/[\\%_]/g, '\\$&')}%`
  let query = build
    .selectFrom('places.names')
    .select(['stream', 'kind', 'name', 'closed_on'])
    .where((is) => is.or([is('folded', 'like', begin), is('folded', 'like', `% ${begin}`)]))
  if (kind !== null) query = query.where('kind', '=', kind)
  return db.all(query.orderBy('closed_on', 'desc').orderBy('folded').orderBy('stream').limit(limit))
}

/** The open places of a kind on a day, by name: the first of them where there are more. */
export const openPlaces = (
  db: Querier,
  kind: string,
  day: Day,
  limit = 300,
): Promise<FoundPlace[]> =>
  db.text<FoundPlace>(
    `select stream, kind, name, closed_on from (
       select distinct on (stream) stream, kind, name, folded, closed_on from places.names
       where kind = $1 and begins <= $2 and (closed_on is null or closed_on > $2)
       order by stream, begins desc, place desc) as newest
     order by folded, stream limit $3`,
    [kind, day, limit],
    'open-places',
  )

/** What leads by any of these links to any of these places or organisations on a day. */
export const linkedToAny = async (
  db: Querier,
  to: readonly Id[],
  links: readonly string[],
  day: Day,
): Promise<Id[]> => {
  const rows = await db.text<{ stream: Id }>(
    `select distinct stream from places.links
     where leads_to = any($1::uuid[]) and link = any($2::text[])
       and begins <= $3 and (ends is null or ends > $3) order by stream`,
    [to, links, day],
    'linked-to-any',
  )
  return rows.map(({ stream }) => stream)
}

/** What leads to one of them by one link: the services of a provider, of a site. */
export const linkedTo = (db: Querier, to: Id, link: string, day: Day): Promise<Id[]> =>
  linkedToAny(db, [to], [link], day)
