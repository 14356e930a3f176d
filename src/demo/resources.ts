// FHIR R4 resources as British practices send them: compact, plain, and only what is known of them.
import type { Day, PersonId, PlainData } from '../basics/index.ts'

/** Whose it is, and the day it is about. */
export type Of = { readonly person: PersonId; readonly day: Day }

type Json = Readonly<Record<string, PlainData>>

/** @source SNOMED CT: only a few codes may lie in a public repository; all else is in words */
const SNOMED = 'http://snomed.info/sct'
const snomed: Readonly<Record<string, string>> = {
  'Type 2 diabetes': '44054006',
  'High blood pressure': '38341003',
  'No known allergy': '716186003',
}

/** @source LOINC, copyright Regenstrief Institute and the LOINC Committee, loinc.org/license */
const LOINC = 'http://loinc.org'
const UCUM = 'http://unitsofmeasure.org'
const HL7 = 'http://terminology.hl7.org/CodeSystem'

const words = (text: string): Json => {
  const code = snomed[text]
  if (code === undefined) return { text }
  return { coding: [{ system: SNOMED, code }], text }
}

const coded = (system: string, code: string): Json => ({
  coding: [{ system: `${HL7}/${system}`, code }],
})

const subject = (person: PersonId): Json => ({ reference: `Patient/${person}` })

/** Members stand in the order in which they are written here. */
const textOf = (resource: Json): string => JSON.stringify(resource)

/** A problem; `ended` is the day from which it was one no more. */
export const problem = ({ person, day }: Of, text: string, ended: Day | null = null): string =>
  textOf({
    resourceType: 'Condition',
    clinicalStatus: coded('condition-clinical', ended === null ? 'active' : 'resolved'),
    verificationStatus: coded('condition-ver-status', 'confirmed'),
    category: [coded('condition-category', 'problem-list-item')],
    code: words(text),
    subject: subject(person),
    onsetDateTime: day,
    recordedDate: day,
    ...(ended === null ? {} : { abatementDateTime: ended }),
  })

/** A medicine on prescription, for as long as nobody stopped it. */
export const medicine = (
  { person, day }: Of,
  text: string,
  dose: string,
  status: 'active' | 'stopped' | 'completed' = 'active',
): string =>
  textOf({
    resourceType: 'MedicationRequest',
    status,
    intent: 'order',
    medicationCodeableConcept: words(text),
    subject: subject(person),
    authoredOn: day,
    dosageInstruction: [{ text: dose }],
  })

export const allergy = ({ person, day }: Of, text: string, reaction: string | null): string =>
  textOf({
    resourceType: 'AllergyIntolerance',
    clinicalStatus: coded('allergyintolerance-clinical', 'active'),
    verificationStatus: coded('allergyintolerance-verification', 'confirmed'),
    code: words(text),
    patient: subject(person),
    recordedDate: day,
    ...(reaction === null ? {} : { reaction: [{ manifestation: [{ text: reaction }] }] }),
  })

export const vaccination = ({ person, day }: Of, text: string): string =>
  textOf({
    resourceType: 'Immunization',
    status: 'completed',
    vaccineCode: words(text),
    patient: subject(person),
    occurrenceDateTime: day,
    primarySource: true,
  })

/** What is measured: its name, its code in LOINC, its unit, the range in which nobody worries. */
export type Measured = {
  readonly says: string
  readonly loinc: string
  readonly unit: string
  readonly ucum: string
  readonly decimals: number
  readonly range: readonly [low: number | null, high: number | null] | null
  readonly vital: boolean
}

const quantity = ({ unit, ucum }: Measured, value: number): Json => ({
  value,
  unit,
  system: UCUM,
  code: ucum,
})

const rangeOf = (measured: Measured): Json => {
  const { range } = measured
  if (range === null) return {}
  const [low, high] = range
  return {
    referenceRange: [
      {
        ...(low === null ? {} : { low: quantity(measured, low) }),
        ...(high === null ? {} : { high: quantity(measured, high) }),
      },
    ],
  }
}

const category = (vital: boolean): Json => ({
  category: [coded('observation-category', vital ? 'vital-signs' : 'laboratory')],
})

const named = ({ loinc, says }: Pick<Measured, 'loinc' | 'says'>): Json => ({
  coding: [{ system: LOINC, code: loinc }],
  text: says,
})

