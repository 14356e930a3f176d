// The pages anybody may read: stories searched, and what was told about a service or a place.
import { dayIn, daysBetween, LONDON } from '../../basics/index.ts'
import {
  Button,
  ButtonLink,
  Card,
  Details,
  EmptyState,
  type FormEntry,
  formatDayOf,
  formatNumber,
  type Language,
  PageHeading,
  PromiseState,
  SearchForm,
  Select,
  Stats,
  TextInput,
} from '../../web/index.ts'
import { storyKindCodes } from '../domain/story-kinds.ts'
import type { PromiseOfStory, PublicStory, StoryNumbers } from '../store/public-stories.ts'
import type { QueueTimes } from '../store/work-lists.ts'
import { followWords } from '../words/follow-words.ts'
import { publicWords, storyWords } from '../words/words.ts'

export type StoryCardProps = {
  readonly story: PublicStory
  readonly promises: readonly PromiseOfStory[]
  readonly today: string
  readonly language: Language
}

function StoryCard({ story, promises, today, language }: StoryCardProps) {
  const say = publicWords.in(language)
  const kinds = storyWords.in(language)
  const { firstAnswerAt, toldAt } = story
  const days =
    firstAnswerAt === null ? null : daysBetween(dayIn(LONDON, toldAt), dayIn(LONDON, firstAnswerAt))
  const state = stateOf(promises, today, language)
  return (
    <Card
      heading={`“${story.title}”`}
      href={`/stories/${story.stream}`}
      level={2}
      {...(state === null ? {} : { state })}
    >
      <p>{shortened(story.happened)}</p>
      <p className="cp-small">
        {kinds.kind[story.kind as 'story'] ?? story.kind}. {say.told(formatDayOf(toldAt, language))}
        . {days === null ? say.unanswered : say.answeredIn(days)}.
      </p>
    </Card>
  )
}

const LONGEST = 220

const shortened = (text: string): string =>
  [...text].length <= LONGEST ? text : `${[...text].slice(0, LONGEST).join('')}…`

/** The promise of a story that needs the most attention, as a word and a shape. */
function stateOf(promises: readonly PromiseOfStory[], today: string, language: Language) {
  const say = storyWords.in(language).promise
  const disputed = promises.find(({ answer }) => answer === 'no' || answer === 'not yet')
  if (disputed !== undefined) {
    const says = disputed.answer === 'no' ? say.no : say.notYet
    return <PromiseState standing="disputed" says={says} />
  }
  const late = promises.find(({ saidDoneAt, due }) => saidDoneAt === null && due < today)
  if (late !== undefined) {
    return <PromiseState standing="overdue" says={publicWords.in(language).overdue(1)} />
  }
  if (promises.some(({ answer }) => answer === 'yes')) {
    return <PromiseState standing="kept" says={say.kept} />
  }
  return promises.length > 0 ? <PromiseState standing="waiting" says={say.waiting} /> : null
}

export type ListProps = {
  readonly stories: readonly PublicStory[]
  readonly promises: readonly PromiseOfStory[]
  readonly older: string | null
  readonly today: string
  readonly language: Language
}

function StoryList({ stories, promises, older, today, language }: ListProps) {
  const say = publicWords.in(language)
  return (
    <>
      {stories.map((story) => (
        <StoryCard
          key={story.stream}
          story={story}
          promises={promises.filter((one) => one.story === story.stream)}
          today={today}
          language={language}
        />
      ))}
      {older !== null && (
        <p>
          <a href={older} rel="next">
            {say.more}
          </a>
        </p>
      )}
    </>
  )
}

type SearchProps = ListProps & {
  readonly entry: FormEntry
  /** Where this search is followed from; null where nothing was searched. */
  readonly follow: string | null
}

