// Two records of one person are joined, or a wrong join is undone: on both, in one transaction.
import { type Id, type PersonId, type Result, refuse } from '../../basics/index.ts'
import {
  type Actor,
  actIn,
  actTogether,
  type Log,
  Refused,
  valueOrRefused,
} from '../../log/index.ts'
import { type JoinRequest, joinRecord, takeInRecord, undoJoin } from '../domain/joins.ts'
import { personStream } from '../domain/person.ts'
import { refusals } from '../domain/refusals.ts'
import { loadPerson } from '../store/people.ts'
import { endSessionsOf } from '../store/sessions.ts'

const on = (actor: Actor, person: PersonId) =>
  ({ actor, type: personStream, owner: person, stream: person }) as const

/**
 * Joins `record` into `into`, which goes on for both; gives the id of the join. Nothing is moved:
 * whoever asks for the joined record is led to the other.
 * Refuses: `join-with-itself`, `person-unknown`, `already-joined`.
 */
export const joinRecords = (
  log: Log,
  request: Omit<JoinRequest, 'join'> & { readonly actor: Actor },
): Promise<Result<Id>> => {
  const { actor } = request
  const asked = { ...request, join: log.chance.id() }
  const record = { ...on(actor, asked.record), decide: joinRecord(asked) }
  const into = { ...on(actor, asked.into), decide: takeInRecord(asked) }
  return actTogether(log, async (tx) => {
    await inOneDirection(asked, [
      async () => valueOrRefused(await actIn(log, tx, record)),
      async () => valueOrRefused(await actIn(log, tx, into)),
    ])
    await endSessionsOf(tx, asked.record)
    return asked.join
  })
}

/** The lower id first, so that two who join at once wait for each other and neither is stuck. */
async function inOneDirection(
  { record, into }: Pick<JoinRequest, 'record' | 'into'>,
  [first, second]: readonly [() => Promise<Id>, () => Promise<Id>],
): Promise<void> {
  const steps = record < into ? [first, second] : [second, first]
  for (const step of steps) await step()
}

/** Makes a joined record one of its own again. Refuses: `not-joined`. */
export const undoJoinOf = (
  log: Log,
  request: { readonly actor: Actor; readonly record: PersonId; readonly reason: string },
): Promise<Result<Id>> =>
  actTogether(log, async (tx) => {
    const { actor, record, reason } = request
    const { joinedInto } = (await loadPerson(log, tx, record)).state
    if (joinedInto === null) throw new Refused(refuse(refusals.notJoined))
    const { join, other } = joinedInto
    const decide = undoJoin({ join, record, into: other, reason })
    await inOneDirection({ record, into: other }, [
      async () => valueOrRefused(await actIn(log, tx, { ...on(actor, record), decide })),
      async () => valueOrRefused(await actIn(log, tx, { ...on(actor, other), decide })),
    ])
    return join
  })
