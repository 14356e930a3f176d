// One row a story to be found by: its words, and what else stories are searched by, in one index.
import type { Id } from '../../basics/index.ts'
import { grantRoom, projection } from '../../log/index.ts'
import type { Querier, Tx } from '../../plumbing/index.ts'
import { sayingPublished, storyPublished, storyWithdrawn } from '../domain/facts.ts'
import { forgetNumbers } from './area-numbers.ts'
import { promiseKinds } from './promise-rows.ts'

// What is searched by besides words stands among the words, marked so that no text has it.
const made = `
  select p.owner, p.stream, p.published_at, p.kind, p.first_answer_at is not null as answered,
    a.places, b.promised, b.confirmed, b.disputed, b.asked, b.due, b.due_last,
    to_tsvector('english', p.title || ' ' || p.happened || ' ' || p.good || ' ' || p.better)
      || array_to_tsvector(array_remove(array[
        '§k ' || p.kind,
        '§a ' || case when p.first_answer_at is null then 'no' else 'yes' end,
        '§m ' || to_char(p.published_at at time zone 'UTC', 'YYYYMM'),
        case when b.promised then '§b promised' end,
        case when b.confirmed then '§b confirmed' end,
        case when b.disputed then '§b disputed' end,
        case when b.asked then '§b asked' end,
        case when b.due is not null then '§b open' end
      ], null) || array(select '§p ' || one from unnest(a.places) one)) as found
  from voice.published p
  cross join lateral (
    select array(
      select place from voice.about where owner = p.owner and stream = p.stream order by place
    ) as places
  ) a
  cross join lateral (
    select count(*) > 0 as promised,
      coalesce(bool_or(answer = 'yes'), false) as confirmed,
      coalesce(bool_or(answer in ('no', 'not yet')), false) as disputed,
      coalesce(bool_or(answer is null and said_done_at is not null), false) as asked,
      min(due) filter (where said_done_at is null) as due,
      max(due) filter (where said_done_at is null and answer is null) as due_last
    from voice.promised where owner = p.owner and story = p.stream
  ) b`

const COLUMNS = `owner, stream, published_at, kind, answered, places, promised, confirmed, disputed,
  asked, due, due_last, found`

export const searchTable = `
-- projection, public: one row to find each published story by; a promise that answers a story has
-- the owner of the story, so that all that a row is made from lies together
create table voice.search (
  owner uuid not null,
  stream uuid not null,
  published_at timestamptz not null,
  kind text not null,
  answered boolean not null,
  places uuid[] not null,
  promised boolean not null,
  confirmed boolean not null,
  disputed boolean not null,
  asked boolean not null,
  due date,
  due_last date,
  found tsvector not null,
  primary key (owner, stream)
);

insert into voice.search (${COLUMNS}) ${made};

create index search_newest on voice.search (published_at desc, stream desc);
create index search_kind on voice.search (kind, published_at desc, stream desc);
create index search_answered on voice.search (answered, published_at desc, stream desc);
create index search_promised on voice.search (published_at desc, stream desc) where promised;
create index search_confirmed on voice.search (published_at desc, stream desc) where confirmed;
create index search_disputed on voice.search (published_at desc, stream desc) where disputed;
create index search_late on voice.search (published_at desc, stream desc) where due is not null;
create index search_waiting on voice.search (published_at desc, stream desc)
  where asked or due_last is not null;
create index search_found on voice.search using gin (found) with (fastupdate = off);

drop index voice.published_newest;
drop index voice.published_kind;

${grantRoom('voice')}
`

/** Makes the rows that are missing, for whoever fills the other tables with very many at once. */
export const indexMissing = `insert into voice.search (${COLUMNS}) ${made} where not exists (
  select from voice.search s where s.owner = p.owner and s.stream = p.stream)`

/**
 * Comes after the rows of stories and of promises: the row of one story is made anew from what is
 * known of it and of what was promised in answer, so that it is the same whichever came last.
 */
export const searchRows = projection({
  name: 'voice.search',
  tables: ['voice.search'],
  kinds: [storyPublished, sayingPublished, storyWithdrawn, ...promiseKinds],
  async apply(tx, facts) {
    const streams = new Map(facts.map(({ owner, stream }) => [stream, owner]))
    for (const [stream, owner] of streams) await indexAgain(tx, owner, stream)
  },
  beside: {
    of: async (tx, owner, stream) => [await storyAt(tx, owner, stream)],
    async again(tx, owner, story) {
      await indexAgain(tx, owner, story)
      // What was counted of areas may have what was erased in it.
      await forgetNumbers(tx)
    },
  },
})

async function indexAgain(tx: Tx, owner: Id, stream: Id): Promise<void> {
  const story = await storyAt(tx, owner, stream)
  await tx.text(
    'delete from voice.search where owner = $1 and stream = $2',
    [owner, story],
    'drop-from-search',
  )
  await indexStory(tx, owner, story)
}

/** The story that a promise answers; else what was asked about is a story itself. */
export async function storyAt(tx: Querier, owner: Id, stream: Id): Promise<Id> {
  const [row] = await tx.text<{ story: Id }>(
    'select story from voice.promised where owner = $1 and stream = $2',
    [owner, stream],
    'story-at',
  )
  return row?.story ?? stream
}

/** Makes the row of a story that has none; one that is not published gets none. */
export const indexStory = (tx: Tx, owner: Id, story: Id): Promise<unknown> =>
  tx.text(
    `insert into voice.search (${COLUMNS}) ${made} where p.owner = $1 and p.stream = $2`,
    [owner, story],
    'index-story',
  )
