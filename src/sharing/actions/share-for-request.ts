// Sight that follows from a request: given with it, in its transaction, and ended with it.
import type { Id, OrganisationId, PersonId } from '../../basics/index.ts'
import { type Actor, actIn, type Log } from '../../log/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import * as decisions from '../domain/decisions.ts'
import { decide } from '../domain/evaluator.ts'
import { type Asker, everything, type ItemFacets } from '../domain/grant.ts'
import type { Visible } from '../domain/predicate.ts'
import type { Purpose } from '../domain/purposes.ts'
import { sharingStream } from '../domain/sharing.ts'
import { loadSharing, sharingPlace } from './look.ts'

type Requested = {
  readonly person: PersonId
  readonly actor: Actor
  readonly purpose: Purpose
  /** The one thing that the request is about. */
  readonly item: Id
}

const on = ({ person, actor }: Requested) => ({
  actor,
  type: sharingStream,
  ...sharingPlace(person),
})

/**
 * Lets a role in an organisation read one thing, for as long as a request about it is open. It
 * follows from the person's own request, so it is given in their name and they can stop it.
 */
export const letSee = (
  log: Log,
  tx: Tx,
  request: Omit<Requested, 'actor'> & {
    readonly organisation: OrganisationId
    readonly role: string
  },
): Promise<unknown> => {
  const { person, purpose, item, organisation, role } = request
  const giving = {
    id: log.chance.id(),
    effect: 'permit' as const,
    to: { person: null, organisation, role },
    what: { ...everything, items: [item] },
    acts: ['read' as const],
    purposes: [purpose],
    until: null,
  }
  const actor = { by: person, onBehalfOf: null }
  const decide = decisions.giveGrant(person, person, giving)
  return actIn(log, tx, { ...on({ ...request, actor }), decide })
}

/** Ends what `letSee` gave for this thing. */
export const endSight = (log: Log, tx: Tx, request: Requested): Promise<unknown> =>
  actIn(log, tx, { ...on(request), decide: decisions.endGrantsFor(request.purpose, request.item) })

/**
 * Whether this asker may add something with these facets to what a person keeps, for their care;
 * without facets, whether they may add anything at all. Ask in the transaction that adds it.
 */
export async function mayAdd(
  log: Log,
  tx: Tx | Log['db'],
  person: PersonId,
  visitor: Asker,
  facets?: ItemFacets,
): Promise<boolean> {
  const visible = await mayAddWhat(log, tx, person, visitor)
  return visible !== null && (facets === undefined || visible.matches(facets))
}

/** What this asker may add to; null where they may add to nothing. */
export async function mayAddWhat(
  log: Log,
  tx: Tx | Log['db'],
  person: PersonId,
  visitor: Asker,
): Promise<Visible | null> {
  const asking = { person, visitor, purpose: 'direct-care', act: 'add' } as const
  const { outcome, visible } = decide(asking, await loadSharing(log, tx, person), log.clock.now())
  return outcome === 'deny' ? null : visible
}
