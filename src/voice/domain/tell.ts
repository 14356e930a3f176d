// Telling a story: what it needs, what it sets off, and who will read it by when.
import {
  type Day,
  dayIn,
  type Id,
  type Instant,
  isWorkingDay,
  LONDON,
  type Nation,
  ok,
  type Result,
  refuse,
  tidyLine,
  tidyText,
} from '../../basics/index.ts'
import type { NewFactOf } from '../../log/index.ts'
import { officeCloses, officeOpens } from './dated-rules.ts'
import type { StoryFactKind } from './facts.ts'
import { refusals } from './refusals.ts'
import { risksIn } from './risk-words.ts'
import type { Story, StoryTold, StoryWords } from './story.ts'
import { storyKindNamed, tellingWays } from './story-kinds.ts'

export type Decided<Answer = null> = Result<{
  facts: NewFactOf<StoryFactKind>[]
  answer: Answer
}>

export const decided = (...facts: NewFactOf<StoryFactKind>[]): Decided =>
  ok({ facts, answer: null })

/** What somebody tells; what follows from it is worked out. */
export type Telling = Omit<StoryTold, 'risks' | 'readBy'>

/**
 * `readBy` is worked out from the dated rule by whoever has the calendar.
 * Refuses `story-empty`, `story-kind-unknown`, `story-place-missing`, `story-permission-missing`.
 */
export function tellStory(telling: Telling, readBy: Day, fact: Id) {
  return (state: Story): Decided<Id> => {
    if (state.told !== null) return ok({ facts: [], answer: state.told.fact })
    const { about, places, way, forSomebody } = telling
    const words = tidyWords(telling.words)
    if (storyKindNamed(about) === undefined) return refuse(refusals.storyKindUnknown, {}, 'about')
    if (words.happened === '') return refuse(refusals.storyEmpty, {}, 'happened')
    if (places.length === 0) return refuse(refusals.storyPlaceMissing, {}, 'places')
    const spokenFor = way === 'on-behalf' || way === 'paper'
    const asked = forSomebody !== null && forSomebody.permission.trim() !== ''
    if (!tellingWays.some((one) => one === way) || (spokenFor && !asked)) {
      return refuse(refusals.permissionMissing, {}, 'permission')
    }
    const title = words.title === '' ? titleFrom(words.happened) : words.title
    const told = { ...words, title }
    const risks = risksIn(Object.values(told).join('\n'))
    const body: StoryTold = { ...telling, words: told, risks, readBy }
    return ok({ facts: [{ kind: 'story-told', body, id: fact }], answer: fact })
  }
}

/** Without what misleads, whatever door it came in by. */
const tidyWords = ({ title, happened, good, better }: StoryWords): StoryWords => ({
  title: tidyLine(title),
  happened: tidyText(happened),
  good: tidyText(good),
  better: tidyText(better),
})

const LONGEST_TITLE = 80

/** The first sentence, or as many whole words of it as a title holds. */
export function titleFrom(happened: string): string {
  const [first = ''] = happened.trim().split(/(?<=[.!?])\s|\n/)
  const plain = first.replace(/[.]$/, '')
  if ([...plain].length <= LONGEST_TITLE) return plain
  const cut = [...plain].slice(0, LONGEST_TITLE).join('')
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40))}…`
}

/** Whether nobody reads at that moment: a weekend, a bank holiday, the evening or the night. */
export function isOutOfHours(at: Instant, nation: Nation): boolean {
  const working = isWorkingDay(dayIn(LONDON, at), nation)
  if (working.ok && !working.value) return true
  const [hour = 0, minute = 0] = londonClock.format(Date.parse(at)).split(':').map(Number)
  const time = hour + minute / 60
  return time < officeOpens.value || time >= officeCloses.value
}

const londonClock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: LONDON,
})
