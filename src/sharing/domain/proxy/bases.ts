// Why somebody may act for another, by age and by whether the person can decide: dated data.
import { ageOn, type Day } from '../../../basics/index.ts'
import { proxyEndsAtBirthday } from './dated-rules.ts'

export type Basis = {
  readonly code: string
  readonly says: string
  readonly child: boolean
  /** Whether the person can decide this for themselves. */
  readonly able: boolean
  /** Whether an end date must be set. */
  readonly endsOnADay: boolean
  /** The codes of the evidence that fits it. */
  readonly evidence: readonly string[]
  readonly from: Day
}

const from = '2025-12-23' as Day

export const evidenceKinds = [
  { code: 'said-here', says: 'The person said yes here, signed in themselves' },
  { code: 'said-to-staff', says: 'The person said yes to staff, face to face' },
  { code: 'gillick', says: 'A Gillick assessment, written down' },
  { code: 'birth-certificate', says: 'Birth or adoption certificate' },
  { code: 'parental-order', says: 'Parental order or agreement' },
  { code: 'guardianship', says: 'Special guardianship order or care order' },
  { code: 'power-register', says: 'The register of lasting powers, or “view an LPA”' },
  { code: 'court-order', says: 'Order of the Court of Protection' },
  { code: 'best-interests-note', says: 'A best interests decision, written down' },
  { code: 'vouched', says: 'Somebody on the staff knows them both and vouches' },
] as const

const basis = (
  code: string,
  says: string,
  evidence: readonly string[],
  { child = false, able = false, endsOnADay = false },
): Basis => ({ code, says, evidence, child, able, endsOnADay, from })

/** @source DAPB3051 Amd 59/2025 (bases under 16, and at 16 and over); Mental Capacity Act 2005 */
export const bases: readonly Basis[] = [
  basis('child-consent', 'The child can decide this, and says yes', ['gillick', 'said-here'], {
    child: true,
    able: true,
  }),
  basis(
    'parental-responsibility',
    'The child cannot decide this; parental responsibility',
    ['birth-certificate', 'parental-order', 'guardianship', 'vouched'],
    { child: true },
  ),
  basis(
    'child-best-interests',
    'The child cannot decide this; best interests, by a guardian or carer',
    ['guardianship', 'best-interests-note', 'vouched'],
    { child: true },
  ),
  basis('consent', 'The person says yes', ['said-here', 'said-to-staff'], { able: true }),
  basis(
    'lasting-power',
    'The person cannot decide this; lasting power of attorney for health and welfare',
    ['power-register'],
    {},
  ),
  basis('court-deputy', 'The person cannot decide this; court deputy', ['court-order'], {}),
  basis(
    'best-interests',
    'The person cannot decide this; best interests',
    ['best-interests-note', 'vouched'],
    {},
  ),
  basis(
    'temporary-loss',
    'The person cannot decide this for a time; best interests until then',
    ['best-interests-note', 'vouched'],
    { endsOnADay: true },
  ),
]

export const basisNamed = (code: string): Basis | null =>
  bases.find((one) => one.code === code) ?? null

/** The bases there are for somebody of this age: from 16 on, that they can decide is presumed. */
export const basesOn = (born: Day, day: Day): readonly Basis[] =>
  bases.filter(({ child }) => child === ageOn(born, day) < proxyEndsAtBirthday.value)

/** Who somebody is to the person they ask to act for. `asks` is false where it is out of scope. */
export const standings = [
  { code: 'parent', says: 'Their parent', asks: true },
  { code: 'guardian', says: 'Their guardian', asks: true },
  { code: 'family', says: 'Their family', asks: true },
  { code: 'friend', says: 'Their friend or neighbour', asks: true },
  { code: 'carer', says: 'Their carer, paid or not', asks: true },
  { code: 'attorney', says: 'Their attorney or deputy', asks: true },
  { code: 'care-home', says: 'Staff of the care home they live in', asks: false },
] as const
