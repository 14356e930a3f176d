// The rows made from complaints: whose it is, who handles it, and what is due next.
import { type Day, dayIn, type Id, type Instant, LONDON, type Nation } from '../../basics/index.ts'
import { type FactOf, projection } from '../../log/index.ts'
import { type Querier, type Tx, tables } from '../../plumbing/index.ts'
import { nextDay } from '../domain/complaint/dues.ts'
import { type ComplaintKind, complaintKinds } from '../domain/complaint/facts.ts'

export type ComplaintRef = { readonly owner: Id; readonly stream: Id }
type Complaints = ComplaintRef & {
  complainant: Id | null
  representative: Id | null
  received_at: Instant
  acknowledged_at: Instant | null
  closed: boolean
  nation: string
  /** Each body that has not acknowledged it, after the day since when it has it; earliest first. */
  unacknowledged: string[]
  /** Whether another body is asked to answer it alone. */
  passing: boolean
  proposed_by: Day | null
  agreed_on: Day | null
  reply_by: Day | null
  answered: boolean
  explained: boolean
  due_next: Day | null
}
type Bodies = ComplaintRef & { organisation: Id; received_at: Instant }
type Ways = ComplaintRef & { holder: string; digest: string }

const build = tables<{
  'voice.complaints': Complaints
  'voice.complaint_bodies': Bodies
  'voice.complaint_ways': Ways
}>()

export const complaintRows = projection({
  name: 'voice.complaints',
  tables: ['voice.complaints', 'voice.complaint_bodies', 'voice.complaint_ways'],
  kinds: complaintKinds,
  async apply(tx, facts) {
    for (const fact of facts) {
      await keepBodiesAndWays(tx, fact)
      if (fact.kind === 'complaint-received') {
        await add(tx, fact)
        continue
      }
      const row = await find(tx, fact)
      const set = row === null ? null : changeBy(fact, row)
      if (row === null || set === null) continue
      const after = { ...row, ...set }
      await change(tx, fact, { ...set, due_next: dueNext(after) })
    }
  },
})

type Received = Extract<FactOf<ComplaintKind>, { kind: 'complaint-received' }>

async function add(tx: Tx, { owner, stream, body }: Received): Promise<void> {
  const day = dayIn(LONDON, body.receivedAt)
  const row: Complaints = {
    owner,
    stream,
    complainant: body.complainant,
    representative: body.representative?.by ?? null,
    received_at: body.receivedAt,
    acknowledged_at: null,
    closed: false,
    nation: body.nation,
    unacknowledged: [`${day} ${body.body}`],
    passing: false,
    proposed_by: null,
    agreed_on: null,
    reply_by: null,
    answered: false,
    explained: false,
    due_next: null,
  }
  await tx.all(build.insertInto('voice.complaints').values({ ...row, due_next: dueNext(row) }))
}

const dueNext = (row: Complaints): Day | null =>
  row.closed
    ? null
    : nextDay({
        nation: row.nation as Nation,
        receivedOn: dayIn(LONDON, row.received_at),
        unacknowledgedSince: (row.unacknowledged[0]?.slice(0, 10) as Day | undefined) ?? null,
        agreedOn: row.agreed_on,
        replyBy: row.reply_by,
        answered: row.answered,
        explained: row.explained,
      })

/** What a fact changes in the row of its complaint; null where it changes nothing. */
function changeBy(fact: FactOf<ComplaintKind>, row: Complaints): Partial<Complaints> | null {
  switch (fact.kind) {
    case 'complaint-kept':
      return fact.body.holder === 'complainant'
        ? { complainant: fact.body.person }
        : { representative: fact.body.person }
    case 'complaint-representative-named':
      return { representative: null }
    case 'complaint-acknowledged':
      return {
        acknowledged_at: row.acknowledged_at ?? fact.at,
        unacknowledged: without(row.unacknowledged, fact.body.body),
      }
    case 'complaint-sharing-asked':
      return { passing: fact.body.how === 'pass' }
    case 'complaint-sharing-answered': {
      const since = `${dayIn(LONDON, fact.at)} ${fact.body.other}`
      if (!fact.body.allowed || !row.passing) return null
      return { unacknowledged: [...row.unacknowledged, since].toSorted() }
    }
    case 'complaint-plan-proposed':
      return { proposed_by: fact.body.replyBy }
    case 'complaint-plan-set':
    case 'complaint-plan-agreed':
      return { agreed_on: dayIn(LONDON, fact.at), reply_by: row.proposed_by }
    case 'complaint-delay-explained':
      return { explained: true }
    case 'complaint-response-sent':
      return { answered: true }
    case 'complaint-resolved-at-once':
    case 'complaint-withdrawn':
    case 'complaint-not-dealt-with':
      // Nothing is due any more, and what was learned is still to be said.
      return { answered: true, explained: true, unacknowledged: [] }
    case 'complaint-learning-recorded':
      return { closed: true }
    default:
      return null
  }
}

