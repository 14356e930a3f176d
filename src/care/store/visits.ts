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
