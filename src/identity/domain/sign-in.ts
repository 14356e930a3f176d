// What a provider of sign-in tells about a person, and to which record it leads.
import {
  type Day,
  type NhsNumber,
  ok,
  parseDay,
  parseNhsNumber,
  type Result,
  refuse,
  tidyLine,
} from '../../basics/index.ts'
import type { Person, SignInSubject } from './person.ts'
import { refusals } from './refusals.ts'
import type { IdentityLevel } from './session.ts'

export type Claims = SignInSubject & {
  readonly name: string
  readonly birthDate: Day | null
  readonly nhsNumber: NhsNumber | null
  readonly identityLevel: IdentityLevel
}

/**
 * Reads what the provider tells. The NHS number and date of birth count only at level P9, where
 * somebody has checked that they are this person's.
 * Refuses: `sign-in-not-finished` where it does not say who it is.
 * @source NHS login, interface specification for federated identity: scopes and claims
 */
export function readClaims(told: Readonly<Record<string, unknown>>): Result<Claims> {
  const text = (name: string) => (typeof told[name] === 'string' ? tidyLine(told[name]) : '')
  const issuer = text('iss')
  const subject = text('sub')
  if (issuer === '' || subject === '') return refuse(refusals.signInNotFinished)
  const level = text('identity_proofing_level')
  const identityLevel = level === 'P9' || level === 'P5' ? level : 'P0'
  const proven = identityLevel === 'P9'
  const birthDate = parseDay(text('birthdate'))
  const nhsNumber = parseNhsNumber(text('nhs_number'))
  const name = text('name') || tidyLine(`${text('given_name')} ${text('family_name')}`)
  return ok({
    issuer,
    subject,
    identityLevel,
    name: name === '' ? 'New here' : name,
    birthDate: proven && birthDate.ok ? birthDate.value : null,
    nhsNumber: proven && nhsNumber.ok ? nhsNumber.value : null,
  })
}

/**
 * Whether a sign-in by an NHS number leads to this record: number and date of birth must both be
 * the same, exactly; a name is never enough and never needed.
 * Refuses: `sign-in-differs`.
 */
export function matchByNumber(person: Person, claims: Claims): Result<null> {
  const same =
    claims.birthDate !== null &&
    claims.nhsNumber !== null &&
    person.birthDate === claims.birthDate &&
    person.nhsNumber === claims.nhsNumber
  return same ? ok(null) : refuse(refusals.signInDiffers)
}

/**
 * Whether somebody who signed in before is still told about in the same way. What is unknown on
 * either side says nothing. Refuses: `sign-in-differs`.
 */
export function matchAgain(person: Person, claims: Claims): Result<null> {
  const differs = (held: string | null, told: string | null) =>
    held !== null && told !== null && held !== told
  const wrong =
    differs(person.nhsNumber, claims.nhsNumber) || differs(person.birthDate, claims.birthDate)
  return wrong ? refuse(refusals.signInDiffers) : ok(null)
}
