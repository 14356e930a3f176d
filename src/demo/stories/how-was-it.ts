// A year of the Friends and Family Test: replies in every way, and the figures month by month.
import { addDays, addMonths, type Day, daysBetween } from '../../basics/index.ts'
import { releaseLastMonth, replyToService } from '../../voice/index.ts'
import { townId } from '../names.ts'
import { done, type Story, type Town } from '../town.ts'

const clinic = townId('place-clinic')
const nurses = townId('place-district-nurses')

const ways = ['sms', 'online', 'paper-at-discharge', 'electronic-at-discharge', 'telephone']

type Comment = readonly [answer: string, why: string, publish: 'yes' | 'no' | '']

/** What people answered, in turn; most say nothing more. */
const answers: readonly Comment[] = [
  ['very-good', 'They were on time, and she listened.', 'yes'],
  ['good', '', ''],
  ['very-good', '', ''],
  ['good', 'Kind people. The room is loud.', 'yes'],
  ['neither', 'I waited an hour and then it was quick.', 'no'],
  ['very-good', '', ''],
  ['very-good', 'I understood everything for the first time.', 'yes'],
  ['poor', 'Nobody could tell me whom to ring.', 'no'],
  ['good', '', ''],
  ['dont-know', '', ''],
  ['very-good', '', ''],
]

const noWords: Comment = ['good', '', '']

export const howWasIt: Story = {
  name: 'how-was-it',
  async tell(town) {
    const thisMonth = `${town.today.slice(0, 7)}-01` as Day
    let turn = 0
    for (let ago = 11; ago >= 0; ago -= 1) {
      const from = addMonths(thisMonth, -ago)
      // More in some months than in others; so few at the nurses that they stay hidden.
      const many = 9 + ((ago * 5) % 6)
      for (let one = 0; one < many; one += 1) await replied(town, clinic, from, turn++)
      if (ago % 3 === 1)
        for (let one = 0; one < 3; one += 1) await replied(town, nurses, from, turn++)
      const released = addDays(addMonths(from, 1), 1)
      if (released < town.today) {
        await releaseLastMonth(town.at(daysBetween(released, town.today), '02:10'))
      }
    }
  },
}

/** One reply on a day of a month that has come. */
async function replied({ at, today }: Town, service: typeof clinic, from: Day, turn: number) {
  const on = addDays(from, (turn * 7) % 27)
  if (on >= today) return
  const [experience, why, publish] = answers[turn % answers.length] ?? noWords
  const said = {
    experience,
    ...(why === '' ? {} : { why }),
    ...(publish === '' ? {} : { publish }),
  }
  const log = at(daysBetween(on, today), '16:20')
  done(
    await replyToService(log, {
      service,
      answers: said,
      language: 'en',
      mode: ways[turn % ways.length] ?? 'online',
      helped: 'nobody',
      on,
      typedBy: null,
      browser: null,
      key: `demonstration ${turn}`,
    }),
  )
}
