// Reports by bodies with a mandate: one answered whole, one with silence, one still open.
import { addDays, asDay, type Id, type OrganisationId, type PersonId } from '../../basics/index.ts'
import { giveRole, registerOrganisation, registerPerson } from '../../identity/index.ts'
import { idNamed } from '../../plumbing/index.ts'
import { answer, lapseDue, saySaidDone } from '../../promises/index.ts'
import {
  answerOne,
  closeReport,
  makePromisesOf,
  postReport,
  promiseInReport,
} from '../../voice/index.ts'
import { organisations, people, townId } from '../names.ts'
import { done, nobody, type Story, type Town } from '../town.ts'
import { workers } from '../workers.ts'

export const healthwatch = townId<'organisation'>('organisation healthwatch')
export const reporter = townId<'person'>('worker-Carys Lloyd')
const from = asDay('2024-01-01')

const { oakLane, hospital, communityTrust } = organisations
const at = (person: PersonId, organisation: OrganisationId) => ({ person, organisation })
const carys = at(reporter, healthwatch)
const dilys = at(people.dilys, oakLane)
const megan = at(people.megan, hospital)
const gloria = at(workers.gloria.person, communityTrust)

export const reportsAndAnswers: Story = {
  name: 'reports-and-answers',
  async tell(town) {
    await healthwatchBegins(town)
    await answeredWhole(town)
    await leftInSilence(town)
    await stillOpen(town)
    // The night after the day on which the screen was due.
    await lapseDue(town.at(19, '00:22'))
  },
}

async function healthwatchBegins({ at }: Town): Promise<void> {
  const log = at(398, '08:10')
  const about = { name: 'Healthwatch Millbrook', odsCode: null, what: 'local-healthwatch', from }
  done(await registerOrganisation(log, { actor: nobody, organisation: healthwatch, ...about }))
  const known = { name: 'Carys Lloyd', birthDate: asDay('1970-05-19'), nhsNumber: null }
  done(await registerPerson(log, { actor: nobody, person: reporter, ...known }))
  const role = { role: townId('role Carys Lloyd'), what: 'facilitator', organisation: healthwatch }
  const key = 'demonstration-role'
  done(await giveRole(log, { actor: nobody, person: reporter, key, ...role, from, until: null }))
}

type Posting = Parameters<typeof postReport>[2]
type Stance = Parameters<typeof answerOne>[3]['stance']

const report = (title: string, summary: string, addressee: string, points: string[]): Posting => ({
  title,
  summary,
  addressee,
  recommendations: points,
  parts: null,
})

/** Answers one point; what is promised is due so many days from the town’s day. */
async function answerPoint(
  { at, today }: Town,
  daysAgo: number,
  by: typeof megan,
  of: { readonly report: Id; readonly number: number },
  said: { stance: Stance; says: string; promise?: string; dueInDays?: number },
): Promise<void> {
  const { stance, says, promise, dueInDays = 0 } = said
  const promised = promise === undefined ? null : { says: promise, due: addDays(today, dueInDays) }
  const { number } = of
  const key = `demonstration-answer-${number}`
  const log = at(daysAgo)
  done(await answerOne(log, by, of.report, { number, stance, says, promised }, key))
  await makePromisesOf(log, of.report)
}

/** Posted, answered, closed; and what was promised is confirmed by those who asked. */
async function answeredWhole(town: Town): Promise<void> {
  const posting = report(
    'Ringing the surgery',
    'We rang at eight on ten mornings and sat in the waiting room for two days.',
    'Z99001',
    [
      'Let people book later in the day too',
      'Say on the telephone how many are waiting',
      'Ask once how somebody wants to be told things, and do it',
    ],
  )
  const id = done(await postReport(town.at(320), carys, posting, 'demonstration-ringing'))
  const point = (number: number) => ({ report: id, number })
  await answerPoint(town, 305, dilys, point(1), {
    stance: 'accepted',
    says: 'People have told us the same in their stories.',
    promise: 'One in three appointments can be booked from midday',
    dueInDays: -290,
  })
  await answerPoint(town, 304, dilys, point(2), {
    stance: 'partly',
    says: 'The telephone says it when there are more than ten.',
  })
  await answerPoint(town, 304, dilys, point(3), {
    stance: 'accepted',
    says: 'It is asked at the first visit and stands on every page.',
  })
  done(await closeReport(town.at(286), carys, id, 'demonstration-close'))
  const owed = { owner: reporter, stream: promiseInReport(id, 1) }
  const said = 'It began on the first of the month.'
  done(await saySaidDone(town.at(285), owed, dilys, said, 'demonstration-report-done'))
  const yes = { answer: 'yes' as const, says: 'We rang, and it is so.' }
  const asker = { person: reporter, organisation: null }
  done(await answer(town.at(270), owed, asker, yes, 'demonstration-report-yes'))
}

const NIGHT = 'demonstration-night'
/** The report that one point of which was left in silence. */
export const nightReport = idNamed(reporter, `report ${NIGHT}`)

/** One point has no answer, and its day has passed: anybody sees it. */
async function leftInSilence(town: Town): Promise<void> {
  const posting = report(
    'A night in the emergency department',
    'Four of us stayed from ten in the evening until six, with the consent of those we spoke to.',
    'Z99002',
    [
      'Give people who wait longer than four hours food and water',
      'Keep hearing aids, glasses and teeth in a box with a name on it',
      'Have somebody at night who can sign or interpret by video',
      'Tell people every hour how long it will be',
    ],
  )
  const id = done(await postReport(town.at(112), carys, posting, NIGHT))
  const point = (number: number) => ({ report: id, number })
  await answerPoint(town, 98, megan, point(1), {
    stance: 'accepted',
    says: 'There is a trolley at eleven and at four.',
  })
  await answerPoint(town, 97, megan, point(3), {
    stance: 'not-accepted',
    says: 'We have no money for it this year. We use the telephone.',
  })
  await answerPoint(town, 95, megan, point(4), {
    stance: 'accepted',
    says: 'A screen is ordered.',
    promise: 'A screen shows how long people wait',
    dueInDays: -20,
  })
}

async function stillOpen(town: Town): Promise<void> {
  const posting = report(
    'Waiting for the nurse',
    'What 23 people who are cared for at home told us.',
    'Z99007',
    ['Say morning or afternoon by the evening before', 'Give one number that is answered'],
  )
  const id = done(await postReport(town.at(9), carys, posting, 'demonstration-nurses'))
  await answerPoint(
    town,
    3,
    gloria,
    { report: id, number: 1 },
    {
      stance: 'accepted',
      says: 'We do this since the summer, for all but those who come out of hospital.',
    },
  )
}
