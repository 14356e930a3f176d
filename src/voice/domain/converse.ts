// What a service answers and what the author says to it: nobody speaks for the other.
import {
  type Day,
  dayIn,
  type Id,
  type Instant,
  LONDON,
  refuse,
  tidyText,
} from '../../basics/index.ts'
import { fastTrackFrom } from './dated-rules.ts'
import { refusals } from './refusals.ts'
import type { Answered, Story, StoryWords } from './story.ts'
import { storyKindNamed } from './story-kinds.ts'
import { type Decided, decided } from './tell.ts'

/** Whether the organisation may answer now: it was told, and may read the story. */
export function mayAnswer(story: Story, organisation: Id): boolean {
  if (story.told === null || !story.told.organisations.includes(organisation)) return false
  if (story.standing === 'withdrawn' || story.standing === 'held back') return false
  if (story.standing === 'published' || story.standing === 'accepted') return true
  return storyKindNamed(story.told.about)?.toServiceAtOnce === true
}

/**
 * A service answers. Shown at once only where its record is good, nothing is said to have
 * changed or to be going to, and the story itself can be read by anybody.
 * Refuses `story-unknown`, `answer-own-story`, `answer-empty`, `answer-promise-missing`,
 * `answer-promise-day`, `answer-keeps-nothing`.
 */
export function answerStory(
  person: Id,
  answer: Answered,
  { saying, goodRecord, promised }: AnswerContext,
) {
  return (state: Story, now: Instant): Decided => {
    if (!mayAnswer(state, answer.organisation)) return refuse(refusals.storyUnknown)
    if (state.told?.by === person) return refuse(refusals.answerOwnStory)
    const says = tidyText(answer.says)
    if (says === '') return refuse(refusals.answerEmpty, {}, 'says')
    const refused = refuseChange(answer, promised, dayIn(LONDON, now))
    if (refused !== null) return refused
    const fast =
      goodRecord &&
      answer.change === 'none' &&
      state.standing === 'published' &&
      !claimsChange(says)
    const answered = { kind: 'story-answered', body: { ...answer, says }, id: saying } as const
    if (!fast) return decided(answered)
    const body = { saying, says, hides: [], fast: true }
    return decided(answered, { kind: 'saying-published', body })
  }
}

export type AnswerContext = {
  /** The id the answer gets. */
  readonly saying: Id
  readonly goodRecord: boolean
  /** Promises made by the organisation in answer to this story. */
  readonly promised: readonly Id[]
}

function refuseChange(answer: Answered, promised: readonly Id[], today: Day) {
  const { change, promises, keeps } = answer
  if (!['none', 'planned', 'made'].includes(change)) {
    return refuse(refusals.answerEmpty, {}, 'change')
  }
  if (change === 'planned') {
    if (promises === null || promises.says.trim() === '') {
      return refuse(refusals.promiseMissing, {}, 'promises')
    }
    if (promises.due < today) return refuse(refusals.promiseDayPassed, {}, 'due')
  }
  if (keeps !== null && (change !== 'made' || !promised.includes(keeps))) {
    return refuse(refusals.keepsNothing)
  }
  return null
}

/** Whether every one of the latest answers was published as it was, and there are enough. */
export const hasGoodRecord = (latest: readonly { standing: string }[]): boolean =>
  latest.length >= fastTrackFrom.value && latest.every(({ standing }) => standing === 'published')

const who = '(?:we|i|they|it|there|which)'
const did = "(?: (?:has|have|had|is|are|was|were|will|shall|am)|'ve|'ll)"
const changed =
  '(?:chang|introduc|install|hir|recruit|appoint|train|buil[dt]|open|start|stopp|add|replac|fix' +
  '|repair|improv|extend|mov|updat|revis|made|put|set|bought|order)'
const changeWords = [
  new RegExp(`\\b${who}${did}\\b.{0,40}\\b${changed}`, 'i'),
  /\b(?:from|as of) (?:now|today|tomorrow|next|(?:mon|tues|wednes|thurs|fri)day)\b/i,
  /\b(?:new|now) (?:policy|process|system|rota|sign|training|procedure|room|chairs?)\b/i,
  /\b(?:promise|commit|guarantee|pledge)\w*/i,
]

/** Whether a text reads as if something changed or will: a person looks before it is shown. */
export const claimsChange = (says: string): boolean =>
  changeWords.some((words) => words.test(says.replaceAll('’', "'")))

/** The author answers back or adds; refuses `story-unknown`, `answer-empty`. */
export function replyAsAuthor(typed: string) {
  return (state: Story): Decided => {
    if (state.told === null || state.standing === 'withdrawn') return refuse(refusals.storyUnknown)
    const says = tidyText(typed)
    if (says === '') return refuse(refusals.answerEmpty, {}, 'says')
    return decided({ kind: 'author-replied', body: { says } })
  }
}

/** Whether the answers helped, as the author says; refuses `story-not-answered`. */
export function judgeAnswers(helped: string) {
  return (state: Story): Decided => {
    if (state.told === null) return refuse(refusals.storyUnknown)
    const answered = state.sayings.some((one) => one.from === 'service' && one.shown !== null)
    if (!answered) return refuse(refusals.notAnsweredYet)
    if (!['yes', 'partly', 'no'].includes(helped)) {
      return refuse(refusals.helpedMissing, {}, 'helped')
    }
    if (state.helped?.helped === helped) return decided()
    return decided({ kind: 'answer-judged', body: { helped } })
  }
}

/** The author takes it back; a second time changes nothing. */
export function withdrawStory(why: string) {
  return (state: Story): Decided => {
    if (state.told === null) return refuse(refusals.storyUnknown)
    if (state.standing === 'withdrawn') return decided()
    return decided({ kind: 'story-withdrawn', body: { why } })
  }
}

/** Said in another way, after it was held back; refuses `story-unknown`, `story-empty`. */
export function rewordStory(typed: string) {
  return (state: Story): Decided => {
    if (state.told === null || state.words === null || state.standing !== 'held back') {
      return refuse(refusals.storyUnknown)
    }
    const happened = tidyText(typed)
    if (happened === '') return refuse(refusals.storyEmpty, {}, 'says')
    const words: StoryWords = { ...state.words, happened }
    return decided({ kind: 'story-reworded', body: { words } })
  }
}
