// Whether an entry belongs to what is going on now, from the status that whoever wrote it gave.
import type { Day } from '../../basics/index.ts'
import { codeOf, member, type Resource, textOf, wasInError } from '../../fhir/index.ts'

/** What must be said beside an entry that is shown, so that nobody takes it for more. */
export const provisos = [
  'not-confirmed',
  'on-hold',
  'status-not-said',
  'not-yet-taken',
  'not-yet-agreed',
  'remission',
  'not-final',
] as const
export type Proviso = (typeof provisos)[number]

export type Standing = {
  /** Whether it is going on, or lies ahead. */
  readonly current: boolean
  /** The last day on which that holds; null where none is said. */
  readonly endsOn: Day | null
  readonly proviso: Proviso | null
}

/** `yes` is shown as it is, `no` is not shown, and a proviso is shown with it. */
type Meaning = 'yes' | 'no' | Proviso

type Rule = {
  /** The member that holds the status, and what each of its codes means here. */
  readonly status: string
  readonly means: Readonly<Record<string, Meaning>>
  /** Where the last day stands. */
  readonly ends: readonly string[]
}

/** @source HL7 FHIR R4, value set condition-clinical (4.0.1) */
const conditionClinical = {
  active: 'yes',
  recurrence: 'yes',
  relapse: 'yes',
  inactive: 'no',
  remission: 'remission',
  resolved: 'no',
} as const

/** @source HL7 FHIR R4, value set allergyintolerance-clinical */
const allergyClinical = { active: 'yes', inactive: 'no', resolved: 'no' } as const

/** @source HL7 FHIR R4, value sets condition-ver-status and allergyintolerance-verification */
const verification: Readonly<Record<string, Meaning>> = {
  confirmed: 'yes',
  unconfirmed: 'not-confirmed',
  provisional: 'not-confirmed',
  differential: 'not-confirmed',
  refuted: 'no',
  'entered-in-error': 'no',
}

/** @source HL7 FHIR R4, value set medicationrequest-status */
const medicationRequest = {
  active: 'yes',
  'on-hold': 'on-hold',
  unknown: 'status-not-said',
  cancelled: 'no',
  completed: 'no',
  'entered-in-error': 'no',
  stopped: 'no',
  draft: 'no',
} as const

/** @source HL7 FHIR R4, value set medication-statement-status */
const medicationStatement = {
  active: 'yes',
  intended: 'not-yet-taken',
  'on-hold': 'on-hold',
  unknown: 'status-not-said',
  completed: 'no',
  'entered-in-error': 'no',
  stopped: 'no',
  'not-taken': 'no',
} as const

/** @source HL7 FHIR R4, value set request-status */
const request = {
  active: 'yes',
  'on-hold': 'on-hold',
  unknown: 'status-not-said',
  draft: 'no',
  revoked: 'no',
  completed: 'no',
  'entered-in-error': 'no',
} as const

/** @source HL7 FHIR R4, value set goal-status */
const goal = {
  proposed: 'not-yet-agreed',
  planned: 'yes',
  accepted: 'yes',
  active: 'yes',
  'on-hold': 'on-hold',
  completed: 'no',
  cancelled: 'no',
  'entered-in-error': 'no',
  rejected: 'no',
} as const

/** @source HL7 FHIR R4, value set appointmentstatus */
const appointment = {
  proposed: 'not-yet-agreed',
  pending: 'not-yet-agreed',
  waitlist: 'yes',
  booked: 'yes',
  arrived: 'yes',
  'checked-in': 'yes',
  fulfilled: 'no',
  cancelled: 'no',
  noshow: 'no',
  'entered-in-error': 'no',
} as const

/** @source HL7 FHIR R4, value set encounter-status: what is over is no longer going on */
const encounter = {
  planned: 'yes',
  arrived: 'yes',
  triaged: 'yes',
  'in-progress': 'yes',
  onleave: 'yes',
  finished: 'no',
  cancelled: 'no',
  'entered-in-error': 'no',
  unknown: 'no',
} as const

