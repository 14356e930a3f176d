// The thread of a story: said, answered, promised, said to be done, confirmed, each when it was.
import { dayIn, type Instant, LONDON } from '../../basics/index.ts'
import { type PromiseRecord, type PromiseRef, workingDaysLate } from '../../promises/index.ts'
import {
  formatDueDay,
  formatWeekday,
  type Language,
  Moment,
  type PromiseStanding,
  PromiseState,
  type ThreadStep,
} from '../../web/index.ts'
import type { SeenStory } from '../actions/see-story.ts'
import type { Saying } from '../domain/story.ts'
import { storyWords } from '../words/words.ts'

export type StoryPromise = { readonly ref: PromiseRef; readonly promise: PromiseRecord }

export type ThreadProps = {
  readonly seen: SeenStory
  readonly promises: readonly StoryPromise[]
  readonly language: Language
  readonly now: Instant
}

type Step = ThreadStep & { readonly at: Instant }

/**
 * The same facts for everybody; what is not public is shown to those it is about. The author, and
 * whoever answers them, read who opened it and when it was read.
 */
export function threadOf(props: ThreadProps): ThreadStep[] {
  const steps = [
    ...toldSteps(props),
    ...props.seen.story.sayings.flatMap((one) => sayingStep(one, props)),
    ...props.promises.flatMap((one) => promiseSteps(one, props)),
  ].toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
  return [...steps, ...waitingSteps(props)]
}

function toldSteps({ seen, language }: ThreadProps): Step[] {
  const say = storyWords.in(language)
  const { story, isAuthor, isModerator } = seen
  const { told } = story
  if (told === null) return []
  const own = isAuthor || isModerator
  const words = (own ? story.words : story.shown) ?? story.words ?? told.words
  const steps: Step[] = [
    {
      at: told.at,
      heading: say.said,
      when: <Moment at={told.at} />,
      by: told.forSomebody === null ? say.byAPerson : say.byHelper,
      quote: words.happened,
      children: (
        <>
          {words.good !== '' && <MoreWords heading={say.good} says={words.good} />}
          {words.better !== '' && <MoreWords heading={say.better} says={words.better} />}
        </>
      ),
    },
  ]
  const when = (at: Instant) => ({ at, when: <Moment at={at} /> })
  const inside = own || seen.answersFor !== null
  if (inside) {
    for (const one of story.opened) {
      const heading = one.as === 'moderator' ? say.openedModerator : say.openedService
      steps.push({ ...when(one.at), heading })
    }
  }
  if (!inside || story.settledAt === null) return steps
  // What was taken out, and why, is for those who may read it whole.
  const hides = own ? story.hides : []
  const cut = hides.map((code) => say.reasons[code as 'names-staff']).join(' ')
  const accepted = isAuthor ? say.acceptedSays : say.acceptedSaysOf
  const shown = story.shown !== null
  steps.push({
    ...when(story.settledAt),
    heading: shown ? say.published : say.accepted,
    children: (
      <>
        <p>{shown ? say.publishedSays : accepted}</p>
        {cut !== '' && (
          <p>
            {say.changed} {cut}
          </p>
        )}
      </>
    ),
  })
  return steps
}

function MoreWords({ heading, says }: { readonly heading: string; readonly says: string }) {
  return (
    <>
      <h4>{heading}</h4>
      <blockquote>
        <p>{says}</p>
      </blockquote>
    </>
  )
}

/** Whether this visitor reads a saying that is not public: those who wrote it, and moderators. */
const mayReadWaiting = (one: Saying, { seen }: ThreadProps): boolean =>
  seen.isModerator || (one.from === 'author' ? seen.isAuthor : seen.answersFor !== null)

function sayingStep(one: Saying, props: ThreadProps): Step[] {
  const say = storyWords.in(props.language)
  const published = one.standing === 'published'
  if (!published && !mayReadWaiting(one, props)) return []
  const own = one.from === 'author' && props.seen.isAuthor
  const heading = one.from === 'service' ? say.answered : own ? say.ownReply : say.replied
  const by = one.answer === null ? {} : { by: one.answer.shownAs }
  const base = { at: one.at, heading, when: <Moment at={one.at} />, ...by }
  if (published) {
    const children = one.answer?.change === 'made' ? <p>{say.thatSomethingChanged}</p> : null
    return [{ ...base, quote: one.shown ?? '', children }]
  }
  const { returned } = one
  return [
    {
      ...base,
      quote: one.says,
      standing: 'waiting',
      children:
        returned === null ? (
          <p>{say.waitsModerator}</p>
        ) : (
          <p>
            {say.returned}. {say.reasons[returned.reason as 'names-staff']} {returned.says}
          </p>
        ),
    },
  ]
}

