// What is done for sharing when a newer version of something takes the place of an earlier one.
import type { Id, PersonId } from '../../basics/index.ts'
import { type Actor, actIn, type Log, valueOrRefused } from '../../log/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import { keepNewerBack as decide } from '../domain/following.ts'
import { sharingStream, type TookPlace } from '../domain/sharing.ts'
import { sharingPlace } from './look.ts'
import { loadProxies } from './proxy-grants.ts'

/**
 * In the caller's transaction: a newer version of what is kept back by name is kept back from the
 * same people, and ends being so together with the earlier one; so it is with what is kept from
 * the person, but for what they bring themself. What a grant lets see by name is
 * not let see in its newer version: that is for the person to say.
 */
export async function keepNewerBack(
  log: Log,
  tx: Tx,
  actor: Actor,
  { person, pairs }: { readonly person: PersonId; readonly pairs: readonly TookPlace[] },
): Promise<void> {
  if (pairs.length === 0) return
  const proxies = await loadProxies(log, tx, person)
  const at = { actor, type: sharingStream, ...sharingPlace(person) }
  valueOrRefused(
    await actIn(log, tx, { ...at, decide: decide(pairs, proxies, actor.by === (person as Id)) }),
  )
}
