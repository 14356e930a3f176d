// A year of the Friends and Family Test: replies in every way, and the figures month by month.
import { addDays, addMonths, type Day, daysBetween, type Id } from '../../basics/index.ts'
import { releaseLastMonth, replyToService } from '../../voice/index.ts'
import { townId } from '../names.ts'
import { done, type Story, type Town } from '../town.ts'

const clinic = townId('place-clinic')
const nurses = townId('place-district-nurses')

const ways = ['sms', 'online', 'paper-at-discharge', 'electronic-at-discharge', 'telephone']

/** How many gave each answer in a month; a small number keeps more than itself hidden. */
const lately: readonly Readonly<Record<string, number>>[] = [
  { 'very-good': 12, good: 9, neither: 6, 'very-poor': 2 },
  { 'very-good': 14, good: 8, poor: 6 },
  { 'very-good': 13, good: 7, neither: 5, 'very-poor': 2 },
]
/** Before that the surgery asked only a few. */
const before: Readonly<Record<string, number>> = { 'very-good': 6, good: 5 }

/** What some wrote beside it, and whether the service may show it; most write nothing. */
const wrote: Readonly<Record<string, readonly (readonly [string, 'yes' | 'no'])[]>> = {
  'very-good': [
    ['They were on time, and she listened.', 'yes'],
    ['I understood everything for the first time.', 'yes'],
  ],
  good: [['Kind people. The room is loud.', 'yes']],
  neither: [['I waited an hour and then it was quick.', 'no']],
  poor: [['Nobody could tell me whom to ring.', 'no']],
  'very-poor': [['They had lost my letter, again.', 'no']],
}

export const howWasIt: Story = {
  name: 'how-was-it',
  async tell(town) {
    const thisMonth = `${town.today.slice(0, 7)}-01` as Day
    for (let ago = 11; ago >= 0; ago -= 1) {
      const from = addMonths(thisMonth, -ago)
      let turn = 0
      for (const [answer, many] of Object.entries(lately[ago] ?? before)) {
        for (let one = 0; one < many; one += 1) {
          await replied(town, clinic, from, { answer, one, turn: turn++ })
        }
      }
      // So few at the nurses that they stay hidden.
      for (let one = 0; ago === 1 && one < 3; one += 1) {
        await replied(town, nurses, from, { answer: 'good', one: one + 9, turn: one })
      }
      const released = addDays(addMonths(from, 1), 1)
      if (released < town.today) {
        await releaseLastMonth(town.at(daysBetween(released, town.today), '02:10'), true)
      }
    }
  },
}

type Said = { readonly answer: string; readonly one: number; readonly turn: number }

/** One reply on a day of a month that has come. */
async function replied({ at, today }: Town, service: Id, from: Day, said: Said) {
  const { answer, one, turn } = said
  const on = addDays(from, (turn * 7) % 27)
  if (on >= today) return
  const [why, publish] = wrote[answer]?.[one] ?? []
  const words = why === undefined ? {} : { why, publish: publish ?? 'no' }
  const log = at(daysBetween(on, today), '16:20')
  done(
    await replyToService(log, {
      service,
      answers: { experience: answer, ...words },
      language: 'en',
      mode: ways[turn % ways.length] ?? 'online',
      helped: 'nobody',
      on,
      typedBy: null,
      browser: null,
      key: `demonstration ${from} ${answer} ${one}`,
    }),
  )
}
