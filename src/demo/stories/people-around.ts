// The people around Asha, Joan and Gwen; what Marcus was offered; and Daniel's network meetings.
import { addDays, asDay, type Id, type PersonId } from '../../basics/index.ts'
import {
  answerInVisit,
  answerOnNetwork,
  beginMeeting,
  callMeeting,
  comeOrGoInMeeting,
  endMeeting,
  followGap,
  foreseeVisit,
  holdVisit,
  itemCoded,
  judgeInformation,
  keepNetwork,
  letReadMeeting,
  linkPlan,
  meetingStream,
  type NetworkMember,
  noteInMeeting,
  openInformation,
  placeOnNetwork,
  prepareVisit,
  sayOffered,
  sendInformation,
  setPointsOfVisit,
  visitStream,
  type Writing,
} from '../../care/index.ts'
import { type Log, load } from '../../log/index.ts'
import { everything, giveGrant } from '../../sharing/index.ts'
import { fixedId, organisations, people, townId } from '../names.ts'
import { done, type Story, type Town } from '../town.ts'
import { authors } from '../workers.ts'

const { asha, daniel, gwen, helen, joan, kofi, marcus, ravi, sian } = people
const { oakLane } = organisations

type Around = readonly [
  called: string,
  kind: NetworkMember['kind'],
  ring: NetworkMember['ring'],
  support: NetworkMember['support'],
  contact: NetworkMember['contact'],
  person?: PersonId,
]

async function draw(town: Town, person: PersonId, name: string, daysAgo: number, list: Around[]) {
  for (const [called, kind, ring, support, contact, known = null] of list) {
    const member = townId(`network ${person} ${called}`)
    const placing = { member, called, kind, ring, support: [...support], contact, person: known }
    const key = `demonstration-network-${daysAgo}-${called}`
    done(await placeOnNetwork(town.at(daysAgo, '16:20'), { person, name }, placing, key))
  }
}

const itself = (by: PersonId, shownAs: string): Writing => ({
  asker: { person: by, via: 'self', organisation: null, roles: [] },
  by,
  shownAs,
})
const nurse: Writing = {
  asker: { person: sian, via: 'role', organisation: oakLane, roles: ['nurse'] },
  by: sian,
  shownAs: authors.nurse.shownAs,
}

/** The nurses of Oak Lane may read and write in these kinds of thing. */
async function letNurses({ at }: Town, person: PersonId, kinds: readonly string[]) {
  const giving = {
    effect: 'permit' as const,
    to: { person: null, organisation: oakLane, role: 'nurse' },
    what: { ...everything, kinds: [...kinds] },
    acts: ['read' as const, 'add' as const],
    purposes: ['direct-care' as const],
    until: null,
  }
  const grant = townId(`nurses write ${person}`)
  const key = 'demonstration-nurses-write'
  done(await giveGrant(at(15, '12:40'), { person, by: person, key, grant, giving }))
}

const both: readonly ('illness' | 'everyday' | 'emotional')[] = ['everyday', 'emotional']

const ashaBefore: Around[] = [
  ['Dad', 'family', 1, ['illness', ...both], 'daily', ravi],
  ['Meera', 'friend', 1, ['emotional'], 'weekly'],
  ['Biscuit, my dog', 'pet', 1, ['emotional'], 'daily'],
  ['Mrs Okoro next door', 'neighbour', 2, ['everyday'], 'weekly'],
  ['Sian, the nurse', 'professional', 2, ['illness'], 'monthly'],
  ['Cousin Dev', 'family', 3, [], 'rarely'],
  ['Jo from the office', 'colleague', 3, [], 'weekly'],
]
const ashaSince: Around[] = [
  ['Thursday walkers', 'group', 2, ['illness', 'emotional'], 'weekly'],
  ['Millbrook Library', 'place', 2, ['emotional'], 'weekly'],
  ['Jo from the office', 'colleague', 2, ['everyday'], 'weekly'],
  ['Diabetes group online', 'group', 3, ['illness'], 'weekly'],
  ['Dr Siddiqui', 'professional', 3, ['illness'], 'rarely'],
]
const joanHas: Around[] = [
  ['Helen, my girl', 'family', 1, ['illness', ...both], 'daily', helen],
  ['Tom, my son', 'family', 3, [], 'rarely'],
  ['Dr Siddiqui', 'professional', 2, [], 'monthly'],
  ['The garden', 'place', 1, [], 'daily'],
]
const gwenHas: Around[] = [
  ['Chapel', 'place', 1, ['emotional'], 'weekly'],
  ['Eirlys', 'friend', 1, ['emotional'], 'daily'],
  ['The girl at the chemist', 'professional', 2, ['illness'], 'monthly'],
  ['My old pupils', 'group', 3, [], 'rarely'],
]

