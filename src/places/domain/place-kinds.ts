// What anything can be about, as data: kinds of place and the links between them.

export type PlaceKind = {
  readonly code: string
  readonly says: string
  /** The code systems whose codes name one, the usual one first. */
  readonly systems: readonly CodeSystem[]
}

export type CodeSystem = {
  readonly uri: string
  readonly name: string
  readonly form: RegExp
  readonly source: string
}

const ods: CodeSystem = {
  uri: 'https://fhir.nhs.uk/Id/ods-organization-code',
  name: 'ODS code',
  form: /^[A-Z0-9]{3,12}$/,
  source: 'DAPB0090, Organisation Data Service',
}
const gss: CodeSystem = {
  uri: 'https://statistics.gov.uk/id/statistical-geography',
  name: 'ONS area code',
  form: /^[EWSNK]\d{8}$/,
  source: 'Office for National Statistics, Register of Geographic Codes',
}
const snomed: CodeSystem = {
  uri: 'http://snomed.info/sct',
  name: 'SNOMED CT code',
  form: /^\d{6,18}$/,
  source: 'SCCI0034, SNOMED CT',
}

export const placeKinds: readonly PlaceKind[] = [
  { code: 'service', says: 'Service', systems: [ods] },
  { code: 'site', says: 'Site', systems: [ods] },
  { code: 'area', says: 'Area', systems: [gss] },
  { code: 'condition', says: 'Condition', systems: [snomed] },
]

export const kindNamed = (code: string): PlaceKind | undefined =>
  placeKinds.find((kind) => kind.code === code)

/** A link between two places, or from a place to the organisation that provides it. */
export type LinkKind = {
  readonly code: 'provided-by' | 'at' | 'within' | 'for'
  readonly from: readonly string[]
  readonly to: string
  readonly says: string
}

export const linkKinds: readonly LinkKind[] = [
  { code: 'provided-by', from: ['service', 'site'], to: 'organisation', says: 'Provided by' },
  { code: 'at', from: ['service'], to: 'site', says: 'At' },
  { code: 'within', from: ['site', 'area', 'service'], to: 'area', says: 'In' },
  { code: 'for', from: ['service'], to: 'condition', says: 'For people with' },
]

export const linkNamed = (code: string): LinkKind | undefined =>
  linkKinds.find((kind) => kind.code === code)
