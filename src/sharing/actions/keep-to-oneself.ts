// Keeping one thing to oneself from the moment that it is there.
import type { Id, PersonId } from '../../basics/index.ts'
import { actIn, type Log, valueOrRefused } from '../../log/index.ts'
import { idNamed, type Tx } from '../../plumbing/index.ts'
import * as decisions from '../domain/decisions.ts'
import { everybody, everything } from '../domain/grant.ts'
import { switchable } from '../domain/purposes.ts'
import { sharingStream } from '../domain/sharing.ts'
import { sharingPlace } from './look.ts'

/**
 * In the caller's transaction: nobody but the person sees it, whatever they share, also in an
 * emergency, until they stop keeping it back.
 */
export async function keepToOneself(
  log: Log,
  tx: Tx,
  { person, item }: { readonly person: PersonId; readonly item: Id },
): Promise<void> {
  const giving: decisions.Giving = {
    id: idNamed(item, 'only for me'),
    effect: 'deny',
    to: everybody,
    what: { ...everything, items: [item] },
    acts: ['read', 'print', 'export', 'share'],
    purposes: switchable.map(({ code }) => code),
    until: null,
  }
  const actor = { by: person, onBehalfOf: null }
  const at = { actor, type: sharingStream, ...sharingPlace(person) }
  valueOrRefused(
    await actIn(log, tx, { ...at, decide: decisions.giveGrant(person, person, giving) }),
  )
}
