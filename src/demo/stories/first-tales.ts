// What people told in the town, and what became of it: answered, promised, confirmed, disputed.
import { addDays, type Id, type PersonId } from '../../basics/index.ts'
import { readHeads } from '../../log/index.ts'
import {
  type Answered,
  agreeToStory,
  answerStory,
  confirmPromise,
  judgeAnswers,
  loadStory,
  promiseOf,
  publishSaying,
  readStory,
  type StoryRef,
  severityScale,
  tell,
} from '../../voice/index.ts'
import { organisations, people, townId } from '../names.ts'
import { done, type Story, type Town } from '../town.ts'
import { workers } from '../workers.ts'

const { asha, dilys, gwen, megan, mo, nia } = people

type Answer = {
  readonly daysAgo: number
  readonly says: string
  readonly change?: 'none' | 'planned' | 'made'
  readonly promise?: { readonly says: string; readonly dueInDays: number }
  /** The promise of an earlier answer, by its place from 0, that this one keeps. */
  readonly keeps?: number
  /** What the author says of it. */
  readonly happened?: { daysAgo: number; answer: 'yes' | 'no' | 'not yet'; says: string }
}

export type Tale = {
  readonly name: string
  readonly by: PersonId | null
  readonly about: 'praise' | 'idea' | 'story' | 'concern' | 'safety'
  readonly daysAgo: number
  readonly title: string
  readonly happened: string
  readonly good?: string
  readonly better?: string
  readonly at: keyof typeof answeredBy
  readonly level: number
  /** The place of the area of severity that it is about; the way things are run, if left out. */
  readonly area?: number
  /** How far it has come; published, if left out. */
  readonly stands?: 'told' | 'read once'
  readonly answers?: readonly Answer[]
  readonly helped?: { daysAgo: number; helped: 'yes' | 'partly' | 'no' }
  /** Photos that wait in the draft of its browser. */
  readonly photos?: readonly { readonly digest: string; readonly says: string }[]
}
/** The browser from which a tale is told. */
export const browserOf = (name: string): string => `demonstration ${name}`

const tales: readonly Tale[] = [
  {
    name: 'noise',
    by: asha,
    about: 'story',
    daysAgo: 61,
    title: 'I sat in the noise and left before I was called',
    happened:
      'The waiting room is loud and bright. I cannot stay in it. I went home and did not see ' +
      'the nurse.',
    better: 'A quiet corner would be enough.',
    at: 'clinic',
    level: 1,
    answers: [
      {
        daysAgo: 57,
        says:
          'Thank you. You should not have had to leave. We asked our patient group, and three ' +
          'others said the same.',
      },
      {
        daysAgo: 53,
        says: 'The small office becomes a quiet room.',
        change: 'planned',
        promise: {
          says: 'We will turn the small office next to the desk into a quiet room',
          dueInDays: -10,
        },
      },
      {
        daysAgo: 20,
        says: 'The quiet room is open. Ask at the desk or tick the box when you book.',
        change: 'made',
        keeps: 1,
        happened: {
          daysAgo: 15,
          answer: 'not yet',
          says: 'The door was locked and nobody had the key.',
        },
      },
    ],
  },
  {
    name: 'kind-nurse',
    by: gwen,
    about: 'praise',
    daysAgo: 44,
    title: 'She asked what mattered to me first',
    happened: 'The nurse sat down and asked what mattered to me before she looked at her screen.',
    good: 'I felt like a person and not a number.',
    at: 'clinic',
    level: 0,
    answers: [{ daysAgo: 40, says: 'Thank you. We read this out to the whole team.' }],
    helped: { daysAgo: 38, helped: 'yes' },
  },
  {
    name: 'large-print-letters',
    by: null,
    about: 'idea',
    daysAgo: 90,
    title: 'Ask once how somebody reads',
    happened: 'I have told four people that I need large print. Ask once and keep it.',
    at: 'clinic',
    level: 1,
    answers: [
      {
        daysAgo: 86,
        says: 'You are right. We ask at the first visit from next month.',
        change: 'planned',
        promise: { says: 'Each new patient is asked how they read, once', dueInDays: -50 },
      },
      {
        daysAgo: 55,
        says: 'The question is on the form now.',
        change: 'made',
        keeps: 0,
        happened: { daysAgo: 48, answer: 'yes', says: 'They asked my neighbour.' },
      },
    ],
  },
  {
    name: 'scan-cancelled',
    by: asha,
    about: 'concern',
    daysAgo: 41,
    title: 'My scan was cancelled twice on the day',
    happened: 'I took the bus for an hour, twice, and each time there was no radiographer.',
    better: 'Call people before they set off.',
    at: 'scans',
    level: 2,
    answers: [
      {
        daysAgo: 30,
        says: 'We are sorry. A person will telephone the evening before.',
        change: 'planned',
        promise: { says: 'We telephone everybody the evening before a scan', dueInDays: -6 },
      },
    ],
  },
  {
    name: 'ramp',
    by: gwen,
    about: 'concern',
    daysAgo: 120,
    title: 'I could not get in with my frame',
    happened: 'The side door of the hospital has a step. I stood outside in the rain.',
    at: 'scans',
    level: 2,
    answers: [
      {
        daysAgo: 110,
        says: 'We will put a ramp there.',
        change: 'planned',
        promise: { says: 'The side door for scans gets a ramp', dueInDays: -40 },
      },
      {
        daysAgo: 45,
        says: 'The ramp is built.',
        change: 'made',
        keeps: 0,
        happened: { daysAgo: 35, answer: 'no', says: 'There is a step at the top of it.' },
      },
    ],
  },
  {
    name: 'weekend-call',
    by: null,
    about: 'story',
    daysAgo: 36,
    title: 'Nobody told me whom to call at the weekend',
    happened: 'My foot was red on Saturday. I did not know whether to wait until Monday.',
    better: 'One number on one card.',
    at: 'clinic',
    level: 2,
  },
  {
    name: 'hearing-loop',
    by: gwen,
    about: 'story',
    daysAgo: 9,
    title: 'I did not hear my name',
    happened: 'They call names from the corridor. I hear badly on the right and missed my turn.',
    at: 'scans',
    level: 1,
  },
  {
    name: 'evening',
    by: null,
    about: 'idea',
    daysAgo: 3,
    title: 'An evening clinic once a month',
    happened: 'I lose half a day of work for each check. One evening a month would help many.',
    at: 'clinic',
    level: 0,
    stands: 'read once',
  },
  {
    name: 'left-alone',
    by: null,
    about: 'safety',
    daysAgo: 1,
    title: 'He was left alone and afraid',
    happened:
      'My neighbour was left alone for hours. He says he was scared of him, the man on the ' +
      'night shift.',
    at: 'scans',
    level: 3,
    stands: 'told',
  },
]

