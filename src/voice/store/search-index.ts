// What is found in the index of words and filters, where that has little enough to look at.
import type { Database, Querier } from '../../plumbing/index.ts'
import { readWordQuery } from '../domain/follow/saved-search.ts'
import { shareLookedAt, shareThatFits } from '../domain/search/filters.ts'
import {
  type Asked,
  BECAME,
  collect,
  HIT,
  type Hit,
  ORDER,
  older,
  onTheDay,
  where,
  within,
} from './search-asked.ts'

/** All that the index of words and filters has of it. */
export function inIndex(db: Database, asked: Asked): Promise<Hit[]> {
  const { values, value } = collect()
  const found = `found @@ ${value(wordsOf(asked))}::tsquery`
  const also = [...onTheDay(asked, value), ...within(asked, value)]
  return db.transaction(async (tx) => {
    // The planner cannot know how rarely all that is asked for stands together.
    const [, rows] = await Promise.all([
      tx.text(`select set_config('enable_seqscan', 'off', true)`, [], 'only-by-index'),
      tx.text<Hit>(
        `with found as materialized (
           select stream, published_at from voice.search ${where(found, ...also)}
         )
         select ${HIT} from found ${where(...older(asked, value))} ${ORDER}
         limit ${value(asked.limit)}`,
        values,
      ),
    ])
    return rows
  }, 'read')
}

/** Words and filters as one question to the index. */
export function wordsOf({ query, kind, answered, became: code, places }: Asked): string {
  const quoted = (word: string) => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
  const [only] = places
  return [
    ...(query === '' ? [] : [`(${query})`]),
    ...(kind === null ? [] : [quoted(`§k ${kind}`)]),
    ...(answered === null ? [] : [quoted(`§a ${answered ? 'yes' : 'no'}`)]),
    ...(code === null ? [] : [BECAME[code].word]),
    ...(only === undefined || places.length > 1 ? [] : [quoted(`§p ${only}`)]),
  ].join(' & ')
}

type Counted = { word: string | null; share: number | null; stories: number; least: number | null }

/**
 * Whether the index has few enough stories to look at, by what PostgreSQL counted of each word:
 * both those of the rarest word, and those that it is likely to bring.
 */
export async function isQuick(db: Querier, asked: Asked): Promise<boolean> {
  const { inIndex: most, brought } = asked.bounds
  const query = wordsOf(asked)
  const tree = readWordQuery(query)
  if (tree === null) return false
  const counted = await db.text<Counted>(
    `select c.reltuples::float8 as stories, e.word, e.share::float8 as share,
       s.freqs[cardinality(s.words) + 1]::float8 as least
     from pg_class c left join lateral (
       select most_common_elems::text::text[] as words, most_common_elem_freqs as freqs
       from pg_stats where schemaname = 'voice' and tablename = 'search' and attname = 'found'
     ) s on true
     left join lateral unnest(s.words, s.freqs[:cardinality(s.words)]) e (word, share)
       on $1 like '%' || e.word || '%'
     where c.oid = 'voice.search'::regclass`,
    [query],
    'counted-words',
  )
  const [first] = counted
  if (first === undefined || first.stories <= Math.min(most, brought)) return true
  const shares = new Map(counted.map(({ word, share }) => [word, share]))
  const shareOf = (word: string) => shares.get(word) ?? first.least ?? 0
  // Each word takes its own time for each story that is looked at, and words that stand one after
  // the other are looked up in each story that has both.
  const each = Math.max(1, (query.match(/'(?:[^']|'')+'/g) ?? []).length / 4)
  const looked = shareLookedAt(tree, shareOf) * first.stories * each
  const likely = shareThatFits(tree, shareOf) * first.stories
  return looked <= (query.includes('<') ? most / 4 : most) && likely <= brought
}
