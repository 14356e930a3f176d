// Who can see one thing of a person's now, as the evaluator says: for their own pages.
import type { Id, Instant, OrganisationId, PersonId } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import { idNamed } from '../../plumbing/index.ts'
import { decide } from '../domain/evaluator.ts'
import { type Asker, everything, type ItemFacets, type Recipient } from '../domain/grant.ts'
import type { Sharing } from '../domain/sharing.ts'
import { loadSharing } from './look.ts'
import { loadProxies, withProxies } from './proxy-grants.ts'
import { grantsInForce } from './see-grants.ts'
import { asIfGiven, askerFor } from './see-shared.ts'

export type WhoSees = {
  /** Those it is shared with, each once, the oldest grant first. */
  readonly recipients: readonly Recipient[]
  /** Those who act for the person and see it as such. */
  readonly proxies: readonly PersonId[]
  /** Whether somebody at work could open it in an emergency. */
  readonly inEmergency: boolean
}

/** Says nothing of what is kept from the person themself. */
export async function whoSees(log: Log, person: PersonId, item: ItemFacets): Promise<WhoSees> {
  const sharing = await loadSharing(log, log.db, person)
  const now = log.clock.now()
  const recipients = new Map<string, Recipient>()
  for (const { to, purposes } of await grantsInForce(log, person)) {
    const sees = purposes.some((purpose) => {
      const asking = { person, visitor: askerFor(to), purpose, act: 'read' } as const
      return decide(asking, sharing, now).visible.matches(item)
    })
    if (sees) recipients.set([to.person, to.organisation, to.role].join(' '), to)
  }
  const proxies = new Set<PersonId>()
  for (const { proxy, granted } of await loadProxies(log, log.db, person)) {
    if (granted === null || proxies.has(proxy)) continue
    const by = { person: proxy, via: 'proxy', actsFor: person } as const
    const visitor: Asker = { ...by, organisation: null, roles: [] }
    const asking = { person, visitor, purpose: 'own', act: 'read' } as const
    const theirs = await withProxies(log, log.db, asking, sharing)
    if (decide(asking, theirs, now).visible.matches(item)) proxies.add(proxy)
  }
  const inEmergency = opensInEmergency(sharing, person, item, now)
  return { recipients: [...recipients.values()], proxies: [...proxies], inEmergency }
}

/** As somebody at work, of a place with which nothing is shared, who opened it just now. */
function opensInEmergency(
  sharing: Sharing,
  person: PersonId,
  item: ItemFacets,
  now: Instant,
): boolean {
  const organisation = idNamed(person, 'somewhere else') as Id as OrganisationId
  const visitor: Asker = { person, via: 'role', organisation, roles: ['doctor'] }
  const to = { person, organisation, role: null }
  const asked = {
    to,
    what: everything,
    acts: ['read' as const],
    purposes: ['direct-care' as const],
  }
  const opened = { ...asIfGiven(person, asked, organisation, now), emergency: 'Asked' }
  const asking = { person, visitor, purpose: 'direct-care', act: 'read' } as const
  const opening = { ...sharing, grants: [...sharing.grants, opened] }
  return decide(asking, opening, now).visible.matches(item)
}
