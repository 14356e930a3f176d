// The rows made from decision aids, and the list of them: all of it is public.
import type { Instant } from '../../basics/index.ts'
import { grantRoom, projection } from '../../log/index.ts'
import type { Querier } from '../../plumbing/index.ts'
import { aidKinds } from '../domain/aid/facts.ts'

export const aidTables = `
-- projection, public: one row a decision aid, for the list
create table care.aids (
  owner uuid not null,
  stream uuid not null,
  aid text not null,
  title text not null,
  version integer not null,
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (owner, stream)
);
create index aids_by_title on care.aids (title);

${grantRoom('care')}
`

export type ListedAid = {
  readonly aid: string
  readonly title: string
  readonly version: number
  readonly publishedAt: Instant
  readonly withdrawnAt: Instant | null
}

export const aids = projection({
  name: 'care.aids',
  tables: ['care.aids'],
  kinds: aidKinds,
  async apply(tx, facts) {
    for (const { kind, body, owner, stream, at } of facts) {
      if (kind === 'aid-withdrawn') {
        await tx.text(
          'update care.aids set withdrawn_at = $3 where owner = $1 and stream = $2',
          [owner, stream, at],
          'withdraw-aid',
        )
        continue
      }
      await tx.text(
        `insert into care.aids (owner, stream, aid, title, version, published_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (owner, stream) do update set title = excluded.title,
           version = excluded.version, published_at = excluded.published_at, withdrawn_at = null`,
        [owner, stream, body.aid, body.title, body.version, at],
        'publish-aid',
      )
    }
  },
})

/** By title; those withdrawn come last. */
export const listAids = (db: Querier): Promise<ListedAid[]> =>
  db.text<ListedAid>(
    `select aid, title, version, published_at as "publishedAt", withdrawn_at as "withdrawnAt"
     from care.aids order by withdrawn_at is not null, title limit 500`,
    [],
    'list-aids',
  )
