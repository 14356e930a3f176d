// Grace decides three things with her doctor: one is in progress, one she thought over, one is off.

import { addDays, type Id } from '../../basics/index.ts'
import {
  type Beginning,
  beginDecision,
  type Deed,
  decide,
  doInDecision,
  ownWriter,
  readAid,
  shipAids,
  type Writer,
  writerIn,
} from '../../care/index.ts'
import { type Asker, everything, giveGrant } from '../../sharing/index.ts'
import { organisations, people, townId } from '../names.ts'
import { done, type Story, type Town } from '../town.ts'

const { grace, farah } = people

const herself: Asker = { person: grace, via: 'self', organisation: null, roles: [] }
const doctor: Asker = {
  person: farah,
  via: 'role',
  organisation: organisations.oakLane,
  roles: ['doctor'],
}

/** Who writes on a day, as they would on a page. */
async function writing(town: Town, daysAgo: number, hour: string, who: Asker) {
  const log = town.at(daysAgo, hour)
  if (who === herself) return { log, writer: ownWriter(grace, 'Grace Thompson') }
  const name = { name: 'Farah Siddiqui', organisation: 'Oak Lane Surgery' }
  const writer = await writerIn(log, grace, who, name)
  if (writer === null) throw new Error('Nobody may write in the decisions of Grace')
  return { log, writer }
}

type Step = readonly [daysAgo: number, hour: string, who: Asker, deed: Deed]

/** Tells one decision, step by step; told again it is the same one. */
async function tellOne(
  town: Town,
  name: string,
  begun: readonly [daysAgo: number, hour: string, who: Asker, beginning: Beginning],
  steps: readonly Step[],
): Promise<void> {
  const [daysAgo, hour, who, beginning] = begun
  const { log, writer } = await writing(town, daysAgo, hour, who)
  const key = `demonstration-decision-${name}`
  const decision: Id = done(await beginDecision(log, grace, writer, beginning, key))
  for (const [place, [days, at, by, deed]] of steps.entries()) {
    const one: { log: typeof log; writer: Writer } = await writing(town, days, at, by)
    const where = { person: grace, decision }
    done(await doInDecision(one.log, where, one.writer, deed, `${key}-${place}`))
  }
}

const byPhone = {
  method: 'By phone',
  seenBy: 'Dr Farah Siddiqui',
  responsible: 'Dr Farah Siddiqui',
  accompanied: '',
  interpreter: '',
  recording: '',
}

/** She began it at home with the decision aid; her doctor has not talked with her yet. */
async function tellHand(town: Town): Promise<void> {
  const { tool, parts } = await readAid(town.at(4, '20:10'), 'carpal-tunnel')
  await tellOne(
    town,
    'hand',
    [
      4,
      '20:10',
      herself,
      {
        tool,
        because: null,
        parts: {
          ...parts,
          question: 'What could I do about my numb fingers?',
          matters: 'I cut hair for a living. I cannot do that with one hand.',
          marks: [
            { name: 'I need my hand at work without a break', weight: 'much' },
            { name: 'I want to sleep through soon', weight: 'some' },
          ],
          questions: ['How long may I safely wait?', 'Can I cut hair with a splint?'],
          lean: 'splint',
        },
      },
    ],
    [
      [
        3,
        '12:40',
        doctor,
        (speaker) =>
          decide.workOn(speaker, {
            professionalAgenda: 'How strong your thumb is. Whether a nerve test would help.',
            people: [
              { name: 'Grace Thompson', role: 'whose hand it is' },
              { name: 'Farah Siddiqui', role: 'her doctor' },
            ],
          }),
      ],
    ],
  )
}

/** She said yes, slept on it, and said no. Her doctor sees it another way, and says so once. */
async function tellStatin(town: Town): Promise<void> {
  const { tool, parts } = await readAid(town.at(61, '10:05'), 'statins')
  const question = 'Would you like to take a statin?'
  const beginning = { tool, because: null, parts: { ...parts, question } }
  const matters = 'I want to stay well for my grandchildren. I do not like tablets.'
  const day = addDays(town.today, -60)
  await tellOne(
    town,
    'statin',
    [61, '10:05', doctor, beginning],
    [
      [61, '19:30', herself, (speaker) => decide.workOn(speaker, { matters })],
      [60, '16:20', doctor, (speaker) => decide.recordTalk(speaker, { ...byPhone, day })],
      [60, '16:40', herself, (speaker) => decide.choose(speaker, yes(town))],
      [47, '08:15', herself, (speaker) => decide.changeMind(speaker, 'My legs ached.')],
      [47, '08:25', herself, (speaker) => decide.choose(speaker, no(town))],
      [46, '13:10', doctor, (speaker) => decide.comment(speaker, doctorSays)],
    ],
  )
}

const yes = ({ today }: Town) => ({
  option: 'statin',
  says: 'You said it helps. I will try it.',
  reservations: 'I am not sure that I want to take it for years.',
  reviewOn: addDays(today, 120),
})

const no = ({ today }: Town) => ({
  option: 'wait',
  says: 'I walk to work now. I will have my risk worked out again next year.',
  reservations: '',
  reviewOn: addDays(today, 300),
})

const doctorSays =
  'I would have chosen otherwise, and it is yours to choose. You can always ask me.'

/** What there was to decide about an illness that she does not have. */
async function tellScan(town: Town): Promise<void> {
  await tellOne(
    town,
    'scan',
    [
      33,
      '11:00',
      doctor,
      {
        tool: null,
        because: null,
        parts: {
          question: 'Should you have a scan of your head?',
          options: [
            {
              id: 'wait',
              name: 'No scan for now',
              isWaiting: true,
              benefits: ['No trip to the hospital'],
              risks: ['If there were something, it would be found later'],
            },
            {
              id: 'scan',
              name: 'A scan at Elm Street Hospital',
              isWaiting: false,
              benefits: ['It shows if there is a cause'],
              risks: ['It is loud and narrow', 'It can find things that never matter'],
            },
          ],
        },
      },
    ],
    [
      [
        20,
        '19:50',
        herself,
        (speaker) =>
          decide.cancel(speaker, 'I do not have epilepsy. It is somebody else’s letter.'),
      ],
    ],
  )
}

export const decidedTogether: Story = {
  name: 'decided-together',
  async tell(town) {
    const giving = {
      effect: 'permit' as const,
      to: { person: null, organisation: organisations.oakLane, role: 'doctor' },
      what: { ...everything, kinds: ['shared-decision'] },
      acts: ['read' as const, 'print' as const, 'add' as const],
      purposes: ['direct-care' as const],
      until: null,
    }
    const grant = townId('grant-decisions')
    const key = 'demonstration-grant-decisions'
    done(await giveGrant(town.at(62, '09:00'), { person: grace, by: grace, key, grant, giving }))
    await shipAids(town.at(90, '09:00'))
    await tellStatin(town)
    await tellScan(town)
    await tellHand(town)
  },
}
