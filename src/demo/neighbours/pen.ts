// What is written into the record of one neighbour, never before they were born.
import { addDays, ageOn, type Day } from '../../basics/index.ts'
import { measures } from '../measures.ts'
import { bloodPressure, type Of, result, visit } from '../resources.ts'
import type { Author } from '../workers.ts'
import type { Dice } from './dice.ts'
import type { Neighbour } from './households.ts'
import type { MeasureName, Watched } from './illnesses.ts'

/** One entry of a record as it was written. */
export type Written = {
  readonly received: string
  readonly author: Author
  readonly labels: readonly string[]
}

/** What does not change of a body, so that results over the years are of one person. */
export type Body = {
  readonly height: number
  readonly weight: number
  readonly peakFlow: number
  readonly egfr: number
  readonly cholesterol: number
  readonly upper: number
}

export type Pen = {
  readonly dice: Dice
  readonly neighbour: Neighbour
  readonly today: Day
  readonly body: Body
  readonly written: Written[]
}

/** Writes one thing down; what would lie before birth or after today is not written. */
export function write(
  { neighbour, today, written }: Pen,
  day: Day,
  make: (of: Of) => string,
  { author = neighbour.practice.doctor, label }: { author?: Author; label?: string } = {},
): void {
  if (day < neighbour.born || day > today) return
  const received = make({ person: neighbour.person, day })
  written.push({ received, author, labels: label === undefined ? [] : [label] })
}

/** Some day so many years ago, give or take half of one. */
export const daysOfYear = ({ dice, today }: Pen, yearsAgo: number): Day =>
  addDays(today, -Math.round(yearsAgo * 365.25) - dice.whole(8, 170))

export const ageAt = ({ neighbour }: Pen, day: Day): number =>
  day < neighbour.born ? -1 : ageOn(neighbour.born, day)

export const seen = (pen: Pen, day: Day, text: string, why: string, author?: Author): void =>
  write(pen, day, (of) => visit(of, text, why), author === undefined ? {} : { author })

/** What does not change of this body; dice are thrown in the same order for everybody. */
export function bodyOf(dice: Dice, { gender, age }: Neighbour, kidneys: boolean): Body {
  const man = gender === 'male'
  const height = dice.around(man ? 176 : 163, 6)
  const bmi = Math.max(19, dice.around(27, 4))
  const younger = Math.max(0, age - 30)
  return {
    height,
    weight: bmi * (height / 100) ** 2,
    peakFlow: age < 16 ? 120 + age * 22 : dice.around(man ? 520 : 390, 35) - younger,
    egfr: kidneys ? dice.around(53, 3) : Math.max(66, dice.around(104, 5) - younger * 0.55),
    cholesterol: dice.around(4.8, 0.4),
    upper: Math.min(142, dice.around(116, 5) + younger * 0.3),
  }
}

/** Measures once, `years` after it began to be watched. */
export function measure(pen: Pen, day: Day, { what, from, yearly, swing }: Watched, years: number) {
  const { dice, body, neighbour } = pen
  const { nurse: author } = neighbour.practice
  if (what === 'pressure') {
    const upper = Math.round(from + yearly * years + dice.around(0, swing))
    const lower = Math.round(upper * 0.56 + dice.around(2, 3))
    return write(pen, day, (of) => bloodPressure(of, upper, lower), { author })
  }
  const own: Partial<Record<MeasureName, number>> = {
    weight: body.weight + years * 0.15 + dice.around(0, 0.8),
    peakFlow: Math.round((body.peakFlow + dice.around(0, 14)) / 10) * 10,
    egfr: body.egfr - years * 0.5 + dice.around(0, 2),
  }
  const [least = 0] = measures[what].range ?? []
  const value = own[what] ?? from + yearly * years + dice.around(0, swing)
  const kept = Math.max(value, (least ?? 0) * 0.5, 10 ** -measures[what].decimals)
  write(pen, day, (of) => result(of, measures[what], kept), { author })
}

const plain = (what: Watched['what'], from: number, swing: number): Watched => ({
  what,
  from,
  yearly: 0,
  swing,
})

/** The blood tests that go together: kidneys, salts, blood count. */
export function bloodTests(pen: Pen, day: Day): void {
  const { body, neighbour } = pen
  const man = neighbour.gender === 'male'
  const yearsAgo = (Date.parse(pen.today) - Date.parse(day)) / 31_557_600_000
  const creatinine = (man ? 86 : 67) * (95 / body.egfr) ** 0.8
  for (const one of [
    plain('egfr', 0, 0),
    plain('creatinine', creatinine, 3),
    plain('sodium', 140, 1.6),
    plain('potassium', 4.4, 0.25),
    plain('haemoglobin', man ? 147 : 134, 4),
    plain('whiteCells', 6.6, 0.9),
    plain('platelets', 258, 30),
    plain('alt', 22, 5),
  ]) {
    measure(pen, day, one, -yearsAgo)
  }
}
