// Somebody arrives from another installation: what travels with them, and what does not.
import { type NhsNumber, type PersonId, refuse } from '../../basics/index.ts'
import { type Arriving, appendAll, type Fact, type Log, load, Refused } from '../../log/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import { personStream } from '../domain/person.ts'
import { refusals } from '../domain/refusals.ts'
import { isNhsNumberOfAnother } from '../store/people.ts'

/**
 * What is asked of somebody's facts as they arrive, signed with `key`. Authority is local: the
 * roles they held elsewhere end with their arrival, and how they signed in there is refused.
 * Throws `Refused` with `arrives-as-another`, `arrives-with-sign-in`.
 */
export function arrivingOf(log: Log, person: PersonId, key: string): Arriving {
  let newcomer = false
  return {
    async check(tx, facts) {
      for (const fact of facts) {
        if (fact.kind === 'sign-in-linked') throw new Refused(refuse(refusals.arrivesWithSignIn))
        if (fact.kind === 'person-registered') newcomer = true
        const number = numberIn(fact)
        if (number !== null && (await isNhsNumberOfAnother(tx, number, person))) {
          throw new Refused(refuse(refusals.arrivesAsAnother))
        }
      }
    },
    async after(tx) {
      if (newcomer) await noteArrival(log, tx, person, key)
    },
  }
}

function numberIn({ kind, body }: Fact): NhsNumber | null {
  if (kind !== 'person-registered' && kind !== 'nhs-number-recorded') return null
  return (body as { readonly nhsNumber: NhsNumber | null }).nhsNumber
}

async function noteArrival(log: Log, tx: Tx, person: PersonId, key: string): Promise<void> {
  const at = { owner: person, stream: person }
  const { head } = await load(log, tx, personStream, at)
  const facts = [{ kind: 'person-arrived', body: { key } }]
  const actor = { by: null, onBehalfOf: null }
  await appendAll(log, tx, [{ ...at, type: personStream, from: head, facts, actor }])
}
