// What was promised and told in the demonstration town, told from today backwards.
import {
  addDays,
  type Day,
  dayIn,
  type Id,
  LONDON,
  type PersonId,
  type Result,
} from '../basics/index.ts'
import type { Log } from '../log/index.ts'
import { recordNeedsOf } from '../messages/index.ts'
import { addPlace, linkTo } from '../places/index.ts'
import { heldClock } from '../plumbing/index.ts'
import {
  agreedByHand,
  answer,
  lapseDue,
  type PromiseMade,
  promise,
  saySaidDone,
} from '../promises/index.ts'
import { organisations, people, townId } from './names.ts'

const { asha, dilys, gwen, megan, sian } = people

type Story = {
  readonly name: string
  readonly says: string
  readonly by: { readonly person: PersonId; readonly organisation: Id; readonly shownAs: string }
  readonly to: PersonId
  /** Days before today. */
  readonly madeDaysAgo: number
  readonly dueInDays: number
  readonly doneDaysAgo?: { readonly days: number; readonly says: string }
  readonly answered?: {
    readonly daysAgo: number
    readonly answer: 'yes' | 'no' | 'not yet'
    readonly says: string
  }
}

const surgery = { organisation: organisations.oakLane, person: dilys }
const practiceManager = { ...surgery, shownAs: 'Dilys Morgan, Oak Lane Surgery' }
const nurse = { ...surgery, person: sian, shownAs: 'Sian Rees, Oak Lane Surgery' }
const hospital = {
  organisation: organisations.hospital,
  person: megan,
  shownAs: 'Megan Hughes, Elm Street Hospital',
}

const stories: readonly Story[] = [
  {
    name: 'quiet-room',
    says: 'We will turn the small office into a quiet room',
    by: practiceManager,
    to: asha,
    madeDaysAgo: 53,
    dueInDays: -8,
    doneDaysAgo: { days: 20, says: 'The quiet room is open. Ask at the desk.' },
  },
  {
    name: 'foot-check',
    says: 'I will send you the results of your foot check in plain words',
    by: nurse,
    to: asha,
    madeDaysAgo: 3,
    dueInDays: 4,
  },
  {
    name: 'scan-letter',
    says: 'We will write to you why your scan was cancelled',
    by: hospital,
    to: asha,
    madeDaysAgo: 21,
    dueInDays: -5,
  },
  {
    name: 'large-print',
    says: 'All letters to you come in large print',
    by: practiceManager,
    to: gwen,
    madeDaysAgo: 60,
    dueInDays: -30,
    doneDaysAgo: { days: 35, says: 'It is set for every letter now.' },
    answered: { daysAgo: 30, answer: 'yes', says: 'The last two came in large print.' },
  },
  {
    name: 'ramp',
    says: 'The side door gets a ramp',
    by: hospital,
    to: gwen,
    madeDaysAgo: 90,
    dueInDays: -20,
    doneDaysAgo: { days: 22, says: 'The ramp is built.' },
    answered: { daysAgo: 18, answer: 'no', says: 'There is a step at the top of it.' },
  },
]

/** Makes what is missing of the stories; the same ids every time, the days counted from today. */
export async function tellStories(log: Log): Promise<void> {
  const today = dayIn(LONDON, log.clock.now())
  await makePlaces(log)
  const needs = {
    form: 'large-print',
    language: 'cy',
    channel: 'inbox',
    address: null,
    note: 'Speak slowly. I hear better on the left.',
    reviewOn: null,
  }
  const own = { by: gwen, onBehalfOf: null }
  done(await recordNeedsOf(log, own, gwen, needs, 'demonstration'))
  for (const story of stories) await tellStory(log, story, today)
  await lapseDue(log)
}

/** The log as it was at ten in the morning so many days before today. */
const atDay = (log: Log, today: Day, daysAgo: number): Log => ({
  ...log,
  clock: heldClock(`${addDays(today, -daysAgo)}T10:00:00Z`),
})

async function tellStory(log: Log, story: Story, today: Day): Promise<void> {
  const { by, to, name } = story
  const stream = townId(`promise-${name}`)
  const made: PromiseMade = {
    says: story.says,
    promiser: by,
    to: [to],
    due: addDays(today, story.dueInDays),
    source: agreedByHand,
    about: null,
    escalateTo: null,
  }
  const key = `demonstration-${name}`
  const begun = atDay(log, today, story.madeDaysAgo)
  const ref = done(await promise(begun, by, made, key, stream))
  if (story.doneDaysAgo === undefined) return
  const { days, says } = story.doneDaysAgo
  const later = atDay(log, today, days)
  done(await saySaidDone(later, ref, by, says, `${key}-done`))
  if (story.answered === undefined) return
  const { daysAgo, answer: chosen, says: words } = story.answered
  const asker = { person: to, organisation: null }
  const said = { answer: chosen, says: words }
  done(await answer(atDay(log, today, daysAgo), ref, asker, said, `${key}-answered`))
}

async function makePlaces(log: Log): Promise<void> {
  const actor = { by: null, onBehalfOf: null }
  const from = '2024-01-01' as Day
  const add = async (name: string, kind: string, shown: string, code: string | null) => {
    const place = townId(`place-${name}`)
    return done(await addPlace(log, { actor, place, kind, name: shown, code, from }))
  }
  const town = await add('millbrook', 'area', 'Millbrook', 'E06999999')
  const diabetes = await add('diabetes', 'condition', 'Type 2 diabetes', '44054006')
  const surgerySite = await add('oak-lane', 'site', 'Oak Lane Surgery, 12 Oak Lane', 'Z99001')
  const clinic = await add('clinic', 'service', 'Diabetes clinic at Oak Lane', null)
  const scans = await add('scans', 'service', 'Scans at Elm Street Hospital', null)
  const links = [
    [surgerySite, 'within', town],
    [clinic, 'at', surgerySite],
    [clinic, 'for', diabetes],
    [clinic, 'provided-by', organisations.oakLane],
    [scans, 'provided-by', organisations.hospital],
  ] as const
  for (const [place, link, to] of links) done(await linkTo(log, { actor, place, link, to, from }))
}

function done<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`The demonstration town is not possible: ${result.refusal.code}`)
}
