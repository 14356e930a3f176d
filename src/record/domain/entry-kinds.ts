// The kinds of entry that a person reads and shares by, from the types and categories of FHIR.
import { categoriesOf, codeOf, listOf, member, type Resource } from '../../fhir/index.ts'

/** In the order in which a person reads them. */
export const kinds = [
  'problem',
  'medicine',
  'allergy',
  'vaccination',
  'result',
  'measurement',
  'treatment',
  'visit',
  'plan',
  'document',
  'symptom',
  'note',
  'what-matters',
  'person',
  'team',
  'payment',
  'other',
] as const

export type Kind = (typeof kinds)[number]

/** What a person writes themselves bears its kind under this system. */
export const OWN_SYSTEM = 'urn:coproduce:entry'
export const ownKinds = ['symptom', 'note', 'what-matters'] as const
export type OwnKind = (typeof ownKinds)[number]

/** @source HL7 FHIR R4, resource list by module (clinical, diagnostics, medications, workflow) */
const byType: Readonly<Record<string, Kind>> = {
  Condition: 'problem',
  MedicationRequest: 'medicine',
  MedicationStatement: 'medicine',
  MedicationDispense: 'medicine',
  MedicationAdministration: 'medicine',
  Medication: 'medicine',
  AllergyIntolerance: 'allergy',
  Immunization: 'vaccination',
  Observation: 'result',
  DiagnosticReport: 'result',
  ImagingStudy: 'result',
  Procedure: 'treatment',
  Encounter: 'visit',
  Appointment: 'visit',
  EpisodeOfCare: 'visit',
  CarePlan: 'plan',
  Goal: 'plan',
  ServiceRequest: 'plan',
  RequestGroup: 'plan',
  DocumentReference: 'document',
  Composition: 'document',
  Communication: 'document',
  Media: 'document',
  Patient: 'person',
  RelatedPerson: 'person',
  Practitioner: 'team',
  PractitionerRole: 'team',
  Organization: 'team',
  CareTeam: 'team',
  Location: 'team',
  Claim: 'payment',
  ClaimResponse: 'payment',
  ExplanationOfBenefit: 'payment',
  Coverage: 'payment',
}

export function kindOf(resource: Resource): Kind {
  const coding = listOf(member(resource.code, 'coding')).find(
    (one) => member(one, 'system') === OWN_SYSTEM,
  )
  const own = ownKinds.find((kind) => kind === codeOf(coding)?.code)
  if (own !== undefined) return own
  const measured = ['vital-signs', 'activity']
  if (
    resource.resourceType === 'Observation' &&
    categoriesOf(resource).some((category) => measured.includes(category))
  ) {
    return 'measurement'
  }
  return byType[resource.resourceType] ?? 'other'
}
