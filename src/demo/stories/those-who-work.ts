// Those who work in care are people too: their own records, kept elsewhere; and what they owe.
import { addDays, ageOn, asDay, type NhsNumber, nhsNumberOf } from '../../basics/index.ts'
import { actTogether } from '../../log/index.ts'
import { addForMany } from '../../record/index.ts'
import { cast } from '../cast.ts'
import { tellPromise } from '../chapters.ts'
import { organisations, people } from '../names.ts'
import { diceFrom } from '../neighbours/dice.ts'
import { lifeOf } from '../neighbours/life.ts'
import { done, itself, type Story, type Town } from '../town.ts'
import { authors, practices } from '../workers.ts'

/** Nobody is a patient where they work: Riverside has the records of most, St David's of some. */
async function tellOwnRecords({ at, today }: Town): Promise<void> {
  const [, riverside, stDavids] = practices
  const until = addDays(today, -1)
  const working = cast.filter(({ group, number }) => number !== null && group !== 'people')
  const withoutStory = working.filter(
    ({ person }) => person !== people.helen && person !== people.natalie,
  )
  for (const [place, one] of withoutStory.entries()) {
    const born = asDay(typeof one.born === 'string' ? one.born : one.born(today))
    const practice = place % 3 === 2 ? stDavids : riverside
    const neighbour = {
      ...one,
      born,
      age: ageOn(born, until),
      nhsNumber: nhsNumberOf(one.number ?? '') as NhsNumber,
      address: '',
      practice,
      caresFor: null,
    }
    const entries = lifeOf(diceFrom(`cast ${one.name}`), neighbour, until).map(
      ({ received, author, labels }) => ({
        received,
        author,
        labels: [...labels],
        source: { what: 'file' as const, name: `the records of ${practice.name}`, fullUrl: null },
        identifier: null,
        batch: null,
      }),
    )
    const log = at(1, '08:10')
    const many = [{ actor: itself(practice.nurse.person), person: one.person, entries }]
    done(await actTogether(log, (tx) => addForMany(log, tx, many)))
  }
}

const { oakLane, hospital, board } = organisations
const { beryl, tom, dilys, megan, ravi } = people

/** What those who work here have promised one another and the people they serve. */
export const thoseWhoWork: Story = {
  name: 'those-who-work',
  async tell(town) {
    await tellOwnRecords(town)
    const commissioner = {
      person: tom,
      organisation: board,
      shownAs: 'Tom Okafor, Millbrook Integrated Care Board',
    }
    const manager = {
      person: dilys,
      organisation: oakLane,
      shownAs: 'Dilys Morgan, Oak Lane Surgery',
    }
    await tellPromise(town, {
      name: 'hearing-tests',
      says: 'The board answers in writing why hearing tests take 19 weeks here',
      by: commissioner,
      to: beryl,
      madeDaysAgo: 42,
      dueInDays: -5,
    })
    await tellPromise(town, {
      name: 'phones-at-eight',
      says: 'From this month you can also ask for an appointment on paper, at the desk',
      by: manager,
      to: beryl,
      madeDaysAgo: 70,
      dueInDays: -30,
      done: { daysAgo: 33, says: 'The box is beside the door. 41 people have used it.' },
      answered: { daysAgo: 28, answer: 'yes', says: 'It is there, and it is read each day.' },
    })
    await tellPromise(town, {
      name: 'minutes-of-the-board',
      says: 'The patient group gets the papers of the board a week before it meets',
      by: commissioner,
      to: beryl,
      madeDaysAgo: 35,
      dueInDays: -12,
      done: { daysAgo: 13, says: 'Sent on Monday for the first time.' },
    })
    await tellOthers(town)
  },
}

async function tellOthers(town: Town): Promise<void> {
  await tellPromise(town, {
    name: 'ravi-ward',
    says: 'We will tell you where Asha is the next time she is moved to another ward',
    by: { person: megan, organisation: hospital, shownAs: 'Megan Hughes, Elm Street Hospital' },
    to: ravi,
    madeDaysAgo: 48,
    dueInDays: -18,
    done: { daysAgo: 20, says: 'The ward now rings the person named on the board.' },
    answered: {
      daysAgo: 15,
      answer: 'not yet',
      says: 'She has not been there since, so I cannot say.',
    },
  })
  await tellPromise(town, {
    name: 'owen-list',
    says: 'The patient group gets a list of who delivers medicines, and when',
    by: authors.pharmacist,
    to: beryl,
    madeDaysAgo: 9,
    dueInDays: 12,
  })
}
