// The rows of what was done about stories: which wait, which can be read, which story led to which.
import type { Id, Instant } from '../../basics/index.ts'
import { grantRoom, projection } from '../../log/index.ts'
import type { Querier } from '../../plumbing/index.ts'
import { changeKinds } from '../domain/change/facts.ts'

export const changesTables = `
-- projection, worklist: what services say they did about stories, and where it stands
create table voice.changes (
  owner uuid not null,
  stream uuid not null,
  organisation uuid not null,
  told_at timestamptz not null,
  standing text not null,
  published_at timestamptz,
  primary key (owner, stream)
);
create index changes_waiting on voice.changes (told_at) where standing = 'waiting';
create index changes_newest on voice.changes (published_at desc, stream)
  where published_at is not null;
create index changes_organisation on voice.changes (organisation, told_at desc);

-- projection, worklist: the stories that led to each
create table voice.change_stories (
  owner uuid not null,
  stream uuid not null,
  story uuid not null,
  primary key (owner, stream, story)
);
create index change_stories_story on voice.change_stories (story);

${grantRoom('voice')}
`

export const changeRows = projection({
  name: 'voice.changes',
  tables: ['voice.changes', 'voice.change_stories'],
  kinds: changeKinds,
  async apply(tx, facts) {
    for (const { kind, body, owner, stream, at } of facts) {
      if (kind === 'change-told') {
        await tx.text(
          `insert into voice.changes (owner, stream, organisation, told_at, standing)
           values ($1, $2, $3, $4, 'waiting')`,
          [owner, stream, body.organisation, at],
          'change-told',
        )
        await tx.text(
          `insert into voice.change_stories (owner, stream, story)
           select $1, $2, story from unnest($3::uuid[]) as linked (story)`,
          [owner, stream, [...body.stories]],
          'change-stories',
        )
      } else if (kind === 'change-published' || kind === 'change-returned') {
        const published = kind === 'change-published'
        await tx.text(
          `update voice.changes set standing = $3, published_at = $4
           where owner = $1 and stream = $2`,
          [owner, stream, published ? 'published' : 'returned', published ? at : null],
          'change-settled',
        )
      }
    }
  },
})

export const waitingChanges = (
  db: Querier,
  limit = 50,
): Promise<{ stream: Id; toldAt: Instant }[]> =>
  db.text<{ stream: Id; toldAt: Instant }>(
    `select stream, told_at as "toldAt" from voice.changes where standing = 'waiting'
     order by told_at, stream limit $1`,
    [limit],
    'waiting-changes',
  )

const ids = async (rows: Promise<{ stream: Id }[]>): Promise<Id[]> =>
  (await rows).map(({ stream }) => stream)

/** What anybody may read, the newest first. */
export const publishedChanges = (db: Querier, limit = 50): Promise<Id[]> =>
  ids(
    db.text<{ stream: Id }>(
      `select stream from voice.changes where published_at is not null
       order by published_at desc, stream limit $1`,
      [limit],
      'published-changes',
    ),
  )

export const changesOf = (db: Querier, organisation: Id, limit = 100): Promise<Id[]> =>
  ids(
    db.text<{ stream: Id }>(
      `select stream from voice.changes where organisation = $1
       order by told_at desc, stream limit $2`,
      [organisation, limit],
      'changes-of',
    ),
  )

/** What a story led to and can be read. */
export const changesFrom = (db: Querier, story: Id): Promise<Id[]> =>
  ids(
    db.text<{ stream: Id }>(
      `select c.stream from voice.change_stories s
       join voice.changes c on c.owner = s.owner and c.stream = s.stream
       where s.story = $1 and c.published_at is not null order by c.published_at, c.stream`,
      [story],
      'changes-from',
    ),
  )

/** The stories told to an organisation that it may link, the newest first. */
export const linkableStories = (db: Querier, organisation: Id, limit = 50): Promise<Id[]> =>
  ids(
    db.text<{ stream: Id }>(
      `select w.stream from voice.told_to t
       join voice.work w on w.owner = t.owner and w.stream = t.stream
       where t.organisation = $1 and w.standing in ('published', 'accepted')
       order by t.told_at desc, t.stream limit $2`,
      [organisation, limit],
      'linkable-stories',
    ),
  )