const oakLane = {
  provider: organisations.oakLane,
  person: dilys,
  shownAs: 'Dilys Morgan, Oak Lane Surgery',
}
const hospital = {
  provider: organisations.hospital,
  person: megan,
  shownAs: 'Megan Hughes, Elm Street Hospital',
}
const { gloria } = workers
const nurses = {
  provider: organisations.communityTrust,
  person: gloria.person,
  shownAs: 'Gloria Santos, Millbrook Community Health Trust',
}

/** Who answers for each service. */
const answeredBy = {
  clinic: oakLane,
  'oak-lane-practice': oakLane,
  scans: hospital,
  'chest-clinic': hospital,
  emergency: hospital,
  'district-nurses': nurses,
} as const

export const firstTales: Story = {
  name: 'tales',
  async tell(town) {
    for (const tale of tales) await tellTale(town, tale)
  },
}

export async function tellTale(town: Town, tale: Tale): Promise<void> {
  const { at } = town
  const stream = townId(`tale-${tale.name}`)
  const ref: StoryRef = { owner: tale.by ?? stream, stream }
  const log = at(tale.daysAgo)
  if ((await readHeads(log.db, ref.owner)).some((head) => head.stream === stream)) return
  const { title, happened, good = '', better = '' } = tale
  const words = { title, happened, good, better }
  done(
    await tell(log, {
      teller: { person: tale.by, browser: browserOf(tale.name) },
      ...(tale.photos === undefined ? {} : { photos: tale.photos }),
      key: `demonstration-tale-${tale.name}`,
      stream,
      about: tale.about,
      words,
      places: [townId(`place-${tale.at}`)],
      mayBePublic: true,
      way: 'web',
      forSomebody: null,
    }),
  )
  if (tale.stands === 'told') return
  await readTale(town, tale, ref, words)
  if (tale.stands === 'read once') return
  const promises: Id[] = []
  for (const answer of tale.answers ?? []) {
    promises.push(await answerTale(town, tale, ref, answer, promises))
  }
  if (tale.helped === undefined) return
  const { daysAgo, helped } = tale.helped
  done(await judgeAnswers(at(daysAgo), { ref, key: null }, tale.by, helped))
}

const onTale = (tale: Tale, ref: StoryRef, person: PersonId) => ({
  person,
  ref,
  key: null,
  told: [answeredBy[tale.at].provider],
})

/** Two people read it, the day after it was told. */
async function readTale(
  { at }: Town,
  tale: Tale,
  ref: StoryRef,
  words: Parameters<typeof readStory>[2]['words'],
): Promise<void> {
  const grades = severityScale.areas.map(({ code }, place) => ({
    area: code,
    level: place === (tale.area ?? 3) ? tale.level : 0,
  }))
  const reading = { grades, words, hides: [], identifies: false, note: '' }
  const first = at(tale.daysAgo - 1, '10:10')
  done(await readStory(first, onTale(tale, ref, mo), reading))
  if (tale.stands === 'read once') return
  const fact = (await loadStory(first, ref)).reading?.fact
  if (fact === undefined) throw new Error('A tale was not read')
  done(await agreeToStory(at(tale.daysAgo - 1, '10:40'), onTale(tale, ref, nia), fact))
}

/** The answer, a moderator's yes, and what the author says; gives the promise it is about. */
async function answerTale(
  { at, today }: Town,
  tale: Tale,
  ref: StoryRef,
  answer: Answer,
  promises: readonly Id[],
): Promise<Id> {
  const { person, provider, shownAs: by } = answeredBy[tale.at]
  const keeps = answer.keeps === undefined ? null : (promises[answer.keeps] ?? null)
  const { promise: promised } = answer
  const said: Answered = {
    says: answer.says,
    organisation: provider,
    shownAs: by,
    change: answer.change ?? 'none',
    promises: promised
      ? { says: promised.says, due: addDays(today, promised.dueInDays), shownAs: by }
      : null,
    keeps,
  }
  const when = at(answer.daysAgo)
  done(await answerStory(when, { ref, key: null }, person, said))
  const saying = (await loadStory(when, ref)).sayings.at(-1)
  if (saying === undefined) throw new Error('A tale was not answered')
  const words = { saying: saying.fact, says: saying.says, hides: [] }
  // A service with a good record answers without waiting.
  if (saying.standing === 'waiting') {
    done(await publishSaying(at(answer.daysAgo, '10:50'), onTale(tale, ref, mo), words))
  }
  const promise = keeps ?? promiseOf(ref, saying.fact).stream
  if (answer.happened === undefined) return promise
  const { daysAgo, ...word } = answer.happened
  done(await confirmPromise(at(daysAgo), { ref, key: null }, promise, word))
  return promise
}
