// Whether an entry belongs to what is going on now, from the status that whoever wrote it gave.
import type { Day } from '../../basics/index.ts'
import { codeOf, member, type Resource, textOf, wasInError } from '../../fhir/index.ts'

/** Said beside an entry that goes on, so that nobody takes it for more than it is. */
const goingOn = [
  'not-confirmed',
  'on-hold',
  'status-not-said',
  'not-yet-taken',
  'not-yet-agreed',
  'remission',
] as const

/** Said beside one that does not go on, wherever it is shown. */
const goneBy = [
  'over',
  'stopped',
  'cancelled',
  'refuted',
  'not-taken',
  'not-to-be-given',
  'only-suggested',
  'draft',
  'not-attended',
  'not-final',
] as const

export const provisos = [...goingOn, ...goneBy] as const
export type Proviso = (typeof provisos)[number]

export type Standing = {
  /** Whether it is going on, or lies ahead. */
  readonly current: boolean
  /** The last day on which that holds; null where none is said. */
  readonly endsOn: Day | null
  /** What must be said beside it. */
  readonly proviso: Proviso | null
}

/** `yes` goes on, `past` is over and needs no word; the others are said. */
type Meaning = 'yes' | 'past' | Proviso

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
  inactive: 'over',
  remission: 'remission',
  resolved: 'over',
} as const

/** @source HL7 FHIR R4, value set allergyintolerance-clinical */
const allergyClinical = { active: 'yes', inactive: 'over', resolved: 'over' } as const

/** @source HL7 FHIR R4, value sets condition-ver-status and allergyintolerance-verification */
const verification: Readonly<Record<string, Meaning>> = {
  confirmed: 'yes',
  unconfirmed: 'not-confirmed',
  provisional: 'not-confirmed',
  differential: 'not-confirmed',
  refuted: 'refuted',
  'entered-in-error': 'past',
}

/** @source HL7 FHIR R4, value set medicationrequest-status */
const medicationRequest = {
  active: 'yes',
  'on-hold': 'on-hold',
  unknown: 'status-not-said',
  cancelled: 'cancelled',
  completed: 'over',
  'entered-in-error': 'past',
  stopped: 'stopped',
  draft: 'draft',
} as const

/** @source HL7 FHIR R4, value set medication-statement-status */
const medicationStatement = {
  active: 'yes',
  intended: 'not-yet-taken',
  'on-hold': 'on-hold',
  unknown: 'status-not-said',
  completed: 'over',
  'entered-in-error': 'past',
  stopped: 'stopped',
  'not-taken': 'not-taken',
} as const

/** @source HL7 FHIR R4, value set request-status */
const request = {
  active: 'yes',
  'on-hold': 'on-hold',
  unknown: 'status-not-said',
  draft: 'draft',
  revoked: 'cancelled',
  completed: 'over',
  'entered-in-error': 'past',
} as const

/** @source HL7 FHIR R4, value set goal-status */
const goal = {
  proposed: 'not-yet-agreed',
  planned: 'yes',
  accepted: 'yes',
  active: 'yes',
  'on-hold': 'on-hold',
  completed: 'over',
  cancelled: 'cancelled',
  'entered-in-error': 'past',
  rejected: 'cancelled',
} as const

/** @source HL7 FHIR R4, value set appointmentstatus */
const appointment = {
  proposed: 'not-yet-agreed',
  pending: 'not-yet-agreed',
  waitlist: 'yes',
  booked: 'yes',
  arrived: 'yes',
  'checked-in': 'yes',
  fulfilled: 'past',
  cancelled: 'cancelled',
  noshow: 'not-attended',
  'entered-in-error': 'past',
} as const

/** @source HL7 FHIR R4, value set encounter-status */
const encounter = {
  planned: 'yes',
  arrived: 'yes',
  triaged: 'yes',
  'in-progress': 'yes',
  onleave: 'yes',
  finished: 'past',
  cancelled: 'cancelled',
  'entered-in-error': 'past',
  unknown: 'past',
} as const

/** @source HL7 FHIR R4, value set care-team-status */
const careTeam = {
  proposed: 'not-yet-agreed',
  active: 'yes',
  suspended: 'on-hold',
  inactive: 'over',
  'entered-in-error': 'past',
} as const

/** @source HL7 FHIR R4, value sets observation-status and diagnostic-report-status */
const measuring = {
  registered: 'not-final',
  preliminary: 'not-final',
  partial: 'not-final',
  cancelled: 'cancelled',
  final: 'past',
  amended: 'past',
  corrected: 'past',
  appended: 'past',
  'entered-in-error': 'past',
  unknown: 'past',
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
  Observation: { status: 'status', means: measuring, ends: [] },
  DiagnosticReport: { status: 'status', means: measuring, ends: [] },
}

// A suggestion is not yet something that was decided. @source HL7 FHIR R4, request-intent
const onlySuggested = new Set(['proposal', 'option'])

const gone = (proviso: Proviso | null): Standing => ({ current: false, endsOn: null, proviso })

/**
 * Whether an entry is going on or lies ahead. It is left out only where its author said that it
 * is over, was refuted or was a mistake; a status that is missing or not known here is shown.
 */
export function standingOf(resource: Resource): Standing {
  const rule = rules[resource.resourceType]
  if (rule === undefined || wasInError(resource)) return gone(null)
  if (resource.doNotPerform === true) return gone('not-to-be-given')
  if (onlySuggested.has(textOf(resource.intent) ?? '')) return gone('only-suggested')
  const status = statusIn(resource, rule)
  const means = status === null ? ofNoStatus(resource) : (rule.means[status] ?? 'status-not-said')
  const sure = verification[codeOf(resource.verificationStatus)?.code ?? ''] ?? 'yes'
  const ended: Meaning = hasEndedWithoutDay(resource) ? 'over' : 'yes'
  const said = [sure, ended, means].filter((one) => one !== 'yes')
  const over = said.find((one) => !isGoingOn(one))
  if (over !== undefined) return gone(over === 'past' ? null : (over as Proviso))
  const ends = rule.ends.map((path) => dayAt(resource, path)).find((day) => day !== null)
  return { current: true, endsOn: ends ?? null, proviso: (said[0] as Proviso | undefined) ?? null }
}

const isGoingOn = (meaning: Meaning): boolean => goingOn.some((one) => one === meaning)

const statusIn = (resource: Resource, { status }: Rule): string | null =>
  codeOf(member(resource, status))?.code ?? textOf(member(resource, status))

const isOver = ['Encounter', 'Observation', 'DiagnosticReport']

/** What was seen or measured was; of all else nothing shows that it has ended. */
const ofNoStatus = ({ resourceType }: Resource): Meaning =>
  isOver.includes(resourceType) ? 'past' : resourceType === 'CareTeam' ? 'yes' : 'status-not-said'

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
