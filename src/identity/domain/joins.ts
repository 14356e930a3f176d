// Two records of one person joined, and a wrong join undone; nothing is moved, so undoing is exact.
import { type Id, ok, type PersonId, type Result, refuse } from '../../basics/index.ts'
import type { Decision } from '../../log/index.ts'
import type { joinUndone, recordJoined, recordTakenIn } from './facts.ts'
import { isKnown, type Person } from './person.ts'
import { refusals } from './refusals.ts'

export type JoinRequest = {
  readonly join: Id
  /** The record that is joined into the other. */
  readonly record: PersonId
  /** The record that goes on for both. */
  readonly into: PersonId
  readonly reason: string
}

/** Refuses: `join-with-itself`, `person-unknown`, `already-joined`. */
export const joinRecord =
  ({ join, record, into, reason }: JoinRequest) =>
  (person: Person): Result<Decision<typeof recordJoined, Id>> => {
    if (record === into) return refuse(refusals.joinWithItself)
    if (!isKnown(person)) return refuse(refusals.personUnknown)
    if (person.joinedInto !== null) return refuse(refusals.alreadyJoined)
    return ok({ facts: [{ kind: 'record-joined', body: { join, into, reason } }], answer: join })
  }

/** The other half, on the record that goes on. Refuses: `person-unknown`, `already-joined`. */
export const takeInRecord =
  ({ join, record, reason }: JoinRequest) =>
  (person: Person): Result<Decision<typeof recordTakenIn, Id>> => {
    if (!isKnown(person)) return refuse(refusals.personUnknown)
    if (person.joinedInto !== null) return refuse(refusals.alreadyJoined)
    const body = { join, taken: record, reason }
    return ok({ facts: [{ kind: 'record-taken-in', body }], answer: join })
  }

/** Undoes a join, asked of both of its records. Refuses: `not-joined`. */
export const undoJoin =
  ({ join, record, reason }: JoinRequest) =>
  (person: Person): Result<Decision<typeof joinUndone, Id>> => {
    const here = person.joinedInto?.join === join || person.tookIn.some((one) => one.join === join)
    if (!here) return refuse(refusals.notJoined)
    return ok({ facts: [{ kind: 'join-undone', body: { join, record, reason } }], answer: join })
  }
