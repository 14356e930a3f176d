// What is found by marks: 256 bits a story, of which each word and filter sets one.
import type { Querier } from '../../plumbing/index.ts'
import { readWordQuery } from '../domain/follow/saved-search.ts'
import { wordsThatMustBe } from '../domain/search/filters.ts'
import {
  type After,
  type Asked,
  answer,
  collect,
  type Hit,
  type Hits,
  newestRows,
  ORDER,
  ofKind,
  onTheDay,
  where,
  within,
  words,
} from './search-asked.ts'
import { wordsOf } from './search-index.ts'

/**
 * The marks stand in the indexes that have stories newest first, so that very many are looked at
 * without opening one. A story that lacks the mark of a word lacks the word; one that has the
 * marks of all is opened and looked at.
 * @source Bloom, Space/time trade-offs in hash coding with allowable errors, CACM 13(7), 1970
 */
export const searchMarks = `
create function voice.marks_of(words text[]) returns bit(256)
language sql immutable parallel safe strict as $$
  select coalesce(
    bit_or(set_bit(repeat('0', 256)::bit(256), ('x' || left(md5(word), 2))::bit(8)::int, 1)),
    repeat('0', 256)::bit(256))
  from unnest(words) word
$$;

alter table voice.search add column marks bit(256) not null
  generated always as (voice.marks_of(tsvector_to_array(found))) stored;

drop index voice.search_newest, voice.search_kind, voice.search_answered, voice.search_promised,
  voice.search_confirmed, voice.search_disputed, voice.search_late, voice.search_waiting;
create index search_newest on voice.search (published_at desc, stream desc)
  include (owner, marks);
create index search_kind on voice.search (kind, published_at desc, stream desc)
  include (owner, marks);
create index search_answered on voice.search (answered, published_at desc, stream desc)
  include (owner, marks);
create index search_promised on voice.search (published_at desc, stream desc)
  include (owner, marks) where promised;
create index search_confirmed on voice.search (published_at desc, stream desc)
  include (owner, marks) where confirmed;
create index search_disputed on voice.search (published_at desc, stream desc)
  include (owner, marks) where disputed;
create index search_late on voice.search (published_at desc, stream desc)
  include (owner, marks) where due is not null;
create index search_waiting on voice.search (published_at desc, stream desc)
  include (owner, marks) where asked or due_last is not null;
`

/** So many of the newest that the rarest filter leaves, by their marks; and how far that went. */
export async function byMarks(db: Querier, asked: Asked): Promise<Hits> {
  const { hits, last } = await amongMarked(db, asked)
  if (hits.length >= asked.limit) return { hits, lookedTo: null }
  return { hits, lookedTo: last ?? (await lastLookedAt(db, asked)) }
}

/** Those that fit, and the last of those that were opened where more might be. */
async function amongMarked(db: Querier, asked: Asked) {
  const { marks, marked } = asked.bounds
  const { values, value } = collect()
  const newest = `${newestRows(asked, value)} limit ${value(marks)}`
  // Worked out once, and not for each story.
  const wanted = `(select voice.marks_of(${value(mustHave(asked))}::text[]))`
  const others = [
    ...onTheDay(asked, value),
    ...(asked.became === null ? [] : ofKind(asked, value)),
    ...answer(asked),
    ...words(asked, value),
    ...within(asked, value),
  ]
  const most = value(asked.limit)
  const rows = await db.text<Hit & { fits: boolean }>(
    `with marked as materialized (
       select owner as whose, stream as told, published_at as at
       from (select owner, stream, published_at, marks ${newest}) newest
       where marks & ${wanted} = ${wanted} limit ${value(marked)}
     ), fitting as materialized (
       select stream, published_at from marked cross join lateral (
         select * from voice.search s where s.owner = whose and s.stream = told offset 0
       ) one ${where(...others)} ${ORDER} limit ${most}
     )
     select stream, published_at as "publishedAt", true as fits from fitting
     union all (
       select told, at, false from marked where (select count(*) from fitting) < ${most}
       order by at desc, told desc offset ${value(marked - 1)} limit 1
     )
     order by 3 desc, 2 desc, 1 desc`,
    values,
  )
  const hits = rows.filter(({ fits }) => fits)
  return { hits, last: rows.find(({ fits }) => !fits) ?? null }
}

/** The last story that was looked at by its marks; null where these were all. */
async function lastLookedAt(db: Querier, asked: Asked): Promise<After | null> {
  const { values, value } = collect()
  const rows = newestRows(asked, value)
  const [last] = await db.text<Hit>(
    `select stream, published_at as "publishedAt" ${rows}
     offset ${value(asked.bounds.marks - 1)} limit 1`,
    values,
  )
  return last ?? null
}

function mustHave(asked: Asked): readonly string[] {
  const tree = readWordQuery(wordsOf(asked))
  return tree === null ? [] : [...wordsThatMustBe(tree)]
}
