// What stands in the health records of Asha and Gwen.
import { addDays, type Day, type PersonId } from '../../basics/index.ts'
import { addOne, type OwnKind, writeEntry } from '../../record/index.ts'
import { everything, giveGrant } from '../../sharing/index.ts'
import { measures } from '../measures.ts'
import { organisations, people, townId } from '../names.ts'
import { bloodPressure, type Of, result } from '../resources.ts'
import { done, itself, type Story, type Town } from '../town.ts'

const { asha, gwen, sian } = people

type Noted = {
  readonly of: PersonId
  readonly daysAgo: number
  readonly type: string
  readonly text: string
  readonly code?: string
  /** What stands in the resource beside its code and its day. */
  readonly more?: Readonly<Record<string, unknown>>
  /** The whole resource, where it is one that is measured again and again. */
  readonly make?: (of: Of) => string
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

/** Coded as in the rest of the town, so that what was measured stands in one line over time. */
const measurement = (
  of: PersonId,
  daysAgo: number,
  what: keyof typeof measures,
  value: number,
): Noted => ({
  of,
  daysAgo,
  type: 'Observation',
  text: measures[what].says,
  make: (one) => result(one, measures[what], value),
})

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
  measurement(asha, 410, 'hba1c', 58),
  measurement(asha, 200, 'hba1c', 54),
  measurement(asha, 12, 'hba1c', 49),
  measurement(asha, 12, 'weight', 71.5),
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
    make: (one) => bloodPressure(one, 138, 78),
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

export const firstRecords: Story = {
  name: 'first-records',
  async tell(town) {
    const { at, today } = town
    for (const [place, one] of noted.entries()) {
      const entry = {
        received: resourceOf(one, addDays(today, -one.daysAgo)),
        source: { what: 'file' as const, name: 'the records of Oak Lane Surgery', fullUrl: null },
        author: nurse,
        identifier: null,
        labels: [],
        batch: null,
      }
      const key = `demonstration-entry-${place}`
      done(await addOne(at(one.daysAgo), itself(sian), one.of, entry, key))
    }
    for (const { of, name, daysAgo, ...words } of told) {
      const speaker = { person: of, organisation: null, shownAs: name }
      const where = 'this site, where it was written'
      const written = { ...words, day: addDays(today, -daysAgo), where }
      const key = `demonstration-words-${words.kind}-${words.title}`
      done(await writeEntry(at(daysAgo), speaker, of, written, key))
    }
    await shareWithNurses(town)
  },
}

/** Asha lets the nurses of her surgery see her record, but not what is about her mood. */
async function shareWithNurses({ at }: Town): Promise<void> {
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
  done(await giveGrant(at(14), { person: asha, by: asha, key, grant, giving }))
}

function resourceOf({ of, type, text, code, more = {}, make }: Noted, day: Day): string {
  if (make !== undefined) return make({ person: of, day })
  const field = fieldOf[type]
  if (field === undefined) throw new TypeError(`The town has no entry of the type ${type}`)
  const coding = code === undefined ? {} : { coding: [{ system: SNOMED, code, display: text }] }
  const matter = { [field.code]: { ...coding, text }, [field.day]: day }
  return JSON.stringify({ resourceType: type, ...matter, ...more })
}
