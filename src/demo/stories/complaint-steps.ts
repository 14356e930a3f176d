// How a complaint of the town is told: who complains, and each step that either side took.
import { addDays, type Day, type Id, type PersonId } from '../../basics/index.ts'
import type { complain, handleComplaint, loadComplaint } from '../../voice/index.ts'
import { complaintRules as rules } from '../../voice/index.ts'
import { organisations, people } from '../names.ts'

type Received = Parameters<typeof complain>[2]
type Rule = Parameters<typeof handleComplaint>[2]
type Complaint = Awaited<ReturnType<typeof loadComplaint>>

/** One step: how many days ago, at which hour, by whom, and what they did. */
export type Step = readonly [
  daysAgo: number,
  hour: string,
  by: PersonId | null,
  rule: (complaint: Complaint, today: Day) => Rule,
]

export type Told = Partial<Received> & {
  readonly called: string
  readonly daysAgo: number
  readonly by: PersonId | null
  readonly says: string
  readonly body: Id
  readonly at: string
  readonly steps?: readonly Step[]
}

const { oakLane, hospital } = organisations
const { dilys, megan } = people

export const complainant = { side: 'complainant' } as const
export const acting = { side: 'complainant', acts: 'representative' } as const
export const surgery = { side: 'body', body: oakLane } as const
export const elmStreet = { side: 'body', body: hospital } as const

export const acknowledged = (side: typeof surgery | typeof elmStreet, daysAgo: number): Step => [
  daysAgo,
  '11:15',
  side.body === oakLane ? dilys : megan,
  () =>
    rules.acknowledge(
      side,
      'written',
      'We have your complaint and I look into it myself. Shall we talk about how it is handled ' +
        'and how long it takes? Ring me, or write here.',
    ),
]

export const answered = (
  side: typeof surgery | typeof elmStreet,
  daysAgo: number,
  [conclusions, action, taken]: readonly [string, string, string],
): Step => [
  daysAgo,
  '14:40',
  side.body === oakLane ? dilys : megan,
  () =>
    rules.sendResponse(
      side,
      {
        considered: 'I read the notes and talked with those who were there, and with you.',
        conclusions,
        action,
        taken,
        ombudsman:
          'If you are not satisfied you can go to the Parliamentary and Health Service ' +
          'Ombudsman: ombudsman.org.uk, 0345 015 4033.',
        apology: 'I am sorry for what happened to you.',
      },
      side.body === oakLane ? 'Dr Farah Siddiqui, partner' : 'Jo Bevan, chief executive',
    ),
]

/** A promise by so many days from the town’s day, or no change and why. */
type Learned = { readonly says: string; readonly dueInDays: number | null }

export const learned = (
  side: typeof surgery | typeof elmStreet,
  daysAgo: number,
  { says, dueInDays }: Learned,
): Step => [
  daysAgo,
  '15:30',
  side.body === oakLane ? dilys : megan,
  (_, today) =>
    rules.recordLearning(side, {
      change: dueInDays === null ? 'none' : 'promise',
      says,
      due: dueInDays === null ? null : addDays(today, dueInDays),
      shownAs: side.body === oakLane ? 'Dilys Morgan' : 'Megan Hughes',
    }),
]

export const noChange = (says: string): Learned => ({ says, dueInDays: null })
