// What of their own details a person asks to have put right, and how it stands beside entries.
import {
  type Day,
  dayIn,
  type Id,
  type Instant,
  LONDON,
  type NhsNumber,
  ok,
  type PersonId,
  type Result,
  refuse,
  type Static,
  tidyText,
} from '../../basics/index.ts'
import type { ItemFacets } from '../../sharing/index.ts'
import type { detailsPart } from './correction-facts.ts'
import { correctionRefusals as refusals } from './refusals.ts'

/** What is asked for; null where a thing is right as it stands. */
export type AskedDetails = Static<typeof detailsPart>

/** The details as they stand, or as they would be. */
export type OwnDetails = {
  readonly name: string
  readonly birthDate: Day | null
  readonly nhsNumber: NhsNumber | null
}

/** What such a request is called, where entries have a title. */
export const DETAILS_TITLE = 'Name, date of birth or NHS number'

/**
 * What differs from what stands; what was left empty is not asked for.
 * Refuses `correction-details-unchanged`.
 */
export function changesAsked(stands: OwnDetails, wanted: OwnDetails): Result<AskedDetails> {
  const name = tidyText(wanted.name)
  const asked = {
    name: name === '' || name === stands.name ? null : name,
    birthDate: wanted.birthDate === stands.birthDate ? null : wanted.birthDate,
    nhsNumber: wanted.nhsNumber === stands.nhsNumber ? null : wanted.nhsNumber,
  }
  return Object.values(asked).every((one) => one === null)
    ? refuse(refusals.detailsUnchanged, {}, 'name')
    : ok(asked)
}

/** How the details stand once what was asked for is done. */
export const asAsked = (stands: OwnDetails, asked: AskedDetails): OwnDetails => ({
  name: asked.name ?? stands.name,
  birthDate: asked.birthDate ?? stands.birthDate,
  nhsNumber: asked.nhsNumber ?? stands.nhsNumber,
})

/** Whether all that was asked for stands already. */
export const isAsAsked = (stands: OwnDetails, asked: AskedDetails): boolean => {
  const right = asAsked(stands, asked)
  return (['name', 'birthDate', 'nhsNumber'] as const).every((one) => right[one] === stands[one])
}

/** What decides who may see such a request, as for an entry: the person's own id names it. */
export const facetsOfDetails = (person: PersonId, askedAt: Instant): ItemFacets => ({
  id: person as string as Id,
  kind: DETAILS_KIND,
  labels: [],
  at: dayIn(LONDON, askedAt),
})

export const DETAILS_KIND = 'details'