/** Three maps; what a man newly told prepared and was offered; a crisis that was met in time. */
export const peopleAround: Story = {
  name: 'people-around',
  async tell(town) {
    const { at } = town
    await draw(town, asha, 'Asha Patel', 190, ashaBefore)
    const keep = 'demonstration-network-kept'
    done(await keepNetwork(at(188, '16:40'), asha, 'Before I joined the walkers', keep))
    await draw(town, asha, 'Asha Patel', 24, ashaSince)
    const dad = { owner: asha, member: townId(`network ${asha} Dad`) }
    done(await answerOnNetwork(at(187, '20:10'), ravi, dad, true, 'demonstration-name'))
    const tie = fixedId('0e01')
    done(await linkPlan(at(40, '20:00'), ravi, tie))
    done(await linkPlan(at(40, '20:05'), asha, tie))
    await letNurses(town, asha, ['network-map', 'visit', 'information'])
    await draw(town, joan, 'Joan Whitaker', 60, joanHas)
    await draw(town, gwen, 'Gwen Lloyd', 33, gwenHas)
    await marcusPrepares(town)
    await danielMeets(town)
  },
}

async function marcusPrepares(town: Town) {
  const { at, today } = town
  const me = itself(marcus, 'Marcus Bennett')
  await letNurses(town, marcus, ['network-map', 'visit', 'information', 'offered'])
  const said = {
    condition: 'Type 2 diabetes',
    toldOn: addDays(today, -21),
    offered: ['information' as const, 'coaching' as const],
  }
  const offered = done(await sayOffered(at(17, '21:05'), marcus, said, null, 'demonstration-1'))
  const peer = {
    ...{ offered, support: 'peer' as const },
    says: 'How do I meet others who live with this?',
  }
  done(await followGap(at(17, '21:07'), marcus, peer, 'demonstration-gap'))
  const call = { withWhom: 'Sian Rees, on the phone', day: addDays(today, -3) }
  const first = done(await foreseeVisit(at(13, '20:00'), me, call, 'demonstration-visit-1'))
  const wish = {
    matters: 'I want to keep my job. Give me the numbers straight.',
    worries: 'My mother lost a toe. Will I?',
    questions: ['May I go on driving the bus?', 'What can I eat on a night shift?'],
  }
  done(await prepareVisit(at(13, '20:15'), me, first, wish, 'demonstration-prepare-1'))
  await answerFirst(town, me, first, 'May I go on driving the bus?')
  done(await holdVisit(at(3, '15:00'), me, first, 'demonstration-held'))
  const clinic = { withWhom: 'Sian Rees, diabetes clinic', day: addDays(today, 9) }
  const next = done(await foreseeVisit(at(2, '19:30'), me, clinic, 'demonstration-visit-2'))
  const more = { matters: 'A plan that fits my shifts.', worries: '', questions: [] }
  done(await prepareVisit(at(2, '19:45'), me, next, more, 'demonstration-prepare-2'))
  const log = at(1, '09:15')
  const kept = await keptVisit(log, next)
  const points = 'Your feet and your blood pressure. How the second tablet sits with you.'
  const place = { person: marcus, kept }
  done(await setPointsOfVisit(log, nurse, place, points, 'demonstration-points'))
  await sendMarcus(town)
}

/** A visit as it stands, to write in it: nobody looks at it here. */
async function keptVisit(log: Log, visit: Id) {
  const { state } = await load(log, log.db, visitStream, { owner: marcus, stream: visit })
  const at = state.foreseen?.day ?? asDay('2026-01-01')
  return { row: { id: visit, stream: visit, kind: 'visit', labels: [], at }, state }
}

async function answerFirst({ at }: Town, me: Writing, visit: Id, says: string) {
  const log = at(3, '14:50')
  const kept = await keptVisit(log, visit)
  const asked = kept.state.prepared?.questions.find((one) => one.says === says)
  if (asked === undefined) return
  const answer = 'Yes. I must tell the DVLA, since I drive a bus, and my depot.'
  const given = { question: asked.question, says: answer }
  done(await answerInVisit(log, me, { person: marcus, kept }, given, 'demonstration-answer'))
}

