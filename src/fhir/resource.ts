// FHIR R4 shapes, as far as a record shows them: read from any resource, none taken for granted.
import type { Day } from '../basics/index.ts'

/** What JSON holds. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json }

export type Resource = { readonly resourceType: string; readonly [name: string]: Json }

export type Code = {
  readonly system: string | null
  readonly code: string | null
  /** As a person reads it. */
  readonly words: string | null
}

export type Reference = { readonly reference: string | null; readonly display: string | null }

export function member(value: Json | undefined, ...names: readonly string[]): Json | undefined {
  let found = value
  for (const name of names) {
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return undefined
    const holder = found as { readonly [name: string]: Json }
    found = Object.hasOwn(holder, name) ? holder[name] : undefined
  }
  return found
}

/** One or many, as a list: FHIR has both, and files get it wrong. */
export const listOf = (value: Json | undefined): readonly Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value as Json]

export const textOf = (value: Json | undefined): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null

/** A CodeableConcept or a Coding; null where it says nothing. */
export function codeOf(value: Json | undefined): Code | null {
  const codings = listOf(member(value, 'coding'))
  const coding = codings[0] ?? value
  const system = textOf(member(coding, 'system'))
  const code = textOf(member(coding, 'code'))
  const shown = codings.map((one) => textOf(member(one, 'display'))).find((one) => one !== null)
  const words = textOf(member(value, 'text')) ?? shown ?? textOf(member(coding, 'display')) ?? code
  return words === null && code === null ? null : { system, code, words }
}

const first = <T>(
  resource: Resource,
  names: readonly string[],
  read: (value: Json | undefined) => T | null,
): T | null => {
  for (const name of names) {
    const found = read(member(resource, ...name.split('.')))
    if (found !== null) return found
  }
  return null
}

/** What the resource is about: its code, or what stands in its place in this type. */
export const subjectMatter = (resource: Resource): Code | null =>
  first(
    resource,
    [
      'code',
      'vaccineCode',
      'medicationCodeableConcept',
      'medicationReference',
      'serviceType',
      'type',
      'category',
      'relationship',
    ],
    (value) => {
      const [one] = listOf(value)
      const display = textOf(member(one, 'display'))
      const reference = member(one, 'reference') !== undefined
      return reference && display !== null
        ? { system: null, code: null, words: display }
        : codeOf(one)
    },
  )

const moments = [
  'effectiveDateTime',
  'effectivePeriod.start',
  'effectiveInstant',
  'onsetDateTime',
  'onsetPeriod.start',
  'occurrenceDateTime',
  'occurrencePeriod.start',
  'performedDateTime',
  'performedPeriod.start',
  'period.start',
  'authoredOn',
  'dateAsserted',
  'whenHandedOver',
  'billablePeriod.start',
  'context.period.start',
  'startDate',
  'started',
  'start',
  'date',
  'recordedDate',
  'issued',
  'sent',
  'authored',
  'created',
  'recorded',
]

/** The day the resource is about, as far as it says one; a year or a month is its first day. */
export function dayOf(resource: Resource): Day | null {
  const text = first(resource, moments, textOf)
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T|$)/.exec(text ?? '')
  return parts === null ? null : (`${parts[1]}-${parts[2] ?? '01'}-${parts[3] ?? '01'}` as Day)
}

/** `active`, `final`, `entered-in-error`: the clinical status where there is one. */
export const statusOf = (resource: Resource): string | null =>
  codeOf(resource.clinicalStatus)?.code ?? textOf(resource.status)

/** Whether the sender says that it was entered in error. */
export const wasInError = (resource: Resource): boolean =>
  textOf(resource.status) === 'entered-in-error' ||
  codeOf(resource.verificationStatus)?.code === 'entered-in-error'

export const categoriesOf = (resource: Resource): readonly string[] =>
  listOf(resource.category).flatMap((one) => {
    const codes = [
      textOf(one),
      ...listOf(member(one, 'coding')).map((c) => textOf(member(c, 'code'))),
    ]
    return codes.filter((code) => code !== null)
  })

export const securityCodesOf = (resource: Resource): readonly string[] =>
  listOf(member(resource, 'meta', 'security'))
    .map((one) => textOf(member(one, 'code')))
    .filter((code) => code !== null)

const referenceOf = (value: Json | undefined): Reference | null => {
  const reference = textOf(member(value, 'reference'))
  const display = textOf(member(value, 'display'))
  return reference === null && display === null ? null : { reference, display }
}

/** Whom the resource is about, where it says so. */
export const subjectOf = (resource: Resource): Reference | null =>
  first(resource, ['subject', 'patient', 'beneficiary', 'for', 'individual'], referenceOf)

const writers = [
  'recorder',
  'requester',
  'asserter',
  'informationSource',
  'author',
  'performer',
  'provider',
  'participant',
  'serviceProvider',
  'managingOrganization',
  'custodian',
  'sender',
  'insurer',
]

/** Who wrote it, the likeliest first: people, then organisations. */
export const writersOf = (resource: Resource): readonly Reference[] =>
  writers.flatMap((name) =>
    listOf(resource[name]).flatMap((one) => {
      const inside = ['actor', 'individual', 'agent', 'onBehalfOf'].map((part) => member(one, part))
      return [one, ...inside].map(referenceOf).filter((found) => found !== null)
    }),
  )

/** The name of a person, a role or an organisation, as it is shown. */
export function nameOf(resource: Resource): string | null {
  const [name] = listOf(resource.name)
  const whole = textOf(name) ?? textOf(member(name, 'text'))
  if (whole !== null) return whole
  const parts = ['prefix', 'given', 'family'].flatMap((part) => listOf(member(name, part)))
  const said = parts
    .filter((part) => typeof part === 'string')
    .join(' ')
    .trim()
  return said === '' ? null : said
}

/** The first business identifier, else the resource's own id; null where it has neither. */
export function identifierOf(
  resource: Resource,
): { readonly system: string; readonly value: string } | null {
  for (const one of listOf(resource.identifier)) {
    const value = textOf(member(one, 'value'))
    if (value !== null) return { system: textOf(member(one, 'system')) ?? '', value }
  }
  const id = textOf(resource.id)
  return id === null ? null : { system: '', value: `${resource.resourceType}/${id}` }
}

/** The identifiers under one system, such as the NHS number's. */
export const identifiersUnder = (resource: Resource, system: string): readonly string[] =>
  listOf(resource.identifier)
    .filter((one) => member(one, 'system') === system)
    .map((one) => textOf(member(one, 'value')))
    .filter((value) => value !== null)

/** @source NHS England, FHIR R4 UK Core Patient: identifier nhsNumber */
export const NHS_NUMBER_SYSTEM = 'https://fhir.nhs.uk/Id/nhs-number'
