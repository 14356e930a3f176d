// What is recorded of a person after they became known: name, number, gender, contact, death.
import {
  type Day,
  type NhsNumber,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../basics/index.ts'
import { type Actor, act, type Log, Refused } from '../../log/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import { personStream } from '../domain/person.ts'
import { refusals } from '../domain/refusals.ts'
import * as decisions from '../domain/registration.ts'
import { isNhsNumberOfAnother, loadPerson } from '../store/people.ts'
import { endSessionsOf } from '../store/sessions.ts'

type About = { readonly actor: Actor; readonly person: PersonId; readonly key?: string | null }

const streamOf = ({ actor, person, key = null }: About) =>
  ({ actor, type: personStream, owner: person, stream: person, key }) as const

/**
 * Records what differs from what is known; earlier names are kept.
 * Refuses: `person-unknown`, `name-missing`, `gender-not-listed`, `born-in-the-future`,
 * `nhs-number-taken`.
 */
export const recordDetails = (
  log: Log,
  request: About & { readonly details: decisions.Details },
): Promise<Result<PersonId>> =>
  act(log, {
    ...streamOf(request),
    decide: decisions.recordDetails(request.person, request.details),
    also: (tx) => onlyTheirs(tx, request.person, request.details.nhsNumber),
  })

/**
 * Puts name, date of birth or NHS number right, by somebody at work who says why.
 * Refuses: as `recordDetails`, and `own-details`, `reason-for-change-missing`,
 * `details-as-they-are`, `detail-taken-away`, `died-outside-life`.
 */
export const putDetailsRight = (
  log: Log,
  request: About & { readonly details: decisions.RightDetails },
): Promise<Result<PersonId>> =>
  act(log, {
    ...streamOf(request),
    decide: decisions.putDetailsRight(request.person, request.details, request.actor.by),
    also: (tx) => onlyTheirs(tx, request.person, request.details.nhsNumber ?? undefined),
  })

/** What `putDetailsRight` would refuse now, with nothing done. */
export const tryDetails = (
  log: Log,
  { actor, person, details }: About & { readonly details: decisions.RightDetails },
): Promise<Result<PersonId>> =>
  log.db.transaction(async (tx) => {
    const { state } = await loadPerson(log, tx, person)
    const decided = decisions.putDetailsRight(person, details, actor.by)(state, log.clock.now())
    if (!decided.ok) return decided
    const { nhsNumber } = details
    return nhsNumber !== null && (await isNhsNumberOfAnother(tx, nhsNumber, person))
      ? refuse(refusals.nhsNumberTaken, {}, 'nhsNumber')
      : ok(person)
  })

/** One NHS number is one person's. */
async function onlyTheirs(tx: Tx, person: PersonId, nhsNumber: NhsNumber | undefined) {
  if (nhsNumber !== undefined && (await isNhsNumberOfAnother(tx, nhsNumber, person))) {
    throw new Refused(refuse(refusals.nhsNumberTaken, {}, 'nhsNumber'))
  }
}

/** Records a death, and ends every session. Refuses: `person-unknown`, `died-outside-life`. */
export const recordDeath = (
  log: Log,
  request: About & { readonly diedOn: Day },
): Promise<Result<PersonId>> =>
  act(log, {
    ...streamOf(request),
    decide: decisions.recordDeath(request.person, request.diedOn),
    also: (tx) => endSessionsOf(tx, request.person),
  })

/** Takes back a death recorded by mistake. Refuses: `no-death-recorded`. */
export const withdrawDeath = (
  log: Log,
  request: About & { readonly reason: string },
): Promise<Result<PersonId>> =>
  act(log, {
    ...streamOf(request),
    decide: decisions.withdrawDeath(request.person, request.reason),
  })
