// Proof that a form came from a page of ours: a token tied to the session, or to the browser.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { isId } from '../basics/index.ts'

/** The names of the hidden fields that every form of ours carries. */
export const guardField = 'form-guard'
export const keyField = 'form-key'

/**
 * The token for the holder of a secret cookie: the session when signed in, else the visit.
 * The cookie cannot be read by scripts and never stands in a page, so the token proves that the
 * page was made for this browser. Signing in or out changes it.
 * @source OWASP Cross-Site Request Forgery Prevention Cheat Sheet, signed double-submit cookie
 */
export const guardToken = (secretCookie: string): string =>
  createHmac('sha256', secretCookie).update('coproduce form guard 1').digest('base64url')

/** Whether the token sent is the one for this cookie; takes the same time either way. */
export function guardHolds(secretCookie: string, sent: unknown): boolean {
  if (typeof sent !== 'string' || secretCookie === '') return false
  const expected = Buffer.from(guardToken(secretCookie))
  const given = Buffer.from(sent)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** Whether the browser itself says that another site sent this. */
export const sentFromElsewhere = (fetchSite: unknown): boolean =>
  typeof fetchSite === 'string' && fetchSite !== 'same-origin' && fetchSite !== 'none'

/** The one-time key of a form as posted, or null when it is not one of ours. */
export const readFormKey = (sent: unknown): string | null =>
  typeof sent === 'string' && isId(sent) ? sent : null
