// An entry that somebody writes here as its author, as the FHIR resource that it is kept as.
import { canonicalText, type Day, type PlainData } from '../../basics/index.ts'
import { OWN_SYSTEM } from './entry-kinds.ts'

/** What a professional can write: the rest of a record comes in files. */
export const authoredKinds = [
  'problem',
  'medicine',
  'allergy',
  'result',
  'treatment',
  'plan',
  'note',
] as const
export type AuthoredKind = (typeof authoredKinds)[number]

export type AuthoredWords = {
  readonly kind: AuthoredKind
  /** What it is called: the name of the problem, of the medicine. */
  readonly title: string
  /** What it says in plain words. */
  readonly says: string
  readonly day: Day
  /** Sets two entries with the same words apart: when it was written. */
  readonly writtenAt: string
}

type Shape = (words: AuthoredWords) => Record<string, PlainData>

const going = (system: string, code: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
})

/** @source HL7 FHIR R4, the elements that each resource must have */
const shapes: Readonly<Record<AuthoredKind, Shape>> = {
  problem: ({ title, day, writtenAt }) => ({
    resourceType: 'Condition',
    clinicalStatus: going('condition-clinical', 'active'),
    code: { text: title },
    onsetDateTime: day,
    recordedDate: writtenAt,
  }),
  medicine: ({ title, day, writtenAt }) => ({
    resourceType: 'MedicationStatement',
    status: 'active',
    medicationCodeableConcept: { text: title },
    effectiveDateTime: day,
    dateAsserted: writtenAt,
  }),
  allergy: ({ title, day, writtenAt }) => ({
    resourceType: 'AllergyIntolerance',
    clinicalStatus: going('allergyintolerance-clinical', 'active'),
    code: { text: title },
    onsetDateTime: day,
    recordedDate: writtenAt,
  }),
  result: ({ title, day, writtenAt }) => ({
    resourceType: 'Observation',
    status: 'final',
    code: { text: title },
    effectiveDateTime: day,
    issued: writtenAt,
  }),
  treatment: ({ title, day, writtenAt }) => ({
    resourceType: 'Procedure',
    status: 'completed',
    code: { text: title },
    performedDateTime: day,
    extension: writtenOn(writtenAt),
  }),
  plan: ({ title, day, writtenAt }) => ({
    resourceType: 'ServiceRequest',
    status: 'active',
    intent: 'plan',
    code: { text: title },
    occurrenceDateTime: day,
    authoredOn: writtenAt,
  }),
  note: ({ title, day, writtenAt }) => ({
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: OWN_SYSTEM, code: 'note' }], text: title },
    effectiveDateTime: day,
    issued: writtenAt,
  }),
}

const writtenOn = (valueDateTime: string) => [{ url: 'urn:coproduce:written-at', valueDateTime }]

/** The text of the FHIR R4 resource, with the plain words as its note. */
export function authoredEntry(words: AuthoredWords): string {
  const note = words.says === '' ? {} : { note: [{ text: words.says }] }
  const text = canonicalText({ ...shapes[words.kind](words), ...note })
  if (!text.ok) throw new TypeError(`An entry has no text: ${text.refusal.says}`)
  return text.value
}

export const isAuthoredKind = (kind: string): kind is AuthoredKind =>
  authoredKinds.some((one) => one === kind)