export function SearchPage(props: SearchProps) {
  const { stories, entry, language } = props
  const say = publicWords.in(language)
  const kinds = storyWords.in(language).kind
  return (
    <>
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      <SearchForm action="/stories">
        <TextInput name="words" label={say.wordsLabel} entry={entry} />
        <Select
          name="kind"
          label={say.kindLabel}
          entry={entry}
          choices={[
            { value: '', text: say.anyKind },
            ...storyKindCodes.map((value) => ({ value, text: kinds[value] })),
          ]}
        />
        <Select
          name="answered"
          label={say.answeredLabel}
          entry={entry}
          choices={[
            { value: '', text: say.either },
            { value: 'yes', text: say.answered },
            { value: 'no', text: say.unanswered },
          ]}
        />
        <Button>{say.search}</Button>
      </SearchForm>
      {stories.length === 0 && (
        <EmptyState says={say.none}>
          <p>{say.noneNext}</p>
        </EmptyState>
      )}
      <StoryList {...props} />
      {props.follow !== null && (
        <p>
          <a href={props.follow}>{followWords.in(language).followSearch}</a>
        </p>
      )}
      <OpenData query="" language={language} />
    </>
  )
}

export type AboutProps = ListProps & {
  readonly id: string
  readonly name: string
  readonly isService: boolean
  readonly numbers: StoryNumbers
  readonly times: QueueTimes
  /** Names of what lies within it and is counted too. */
  readonly within: readonly string[]
}

export function AboutPage(props: AboutProps) {
  const { numbers, language, id } = props
  const say = publicWords.in(language)
  return (
    <>
      <PageHeading about={<a href={`/places/${id}`}>{say.place}</a>}>
        {say.aboutTitle(props.name)}
      </PageHeading>
      {numbers.stories === 0 ? (
        <EmptyState says={say.noStories}>
          <p>{say.noStoriesNext}</p>
        </EmptyState>
      ) : (
        <Numbers {...props} />
      )}
      <p>
        <ButtonLink href="/have-a-say">{say.tell}</ButtonLink>
      </p>
      {props.isService && (
        <p>
          <a href={`/evidence/${id}`}>{say.evidence}</a>
        </p>
      )}
      <p>
        <a href={`/follows/add?place=${id}`}>
          {followWords.in(language).follow}: {props.name}
        </a>
      </p>
      <StoryList {...props} />
      <How {...props} />
      <OpenData query={`?place=${id}`} language={language} />
    </>
  )
}

function Numbers({ numbers, language }: AboutProps) {
  const say = publicWords.in(language)
  const number = (one: number) => formatNumber(one, language)
  const of = (some: number, all: number) => say.of(some, all)
  const stats = [
    { number: number(numbers.stories), says: say.stories(numbers.praise) },
    ...(numbers.old > 0
      ? [{ number: of(numbers.oldAnswered, numbers.old), says: say.oldAnswered }]
      : []),
    ...(numbers.medianDays === null
      ? []
      : [{ number: number(numbers.medianDays), says: say.medianDays }]),
    ...(numbers.promised > 0
      ? [{ number: of(numbers.confirmed, numbers.promised), says: say.confirmed }]
      : []),
    ...(numbers.oldConcerns > 0
      ? [{ number: of(numbers.oldConcernsChanged, numbers.oldConcerns), says: say.concerns }]
      : []),
    ...(numbers.oldConcernsChanged > 0
      ? [
          {
            number: of(numbers.oldConcernsConfirmed, numbers.oldConcernsChanged),
            says: say.concernsConfirmed,
          },
        ]
      : []),
  ]
  return (
    <>
      <Stats stats={stats} />
      {numbers.disputed > 0 && (
        <p>
          <PromiseState standing="disputed" says={say.disputed(numbers.disputed)} />
        </p>
      )}
      {numbers.overdue > 0 && (
        <p>
          <PromiseState standing="overdue" says={say.overdue(numbers.overdue)} />
        </p>
      )}
    </>
  )
}

function How({ language, times, within }: AboutProps) {
  const say = publicWords.in(language)
  const { how } = say
  return (
    <Details summary={say.howTitle}>
      <p>{how.exact}</p>
      <p>{how.old}</p>
      <p>{how.change}</p>
      <p>{how.notRates}</p>
      <p>{how.queue(times.waiting, times.medianHours)}</p>
      {within.length > 0 && (
        <p>
          {say.servicesHere}: {within.join(', ')}.
        </p>
      )}
      <p>
        <a href="/check">{say.check}</a>
      </p>
    </Details>
  )
}

function OpenData({ query, language }: { readonly query: string; readonly language: Language }) {
  const say = publicWords.in(language)
  return (
    <p>
      {say.openData}: <a href={`/stories/open-data.csv${query}`}>{say.csv}</a> ·{' '}
      <a href={`/stories/open-data.json${query}`}>{say.json}</a>
    </p>
  )
}
