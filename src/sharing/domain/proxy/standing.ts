// How an access stands at a moment: worked out each time, so that no missed job leaves it open.
import {
  addDays,
  addMonths,
  type Day,
  dayIn,
  endOfDay,
  type Instant,
  LONDON,
  startOfDay,
} from '../../../basics/index.ts'
import type { Access } from './access.ts'
import { basisNamed } from './bases.ts'
import * as rules from './dated-rules.ts'

/** What the lives of the two say, and when the proxy last looked. */
export type Lives = {
  readonly born: Day | null
  readonly diedOn: Day | null
  readonly proxyDiedOn: Day | null
  readonly usedAt: Instant | null
}

/** What an organisation may set for itself. */
export type Policy = { readonly reviewedAt: number; readonly afterDeathDays: number }

export const usualPolicy: Policy = {
  reviewedAt: rules.proxyReviewedAtBirthday.value,
  afterDeathDays: rules.proxyAfterDeath.value,
}

/** Why an access ends of itself, or is suspended. */
export type Ending = { readonly why: string; readonly at: Instant }

/**
 * The day a birthday is kept: who was born on 29 February completes the year on 1 March.
 * @source Family Law Reform Act 1969, section 9; as `ageOn`
 */
export function birthdayOf(born: Day, age: number): Day {
  const year = String(Number(born.slice(0, 4)) + age).padStart(4, '0')
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0)
  return (born.endsWith('-02-29') && !leap ? `${year}-03-01` : year + born.slice(4)) as Day
}

/** All that ends an access of itself, the earliest first; nothing before it was granted. */
export function endingsOf(access: Access, lives: Lives, policy = usualPolicy): readonly Ending[] {
  const { granted, suspended, removed } = access
  if (granted === null) return []
  const endings: (Ending | null)[] = [
    suspended,
    removed,
    granted.until === null ? null : { why: 'end-date', at: endOfDay(granted.until) },
    lives.proxyDiedOn === null ? null : { why: 'proxy-died', at: startOfDay(lives.proxyDiedOn) },
    lives.diedOn === null
      ? null
      : { why: 'person-died', at: endOfDay(addDays(lives.diedOn, policy.afterDeathDays)) },
    { why: 'unused', at: unusedFrom(granted.at, lives.usedAt) },
    ...endingsByAge(access, lives.born, policy),
  ]
  return endings
    .filter((one) => one !== null)
    .map(({ why, at }) => ({ why, at }))
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
}

function unusedFrom(grantedAt: Instant, usedAt: Instant | null): Instant {
  const since = usedAt !== null && usedAt > grantedAt ? usedAt : grantedAt
  return startOfDay(addMonths(dayIn(LONDON, since), rules.proxyRemovedWhenUnusedFor.value))
}

/** A basis for a child holds under 16 and no other does; what was given earlier is reviewed. */
function endingsByAge({ granted }: Access, born: Day | null, policy: Policy): readonly Ending[] {
  if (granted === null) return []
  const basis = basisNamed(granted.basis)
  if (born === null || basis === null) return [{ why: 'age-not-known', at: granted.at }]
  const sixteen = startOfDay(birthdayOf(born, rules.proxyEndsAtBirthday.value))
  if (!basis.child) return granted.at < sixteen ? [{ why: 'age-not-known', at: granted.at }] : []
  const age = Math.min(policy.reviewedAt, rules.proxyReviewedAtTheLatest.value)
  const review = startOfDay(birthdayOf(born, age))
  return [
    { why: 'sixteen', at: sixteen },
    ...(granted.at < review ? [{ why: 'review-age', at: review }] : []),
  ]
}

export type Standing =
  | { readonly is: 'asked' | 'refused' | 'holds' }
  | { readonly is: 'suspended' | 'removed'; readonly why: string; readonly since: Instant }

/** How an access stands at a moment. */
export function standingOf(
  access: Access,
  lives: Lives,
  now: Instant,
  policy = usualPolicy,
): Standing {
  const { granted, refused, suspended } = access
  if (granted === null && suspended !== null) {
    return { is: 'suspended', why: suspended.why, since: suspended.at }
  }
  if (granted === null) return { is: refused === null ? 'asked' : 'refused' }
  const [first] = endingsOf(access, lives, policy)
  if (first === undefined || now < first.at) return { is: 'holds' }
  const is = access.removed !== null || first.why === 'unused' ? 'removed' : 'suspended'
  return { is, why: first.why, since: first.at }
}

/** The day by which it is looked at again; for a child of 11 or 12, by the 13th birthday. */
export function reviewDayOf({ granted }: Access, born: Day | null): Day | null {
  if (granted === null) return null
  const usual = addMonths(dayIn(LONDON, granted.at), rules.proxyReviewedEvery.value)
  if (born === null || basisNamed(granted.basis)?.child !== true) return usual
  const latest = birthdayOf(born, rules.proxyReviewedAtTheLatest.value)
  return granted.at < startOfDay(latest) && latest < usual ? latest : usual
}
