// The rows made from requests and accesses of proxies, and the lists read from them.
import type { Id, Instant, OrganisationId, PersonId } from '../../basics/index.ts'
import { projection } from '../../log/index.ts'
import type { Querier } from '../../plumbing/index.ts'
import { proxyKinds } from '../domain/proxy/facts.ts'

export const proxyRows = projection({
  name: 'sharing.proxies',
  tables: ['sharing.proxies'],
  kinds: proxyKinds,
  async apply(tx, facts) {
    for (const { owner, stream, at, by, kind, body } of facts) {
      const { access } = body
      const set = (columns: string, values: readonly unknown[]) =>
        tx.text(`update sharing.proxies set ${columns} where owner = $1 and access = $2`, [
          owner,
          access,
          ...values,
        ])
      switch (kind) {
        case 'proxy-asked':
          await tx.text(
            `insert into sharing.proxies (owner, stream, access, proxy, organisation, state,
               asked_at, level) values ($1, $2, $3, $4, $5, 'asked', $6, $7)`,
            [owner, stream, access, body.proxy, body.organisation, at, body.level],
          )
          break
        case 'proxy-granted':
          await set(
            `state = 'granted', decided_at = $3, decided_by = $4, basis = $5, level = $6,
             reason = null`,
            [at, by, body.basis, body.level],
          )
          break
        case 'proxy-altered':
          await set('level = $3', [body.level])
          break
        case 'proxy-refused':
          await set(`state = 'refused', decided_at = $3, decided_by = $4, reason = $5`, [
            at,
            by,
            body.reason,
          ])
          break
        case 'proxy-suspended':
          await set(`state = 'suspended', reason = $3`, [body.why])
          break
        case 'proxy-removed':
          await set(`state = 'removed', reason = $3`, [body.why])
      }
    }
  },
})

export type ProxyPlace = { readonly person: PersonId; readonly access: Id }

/** Whom somebody acts for, or asked to act for: at most 50. */
export const actedForBy = (db: Querier, proxy: PersonId): Promise<ProxyPlace[]> =>
  db.text<ProxyPlace>(
    `select owner as person, access from sharing.proxies where proxy = $1
     order by asked_at desc, access limit 50`,
    [proxy],
    'acted-for-by',
  )

/** What is asked of an organisation and what it decided, the oldest waiting first. */
export const proxiesAt = (
  db: Querier,
  organisation: OrganisationId,
  states: readonly string[],
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<ProxyPlace[]> =>
  db.text<ProxyPlace>(
    `select owner as person, access from sharing.proxies
     where organisation = $1 and state = any($2::text[])
     order by asked_at, access limit $3 offset $4`,
    [organisation, states, limit, offset],
    'proxies-at',
  )

export type ProxyCount = {
  readonly state: string
  readonly basis: string | null
  readonly reason: string | null
  readonly count: number
}

/** How many of each state, basis and reason an organisation has, for its own audit. */
export const countProxies = (db: Querier, organisation: OrganisationId): Promise<ProxyCount[]> =>
  db.text<ProxyCount>(
    `select state, basis, reason, count(*) as count from sharing.proxies
     where organisation = $1 group by state, basis, reason order by state, basis, reason`,
    [organisation],
    'count-proxies',
  )

/** The next accesses that were granted and not ended, in the order of their ids: for the night. */
export const grantedAfter = (
  db: Querier,
  after: ProxyPlace | null,
  limit: number,
): Promise<ProxyPlace[]> =>
  db.text<ProxyPlace>(
    `select owner as person, access from sharing.proxies
     where state = 'granted' and ($1::uuid is null or (owner, access) > ($1, $2::uuid))
     order by owner, access limit $3`,
    [after?.person ?? null, after?.access ?? null, limit],
    'granted-after',
  )

/** When a proxy last looked for this person; null where they never did. */
export async function usedByProxyAt(
  db: Querier,
  person: PersonId,
  proxy: PersonId,
): Promise<Instant | null> {
  const [row] = await db.text<{ at: Instant }>(
    `select at from sharing.looks where owner = $1 and by = $2 and via = 'proxy'
     order by at desc limit 1`,
    [person, proxy],
    'used-by-proxy',
  )
  return row?.at ?? null
}
