// The rows made from reports: for the public list, and for the body that is to answer.
import type { Day, Id, Instant } from '../../basics/index.ts'
import { grantRoom, projection } from '../../log/index.ts'
import { type Querier, tables } from '../../plumbing/index.ts'
import { reportKinds } from '../domain/report/facts.ts'

export const reportsTable = `
-- projection, public: one row a report
create table voice.reports (
  owner uuid not null,
  stream uuid not null,
  title text not null,
  publisher uuid not null,
  publisher_name text not null,
  addressee uuid not null,
  addressee_name text not null,
  posted_at timestamptz not null,
  due date not null,
  recommendations integer not null,
  answered integer not null,
  closed_at timestamptz,
  primary key (owner, stream)
);
create index reports_newest on voice.reports (posted_at desc, stream desc);
create index reports_addressee on voice.reports (addressee, due);

${grantRoom('voice')}
`

export type ReportRow = {
  owner: Id
  stream: Id
  title: string
  publisher: Id
  publisher_name: string
  addressee: Id
  addressee_name: string
  posted_at: Instant
  due: Day
  recommendations: number
  answered: number
  closed_at: Instant | null
}

const build = tables<{ 'voice.reports': ReportRow }>()

export const reports = projection({
  name: 'voice.reports',
  tables: ['voice.reports'],
  kinds: reportKinds,
  async apply(tx, facts) {
    for (const { kind, body, owner, stream, at } of facts) {
      if (kind === 'report-posted') {
        const { title, publisher, addressee, due, recommendations } = body
        const row: ReportRow = {
          owner,
          stream,
          title,
          publisher: publisher.organisation as Id,
          publisher_name: publisher.shownAs,
          addressee: addressee.organisation as Id,
          addressee_name: addressee.shownAs,
          posted_at: at,
          due,
          recommendations: recommendations.length,
          answered: 0,
          closed_at: null,
        }
        await tx.all(build.insertInto('voice.reports').values(row))
      } else {
        const [change, value] =
          kind === 'report-closed' ? ['closed_at = $3', at] : ['answered = answered + $3', 1]
        await tx.text(
          `update voice.reports set ${change} where owner = $1 and stream = $2`,
          [owner, stream, value],
          `mark-${kind}`,
        )
      }
    }
  },
})

/** Every report, the newest first. */
export const listReports = (db: Querier, offset: number, limit: number): Promise<ReportRow[]> =>
  db.all(
    build
      .selectFrom('voice.reports')
      .selectAll()
      .orderBy('posted_at', 'desc')
      .orderBy('stream', 'desc')
      .offset(offset)
      .limit(limit),
  )

/** The reports that a body has not answered whole, the most urgent first. */
export const reportsToAnswer = (db: Querier, addressee: Id, limit = 100): Promise<ReportRow[]> =>
  db.all(
    build
      .selectFrom('voice.reports')
      .selectAll()
      .where('addressee', '=', addressee)
      .whereRef('answered', '<', 'recommendations')
      .orderBy('due')
      .orderBy('stream')
      .limit(limit),
  )
