// What stands in the record of a neighbour: what they live with, what passed, what was checked.
import { addDays, addMonths, type Day, daysBetween } from '../../basics/index.ts'
import { measures } from '../measures.ts'
import * as fhir from '../resources.ts'
import type { Dice } from './dice.ts'
import type { Neighbour } from './households.ts'
import { type Illness, illnesses, passing } from './illnesses.ts'
import {
  ageAt,
  bloodTests,
  bodyOf,
  daysOfYear,
  measure,
  type Pen,
  seen,
  type Written,
  write,
} from './pen.ts'

/** What is not given to whom lives with what. */
const neverWith: readonly (readonly [medicine: string, illness: string])[] = [
  ['Bisoprolol', 'Asthma'],
  ['Sumatriptan', 'High blood pressure'],
  ['Alendronic', 'Acid reflux'],
  ['Nitrofurantoin', 'CKD stage 3'],
  ['Umeclidinium', 'Asthma'],
]

// How many years back a practice's own system goes.
const YEARS_KEPT = 8

/** The record of a neighbour. Pure: the same dice and day give the same record, to the byte. */
export function lifeOf(dice: Dice, neighbour: Neighbour, today: Day): readonly Written[] {
  const has = illnesses.filter((one) => livesWith(dice, one, neighbour))
  const kidneys = has.some(({ says }) => says === 'CKD stage 3')
  const pen: Pen = { dice, neighbour, today, body: bodyOf(dice, neighbour, kidneys), written: [] }
  const penicillin = allergies(pen)
  vaccinations(pen, has.length > 1)
  const taken = new Set<string>()
  for (const one of has) liveWith(pen, one, has, taken)
  const names = has.map(({ says }) => says)
  if (neighbour.age >= 40) healthChecks(pen, names)
  screening(pen)
  passBy(pen, names, penicillin)
  return pen.written
}

function livesWith(dice: Dice, { share, only }: Illness, { age, gender }: Neighbour): boolean {
  // Thrown for everybody, so that one more illness in the list changes nothing before it.
  const thrown = dice.roll() * 100
  if (only !== undefined && only !== gender) return false
  const [, percent] = share.findLast(([from]) => age >= from) ?? [0, 0]
  return thrown < percent
}

/** Gives whether they must not have penicillin. */
function allergies(pen: Pen): boolean {
  const { dice } = pen
  const day = daysOfYear(pen, dice.whole(3, 12))
  const [penicillin, other, asked] = [dice.happens(0.07), dice.happens(0.05), dice.happens(0.5)]
  if (penicillin) {
    write(pen, day, (of) => fhir.allergy(of, 'Penicillin', 'A rash'))
    // Where it would lie before their birth it was not written, and is not so.
    return pen.written.length > 0
  }
  const what = dice.pick(['Peanuts', 'Latex', 'Codeine', 'Bee stings', 'Trimethoprim'])
  if (other) write(pen, day, (of) => fhir.allergy(of, what, 'Itching and swelling'))
  else if (asked) write(pen, day, (of) => fhir.allergy(of, 'No known allergy', null))
  return false
}

/** @source UK Health Security Agency, the routine immunisation schedule */
const childhood: readonly (readonly [weeks: number, what: string])[] = [
  [8, '6-in-1 vaccine, first dose'],
  [8, 'Meningitis B vaccine, first dose'],
  [8, 'Rotavirus vaccine, first dose'],
  [12, '6-in-1 vaccine, second dose'],
  [12, 'Pneumococcal vaccine, first dose'],
  [12, 'Rotavirus vaccine, second dose'],
  [16, '6-in-1 vaccine, third dose'],
  [16, 'Meningitis B vaccine, second dose'],
  [53, 'MMR vaccine, first dose'],
  [53, 'Pneumococcal vaccine, booster'],
  [53, 'Meningitis B vaccine, booster'],
  [176, 'MMR vaccine, second dose'],
  [176, '4-in-1 pre-school booster'],
  [665, 'HPV vaccine'],
  [735, '3-in-1 teenage booster'],
  [735, 'Meningitis ACWY vaccine'],
]

function vaccinations(pen: Pen, atRisk: boolean): void {
  const { dice, neighbour, today } = pen
  const { born, age, practice } = neighbour
  const give = (day: Day, what: string) =>
    write(pen, day, (of) => fhir.vaccination(of, what), { author: practice.nurse })
  const late = dice.whole(0, 25)
  if (age < 26) for (const [weeks, what] of childhood) give(addDays(born, weeks * 7 + late), what)
  const year = Number(today.slice(0, 4))
  const invited = age >= 64 || atRisk || age < 16
  const comes = dice.happens(age >= 65 ? 0.82 : 0.55)
  for (let back = 0; back < YEARS_KEPT; back += 1) {
    const day = `${year - back}-${dice.pick(['10', '11'])}-${dice.whole(10, 28)}` as Day
    const old = ageAt(pen, day)
    if (invited && comes && old >= 2 && (atRisk || old < 16 || old >= 65)) give(day, 'Flu vaccine')
  }
  if (age >= 66) give(addMonths(born, 65 * 12 + 4), 'Pneumococcal vaccine')
  if (age >= 71) give(addMonths(born, 70 * 12 + 3), 'Shingles vaccine')
}

