// A story: what was told, what may be shown of it, what was said to it, and where it stands.
import type { Day, Id, Instant, Static } from '../../basics/index.ts'
import type { FactOf, StreamType } from '../../log/index.ts'
import {
  type StoryFactKind,
  type storyAnswered,
  storyKindsOfFact,
  type storyRead,
  type storyTold,
} from './facts.ts'
import { severityOf } from './severity.ts'

export type StoryTold = Static<(typeof storyTold)['schema']>
export type StoryWords = StoryTold['words']
export type Reading = Static<(typeof storyRead)['schema']>
export type Answered = Static<(typeof storyAnswered)['schema']>

type MadeBy = { readonly fact: Id; readonly at: Instant; readonly by: Id | null }

/** One thing said to a story: an answer of a service, or a reply of its author. */
export type Saying = MadeBy & {
  readonly from: 'service' | 'author'
  readonly says: string
  readonly answer: Answered | null
  readonly standing: 'waiting' | 'published' | 'returned'
  /** What anybody may read; null until it is published. */
  readonly shown: string | null
  readonly hides: readonly string[]
  readonly publishedAt: Instant | null
  readonly publishedBy: Id | null
  /** The fact that published it or sent it back. */
  readonly settledBy: Id | null
  readonly fast: boolean
  readonly returned: { readonly reason: string; readonly says: string } | null
}

export type StoryStanding =
  | 'nothing'
  | 'to be read'
  | 'read once'
  | 'published'
  | 'accepted'
  | 'held back'
  | 'withdrawn'

export type Story = {
  readonly told: (StoryTold & MadeBy) | null
  readonly standing: StoryStanding
  /** The words as the author last gave them. */
  readonly words: StoryWords | null
  readonly reading: (Reading & MadeBy) | null
  readonly returnedReading: string | null
  readonly shown: StoryWords | null
  readonly hides: readonly string[]
  readonly severity: number | null
  readonly settledAt: Instant | null
  readonly settledBy: Id | null
  readonly answerBy: Day | null
  readonly heldBack: { readonly reason: string; readonly says: string; at: Instant } | null
  readonly withdrawnAt: Instant | null
  readonly sayings: readonly Saying[]
  readonly helped: { readonly helped: string; readonly at: Instant } | null
  readonly wayBack: string | null
  readonly opened: readonly (MadeBy & { as: string; organisation: Id | null })[]
}

export const storyStream: StreamType<Story, StoryFactKind> = {
  name: 'story',
  says: 'One story, from its telling to what became of it',
  kinds: storyKindsOfFact,
  start: {
    told: null,
    standing: 'nothing',
    words: null,
    reading: null,
    returnedReading: null,
    shown: null,
    hides: [],
    severity: null,
    settledAt: null,
    settledBy: null,
    answerBy: null,
    heldBack: null,
    withdrawnAt: null,
    sayings: [],
    helped: null,
    wayBack: null,
    opened: [],
  },
  fold: (state, fact) => foldSaid(foldTold(state, fact), fact),
}

const madeBy = ({ id, at, by }: FactOf<StoryFactKind>): MadeBy => ({ fact: id, at, by })

function foldTold(state: Story, fact: FactOf<StoryFactKind>): Story {
  const by = madeBy(fact)
  switch (fact.kind) {
    case 'story-told': {
      const told = { ...fact.body, ...by }
      return { ...state, told, words: told.words, standing: 'to be read' }
    }
    case 'way-back-made':
      return { ...state, wayBack: fact.body.digest }
    case 'story-opened':
      return { ...state, opened: [...state.opened, { ...by, ...fact.body }] }
    case 'story-read': {
      const severity = severityOf(fact.body.grades)
      return { ...state, reading: { ...fact.body, ...by }, severity, standing: 'read once' }
    }
    case 'story-published':
    case 'story-accepted':
      return settled(state, fact)
    case 'reading-returned':
      return { ...state, returnedReading: fact.body.says, reading: null, standing: 'to be read' }
    case 'story-held-back':
      return { ...state, heldBack: { ...fact.body, at: fact.at }, standing: 'held back' }
    case 'story-reworded':
      return { ...state, words: fact.body.words, reading: null, standing: 'to be read' }
    case 'story-withdrawn':
      return { ...state, withdrawnAt: fact.at, standing: 'withdrawn' }
    default:
      return state
  }
}

type Settling = Extract<FactOf<StoryFactKind>, { kind: 'story-published' | 'story-accepted' }>

const settled = (state: Story, fact: Settling): Story => ({
  ...state,
  standing: fact.kind === 'story-published' ? 'published' : 'accepted',
  severity: fact.body.severity,
  answerBy: fact.body.answerBy,
  settledAt: fact.at,
  settledBy: fact.by,
  heldBack: null,
  ...(fact.kind === 'story-published' ? { shown: fact.body.words, hides: fact.body.hides } : {}),
})

function foldSaid(state: Story, fact: FactOf<StoryFactKind>): Story {
  const by = madeBy(fact)
  const add = (saying: Pick<Saying, 'from' | 'says' | 'answer'>): Story => ({
    ...state,
    sayings: [...state.sayings, { ...unseen, ...by, ...saying }],
  })
  const change = (fact: Id, to: Partial<Saying>): Story => ({
    ...state,
    sayings: state.sayings.map((one) => (one.fact === fact ? { ...one, ...to } : one)),
  })
  switch (fact.kind) {
    case 'story-answered':
      return add({ from: 'service', says: fact.body.says, answer: fact.body })
    case 'author-replied':
      return add({ from: 'author', says: fact.body.says, answer: null })
    case 'saying-published': {
      const { saying, says, hides, fast } = fact.body
      const when = { publishedAt: fact.at, publishedBy: fact.by, settledBy: fact.id }
      return change(saying, { standing: 'published', shown: says, hides, fast, ...when })
    }
    case 'saying-returned': {
      const { saying, reason, says } = fact.body
      const returned = { reason, says }
      return change(saying, { standing: 'returned', returned, settledBy: fact.id })
    }
    case 'answer-judged':
      return { ...state, helped: { helped: fact.body.helped, at: fact.at } }
    default:
      return state
  }
}

const unseen = {
  standing: 'waiting',
  shown: null,
  hides: [],
  publishedAt: null,
  publishedBy: null,
  settledBy: null,
  fast: false,
  returned: null,
} as const

/** Whether anybody may read it. */
export const isPublic = (story: Story): boolean => story.standing === 'published'
