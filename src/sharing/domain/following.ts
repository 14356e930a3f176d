// What was kept back by name stays kept back when a newer version takes its place.
import { type Id, ok, type Result } from '../../basics/index.ts'
import type { Decision, NewFactOf } from '../../log/index.ts'
import type { SharingKind } from './facts.ts'
import type { Grant } from './grant.ts'
import type { Proxies } from './proxy/access.ts'
import type { Sharing, TookPlace } from './sharing.ts'

/** The grants as they reach: what keeps one thing back keeps back what took its place as well. */
export function withNewer(
  { followed = [] }: Pick<Sharing, 'followed'>,
  grants: readonly Grant[],
): readonly Grant[] {
  if (followed.length === 0) return grants
  return grants.map((grant) => {
    const { effect, what, proxy } = grant
    const kept = effect === 'deny' && what.items !== null
    if (kept) return { ...grant, what: { ...what, items: andNewer(what.items, followed) } }
    if (proxy === undefined) return grant
    return { ...grant, proxy: { ...proxy, keptBack: andNewer(proxy.keptBack, followed) } }
  })
}

function andNewer(items: readonly Id[], followed: readonly TookPlace[]): readonly Id[] {
  const all = new Set(items)
  // In the order in which they took each other’s place.
  for (const { earlier, newer } of followed) if (all.has(earlier)) all.add(newer)
  return [...all]
}

/**
 * What is kept from the person themself, with what took its place; never what they brought or
 * wrote themself.
 */
export const keptFromThem = ({
  withheld = [],
  followed = [],
}: Pick<Sharing, 'withheld' | 'followed'>): readonly Id[] =>
  andNewer(
    withheld.map(({ item }) => item),
    followed.filter(({ own }) => !own),
  )

/**
 * Notes of each newer version that something kept back reaches it; of others, nothing. `own`
 * where the person brings or writes them.
 */
export const keepNewerBack =
  (pairs: readonly TookPlace[], proxies: Proxies, own: boolean) =>
  (sharing: Sharing): Result<Decision<SharingKind, null>> => {
    const followed = [...(sharing.followed ?? [])]
    const facts: NewFactOf<SharingKind>[] = []
    for (const pair of pairs) {
      const now = { ...sharing, followed }
      const kept = new Set([...namedBy(now, proxies), ...(own ? [] : keptFromThem(now))])
      if (!kept.has(pair.earlier) || kept.has(pair.newer)) continue
      followed.push({ ...pair, own })
      facts.push({ kind: 'kept-back-followed', body: pair })
    }
    return ok({ facts, answer: null })
  }

/** Every thing that is kept back by name now, from anybody. */
function namedBy(sharing: Sharing, proxies: Proxies): readonly Id[] {
  const { followed = [] } = sharing
  const denied = sharing.grants
    .filter(({ effect, withdrawnAt }) => effect === 'deny' && withdrawnAt === null)
    .flatMap(({ what }) => what.items ?? [])
  const fromProxies = [...proxies].flatMap(({ granted }) => granted?.keptBack ?? [])
  return andNewer([...denied, ...fromProxies], followed)
}
