// Many people become known at once, each by the same decisions as one: for those who bring a town.
import type { PersonId } from '../../basics/index.ts'
import { refuse } from '../../basics/index.ts'
import { type Actor, actOnMany, type Log, type OneOfMany, Refused } from '../../log/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import { type Person, type PersonKind, personStream } from '../domain/person.ts'
import { refusals } from '../domain/refusals.ts'
import { type Details, type Registration, recordDetails, register } from '../domain/registration.ts'
import { isAnyNhsNumberOfAnother } from '../store/people.ts'

export type NewPerson = Registration & { readonly person: PersonId; readonly details: Details }

/**
 * Registers people and records their details, in a transaction of the caller's; those who are
 * known already by their id stay as they are. Throws `Refused` with the refusals of
 * `registerPerson` and `recordDetails`: of all of them or of none.
 */
export async function registerMany(
  log: Log,
  tx: Tx,
  actor: Actor,
  people: readonly NewPerson[],
): Promise<void> {
  const numbered = people.flatMap(({ person, nhsNumber }) =>
    nhsNumber === null ? [] : [{ person, nhsNumber }],
  )
  const taken = await isAnyNhsNumberOfAnother(tx, numbered)
  if (taken) throw new Refused(refuse(refusals.nhsNumberTaken, {}, 'nhsNumber'))
  const on = (
    person: PersonId,
    decide: OneOfMany<Person, PersonKind>['decide'],
  ): OneOfMany<Person, PersonKind> => ({ actor, owner: person, stream: person, decide })
  const registered = people.map((one) => on(one.person, register(one.person, one)))
  await actOnMany(log, tx, personStream, registered)
  const detailed = people.map(({ person, details }) => on(person, recordDetails(person, details)))
  await actOnMany(log, tx, personStream, detailed)
}