async function sendMarcus({ at }: Town) {
  const item = itemCoded('type-2-diabetes-first-weeks')
  if (item === null) return
  const sending = { item, why: 'As we said on the phone. Start with the walk.' }
  const sent = done(await sendInformation(at(3, '16:10'), nurse, marcus, sending, 'demonstration'))
  done(await openInformation(at(2, '18:20'), marcus, sent))
  const helped = { helped: 'partly' as const, says: 'It says nothing about night shifts.' }
  done(await judgeInformation(at(2, '18:30'), marcus, sent, helped, 'demonstration-helped'))
}

type Held = {
  readonly daysAgo: number
  readonly crisis: boolean
  readonly why: string
  readonly team: readonly string[]
  readonly absent: readonly string[]
  readonly said: readonly (readonly ['note' | 'reflection' | 'decision', string])[]
}

const danielMeetings: readonly Held[] = [
  {
    ...{ daysAgo: 41, crisis: true, why: 'I could not go to work. I heard people laugh at me.' },
    ...{ team: ['Gloria Santos, nurse', 'Huw Bevan, care coordinator'], absent: [] },
    said: [
      ['note', 'Daniel did not sleep for three nights.'],
      ['reflection', 'I wonder if the new shifts were too much at once.'],
      ['decision', 'We meet here each week. Nobody takes him anywhere unless he asks.'],
    ],
  },
  {
    ...{ daysAgo: 34, crisis: false, why: 'To see how the week was.' },
    ...{ team: ['Gloria Santos, nurse', 'Huw Bevan, care coordinator'], absent: [] },
    said: [
      ['note', 'I slept. I went for a walk with Kofi.'],
      ['decision', 'Kofi rings the manager with Daniel about shorter shifts.'],
    ],
  },
  {
    ...{ daysAgo: 13, crisis: false, why: 'I am back at work. I want it to stay good.' },
    team: ['Gloria Santos, nurse', 'Huw Bevan, care coordinator'],
    absent: ['Huw Bevan, care coordinator'],
    said: [
      ['note', 'Four shifts a week, and they are short.'],
      ['decision', 'We meet once a month from now on. Daniel calls if he wants it sooner.'],
    ],
  },
]

async function danielMeets(town: Town) {
  for (const held of danielMeetings) await danielMeetsOnce(town, held)
}

async function danielMeetsOnce({ at }: Town, held: Held) {
  const { daysAgo, crisis, why, team, absent, said } = held
  const me = itself(daniel, 'Daniel Price')
  const key = (step: string) => `demonstration-meeting-${daysAgo}-${step}`
  const invited = [
    { called: 'Kofi Mensah', person: kofi, side: 'network' as const },
    { called: 'My sister Kate', person: null, side: 'network' as const },
    ...team.map((called) => ({ called, person: null, side: 'team' as const })),
  ]
  const calling = { crisis, why, where: 'At my flat', invited }
  const meeting = done(await callMeeting(at(daysAgo + 1, '15:00'), me, calling, key('call')))
  const log = at(daysAgo, '10:00')
  const called = await keptMeeting(log, meeting)
  const there = (called.state.called?.invited ?? []).filter((one) => !absent.includes(one.called))
  const present = there.map(({ attendee }) => attendee)
  const place = { person: daniel, meeting }
  done(await beginMeeting(log, me, place, present, key('begin')))
  for (const [number, [what, says]] of said.entries()) {
    const now = at(daysAgo, `10:${15 + number * 10}`)
    const kept = await keptMeeting(now, meeting)
    const note = { what, says }
    done(await noteInMeeting(now, me, { person: daniel, kept }, note, key(`note-${number}`)))
  }
  const [first] = there
  const late = at(daysAgo, '11:00')
  const kept = await keptMeeting(late, meeting)
  if (first !== undefined) {
    done(await letReadMeeting(late, me, { kept, attendee: first.attendee, may: true }))
  }
  const out = { attendee: null, present: false }
  done(await comeOrGoInMeeting(at(daysAgo, '11:05'), me, place, out, key('out')))
  done(await endMeeting(at(daysAgo, '11:10'), me, place, key('end')))
}

/** A meeting as it stands, to write in it. */
async function keptMeeting(log: Log, meeting: Id) {
  const { state } = await load(log, log.db, meetingStream, { owner: daniel, stream: meeting })
  const at = asDay('2026-01-01')
  return { row: { id: meeting, stream: meeting, kind: 'network-meeting', labels: [], at }, state }
}
