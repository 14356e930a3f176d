// What a verdict about sharing costs: a person's grants compiled, and one entry after another.
import type { Day, Id, Instant, OrganisationId, PersonId } from '../../src/basics/index.ts'
import { decide } from '../../src/sharing/domain/evaluator.ts'
import { everything, type Grant, type ItemFacets } from '../../src/sharing/domain/grant.ts'
import type { Row } from './log.ts'

const GRANTS = 50
const asha = '01920000-0000-7000-8000-a5a000000000' as PersonId
const ravi = '01920000-0000-7000-8000-beef00000000' as PersonId
const now = '2026-11-23T09:00:00.000Z' as Instant

/** Grants as one person might have: to a few people and teams, and some that keep back. */
const grants: readonly Grant[] = Array.from({ length: GRANTS }, (_, at) => ({
  id: `grant ${at}` as Id,
  effect: at % 5 === 4 ? 'deny' : 'permit',
  givenBy: asha,
  to:
    at % 2 === 1
      ? { person: ravi, organisation: null, role: null }
      : { person: null, organisation: `${at % 7}` as OrganisationId, role: 'nurse' },
  what: {
    ...everything,
    kinds: at % 3 === 0 ? ['result', 'note'] : null,
    labels: at % 5 === 4 ? ['mental'] : null,
    without: at % 4 === 0 ? ['sexual'] : [],
  },
  acts: ['read', 'print'],
  purposes: ['direct-care'],
  from: '2026-01-01T00:00:00.000Z' as Instant,
  lastDay: at % 6 === 0 ? ('2027-01-01' as Day) : null,
  endsAt: null,
  withdrawnAt: null,
  emergency: null,
}))

const visitor = { person: ravi, via: 'self', organisation: null, roles: [] } as const
const asking = { person: asha, visitor, purpose: 'direct-care', act: 'read' } as const
const sharing = { grants, switches: new Map() }
const item: ItemFacets = {
  id: 'an entry' as Id,
  kind: 'medicine',
  labels: ['mental'],
  at: '2026-01-31' as Day,
}

/** How many times a second, of CPU: the best of five rounds after warming up. */
function perSecond(times: number, work: () => void): number {
  let best = 0
  for (let round = 0; round < 6; round += 1) {
    const before = process.cpuUsage()
    for (let time = 0; time < times; time += 1) work()
    const { user, system } = process.cpuUsage(before)
    if (round > 0) best = Math.max(best, times / ((user + system) / 1e6))
  }
  return Math.round(best)
}

export async function benchVerdicts(): Promise<readonly Row[]> {
  const { visible } = decide(asking, sharing, now)
  const verdicts = perSecond(200_000, () => visible.matches(item))
  const whole = perSecond(20_000, () => decide(asking, sharing, now).visible.matches(item))
  const named = `with ${GRANTS} grants`
  return [
    {
      name: `verdicts about entries, ${named}, compiled once`,
      value: verdicts,
      unit: 'a second of CPU',
      target: '≥ 100,000',
      note: 'No entry is read to compile, so that it is flat in their number',
    },
    {
      name: `grants compiled anew for one verdict, ${named}`,
      value: whole,
      unit: 'a second of CPU',
      target: '≥ 100,000',
    },
  ]
}
