// The rows made from matters of health scrutiny: for the public list, agendas, and reports.
import type { Day, Id, Instant } from '../../basics/index.ts'
import { grantRoom, projection } from '../../log/index.ts'
import type { Querier } from '../../plumbing/index.ts'
import { scrutinyKinds } from '../domain/scrutiny/facts.ts'

export const mattersTable = `
-- projection, public: one row a matter before a health scrutiny committee
create table voice.matters (
  owner uuid not null,
  stream uuid not null,
  title text not null,
  committee uuid not null,
  committee_name text not null,
  referrer_name text not null,
  own_motion boolean not null,
  referred_at timestamptz not null,
  acknowledge_by date,
  taken_up boolean,
  meeting_on date,
  meeting_where text,
  item integer,
  drafted boolean not null default false,
  about_report uuid,
  report uuid,
  primary key (owner, stream)
);
create index matters_newest on voice.matters (referred_at desc, stream desc);
create index matters_meeting on voice.matters (meeting_on, committee, item);
create index matters_about on voice.matters (about_report) where about_report is not null;
create index matters_report on voice.matters (report) where report is not null;

${grantRoom('voice')}
`

export type MatterRow = {
  readonly stream: Id
  readonly title: string
  readonly committee: Id
  readonly committeeName: string
  readonly referrerName: string
  readonly ownMotion: boolean
  readonly referredAt: Instant
  readonly acknowledgeBy: Day | null
  readonly takenUp: boolean | null
  readonly meetingOn: Day | null
  readonly meetingWhere: string | null
  readonly item: number | null
  readonly drafted: boolean
  readonly report: Id | null
}

const COLUMNS = `stream, title, committee, committee_name as "committeeName",
  referrer_name as "referrerName", own_motion as "ownMotion", referred_at as "referredAt",
  acknowledge_by as "acknowledgeBy", taken_up as "takenUp", meeting_on as "meetingOn",
  meeting_where as "meetingWhere", item, drafted, report`

export const matterRows = projection({
  name: 'voice.matters',
  tables: ['voice.matters'],
  kinds: scrutinyKinds,
  async apply(tx, facts) {
    const set = (change: string, owner: Id, stream: Id, values: unknown[]) =>
      tx.text(
        `update voice.matters set ${change} where owner = $1 and stream = $2`,
        [owner, stream, ...values],
        `matter-${change.split(' ')[0] ?? ''}`,
      )
    for (const { kind, body, owner, stream, at } of facts) {
      if (kind === 'matter-referred') {
        const { title, committee, referrer, acknowledgeBy, report } = body
        const own = committee.organisation === referrer.organisation
        await tx.text(
          `insert into voice.matters (owner, stream, title, committee, committee_name,
             referrer_name, own_motion, referred_at, acknowledge_by, about_report)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
          [
            ...[owner, stream, title, committee.organisation, committee.shownAs],
            ...[referrer.shownAs, own, at, acknowledgeBy, report],
          ],
          'matter-referred',
        )
      } else if (kind === 'matter-acknowledged') {
        await set('taken_up = $3', owner, stream, [body.takenUp])
      } else if (kind === 'matter-on-agenda') {
        const { meetingOn, where, item } = body
        const place = 'meeting_on = $3, meeting_where = $4, item = $5'
        await set(place, owner, stream, [meetingOn, where, item])
      } else if (kind === 'scrutiny-report-drafted') {
        await set('drafted = true', owner, stream, [])
      } else if (kind === 'scrutiny-report-agreed') {
        await set('report = $3', owner, stream, [body.report])
      }
    }
  },
})

/** Every matter, the newest first. */
export const listMatters = (db: Querier, offset: number, limit: number): Promise<MatterRow[]> =>
  db.text<MatterRow>(
    `select ${COLUMNS} from voice.matters order by referred_at desc, stream desc
     offset $1 limit $2`,
    [offset, limit],
    'list-matters',
  )

/** What stands on the agendas of meetings from a day on, in the order in which it is dealt with. */
export const onAgendas = (db: Querier, today: Day, limit = 100): Promise<MatterRow[]> =>
  db.text<MatterRow>(
    `select ${COLUMNS} from voice.matters where meeting_on >= $1
     order by meeting_on, committee_name, item, stream limit $2`,
    [today, limit],
    'on-agendas',
  )

/** The matters that a report led to, and the one that it came from. */
export const mattersOfReport = (db: Querier, report: Id): Promise<MatterRow[]> =>
  db.text<MatterRow>(
    `select ${COLUMNS} from voice.matters where about_report = $1 or report = $1
     order by referred_at, stream limit 20`,
    [report],
    'matters-of-report',
  )
