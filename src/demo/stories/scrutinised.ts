// Health scrutiny in the town: a report by its members, one on an agenda, one left in silence.
import { addDays, asDay, type Id, type OrganisationId } from '../../basics/index.ts'
import { giveRole, registerPerson } from '../../identity/index.ts'
import {
  acknowledgeMatter,
  answerOne,
  decideOnDraft,
  draftScrutinyReport,
  listEvidence,
  publishAgreed,
  putOnAgenda,
  referMatter,
  reportOfMatter,
} from '../../voice/index.ts'
import { organisations, people, townId } from '../names.ts'
import { done, nobody, type Story, type Town } from '../town.ts'
import { healthwatch, nightReport, reporter } from './reports-and-answers.ts'

const { council, hospital, community } = organisations
const from = asDay('2024-01-01')
const at = (person: Id<'person'>, organisation: OrganisationId) => ({ person, organisation })

const newcomers = {
  petra: { name: 'Petra Novak', what: 'scrutiny-officer' },
  sheila: { name: 'Sheila Grant', what: 'scrutiny-member' },
  dewi: { name: 'Dewi Parry', what: 'scrutiny-member' },
} as const
const idOf = (name: string) => townId<'person'>(`worker-${name}`)
const petra = at(idOf(newcomers.petra.name), council)
const sheila = at(idOf(newcomers.sheila.name), council)
const dewi = at(idOf(newcomers.dewi.name), council)
const yusuf = at(people.yusuf, council)
const carys = at(reporter, healthwatch)
const kofi = at(people.kofi, community)
const megan = at(people.megan, hospital)

export const scrutinised: Story = {
  name: 'scrutinised',
  async tell(town) {
    await theCommitteeSits(town)
    await gettingToAScan(town)
    await aNightThere(town)
    await leftWaiting(town)
  },
}

async function theCommitteeSits({ at }: Town): Promise<void> {
  for (const { name, what } of Object.values(newcomers)) {
    const person = idOf(name)
    const known = { name, birthDate: asDay('1965-04-04'), nhsNumber: null }
    done(await registerPerson(at(397), { actor: nobody, person, ...known }))
    const key = 'demonstration-role'
    const role = { role: townId(`role ${name}`), what, organisation: council, from, until: null }
    done(await giveRole(at(397), { actor: nobody, person, key, ...role }))
  }
}

type Piece = Parameters<typeof listEvidence>[3]

async function listed(town: Town, matter: Id, daysAgo: number, piece: Omit<Piece, 'givenOn'>) {
  const given = { ...piece, givenOn: addDays(town.today, -daysAgo) }
  const key = `demonstration ${piece.what}`
  done(await listEvidence(town.at(daysAgo - 1), petra, matter, given, key))
}

const TOWN_HALL = {
  where: 'Town Hall, room 2, at 14:00',
  commentsTo: 'Write to Health Scrutiny, Town Hall, Millbrook, or ring 01632 960 001.',
}

/** From a referral to a report that members published, and what the hospital answered. */
async function gettingToAScan(town: Town): Promise<void> {
  const { at, today } = town
  const referral = {
    title: 'Getting to a scan',
    why: 'People without a car told us that the first scans begin before the first bus.',
    committee: council,
    report: null,
  }
  const matter = done(await referMatter(at(215), carys, referral, 'demonstration-scan'))
  const says = 'We look into it, and ask everybody who goes there by bus.'
  done(await acknowledgeMatter(at(206), petra, matter, { takenUp: true, says }, 'demo-ack'))
  const days = { meetingOn: addDays(today, -160), commentsBy: addDays(today, -165) }
  const meeting = { ...TOWN_HALL, ...days, item: 4 }
  done(await putOnAgenda(at(195), petra, matter, meeting, 'demonstration-agenda'))
  const buses = { what: 'Timetables of the buses to Elm Street', givenBy: 'Millbrook Buses' }
  await listed(town, matter, 190, { ...buses, way: 'document' })
  await listed(town, matter, 170, { what: '40 letters', givenBy: 'The public', way: 'comment' })
  const carers = { what: 'What carers said at the meeting', givenBy: 'Millbrook Carers' }
  await listed(town, matter, 160, { ...carers, way: 'hearing' })
  await publishedByMembers(town, matter)
}

const scanReport = {
  title: 'Getting to a scan',
  summary: 'How people without a car reach the hospital.',
  addressee: 'Z99002',
  recommendations: ['Offer times after the first bus', 'Do not cancel on the day without a call'],
  parts: {
    matter: 'Scans at Elm Street Hospital, and how people get there.',
    evidence: 'Timetables of the buses, 40 letters, and a public meeting.',
    participants: 'Three councillors, the patient group, and Millbrook Carers.',
    explanation: 'Those who have no car miss scans more often, and wait again.',
  },
}

async function publishedByMembers({ at }: Town, matter: Id): Promise<void> {
  done(await draftScrutinyReport(at(155), petra, matter, scanReport, 'demonstration-draft'))
  const decided = async (who: typeof dewi, decision: 'for' | 'against', says: string) => {
    const key = `demo-decide ${who.person}`
    done(await decideOnDraft(at(152), who, matter, { draft: 1, decision, says }, key))
  }
  await decided(sheila, 'for', '')
  await decided(dewi, 'against', 'It should ask for a bus, and not only for later times.')
  await decided(yusuf, 'for', 'Later times cost nothing and can begin at once.')
  await publishAgreed(at(150), matter)
  const report = reportOfMatter(matter)
  const point = (number: number, stance: 'accepted' | 'partly', says: string) =>
    answerOne(at(130), megan, report, { number, stance, says, promised: null }, `demo-${number}`)
  done(await point(1, 'accepted', 'The first scan is at ten.'))
  done(await point(2, 'partly', 'We ring whoever we can reach.'))
}

/** Healthwatch refers a report that was left in silence; its meeting is next week. */
async function aNightThere(town: Town): Promise<void> {
  const { at, today } = town
  const referral = {
    title: 'A night in the emergency department',
    why: 'One recommendation was left without an answer: boxes for hearing aids and glasses.',
    committee: council,
    report: nightReport,
  }
  const matter = done(await referMatter(at(62), carys, referral, 'demonstration-night'))
  const says = 'We ask the hospital to come to our next meeting.'
  done(await acknowledgeMatter(at(50), petra, matter, { takenUp: true, says }, 'demo-ack'))
  const meeting = {
    ...TOWN_HALL,
    meetingOn: addDays(today, 8),
    item: 3,
    commentsBy: addDays(today, 6),
  }
  done(await putOnAgenda(at(12), petra, matter, meeting, 'demonstration-agenda'))
  await listed(town, matter, 30, {
    what: 'What four of us saw between ten and six',
    givenBy: 'Healthwatch Millbrook',
    way: 'visit',
  })
}

/** Kofi’s charity referred this, and the committee has not said a word in time. */
async function leftWaiting({ at }: Town): Promise<void> {
  const referral = {
    title: 'Taxis after the evening clinic',
    why: 'People told us in four places that they pay for a taxi or do not go.',
    committee: council,
    report: null,
  }
  done(await referMatter(at(36), kofi, referral, 'demonstration-taxis'))
}