function promiseSteps({ promise }: StoryPromise, props: ThreadProps): Step[] {
  const say = storyWords.in(props.language)
  const { made, saidDone, answers } = promise
  if (made === null) return []
  const { standing, says } = publicStanding(promise, props.now, props.language)
  const steps: Step[] = [
    {
      at: made.at,
      heading: say.promised,
      when: <Moment at={made.at} />,
      by: made.promiser.shownAs,
      state: <PromiseState standing={standing} says={says} />,
      quote: made.says,
    },
  ]
  if (saidDone === null) return steps
  const [answered] = [...answers.values()]
  steps.push({ at: saidDone.at, heading: say.saidDone, when: <Moment at={saidDone.at} /> })
  if (answered === undefined) return steps
  steps.push({
    at: answered.at,
    heading: say.confirmed,
    when: <Moment at={answered.at} />,
    standing: answered.answer === 'yes' ? 'done' : 'broken',
    children: <p>{say.answersPromise[answered.answer]}</p>,
    // What they say of it was written to the service and has not been read for the public.
    ...(props.seen.isAuthor || props.seen.answersFor !== null
      ? answered.says === ''
        ? {}
        : { quote: answered.says }
      : {}),
  })
  return steps
}

function waitingSteps({ seen, promises, language }: ThreadProps): ThreadStep[] {
  const say = storyWords.in(language)
  const { story, isAuthor } = seen
  const { told } = story
  if (told === null) return []
  const waiting = (heading: string): ThreadStep[] => [{ heading, standing: 'waiting' }]
  if (story.standing === 'withdrawn') return [{ heading: say.withdrawn, standing: 'broken' }]
  if (story.standing === 'held back') {
    const { reason = '', says = '' } = story.heldBack ?? {}
    const why = `${say.reasons[reason as 'names-staff'] ?? ''} ${says}`
    return [{ heading: say.heldBack, standing: 'broken', children: <p>{why}</p> }]
  }
  if (isAuthor && story.standing === 'to be read') {
    return waiting(say.waitsRead(formatDueDay(told.readBy, language)))
  }
  if (isAuthor && story.standing === 'read once') return waiting(say.readOnce)
  if (story.sayings.every(({ from }) => from !== 'service') && story.answerBy !== null) {
    const day = formatDueDay(story.answerBy, language)
    const children = <p>{say.answerDue(day)}</p>
    return [{ heading: say.notAnswered, standing: 'waiting', children }]
  }
  const open = promises.some(({ promise }) => promise.saidDone !== null && !promise.answers.size)
  return open
    ? [{ heading: say.confirmed, standing: 'waiting', children: <p>{say.noWordYet}</p> }]
    : []
}

/**
 * How a promise stands in public. Somebody says that it is done and the one who asked says “not
 * yet”: that is disputed, whether or not the day has passed.
 */
export function publicStanding(
  promise: PromiseRecord,
  now: Instant,
  language: Language,
): { standing: PromiseStanding; says: string } {
  const say = storyWords.in(language).promise
  const answers = [...promise.answers.values()].map(({ answer }) => answer)
  const { due, saidDone } = promise
  if (due === null) return { standing: 'waiting', says: '' }
  const today = dayIn(LONDON, now)
  const late = today > due ? lateWords(due, today, language) : null
  if (answers.includes('no')) return { standing: 'disputed', says: say.no }
  if (answers.includes('not yet')) {
    return { standing: 'disputed', says: late === null ? say.notYet : `${say.notYet}. ${late}` }
  }
  if (answers.includes('yes')) return { standing: 'kept', says: say.kept }
  if (saidDone !== null) return { standing: 'waiting', says: say.waiting }
  if (late !== null) return { standing: 'overdue', says: late }
  return { standing: 'waiting', says: say.due(formatWeekday(due, language)) }
}

function lateWords(due: string, today: string, language: Language): string {
  const say = storyWords.in(language).promise
  const counted = workingDaysLate(due as never, today as never, 'england')
  const days = counted.ok ? counted.value : 0
  if (days === 0) return say.wasDue(formatWeekday(due as never, language))
  return days === 1 ? say.lateOne : say.late(days)
}
