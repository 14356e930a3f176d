// A person becomes known: with or without an NHS number.
import type { PersonId, Result } from '../../basics/index.ts'
import { refuse } from '../../basics/index.ts'
import { type Actor, act, type Log, type NewFactOf, Refused } from '../../log/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import { type PersonKind, personStream } from '../domain/person.ts'
import { refusals } from '../domain/refusals.ts'
import { type Registration, register } from '../domain/registration.ts'
import { isNhsNumberOfAnother } from '../store/people.ts'

export type RegisterPerson = Registration & {
  readonly actor: Actor
  /** The same form or request does nothing twice, when it also gives the same `person`. */
  readonly key?: string | null
  /** Given for the demonstration, so that people are the same every time; made otherwise. */
  readonly person?: PersonId
  /** What is known at once besides: a role, a sign-in. */
  readonly more?: readonly NewFactOf<PersonKind>[]
  also?(tx: Tx): Promise<void>
}

/**
 * Registers a person; one who is known already by this id stays as they are.
 * Refuses: `name-missing`, `born-in-the-future`, `nhs-number-taken`.
 */
export function registerPerson(log: Log, request: RegisterPerson): Promise<Result<PersonId>> {
  const person = request.person ?? log.chance.id<'person'>()
  const { nhsNumber } = request
  return act(log, {
    actor: request.actor,
    type: personStream,
    owner: person,
    stream: person,
    key: request.key ?? null,
    decide: register(person, request, request.more),
    async also(tx) {
      if (nhsNumber !== null && (await isNhsNumberOfAnother(tx, nhsNumber, person))) {
        throw new Refused(refuse(refusals.nhsNumberTaken, {}, 'nhsNumber'))
      }
      await request.also?.(tx)
    },
  })
}
