// What the evaluator is told of those who act for a person: worked out anew at each decision.
import type { PersonId } from '../../basics/index.ts'
import { loadPerson } from '../../identity/index.ts'
import { type Log, load } from '../../log/index.ts'
import { idNamed, type Tx } from '../../plumbing/index.ts'
import type { Asking } from '../domain/evaluator.ts'
import { type Access, type Proxies, proxyStream } from '../domain/proxy/access.ts'
import { grantOfAccess, reviewGrants } from '../domain/proxy/grants.ts'
import type { Lives } from '../domain/proxy/standing.ts'
import type { Sharing } from '../domain/sharing.ts'
import { usedByProxyAt } from '../store/proxies.ts'

/** Where those who act for a person are kept: one stream each. */
export const proxyPlace = (person: PersonId) =>
  ({ owner: person, stream: idNamed(person, 'proxies') }) as const

/** Those who act for a person, and those who asked to. */
export const loadProxies = async (
  log: Pick<Log, 'kinds'>,
  tx: Tx | Log['db'],
  person: PersonId,
): Promise<Proxies> => (await load(log, tx, proxyStream, proxyPlace(person))).state

/** What the lives of the two say of an access, and when it was last used. */
export async function livesOf(
  log: Pick<Log, 'kinds'>,
  tx: Tx | Log['db'],
  { person, proxy }: Pick<Access, 'person' | 'proxy'>,
): Promise<Lives> {
  const { state } = await loadPerson(log, tx, person)
  const other = await loadPerson(log, tx, proxy)
  return {
    born: state.birthDate,
    diedOn: state.diedOn,
    proxyDiedOn: other.state.diedOn,
    usedAt: await usedByProxyAt(tx, person, proxy),
  }
}

/** What a person said about sharing, with the access that this asker has as a proxy or decides. */
export async function withProxies(
  log: Pick<Log, 'kinds'>,
  tx: Tx | Log['db'],
  { person, visitor, purpose }: Pick<Asking, 'person' | 'visitor' | 'purpose'>,
  sharing: Sharing,
): Promise<Sharing> {
  if (purpose === 'proxy-review') {
    const reviewed = reviewGrants(await loadProxies(log, tx, person))
    return { ...sharing, grants: [...sharing.grants, ...reviewed] }
  }
  if (visitor.via !== 'proxy') return sharing
  const grants = [...sharing.grants]
  for (const access of await loadProxies(log, tx, person)) {
    if (access.proxy !== visitor.person || access.granted === null) continue
    const grant = grantOfAccess(access, await livesOf(log, tx, access))
    if (grant !== null) grants.push(grant)
  }
  return { ...sharing, grants }
}