function liveWith(pen: Pen, one: Illness, has: readonly Illness[], taken: Set<string>): void {
  const { dice, neighbour, today } = pen
  const { says, onset, review, watched, label, seenBy } = one
  const [earliest, latest] = onset
  const from = dice.whole(earliest, Math.max(earliest, Math.min(latest, neighbour.age)))
  const begun = addDays(addMonths(neighbour.born, 12 * from), dice.whole(0, 300))
  const since: Day = begun < today ? begun : addDays(today, -dice.whole(5, 60))
  const labelled = label === undefined ? {} : { label }
  write(pen, since, (of) => fhir.problem(of, says), labelled)
  for (const line of one.medicines) {
    const [what, dose] = dice.pick(line)
    const drug = what.split(' ')[0] ?? what
    const wrong = neverWith.some(
      ([medicine, illness]) => medicine === drug && has.some((other) => other.says === illness),
    )
    if (wrong || taken.has(drug)) continue
    taken.add(drug)
    write(pen, addDays(since, dice.whole(0, 12)), (of) => fhir.medicine(of, what, dose), labelled)
  }
  if (seenBy !== undefined) {
    write(pen, addDays(since, 14), (of) => fhir.referral(of, seenBy, says))
    write(pen, addDays(since, 61), (of) => fhir.treatment(of, seenBy))
  }
  if (review === undefined) return
  for (let back = YEARS_KEPT - 1; back >= 0; back -= 1) {
    const day = daysOfYear(pen, back)
    const years = daysBetween(since, day) / 365.25
    if (years < 0.2) continue
    write(pen, day, (of) => fhir.visit(of, review, says), {
      author: neighbour.practice.nurse,
      ...labelled,
    })
    for (const what of watched) measure(pen, day, what, Math.min(years, 12))
  }
}

/** @source NHS Health Check: every 5 years from 40 to 74 */
function healthChecks(pen: Pen, names: readonly string[]): void {
  const { dice, neighbour, body } = pen
  const { nurse: author } = neighbour.practice
  const smoked = dice.weigh([
    [58, 'Never smoked'],
    [30, 'Used to smoke'],
    [12, 'Smokes'],
  ])
  const lungs = names.includes('COPD')
  const smoking = lungs && smoked === 'Never smoked' ? 'Used to smoke' : smoked
  for (const back of [6, 1]) {
    const day = daysOfYear(pen, back + dice.whole(0, 1))
    if (ageAt(pen, day) < 40) continue
    seen(pen, day, 'NHS Health Check', 'How your heart and vessels are', author)
    write(pen, day, (of) => fhir.finding(of, 'Smoking', smoking), { author })
    write(pen, day, (of) => fhir.result(of, measures.height, body.height), { author })
    measure(pen, day, { what: 'weight', from: 0, yearly: 0, swing: 0 }, -back)
    measure(pen, day, { what: 'pressure', from: body.upper, yearly: 0.3, swing: 5 }, -back)
    const fats = { what: 'cholesterol', from: body.cholesterol, yearly: 0, swing: 0.2 } as const
    measure(pen, day, fats, 0)
    if (names.includes('Type 2 diabetes')) continue
    measure(pen, day, { what: 'hba1c', from: 36, yearly: 0, swing: 1.6 }, 0)
  }
  const often = neighbour.age >= 65 || names.length > 2 ? 1.5 : 3
  for (let back = YEARS_KEPT - 1; back > 0.2; back -= often) bloodTests(pen, daysOfYear(pen, back))
}

/** @source NHS population screening: cervical, breast, bowel, abdominal aortic aneurysm */
const screenings = [
  { what: 'Cervical screening', found: 'HPV not found', ages: [25, 64], years: 5, only: 'female' },
  {
    what: 'Breast screening',
    found: 'Nothing of concern',
    ages: [50, 70],
    years: 3,
    only: 'female',
  },
  { what: 'Bowel screening', found: 'No blood found', ages: [54, 74], years: 2, only: null },
  {
    what: 'Screening of the main artery',
    found: 'Usual width',
    ages: [65, 65],
    years: 9,
    only: 'male',
  },
] as const

function screening(pen: Pen): void {
  const { dice, neighbour } = pen
  for (const { what, found, ages, years, only } of screenings) {
    const comes = dice.happens(0.72)
    for (let back = YEARS_KEPT; back >= 0; back -= years) {
      const day = daysOfYear(pen, back)
      const age = ageAt(pen, day)
      const invited = (only === null || only === neighbour.gender) && age >= ages[0]
      if (comes && invited && age <= ages[1]) {
        write(pen, day, (of) => fhir.finding(of, what, found))
      }
    }
  }
}

/** What came and went: a visit, and what was given. */
function passBy(pen: Pen, names: readonly string[], penicillin: boolean): void {
  const { dice, neighbour } = pen
  const { age, gender } = neighbour
  const yearly = age < 5 ? 2.4 : age < 18 ? 1.2 : age < 50 ? 1.3 : age < 70 ? 1.8 : 2.6
  for (let back = YEARS_KEPT; back > 0; back -= 1 / yearly) {
    const day = daysOfYear(pen, Math.max(0, back - 0.3 + dice.around(0, 0.2)))
    const then = ageAt(pen, day)
    const some = passing.filter(
      ({ ages: [from, to], only }) => then >= from && then <= to && (only ?? gender) === gender,
    )
    if (some.length === 0) continue
    const { says, given, instead } = dice.pick(some)
    const phoned = then >= 18 && dice.happens(0.35)
    seen(pen, day, phoned ? 'Telephone appointment' : 'Appointment', says)
    const chosen = penicillin ? (instead ?? given) : given
    if (chosen === null) continue
    const [what, dose] = chosen
    const barred = neverWith.some(
      ([medicine, illness]) => what.startsWith(medicine) && names.includes(illness),
    )
    if (!barred) write(pen, day, (of) => fhir.medicine(of, what, dose, 'completed'))
  }
}