/** Without the body that has said so now; without the first, where none was named. */
function without(waiting: readonly string[], body: Id | null): string[] {
  const at = Math.max(0, body === null ? 0 : waiting.findIndex((one) => one.endsWith(body)))
  return waiting.filter((_, place) => place !== at)
}

async function keepBodiesAndWays(tx: Tx, fact: FactOf<ComplaintKind>): Promise<void> {
  const at = { owner: fact.owner, stream: fact.stream }
  switch (fact.kind) {
    case 'complaint-received': {
      const { body, receivedAt } = fact.body
      return addBody(tx, { ...at, organisation: body, received_at: receivedAt })
    }
    case 'complaint-sharing-answered':
      if (!fact.body.allowed) return
      return addBody(tx, { ...at, organisation: fact.body.other, received_at: fact.at })
    case 'complaint-way-back-made':
      return keepWay(tx, { ...at, ...fact.body })
    case 'complaint-representative-named':
      // Whoever acted has no way back any more.
      await tx.all(
        build
          .deleteFrom('voice.complaint_ways')
          .where('owner', '=', at.owner)
          .where('stream', '=', at.stream)
          .where('holder', '=', 'representative'),
      )
  }
}

/** A body that already has it may be asked to answer it alone now: it has to acknowledge it. */
async function addBody(tx: Tx, row: Bodies): Promise<void> {
  await tx.all(
    build
      .insertInto('voice.complaint_bodies')
      .values(row)
      .onConflict((on) => on.doNothing()),
  )
}

async function keepWay(tx: Tx, row: Ways): Promise<void> {
  await tx.all(
    build
      .insertInto('voice.complaint_ways')
      .values(row)
      .onConflict((on) =>
        on.columns(['owner', 'stream', 'holder']).doUpdateSet({ digest: row.digest }),
      ),
  )
}

async function find(tx: Tx, { owner, stream }: ComplaintRef): Promise<Complaints | null> {
  const [row] = await tx.all<Complaints>(
    build
      .selectFrom('voice.complaints')
      .selectAll()
      .where('owner', '=', owner)
      .where('stream', '=', stream),
  )
  return row ?? null
}

async function change(
  tx: Tx,
  { owner, stream }: ComplaintRef,
  set: Partial<Complaints>,
): Promise<void> {
  await tx.all(
    build
      .updateTable('voice.complaints')
      .set(set)
      .where('owner', '=', owner)
      .where('stream', '=', stream),
  )
}

/** What one person complained of or acts in, newest first. */
export const ownComplaints = (db: Querier, person: Id, limit = 50): Promise<ComplaintRef[]> =>
  db.all(
    build
      .selectFrom('voice.complaints')
      .select(['owner', 'stream'])
      .where((where) =>
        where.or([where('complainant', '=', person), where('representative', '=', person)]),
      )
      .orderBy('received_at', 'desc')
      .orderBy('stream')
      .limit(limit),
  )

/** What a body handles: open ones first, what is due soonest (or was) before the rest. */
export const complaintsOf = (
  db: Querier,
  organisation: Id,
  { limit, offset }: { limit: number; offset: number } = { limit: 100, offset: 0 },
): Promise<ComplaintRef[]> =>
  db.text<ComplaintRef>(
    `select c.owner, c.stream from voice.complaint_bodies b
     join voice.complaints c on c.owner = b.owner and c.stream = b.stream
     where b.organisation = $1
     order by c.closed, c.due_next nulls last, c.received_at, c.stream limit $2 offset $3`,
    [organisation, limit, offset],
    'complaints-of',
  )

/** Complaints in which the day of what is due next has passed, for the clock. */
export const passedComplaints = (db: Querier, today: Day, limit = 500): Promise<ComplaintRef[]> =>
  db.text<ComplaintRef>(
    `select owner, stream from voice.complaints where not closed and due_next < $1
     order by due_next, stream limit $2`,
    [today, limit],
    'passed-complaints',
  )
