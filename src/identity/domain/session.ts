// When a session ends by itself, and what a browser is called on the list of devices.
import {
  addMilliseconds,
  epochMilliseconds,
  type Id,
  type Instant,
  instantAt,
  type PersonId,
} from '../../basics/index.ts'
import * as rules from './dated-rules.ts'

/** How a session was begun. */
export type WayIn = 'demonstration' | 'provider' | 'recovery-code' | 'first-administrator'

/** How well the sign-in proved who it is. @source NHS login, identity proofing levels P0, P5, P9 */
export type IdentityLevel = 'P0' | 'P5' | 'P9'

export type Session = {
  readonly person: PersonId
  readonly session: Id
  readonly madeAt: Instant
  readonly seenAt: Instant
  readonly identityLevel: string
  readonly wayIn: WayIn
  /** Such as "Firefox on Windows". */
  readonly browser: string
}

const HOUR = 3_600_000
const MINUTE = 60_000

/** The moment from which the session no longer holds; `staff` holds a role today. */
export function sessionEndsAt(
  { madeAt, seenAt }: Pick<Session, 'madeAt' | 'seenAt'>,
  staff: boolean,
): Instant {
  const longest = staff ? rules.staffSessionEndsAfter : rules.sessionEndsAfter
  const idle = staff ? rules.staffSessionIdlesAfter : rules.sessionIdlesAfter
  const whole = epochMilliseconds(madeAt) + longest.value * HOUR
  const unused = epochMilliseconds(seenAt) + idle.value * MINUTE
  return instantAt(Math.min(whole, unused))
}

/** A session is noted as seen once a minute at most: reading a page rarely writes. */
export const isSeenAnew = ({ seenAt }: Pick<Session, 'seenAt'>, now: Instant): boolean =>
  addMilliseconds(seenAt, MINUTE) <= now

// The first that fits: browsers name each other, and phones name the system they come from.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bOPR\//, 'Opera'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bLinux\b/, 'Linux'],
]

/** "Firefox on Windows": the families alone, nothing that tells one device from another. */
export function browserFamily(userAgent: string): string {
  const named = (list: typeof browsers) => list.find(([sign]) => sign.test(userAgent))?.[1]
  const browser = named(browsers) ?? 'A browser'
  const system = named(systems)
  return system === undefined ? browser : `${browser} on ${system}`
}