export const result = ({ person, day }: Of, measured: Measured, value: number): string =>
  textOf({
    resourceType: 'Observation',
    status: 'final',
    ...category(measured.vital),
    code: named(measured),
    subject: subject(person),
    effectiveDateTime: day,
    valueQuantity: quantity(measured, Number(value.toFixed(measured.decimals))),
    ...rangeOf(measured),
  })

const pressure = (says: string, loinc: string): Measured => ({
  says,
  loinc,
  unit: 'mmHg',
  ucum: 'mm[Hg]',
  decimals: 0,
  range: null,
  vital: true,
})

const systolic = pressure('Upper number', '8480-6')
const diastolic = pressure('Lower number', '8462-4')

export const bloodPressure = ({ person, day }: Of, upper: number, lower: number): string =>
  textOf({
    resourceType: 'Observation',
    status: 'final',
    ...category(true),
    code: named({ loinc: '85354-9', says: 'Blood pressure' }),
    subject: subject(person),
    effectiveDateTime: day,
    component: [
      { code: named(systolic), valueQuantity: quantity(systolic, upper) },
      { code: named(diastolic), valueQuantity: quantity(diastolic, lower) },
    ],
  })

/** Something found that is a word and no number: whether they smoke, what a test showed. */
export const finding = ({ person, day }: Of, says: string, found: string): string =>
  textOf({
    resourceType: 'Observation',
    status: 'final',
    code: words(says),
    subject: subject(person),
    effectiveDateTime: day,
    valueCodeableConcept: { text: found },
  })

export const treatment = ({ person, day }: Of, text: string, note: string | null = null): string =>
  textOf({
    resourceType: 'Procedure',
    status: 'completed',
    code: words(text),
    subject: subject(person),
    performedDateTime: day,
    ...(note === null ? {} : { note: [{ text: note }] }),
  })

/** A visit that took place, and why. */
export const visit = ({ person, day }: Of, text: string, why: string): string =>
  textOf({
    resourceType: 'Encounter',
    status: 'finished',
    class: { system: `${HL7}/v3-ActCode`, code: 'AMB' },
    type: [{ text }],
    subject: subject(person),
    period: { start: day, end: day },
    reasonCode: [{ text: why }],
  })

/** A visit that is to come. */
export const appointment = ({ person, day }: Of, text: string, note: string): string =>
  textOf({
    resourceType: 'Appointment',
    status: 'booked',
    serviceType: [{ text }],
    description: note,
    start: `${day}T10:20:00Z`,
    end: `${day}T10:40:00Z`,
    participant: [{ actor: subject(person), status: 'accepted' }],
  })

/** A letter, with its words inside. */
export const letter = ({ person, day }: Of, text: string, says: string): string =>
  textOf({
    resourceType: 'DocumentReference',
    status: 'current',
    type: { text },
    subject: subject(person),
    date: `${day}T09:00:00Z`,
    description: says,
    content: [
      {
        attachment: {
          contentType: 'text/plain; charset=utf-8',
          data: Buffer.from(says, 'utf8').toString('base64'),
          title: text,
        },
      },
    ],
  })

export const referral = (
  { person, day }: Of,
  text: string,
  why: string,
  status: 'active' | 'completed' = 'completed',
): string =>
  textOf({
    resourceType: 'ServiceRequest',
    status,
    intent: 'order',
    code: words(text),
    subject: subject(person),
    authoredOn: day,
    reasonCode: [{ text: why }],
  })

/** What was agreed for the time to come. */
export const plan = ({ person, day }: Of, text: string, says: string): string =>
  textOf({
    resourceType: 'CarePlan',
    status: 'active',
    intent: 'plan',
    category: [{ text }],
    title: text,
    description: says,
    subject: subject(person),
    created: day,
    note: [{ text: says }],
  })

/** Those who look after somebody together. */
export const team = (
  { person, day }: Of,
  text: string,
  members: readonly (readonly [role: string, name: string])[],
): string =>
  textOf({
    resourceType: 'CareTeam',
    status: 'active',
    name: text,
    category: [{ text }],
    subject: subject(person),
    period: { start: day },
    participant: members.map(([role, display]) => ({
      role: [{ text: role }],
      member: { display },
    })),
  })
