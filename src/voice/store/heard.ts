// The rows of conversations heard: the themes of an organisation, and the keys of who hears.
import type { Id, Instant, PersonId } from '../../basics/index.ts'
import { grantRoom, projection } from '../../log/index.ts'
import type { BoxKey, Querier } from '../../plumbing/index.ts'
import { heardKinds } from '../domain/heard/facts.ts'

export const heardTables = `
-- projection, worklist: the themes on which an organisation heard something
create table voice.heard_themes (
  owner uuid not null,
  stream uuid not null,
  organisation uuid not null,
  heard_at timestamptz not null,
  primary key (owner, stream)
);
create index heard_themes_organisation on voice.heard_themes (organisation, heard_at desc);

-- scratch, worklist: the key for which a device seals what a worker writes while it is offline
create table voice.box_keys (
  person uuid not null,
  public_key text not null,
  private_key text not null,
  primary key (person)
);

${grantRoom('voice')}
`

/** Which report a theme became, so that whoever counts reports finds what stands behind them. */
export const heardRaised = `
alter table voice.heard_themes add column report uuid;
create index heard_themes_report on voice.heard_themes (report) where report is not null;
`

export const heardRows = projection({
  name: 'voice.heard',
  tables: ['voice.heard_themes'],
  kinds: heardKinds,
  async apply(tx, facts) {
    for (const { kind, body, owner, stream, at } of facts) {
      if (kind === 'theme-raised') {
        await tx.text(
          'update voice.heard_themes set report = $3 where owner = $1 and stream = $2',
          [owner, stream, body.report],
          'theme-raised',
        )
      }
      if (kind !== 'conversation-heard') continue
      await tx.text(
        `insert into voice.heard_themes (owner, stream, organisation, heard_at)
         values ($1, $2, $3, $4)
         on conflict (owner, stream) do update set heard_at = excluded.heard_at`,
        [owner, stream, body.organisation, at],
        'heard-theme',
      )
    }
  },
})

/** The themes that became one of these reports last. */
export const themesRaisedTo = (
  db: Querier,
  reports: readonly Id[],
): Promise<{ owner: Id; stream: Id }[]> =>
  db.text<{ owner: Id; stream: Id }>(
    `select owner, stream from voice.heard_themes where report = any($1::uuid[])
     order by owner, stream`,
    [[...reports]],
    'themes-raised-to',
  )

export const themesOf = (
  db: Querier,
  organisation: Id,
  limit = 100,
): Promise<{ stream: Id; heardAt: Instant }[]> =>
  db.text<{ stream: Id; heardAt: Instant }>(
    `select stream, heard_at as "heardAt" from voice.heard_themes where organisation = $1
     order by heard_at desc, stream limit $2`,
    [organisation, limit],
    'themes-of',
  )

/** The key of a worker; the first that was made stays, whoever made two at once. */
export async function keepBoxKey(db: Querier, person: PersonId, made: BoxKey): Promise<void> {
  await db.text(
    `insert into voice.box_keys (person, public_key, private_key) values ($1, $2, $3)
     on conflict do nothing`,
    [person, made.publicKey, made.privateKey],
    'keep-box-key',
  )
}

export async function boxKeyOf(db: Querier, person: PersonId): Promise<BoxKey | null> {
  const [row] = await db.text<BoxKey>(
    `select public_key as "publicKey", private_key as "privateKey" from voice.box_keys
     where person = $1`,
    [person],
    'box-key-of',
  )
  return row ?? null
}
