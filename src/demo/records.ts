// What stands in the health records of the demonstration town, told from today backwards.
import { addDays, type Day, dayIn, LONDON, type PersonId, type Result } from '../basics/index.ts'
import type { Log } from '../log/index.ts'
import { heldClock } from '../plumbing/index.ts'
import { addOne, type OwnKind, writeEntry } from '../record/index.ts'
import { everything, giveGrant } from '../sharing/index.ts'
import { organisations, people, townId } from './names.ts'

const { asha, gwen, sian } = people

type Noted = {
  readonly of: PersonId
  readonly daysAgo: number
  readonly type: string
  readonly text: string
  readonly code?: string
  /** What stands in the resource beside its code and its day. */
  readonly more?: Readonly<Record<string, unknown>>
}

const nurse = {
  person: sian,
  organisation: organisations.oakLane,
  shownAs: 'Sian Rees, Oak Lane Surgery',
}

const active = {
  clinicalStatus: {
    coding: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/condition-clinical',
        code: 'active',
      },
    ],
  },
}
const dose = (text: string) => ({
  status: 'active',
  intent: 'order',
  dosageInstruction: [{ text }],
})
const amount = (value: number, unit: string) => ({
  status: 'final',
  valueQuantity: { value, unit },
})
const vital = {
  category: [
    {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/observation-category',
          code: 'vital-signs',
        },
      ],
    },
  ],
}

const noted: readonly Noted[] = [
  {
    of: asha,
    daysAgo: 1_480,
    type: 'Condition',
    text: 'Type 2 diabetes',
    code: '44054006',
    more: active,
  },
  {
    of: asha,
    daysAgo: 1_470,
    type: 'MedicationRequest',
    text: 'Metformin 500 mg tablets',
    more: dose('One tablet in the morning and one in the evening, with food'),
  },
  {
    of: asha,
    daysAgo: 5_200,
    type: 'AllergyIntolerance',
    text: 'Penicillin',
    more: { ...active, reaction: [{ manifestation: [{ text: 'A rash on the arms' }] }] },
  },
  { of: asha, daysAgo: 410, type: 'Observation', text: 'HbA1c', more: amount(58, 'mmol/mol') },
  { of: asha, daysAgo: 200, type: 'Observation', text: 'HbA1c', more: amount(54, 'mmol/mol') },
  { of: asha, daysAgo: 12, type: 'Observation', text: 'HbA1c', more: amount(49, 'mmol/mol') },
  {
    of: asha,
    daysAgo: 12,
    type: 'Observation',
    text: 'Weight',
    more: { ...vital, ...amount(71.5, 'kg') },
  },
  {
    of: asha,
    daysAgo: 12,
    type: 'Procedure',
    text: 'Foot check',
    more: { status: 'completed', note: [{ text: 'Feeling and pulses are good in both feet.' }] },
  },
  {
    of: asha,
    daysAgo: 50,
    type: 'Immunization',
    text: 'Flu vaccine',
    more: { status: 'completed' },
  },
  {
    of: gwen,
    daysAgo: 3_900,
    type: 'Condition',
    text: 'Hypertension',
    code: '38341003',
    more: active,
  },
  { of: gwen, daysAgo: 700, type: 'Condition', text: 'Hearing loss on the right', more: active },
  {
    of: gwen,
    daysAgo: 3_890,
    type: 'MedicationRequest',
    text: 'Amlodipine 5 mg tablets',
    more: dose('One tablet each morning'),
  },
  {
    of: gwen,
    daysAgo: 33,
    type: 'Observation',
    text: 'Blood pressure',
    more: {
      ...vital,
      status: 'final',
      component: [
        { code: { text: 'Upper number' }, valueQuantity: { value: 138, unit: 'mmHg' } },
        { code: { text: 'Lower number' }, valueQuantity: { value: 78, unit: 'mmHg' } },
      ],
    },
  },
  {
    of: gwen,
    daysAgo: 210,
    type: 'Procedure',
    text: 'Cataract operation on the left eye',
    more: { status: 'completed' },
  },
]

type Told = {
  readonly of: PersonId
  readonly name: string
  readonly daysAgo: number
  readonly kind: OwnKind
  readonly title: string
  readonly says: string
  readonly labels: readonly string[]
}

