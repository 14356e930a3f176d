// A million stories over 5,000 services, put into the tables as a rebuild would put them there.
import type { Day, Id } from '../../src/basics/index.ts'
import { appendAll, CHAIN_START, type Log } from '../../src/log/index.ts'
import type { Database } from '../../src/plumbing/index.ts'
import { indexMissing } from '../../src/voice/store/search-rows.ts'

const SERVICES = 5_000
/** Of these the first lie in one area. */
export const IN_AREA = 250
const BATCH = 50_000
const FROM = '2020-01-01' as Day

// Words as stories have them: a few in every story, most in few.
export const common =
  'waiting room nurse appointment told hours called phone doctor kind letter pain'
export const rare = Array.from({ length: 4_000 }, (_, one) => `word${one}`)

/** Services in a country, of which the first lie in one area of it, as facts in one go. */
export async function addServices(log: Log) {
  const [country, area] = [log.chance.id(), log.chance.id()]
  const services = Array.from({ length: SERVICES }, () => log.chance.id())
  const opened = (place: Id, kind: string, name: string, within: Id | null) => ({
    owner: place,
    stream: place,
    type: { name: 'place' },
    from: CHAIN_START,
    actor: { by: null, onBehalfOf: null },
    facts: [
      { kind: 'place-opened', body: { kind, name, code: null, from: FROM } },
      ...(within === null
        ? []
        : [{ kind: 'place-linked', body: { link: 'within', to: within, from: FROM } }]),
    ],
  })
  await log.db.transaction(async (tx) => {
    await appendAll(log, tx, [
      opened(country, 'area', 'Wales', null),
      opened(area, 'area', 'Millbrook', country),
      ...services.map((one, at) =>
        opened(one, 'service', `Service ${at}`, at < IN_AREA ? area : country),
      ),
    ])
  })
  return { services, area, country }
}

// Secondary indexes are made after a large filling, as whoever brings a million stories in would.
const LATER = [
  'search_found',
  'search_newest',
  'search_kind',
  'search_answered',
  'search_promised',
  'search_confirmed',
  'search_disputed',
  'search_late',
  'search_waiting',
  'about_place',
  'work_stream',
]

/** Fills the tables of stories: what a rebuild would make from the facts of that many. */
export async function fillStories(
  owner: Database,
  from: number,
  to: number,
  services: readonly Id[],
) {
  const names = LATER.map((name) => `voice.${name}`)
  const made = await owner.text<{ says: string }>(
    `select pg_get_indexdef(one::regclass) as says from unnest($1::text[]) as one`,
    [names],
  )
  await owner.text(`drop index ${names.join(', ')}`)
  for (let at = from; at < to; at += BATCH) {
    await fillBatch(owner, at, Math.min(at + BATCH, to) - 1, services)
  }
  for (const table of ['published', 'about', 'promised', 'work']) {
    await owner.text(`vacuum analyze voice.${table}`)
  }
  await owner.transaction(async (tx) => {
    await tx.text("set local statement_timeout = '20min'")
    await tx.text(indexMissing)
  })
  for (const { says } of made) await owner.text(says)
  // As autovacuum does on its own on an installation, a minute or so after so many rows came.
  await owner.text('vacuum analyze voice.search')
}

const fillBatch = (owner: Database, from: number, to: number, services: readonly Id[]) =>
  owner.text(
    `with made as materialized (
       select gen_random_uuid() as stream, n,
         now() - (n % 1500) * interval '1 day' - (n % 86400) * interval '1 second' as published_at,
         case n % 5 when 0 then 'praise' when 1 then 'concern' when 2 then 'idea' else 'story' end
           as kind,
         ($5::uuid[])[1 + (hashint4(n) & 2147483647) % array_length($5::uuid[], 1)] as place,
         case when n % 3 > 0 or n % 6 = 0 then interval '3 days' end as answered
       from generate_series($1::int, $2::int) n
     ), published as (
       insert into voice.published (owner, stream, kind, title, happened, good, better,
         told_at, published_at, first_answer_at)
       select stream, stream, kind, 'Story ' || ($4::text[])[1 + n % 4000],
         concat_ws(' ', ($3::text[])[1 + n % 12], ($3::text[])[1 + (n / 7) % 12],
           ($3::text[])[1 + (n / 11) % 12], ($3::text[])[1 + (n / 13) % 12],
           ($3::text[])[1 + (n / 17) % 12], ($3::text[])[1 + (n / 19) % 12],
           ($3::text[])[1 + (n / 23) % 12], ($3::text[])[1 + (n / 29) % 12],
           ($4::text[])[1 + (hashint4(n) & 2147483647) % 4000],
           ($4::text[])[1 + (hashint4(n + 7) & 2147483647) % 4000]), '', '',
         published_at - interval '1 day', published_at, published_at + answered
       from made
     ), about as (
       insert into voice.about (owner, stream, place, kind, concern, told_at, published_at,
         first_answer_at)
       select stream, stream, place, kind, kind = 'concern', published_at - interval '1 day',
         published_at, published_at + answered
       from made
     ), work as (
       insert into voice.work (owner, stream, kind, told_at, read_by, standing, severity, risks,
         out_of_hours, settled_at, answer_by, first_answer_at, is_own)
       select stream, stream, kind, published_at - interval '1 day', published_at::date,
         'published', 1, '{}', false, published_at, published_at::date + 10,
         published_at + answered, false
       from made
     )
     insert into voice.promised (owner, stream, story, organisation, due, made_at, said_done_at,
       answer)
     select stream, gen_random_uuid(), stream, null, published_at::date + 60, published_at,
       case when n % 7 > 0 then published_at + interval '20 days' end,
       case when n % 7 > 1 then (array['yes', 'yes', 'yes', 'no', 'not yet'])[1 + n % 5] end
     from made where n % 6 = 0`,
    [from, to, common.split(' '), rare, services],
  )
