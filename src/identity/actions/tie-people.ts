// Ties between two people: every step is a fact on the streams of both, in one transaction.
import { type Day, type Id, type PersonId, type Result, refuse } from '../../basics/index.ts'
import {
  type Actor,
  actIn,
  actTogether,
  type Decision,
  type Log,
  Refused,
  valueOrRefused,
} from '../../log/index.ts'
import type { TieOffer } from '../domain/bonds.ts'
import { type Person, type PersonKind, personStream } from '../domain/person.ts'
import { refusals } from '../domain/refusals.ts'
import * as ties from '../domain/ties.ts'
import { loadPerson } from '../store/people.ts'

type Decide = (person: Person) => Result<Decision<PersonKind, Id>>

/**
 * One of the two offers a tie to the other; gives its id.
 * Refuses: `person-unknown`, `tie-not-listed`, `tie-with-oneself`, `ends-before-it-begins`.
 */
export const offerTie = (
  log: Log,
  request: Omit<TieOffer, 'tie'> & { readonly actor: Actor; readonly tie?: Id },
): Promise<Result<Id>> => {
  const { actor, ...offer } = request
  const decide = ties.offerTie({ ...offer, tie: request.tie ?? log.chance.id() })
  return onBoth(log, actor, [offer.helper, offer.helped], decide)
}

type Answer = { readonly actor: Actor; readonly by: PersonId; readonly tie: Id }

/** Refuses: `tie-unknown`, `tie-settled`, `tie-waits-for-the-other`. */
export const acceptTie = (log: Log, { actor, by, tie }: Answer) =>
  onTie(log, { actor, by, tie }, ties.acceptTie(tie, by))

/** Declines a tie, or takes one's own offer back. Refuses: `tie-unknown`, `tie-settled`. */
export const declineTie = (log: Log, { actor, by, tie }: Answer) =>
  onTie(log, { actor, by, tie }, ties.declineTie(tie, by))

/** Ends a tie; `until` is its last day. Refuses: `tie-unknown`, `tie-settled`. */
export const endTie = (log: Log, request: Answer & { readonly until: Day }) =>
  onTie(log, request, ties.endTie(request.tie, request.by, request.until))

async function onTie(log: Log, { actor, by, tie }: Answer, decide: Decide): Promise<Result<Id>> {
  const { state } = await loadPerson(log, log.db, by)
  const found = state.ties.find((one) => one.tie === tie)
  if (found === undefined) return refuse(refusals.tieUnknown)
  return onBoth(log, actor, [found.helper, found.helped], decide)
}

const onBoth = (
  log: Log,
  actor: Actor,
  people: readonly PersonId[],
  decide: Decide,
): Promise<Result<Id>> =>
  actTogether(log, async (tx) => {
    const answers: Id[] = []
    // In the order of ids, so that two who act at once wait for each other in one direction.
    for (const person of [...people].sort()) {
      const one = { actor, type: personStream, owner: person, stream: person, decide }
      answers.push(valueOrRefused(await actIn(log, tx, one)))
    }
    const [tie] = answers
    if (tie === undefined) throw new Refused(refuse(refusals.tieUnknown))
    return tie
  })
