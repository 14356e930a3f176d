// What a person has given that holds now, for rooms that show it beside the thing itself.
import { dayIn, LONDON, type PersonId } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import { type Grant, holds } from '../domain/grant.ts'
import { loadSharing } from './look.ts'

/** The permits that a person gave and that hold now, the oldest first. For their own pages only. */
export async function grantsInForce(log: Log, person: PersonId): Promise<readonly Grant[]> {
  const { grants } = await loadSharing(log, log.db, person)
  const now = log.clock.now()
  const today = () => dayIn(LONDON, now)
  return grants.filter(
    (one) => one.effect === 'permit' && one.emergency === null && holds(one, now, today),
  )
}
