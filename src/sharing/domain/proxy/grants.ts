// What an access gives to whoever decides: the grant that the evaluator reads, made anew each time.
import type { OrganisationId } from '../../../basics/index.ts'
import { everything, type Grant } from '../grant.ts'
import type { Access, Proxies, Reach } from './access.ts'
import { levelNamed, protectedLabels } from './levels.ts'
import { endingsOf, type Lives } from './standing.ts'

/** The roles in which somebody decides about proxies at their organisation. */
export const decidingRoles: readonly string[] = ['doctor', 'nurse', 'practice-manager']

/** The grant that an access is; null where it was never granted or says a level nobody knows. */
export function grantOfAccess(access: Access, lives: Lives): Grant | null {
  const { granted } = access
  if (granted === null) return null
  const [first] = endingsOf(access, lives)
  return asGrant(access, granted, {
    givenBy: access.person,
    from: granted.at,
    endsAt: first?.at ?? null,
  })
}

/** How far a reach goes, as a grant; for the access itself and for its preview. */
export function asGrant(
  { id, proxy }: Pick<Access, 'id' | 'proxy'>,
  { level: code, labels, letThrough, keptBack }: Omit<Reach, 'until'>,
  held: Pick<Grant, 'givenBy' | 'from' | 'endsAt'>,
): Grant | null {
  const level = levelNamed(code)
  if (level === null) return null
  const named = level.namesLabels ? labels : []
  return {
    ...held,
    id,
    effect: 'permit',
    to: { person: proxy, organisation: null, role: null },
    what: {
      ...everything,
      kinds: level.kinds,
      without: protectedLabels.filter((label) => !named.includes(label)),
    },
    proxy: { letThrough: level.namesLabels ? letThrough : [], keptBack },
    acts: level.acts,
    purposes: ['own'],
    lastDay: null,
    withdrawnAt: null,
    emergency: null,
  }
}

/** Whoever decides about proxies of a person may look at what is sensitive before they do. */
export const reviewGrants = (proxies: Proxies): readonly Grant[] =>
  proxies
    .filter(({ removed, refused }) => removed === null && refused === null)
    .flatMap((access) =>
      access.organisation === null
        ? []
        : decidingRoles.map((role) => reviewGrant(access, access.organisation, role)),
    )

const reviewGrant = (
  { id, person, askedAt }: Access,
  organisation: OrganisationId | null,
  role: string,
): Grant => ({
  id,
  effect: 'permit',
  givenBy: person,
  to: { person: null, organisation, role },
  what: everything,
  acts: ['read'],
  purposes: ['proxy-review'],
  from: askedAt,
  lastDay: null,
  endsAt: null,
  withdrawnAt: null,
  emergency: null,
})
