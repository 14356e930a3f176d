// The rows made from complaints: whose it is, who handles it, and where it stands.
import type { Id, Instant } from '../../basics/index.ts'
import { projection } from '../../log/index.ts'
import { type Querier, type Tx, tables } from '../../plumbing/index.ts'
import { complaintKinds } from '../domain/complaint-facts.ts'

type At = { readonly owner: Id; readonly stream: Id }
type Complaints = At & {
  complainant: Id | null
  received_at: Instant
  acknowledged_at: Instant | null
  closed: boolean
}
type Bodies = At & { organisation: Id; received_at: Instant }

const build = tables<{ 'voice.complaints': Complaints; 'voice.complaint_bodies': Bodies }>()

export const complaintRows = projection({
  name: 'voice.complaints',
  tables: ['voice.complaints', 'voice.complaint_bodies'],
  kinds: complaintKinds,
  async apply(tx, facts) {
    for (const fact of facts) {
      const at = { owner: fact.owner, stream: fact.stream }
      switch (fact.kind) {
        case 'complaint-received': {
          const { complainant, receivedAt, body } = fact.body
          const row = { ...at, complainant, acknowledged_at: null, closed: false }
          await tx.all(
            build.insertInto('voice.complaints').values({ ...row, received_at: receivedAt }),
          )
          await addBody(tx, { ...at, organisation: body, received_at: receivedAt })
          break
        }
        case 'complaint-acknowledged':
          await change(tx, at, { acknowledged_at: fact.at })
          break
        case 'complaint-sharing-answered':
          if (fact.body.allowed) {
            const { other } = fact.body
            await addBody(tx, { ...at, organisation: other, received_at: fact.at })
          }
          break
        case 'complaint-learning-recorded':
        case 'complaint-resolved-at-once':
        case 'complaint-withdrawn':
          await change(tx, at, { closed: true })
          break
      }
    }
  },
})

const addBody = async (tx: Tx, row: Bodies): Promise<void> => {
  await tx.all(
    build
      .insertInto('voice.complaint_bodies')
      .values(row)
      .onConflict((on) => on.doNothing()),
  )
}

const change = async (tx: Tx, { owner, stream }: At, set: Partial<Complaints>): Promise<void> => {
  await tx.all(
    build
      .updateTable('voice.complaints')
      .set(set)
      .where('owner', '=', owner)
      .where('stream', '=', stream),
  )
}

/** What one person complained of, newest first. */
export const ownComplaints = (db: Querier, person: Id, limit = 50): Promise<At[]> =>
  db.all(
    build
      .selectFrom('voice.complaints')
      .select(['owner', 'stream'])
      .where('complainant', '=', person)
      .orderBy('received_at', 'desc')
      .orderBy('stream')
      .limit(limit),
  )

/** What a body handles: open ones first, the oldest first. */
export const complaintsOf = (db: Querier, organisation: Id, limit = 100): Promise<At[]> =>
  db.all(
    build
      .selectFrom('voice.complaint_bodies as b')
      .innerJoin('voice.complaints as c', (join) =>
        join.onRef('c.owner', '=', 'b.owner').onRef('c.stream', '=', 'b.stream'),
      )
      .select(['c.owner', 'c.stream'])
      .where('b.organisation', '=', organisation)
      .orderBy('c.closed')
      .orderBy('c.received_at')
      .orderBy('c.stream')
      .limit(limit),
  )
