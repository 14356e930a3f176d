// Accesses of proxies, granted and changed: what the tests of proxies begin from.
import { asDay, asInstant, type Id, type PersonId } from '../../src/basics/index.ts'
import type { Access } from '../../src/sharing/domain/proxy/access.ts'
import type { Lives } from '../../src/sharing/domain/proxy/standing.ts'
import { asha, others } from './asking.ts'

export const [ravi, gwen] = others as [PersonId, PersonId]
export const accessId = '01920000-0000-7000-8000-ac0e55000001' as Id
export const grantedAt = asInstant('2026-11-01T09:00:00Z')
export const now = asInstant('2026-11-23T09:00:00Z')

export type More = Partial<NonNullable<Access['granted']>>
/** An access that was granted, with what is changed of it. */
export function access(granted: More = {}, change: Partial<Access> = {}): Access {
  return {
    id: accessId,
    person: asha,
    proxy: ravi,
    organisation: null,
    standing: 'family',
    level: 'record',
    why: 'To help with appointments',
    until: null,
    askedAt: grantedAt,
    askedBy: 'person',
    agreed: true,
    consented: true,
    refused: null,
    suspended: null,
    removed: null,
    tellings: [],
    granted: {
      at: grantedAt,
      by: asha,
      basis: 'consent',
      evidence: 'said-here',
      tests: { necessary: 'Yes', relevant: 'Yes', safe: 'Yes' },
      level: 'record',
      labels: [],
      letThrough: [],
      keptBack: [],
      until: null,
      ...granted,
    },
    ...change,
  }
}

export const adult: Lives = {
  born: asDay('1950-05-01'),
  diedOn: null,
  proxyDiedOn: null,
  usedAt: null,
}
export const child = (born: string): Lives => ({ ...adult, born: asDay(born) })
export const asParent = { basis: 'parental-responsibility' }
