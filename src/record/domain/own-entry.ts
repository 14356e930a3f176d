// An entry that somebody writes here, as the FHIR resource that it is kept as.
import { canonicalText, type Day } from '../../basics/index.ts'
import { OWN_SYSTEM, type OwnKind } from './entry-kinds.ts'

export type OwnWords = {
  readonly kind: OwnKind
  /** What it is called in a list. */
  readonly title: string
  readonly says: string
  readonly day: Day
  /** Sets two entries with the same words apart: when it was written. */
  readonly writtenAt: string
}

/** The text of a FHIR R4 Observation in the person's own words. */
export function ownEntry({ kind, title, says, day, writtenAt }: OwnWords): string {
  const text = canonicalText({
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: OWN_SYSTEM, code: kind }], text: title },
    effectiveDateTime: day,
    issued: writtenAt,
    note: [{ text: says }],
  })
  if (!text.ok) throw new TypeError(`An entry has no text: ${text.refusal.says}`)
  return text.value
}
