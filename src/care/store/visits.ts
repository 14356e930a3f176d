// The rows of visits as people judged them: a team, a day, and whether all had the top answer.
import type { Day, Id } from '../../basics/index.ts'
import { grantRoom, projection } from '../../log/index.ts'
import type { Querier } from '../../plumbing/index.ts'
import { visitJudged } from '../domain/outcomes/judged-visit.ts'

export const visitTables = `
-- projection, worklist: each visit that somebody judged without a name
create table care.judged_visits (
  owner uuid not null,
  stream uuid not null,
  team uuid not null,
  day date not null,
  whole boolean not null,
  top boolean not null,
  primary key (owner, stream)
);
create index judged_visits_by_team on care.judged_visits (team, day) where whole;

${grantRoom('care')}
`

export const visitNumberTables = `
-- scratch, worklist: numbers that a team hands out, each for one visit, by digest, until it is used
create table care.visit_numbers (
  owner uuid not null,
  digest text not null,
  until date not null,
  primary key (owner, digest)
);

${grantRoom('care')}
`

export const visitRows = projection({
  name: 'care.judged_visits',
  tables: ['care.judged_visits'],
  kinds: [visitJudged],
  async apply(tx, facts) {
    for (const { owner, stream, body } of facts) {
      await tx.text(
        `insert into care.judged_visits (owner, stream, team, day, whole, top)
         values ($1, $2, $3, $4, $5, $6)`,
        [owner, stream, body.team, body.on, body.whole, body.top],
        'judge-visit',
      )
    }
  },
})

export type CountedVisits = { readonly day: Day; readonly top: boolean; readonly count: number }

/** How many visits that count a team had on each day, with and without the top answer. */
export const countVisits = (db: Querier, team: Id): Promise<CountedVisits[]> =>
  db.text(
    `select day, top, count(*)::integer as count from care.judged_visits
     where team = $1 and whole group by day, top order by day, top`,
    [team],
    'count-visits',
  )

/** The teams of which a visit was judged. */
export const teamsVisited = async (db: Querier): Promise<Id[]> => {
  const rows = await db.text<{ team: Id }>(
    'select distinct team from care.judged_visits order by team',
    [],
    'teams-visited',
  )
  return rows.map(({ team }) => team)
}

/** Keeps the digests of numbers, and forgets those whose day has passed. */
export async function keepNumbers(
  db: Querier,
  team: Id,
  digests: readonly string[],
  today: Day,
  until: Day,
): Promise<void> {
  await db.text(
    'delete from care.visit_numbers where owner = $1 and until < $2',
    [team, today],
    'forget-visit-numbers',
  )
  await db.text(
    `insert into care.visit_numbers (owner, digest, until)
     select $1, digest, $3 from unnest($2::text[]) as digest on conflict do nothing`,
    [team, digests, until],
    'keep-visit-numbers',
  )
}

export async function countNumbers(db: Querier, team: Id, today: Day): Promise<number> {
  const [row] = await db.text<{ count: number }>(
    `select count(*)::integer as count from care.visit_numbers
     where owner = $1 and until >= $2`,
    [team, today],
    'count-visit-numbers',
  )
  return row?.count ?? 0
}

/** The teams whose numbers are out. */
export const teamsWithNumbers = async (db: Querier, today: Day): Promise<Id[]> => {
  const rows = await db.text<{ owner: Id }>(
    'select distinct owner from care.visit_numbers where until >= $1',
    [today],
    'teams-with-numbers',
  )
  return rows.map(({ owner }) => owner)
}

/** Of these teams the one whose number has the digest that it would have there. */
export async function teamWithNumber(
  db: Querier,
  teams: readonly Id[],
  digests: readonly string[],
  today: Day,
): Promise<Id | null> {
  const [row] = await db.text<{ owner: Id }>(
    `select n.owner from unnest($1::uuid[], $2::text[]) as asked (team, digest)
     join care.visit_numbers n on n.owner = asked.team and n.digest = asked.digest
     where n.until >= $3 limit 1`,
    [[...teams], [...digests], today],
    'team-with-number',
  )
  return row?.owner ?? null
}

/** Uses a number up: whether it was there. Nothing ties it to the answer it let in. */
export async function takeNumber(
  tx: Querier,
  team: Id,
  digest: string,
  today: Day,
): Promise<boolean> {
  const rows = await tx.text(
    `delete from care.visit_numbers where owner = $1 and digest = $2 and until >= $3
     returning owner`,
    [team, digest, today],
    'use-visit-number',
  )
  return rows.length > 0
}
