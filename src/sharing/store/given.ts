// The rows made from grants, so that those who are given something find who shares with them.
import type { Day, Id, Instant, OrganisationId, PersonId } from '../../basics/index.ts'
import { projection } from '../../log/index.ts'
import type { Querier, Tx } from '../../plumbing/index.ts'
import { emergencyOpened, grantGiven, grantWithdrawn } from '../domain/facts.ts'
import type { Asker } from '../domain/grant.ts'
import type { Purpose } from '../domain/purposes.ts'

type Given = {
  readonly grant: Id
  readonly purpose: string
  readonly person: Id | null
  readonly organisation: Id | null
  readonly role: string | null
  readonly lastDay: Day | null
  readonly endsAt: Instant | null
}

export const given = projection({
  name: 'sharing.given',
  tables: ['sharing.given', 'sharing.emergencies'],
  kinds: [grantGiven, grantWithdrawn, emergencyOpened],
  async apply(tx, facts) {
    for (const fact of facts) {
      const at = { owner: fact.owner, stream: fact.stream }
      if (fact.kind === 'grant-withdrawn') {
        await tx.text('delete from sharing.given where owner = $1 and given = $2', [
          fact.owner,
          fact.body.grant,
        ])
      } else if (fact.kind === 'emergency-opened') {
        const { grant, by, organisation, endsAt } = fact.body
        const rest = { grant, purpose: 'direct-care', organisation, role: null, lastDay: null }
        await insert(tx, at, { ...rest, person: by, endsAt })
        await tx.text(
          `insert into sharing.emergencies (owner, stream, given, organisation, at)
           values ($1, $2, $3, $4, $5)`,
          [fact.owner, fact.stream, grant, organisation, fact.at],
        )
      } else if (fact.body.effect === 'permit') {
        const { grant, to, purposes, until } = fact.body
        for (const purpose of purposes) {
          await insert(tx, at, { grant, purpose, ...to, lastDay: until, endsAt: null })
        }
      }
    }
  },
})

const insert = (tx: Tx, { owner, stream }: { owner: Id; stream: Id }, row: Given) =>
  tx.text(
    `insert into sharing.given (owner, stream, given, purpose, person, organisation, role,
       last_day, ends_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      owner,
      stream,
      row.grant,
      row.purpose,
      row.person,
      row.organisation,
      row.role,
      row.lastDay,
      row.endsAt,
    ],
    'note-given',
  )

export type SharedWith = { readonly person: PersonId; readonly purpose: Purpose }

/**
 * Who shares with this asker, and for what, the oldest grant first (ids are made in the order of
 * time); only those whose grants have not ended. Whether a
 * purpose is switched on stands in the person's own stream, so the caller asks the evaluator.
 */
export const sharedWith = (
  db: Querier,
  asker: Asker,
  { now, today, only }: { now: Instant; today: Day; only: Purpose | null },
): Promise<SharedWith[]> =>
  db.text<SharedWith>(
    `select owner as person, purpose from sharing.given
     where ${asker.via === 'self' ? FOR_PERSON : FOR_ROLE}
       and (last_day is null or $1 <= last_day) and (ends_at is null or $2 < ends_at)
       and ($3::text is null or purpose = $3)
     group by owner, purpose order by min(given::text), owner, purpose`,
    asker.via === 'self'
      ? [today, now, only, asker.person]
      : [today, now, only, asker.person, asker.organisation, asker.roles],
    asker.via === 'self' ? 'shared-with-person' : 'shared-with-role',
  )

const FOR_PERSON = 'person = $4 and organisation is null'
const FOR_ROLE = `organisation = $5 and (person is null or person = $4)
  and (role is null or role = any($6::text[]))`

export type EmergencyRow = { readonly person: PersonId; readonly grant: Id; readonly at: Instant }

/** Every access opened in an emergency in an organisation, newest first. */
export const listEmergencies = (
  db: Querier,
  organisation: OrganisationId,
  { limit, offset }: { limit: number; offset: number },
): Promise<EmergencyRow[]> =>
  db.text<EmergencyRow>(
    `select owner as person, given as grant, at from sharing.emergencies
     where organisation = $1 order by at desc, given desc limit $2 offset $3`,
    [organisation, limit, offset],
    'list-emergencies',
  )