/** @source HL7 FHIR R4, value set care-team-status */
const careTeam = {
  proposed: 'not-yet-agreed',
  active: 'yes',
  suspended: 'on-hold',
  inactive: 'no',
  'entered-in-error': 'no',
} as const

const planned = { status: 'status', means: request } as const

export const rules: Readonly<Record<string, Rule>> = {
  Condition: {
    status: 'clinicalStatus',
    means: conditionClinical,
    ends: ['abatementDateTime', 'abatementPeriod.end'],
  },
  AllergyIntolerance: { status: 'clinicalStatus', means: allergyClinical, ends: [] },
  MedicationRequest: { status: 'status', means: medicationRequest, ends: [] },
  MedicationStatement: {
    status: 'status',
    means: medicationStatement,
    ends: ['effectivePeriod.end'],
  },
  CarePlan: { ...planned, ends: ['period.end'] },
  ServiceRequest: { ...planned, ends: [] },
  RequestGroup: { ...planned, ends: [] },
  Goal: { status: 'lifecycleStatus', means: goal, ends: [] },
  Appointment: { status: 'status', means: appointment, ends: ['end', 'start'] },
  Encounter: { status: 'status', means: encounter, ends: ['period.end'] },
  CareTeam: { status: 'status', means: careTeam, ends: ['period.end'] },
}

// A suggestion is not yet something that was decided. @source HL7 FHIR R4, request-intent
const onlySuggested = new Set(['proposal', 'option'])

const no: Standing = { current: false, endsOn: null, proviso: null }

/**
 * Whether an entry is going on or lies ahead. Hidden only where its author said that it is over,
 * was refuted or was a mistake; a status that is not said, or not known here, is shown and said.
 */
export function standingOf(resource: Resource): Standing {
  const rule = rules[resource.resourceType]
  if (rule === undefined) return no
  if (wasInError(resource) || resource.doNotPerform === true) return no
  if (onlySuggested.has(textOf(resource.intent) ?? '')) return no
  if (hasEndedWithoutDay(resource)) return no
  const sure = verification[codeOf(resource.verificationStatus)?.code ?? ''] ?? 'yes'
  const status = statusIn(resource, rule)
  const means = status === null ? ofNoStatus(resource) : (rule.means[status] ?? 'status-not-said')
  if (sure === 'no' || means === 'no') return no
  const provisoOf = (meaning: Meaning): Proviso | null =>
    meaning === 'yes' || meaning === 'no' ? null : meaning
  const ends = rule.ends.map((path) => dayAt(resource, path)).find((day) => day !== null)
  return { current: true, endsOn: ends ?? null, proviso: provisoOf(sure) ?? provisoOf(means) }
}

const statusIn = (resource: Resource, { status }: Rule): string | null =>
  codeOf(member(resource, status))?.code ?? textOf(member(resource, status))

/** A visit of which nothing is said is one that was; of all else nothing shows that it ended. */
const ofNoStatus = ({ resourceType }: Resource): Meaning =>
  resourceType === 'Encounter' ? 'no' : resourceType === 'CareTeam' ? 'yes' : 'status-not-said'

/** That it ended can be said with an age or a word and no day. */
const hasEndedWithoutDay = (resource: Resource): boolean =>
  ['abatementAge', 'abatementString', 'abatementRange'].some(
    (name) => resource[name] !== undefined,
  ) || resource.abatementBoolean === true

/** The day of a moment; a year or a month ends with its last day. */
function dayAt(resource: Resource, path: string): Day | null {
  const text = textOf(member(resource, ...path.split('.')))
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T|$)/.exec(text ?? '')
  if (parts === null) return null
  const [, year = '', month = '12', day] = parts
  if (day !== undefined) return `${year}-${month}-${day}` as Day
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return `${year}-${month}-${last}` as Day
}
