// The lists of those who read and answer: the moderators' queue, and what a service was told.
import { type Day, dayIn, type Id, type Instant, LONDON } from '../../basics/index.ts'
import {
  Card,
  EmptyState,
  formatDayOf,
  formatDueDay,
  type Language,
  PageHeading,
  Tag,
  usePage,
} from '../../web/index.ts'
import type { QueueTimes, ToldRow, WaitingSaying, WaitingStory } from '../store/work-lists.ts'
import { changeWords } from '../words/change-words.ts'
import { storyWords, workWords } from '../words/words.ts'

export function QueuePage(props: {
  readonly stories: readonly WaitingStory[]
  readonly sayings: readonly WaitingSaying[]
  readonly changes: readonly { readonly stream: Id; readonly toldAt: Instant }[]
  readonly times: QueueTimes
  readonly reader: Id
  readonly now: Instant
}) {
  const { stories, sayings, times } = props
  const { language } = usePage()
  const say = workWords.in(language)
  const kinds = storyWords.in(language).kind
  const changes = changeWords.in(language).moderate
  return (
    <>
      <PageHeading lead={say.queueLead}>{say.queue}</PageHeading>
      <p className="cp-small">{say.times(times.waiting, times.medianHours)}</p>
      {stories.length === 0 && (
        <EmptyState says={say.nothing}>
          <p>{say.nothingNext}</p>
        </EmptyState>
      )}
      {stories.map((one) => (
        <Card
          key={one.stream}
          heading={say.storyOf(kinds[one.kind as 'story'] ?? one.kind)}
          href={`/moderation/${one.stream}`}
          state={<Flags one={one} />}
        >
          <p className="cp-small">
            {say.toldOn(formatDayOf(one.toldAt, language))}.{' '}
            {dueWords(one.readBy, props.now, language)}.{' '}
            {one.standing === 'to be read'
              ? say.first
              : one.firstReader === props.reader
                ? say.firstWasYou
                : say.second}
            .
          </p>
        </Card>
      ))}
      {props.changes.length > 0 && <h2>{changes.waiting}</h2>}
      {props.changes.map(({ stream, toldAt }) => (
        <Card key={stream} heading={changes.title} href={`/moderation/changes/${stream}`} level={3}>
          <p className="cp-small">{formatDayOf(toldAt, language)}</p>
        </Card>
      ))}
      <h2>{say.sayings}</h2>
      {sayings.length === 0 && <p>{say.noSayings}</p>}
      {sayings.map((one) => (
        <Card
          key={one.saying}
          heading={one.organisation === null ? say.replyOf : say.answerOf}
          href={`/moderation/${one.stream}/${one.saying}`}
          level={3}
        >
          <p className="cp-small">
            {formatDayOf(one.saidAt, language)}. {say.claims[one.change as 'none'] ?? ''}.
          </p>
        </Card>
      ))}
    </>
  )
}

const dueWords = (due: Day, now: Instant, language: Language): string => {
  const say = workWords.in(language)
  const day = formatDueDay(due, language)
  return dayIn(LONDON, now) > due ? say.late(day) : say.readBy(day)
}

/** What makes a story urgent or grave, in words. */
function Flags({ one }: { readonly one: WaitingStory }) {
  const { severity, risks, outOfHours } = one
  const say = workWords.in(usePage().language)
  if (risks.length === 0 && severity === null) return null
  return (
    <>
      {risks.map((risk) => (
        <Tag key={risk} colour="red">
          {say.risks[risk as 'life'] ?? risk}
        </Tag>
      ))}{' '}
      {risks.length > 0 && outOfHours && <Tag colour="orange">{say.outOfHours}</Tag>}{' '}
      {severity !== null && (
        <Tag colour={severity >= 2 ? 'orange' : 'grey'}>{say.severity[severity as 0]}</Tag>
      )}
    </>
  )
}

export type ListedStory = ToldRow & { readonly title: string }

export function AnswersPage(props: {
  readonly stories: readonly ListedStory[]
  readonly organisation: string
  readonly more: string | null
  readonly now: Instant
}) {
  const { stories, now } = props
  const { language } = usePage()
  const say = workWords.in(language)
  const kinds = storyWords.in(language).kind
  const today = dayIn(LONDON, now)
  return (
    <>
      <PageHeading about={props.organisation} lead={say.answersLead}>
        {say.answers}
      </PageHeading>
      <p>
        <a href="/answers/changes">{changeWords.in(language).work.link}</a>
      </p>
      {stories.length === 0 && (
        <EmptyState says={say.noAnswers}>
          <p>{say.noAnswersNext}</p>
        </EmptyState>
      )}
      {stories.map((one) => {
        const { answerBy, firstAnswerAt } = one
        const due = answerBy === null ? '' : formatDueDay(answerBy, language)
        return (
          <Card
            key={one.stream}
            heading={one.title}
            href={`/stories/${one.stream}`}
            state={<Flags one={one} />}
          >
            <p className="cp-small">
              {kinds[one.kind as 'story'] ?? one.kind}.{' '}
              {`${say.toldOn(formatDayOf(one.toldAt, language))}. `}
              {firstAnswerAt !== null
                ? say.answered
                : answerBy !== null && (today > answerBy ? say.answerLate(due) : say.answerBy(due))}
            </p>
          </Card>
        )
      })}
      {props.more !== null && (
        <p>
          <a href={props.more}>{say.moreOf}</a>
        </p>
      )}
    </>
  )
}
