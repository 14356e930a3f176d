// Households of the town, street by street: who lives together, how old, who cares for whom.
import {
  addDays,
  addMonths,
  type Day,
  type NhsNumber,
  nhsNumberOf,
  type PersonId,
} from '../../basics/index.ts'
import { townId } from '../names.ts'
import { type Practice, practices } from '../workers.ts'
import { type Dice, diceFrom } from './dice.ts'
import { type Gender, nameHousehold } from './what-people-are-called.ts'

export type Neighbour = {
  readonly person: PersonId
  readonly name: string
  readonly born: Day
  readonly age: number
  readonly gender: Gender
  readonly nhsNumber: NhsNumber
  readonly address: string
  readonly practice: Practice
  /** Whom of the household they care for. */
  readonly caresFor: PersonId | null
}

/** Ages, oldest generation first. */
type Kind = (dice: Dice) => readonly number[]

const parents = (dice: Dice): number[] => {
  const first = dice.whole(27, 50)
  return [first, first + dice.whole(-4, 4)]
}
const children = (dice: Dice, most: number, oldest: number): number[] =>
  Array.from({ length: dice.whole(1, most) }, () => dice.whole(0, Math.min(17, oldest - 20)))

const kinds: readonly (readonly [weight: number, kind: Kind])[] = [
  [20, (dice) => [dice.whole(68, 94)]],
  [10, (dice) => [dice.whole(22, 66)]],
  [
    20,
    (dice) => {
      const first = dice.whole(58, 87)
      return [first, first + dice.whole(-5, 5)]
    },
  ],
  [12, (dice) => [dice.whole(23, 52), dice.whole(23, 52)]],
  [
    24,
    (dice) => {
      const both = parents(dice)
      return [...both, ...children(dice, 3, Math.min(...both))]
    },
  ],
  [
    8,
    (dice) => {
      const parent = dice.whole(24, 48)
      return [parent, ...children(dice, 2, parent)]
    },
  ],
  [
    6,
    (dice) => {
      const both = parents(dice)
      return [
        Math.max(...both) + dice.whole(24, 34),
        ...both,
        ...children(dice, 2, Math.min(...both)),
      ]
    },
  ],
]

const streetNames: readonly string[] = `
    Alder Ash Aspen Bakers Barley Beacon Birch Bramble Brook Castle Cedar Cherry Church Clover
    Cross Dale Eastgate Elder Fern Field Forge Fountain Garden Glebe Granary Grove Hawthorn
    Hazel Heron Hill Holly Ivy Juniper Kiln Lark Laurel Lime Linden Maple Market Meadow Miller
    Nelson Northgate Orchard Pear Pinfold Plum Poplar Priory Quarry Rectory Ropewalk Rowan
    Sandy School Sorrel Southgate Spinney Spring Swan Sycamore Tanner Thistle Thorn Tithebarn
    Union Vicarage Victoria Walnut Weaver Wellington Westgate Wharf Windmill Yew`
  .trim()
  .split(/\s+/)
const streetKinds = ['Street', 'Road', 'Lane', 'Close', 'Avenue', 'Gardens', 'Terrace', 'Way']

export const streetName = (street: number): string => {
  const name = streetNames[street % streetNames.length]
  const kind = streetKinds[Math.floor(street / streetNames.length + street) % streetKinds.length]
  const round = Math.floor(street / (streetNames.length * streetKinds.length))
  return `${round === 0 ? '' : 'New '.repeat(round)}${name} ${kind}`
}

// Of any ten numbers that differ in the last of nine digits, at least nine have a check digit.
const OF_TEN = 9
const FIRST_TEN = 99_910_000

/** The NHS number of the neighbour at this place, from 0: no two are the same. */
export function nhsNumberAt(place: number): NhsNumber {
  const ten = FIRST_TEN + Math.floor(place / OF_TEN)
  if (ten > 99_999_999) throw new RangeError('There are no more NHS numbers for testing')
  const valid: NhsNumber[] = []
  for (let last = 0; last < 10; last += 1) {
    const number = nhsNumberOf(`${ten}${last}`)
    if (number !== null) valid.push(number)
  }
  return valid[place % OF_TEN] as NhsNumber
}

/** How many neighbours there can be. */
export const MOST_NEIGHBOURS = (99_999_999 - FIRST_TEN) * OF_TEN

const HOUSEHOLDS_A_STREET = 4

/** The id of the neighbour at this place of the town with this seed. */
export const neighbourId = (seed: string, place: number): PersonId =>
  townId<'person'>(`seed ${seed} neighbour ${place}`)

/** Streets of the town, one after another, without end; the same for one seed and day. */
export function* streets(seed: string, today: Day): Generator<readonly Neighbour[]> {
  let place = 0
  for (let street = 0; ; street += 1) {
    const dice = diceFrom(`${seed} street ${street}`)
    const living: Neighbour[] = []
    for (let house = 0; house < HOUSEHOLDS_A_STREET; house += 1) {
      const address = `${1 + house * 2 + (street % 2)} ${streetName(street)}, Millbrook`
      const practice = dice.weigh([
        [4, practices[0]],
        [3, practices[1]],
        [3, practices[2]],
      ])
      const household = makeHousehold(dice, { seed, today, place, address, practice })
      place += household.length
      living.push(...household)
    }
    yield living
  }
}

type Where = {
  readonly seed: string
  readonly today: Day
  readonly place: number
  readonly address: string
  readonly practice: Practice
}

function makeHousehold(dice: Dice, where: Where): Neighbour[] {
  const { seed, today, place, address, practice } = where
  const name = nameHousehold(dice)
  const ages = dice.weigh(kinds)(dice)
  const first: Gender = dice.happens(0.55) ? 'female' : 'male'
  const ids = ages.map((_, at) => neighbourId(seed, place + at))
  const [eldest = 0, second = 0] = ages
  // Whoever has turned 75 and lives with somebody younger, or as old, often has their help.
  const cared = ids.length > 1 && eldest >= 75 && second >= 18 && dice.happens(0.5)
  return ages.map((age, at) => {
    const gender = genderOf(dice, at, age, first)
    const born = addDays(addMonths(today, -12 * age), -dice.whole(3, 364))
    return {
      person: ids[at] as PersonId,
      name: name(Number(born.slice(0, 4)), gender),
      born,
      age,
      gender,
      nhsNumber: nhsNumberAt(place + at),
      address,
      practice,
      caresFor: cared && at === 1 ? (ids[0] as PersonId) : null,
    }
  })
}

/** Most couples are of a woman and a man, not all. */
function genderOf(dice: Dice, at: number, age: number, first: Gender): Gender {
  const other = first === 'female' ? 'male' : 'female'
  const alike = dice.happens(0.06)
  const either = dice.happens(0.5)
  if (at === 0) return first
  if (at === 1 && age >= 18) return alike ? first : other
  return either ? 'female' : 'male'
}
