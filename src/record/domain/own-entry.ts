// An entry that somebody writes here, as the FHIR resource that it is kept as.
import { canonicalText, type Day } from '../../basics/index.ts'
import { ABOUT_ME_SYSTEM, type AboutMeHeading } from './about-me.ts'
import { OWN_SYSTEM, type OwnKind } from './entry-kinds.ts'

/** @source PRSB About Me v2.01, “Supported to write this by” */
export const WITH_HELP = 'Supported to write this by'

export type OwnWords = {
  /** The heading of About Me that it stands under, where it stands under one. */
  readonly heading?: AboutMeHeading
  /** Who helped to write it. */
  readonly supportedBy?: string
  readonly kind: OwnKind
  /** What it is called in a list. */
  readonly title: string
  readonly says: string
  readonly day: Day
  /** Sets two entries with the same words apart: when it was written. */
  readonly writtenAt: string
}

/** The text of a FHIR R4 Observation in the person's own words. */
export function ownEntry(words: OwnWords): string {
  const { kind, title, says, day, writtenAt, heading, supportedBy } = words
  const own = { system: OWN_SYSTEM, code: kind }
  const about = heading === undefined ? [] : [{ system: ABOUT_ME_SYSTEM, code: heading }]
  const helped = supportedBy === undefined ? [] : [{ text: `${WITH_HELP} ${supportedBy}` }]
  const text = canonicalText({
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [...about, own], text: title },
    effectiveDateTime: day,
    issued: writtenAt,
    note: [{ text: says }, ...helped],
  })
  if (!text.ok) throw new TypeError(`An entry has no text: ${text.refusal.says}`)
  return text.value
}