const told: readonly Told[] = [
  {
    of: asha,
    name: 'Asha Patel',
    daysAgo: 60,
    kind: 'what-matters',
    title: 'What matters to me',
    says: 'A quiet place to wait. Tell me before you touch me. Write down what we agree.',
    labels: [],
  },
  {
    of: asha,
    name: 'Asha Patel',
    daysAgo: 16,
    kind: 'symptom',
    title: 'Symptom',
    says: 'My toes tingle in the evening, on most days, since the start of the month.',
    labels: [],
  },
  {
    of: asha,
    name: 'Asha Patel',
    daysAgo: 9,
    kind: 'note',
    title: 'Note',
    says: 'Low for two weeks, and I do not sleep well. I have told my father.',
    labels: ['mental'],
  },
  {
    of: gwen,
    name: 'Gwen Lloyd',
    daysAgo: 75,
    kind: 'what-matters',
    title: 'What matters to me',
    says: 'I want to stay in my own house. Large print, and Welsh when I am unwell.',
    labels: [],
  },
]

const fieldOf: Readonly<Record<string, { readonly code: string; readonly day: string }>> = {
  AllergyIntolerance: { code: 'code', day: 'recordedDate' },
  Condition: { code: 'code', day: 'onsetDateTime' },
  Immunization: { code: 'vaccineCode', day: 'occurrenceDateTime' },
  MedicationRequest: { code: 'medicationCodeableConcept', day: 'authoredOn' },
  Observation: { code: 'code', day: 'effectiveDateTime' },
  Procedure: { code: 'code', day: 'performedDateTime' },
}

const SNOMED = 'http://snomed.info/sct'

/** The log as it was at ten in the morning of a day. */
const atDay = (log: Log, day: Day): Log => ({ ...log, clock: heldClock(`${day}T10:00:00Z`) })

/** Makes what is missing of the records; each entry once, the days counted from today. */
export async function fillRecords(log: Log): Promise<void> {
  const today = dayIn(LONDON, log.clock.now())
  for (const [place, one] of noted.entries()) {
    const day = addDays(today, -one.daysAgo)
    const entry = {
      received: resourceOf(one, day),
      source: { what: 'file' as const, name: 'the records of Oak Lane Surgery', fullUrl: null },
      author: nurse,
      identifier: null,
      labels: [],
      batch: null,
    }
    const actor = { by: sian, onBehalfOf: null }
    done(await addOne(atDay(log, day), actor, one.of, entry, `demonstration-entry-${place}`))
  }
  for (const { of, name, daysAgo, ...words } of told) {
    const day = addDays(today, -daysAgo)
    const speaker = { person: of, organisation: null, shownAs: name }
    const written = { ...words, day, where: 'this site, where it was written' }
    const key = `demonstration-words-${words.kind}-${words.title}`
    done(await writeEntry(atDay(log, day), speaker, of, written, key))
  }
  await shareWithNurses(atDay(log, addDays(today, -14)))
}

/** Asha lets the nurses of her surgery see her record, but not what is about her mood. */
async function shareWithNurses(log: Log): Promise<void> {
  const giving = {
    effect: 'permit' as const,
    to: { person: null, organisation: organisations.oakLane, role: 'nurse' },
    what: { ...everything, without: ['mental'] },
    acts: ['read' as const],
    purposes: ['direct-care' as const],
    until: null,
  }
  const grant = townId('grant-nurses')
  const key = 'demonstration-grant-nurses'
  done(await giveGrant(log, { person: asha, by: asha, key, grant, giving }))
}

function resourceOf({ type, text, code, more = {} }: Noted, day: Day): string {
  const field = fieldOf[type]
  if (field === undefined) throw new TypeError(`The town has no entry of the type ${type}`)
  const coding = code === undefined ? {} : { coding: [{ system: SNOMED, code, display: text }] }
  const matter = { [field.code]: { ...coding, text }, [field.day]: day }
  return JSON.stringify({ resourceType: type, ...matter, ...more })
}

function done<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`The demonstration town is not possible: ${result.refusal.code}`)
}
