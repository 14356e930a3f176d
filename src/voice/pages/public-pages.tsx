// The page on which anybody searches what was told, and the cards in which stories stand.
import { dayIn, daysBetween, type Instant, LONDON } from '../../basics/index.ts'
import {
  Button,
  Card,
  Checkboxes,
  Details,
  EmptyState,
  type FormEntry,
  formatDayOf,
  type Language,
  PageHeading,
  PromiseState,
  SearchForm,
  Select,
  TextInput,
  typedAt,
} from '../../web/index.ts'
import type { Becomes } from '../domain/follow/becomes.ts'
import { becameCodes } from '../domain/search/filters.ts'
import { storyKindCodes } from '../domain/story-kinds.ts'
import type { PromiseOfStory, PublicStory } from '../store/public-stories.ts'
import { followWords } from '../words/follow-words.ts'
import { publicWords, storyWords } from '../words/words.ts'

export type StoryCardProps = {
  readonly story: PublicStory
  readonly promises: readonly PromiseOfStory[]
  readonly today: string
  readonly language: Language
  readonly level?: 2 | 3
}

function StoryCard({ story, promises, today, language, level = 2 }: StoryCardProps) {
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
      level={level}
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
    return <PromiseState standing="overdue" says={publicWords.in(language).lateOne} />
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
  /** How far it looked back, where it did not look at everything that might fit. */
  readonly lookedTo: Instant | null
  readonly today: string
  readonly language: Language
  readonly level?: 2 | 3
}

export function StoryList(props: ListProps) {
  const { stories, promises, older, lookedTo, today, language, level = 2 } = props
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
          level={level}
        />
      ))}
      {lookedTo !== null && <p>{say.lookedTo(formatDayOf(lookedTo, language))}</p>}
      {older !== null && (
        <p>
          <a href={older} rel="next">
            {lookedTo === null ? say.more : say.lookFurther}
          </a>
        </p>
      )}
    </>
  )
}

type SearchProps = ListProps & {
  readonly entry: FormEntry
  /** The place that the search is about, where it is about one. */
  readonly place: { readonly id: string; readonly name: string } | null
  /** Where this search is followed from; null where nothing was searched. */
  readonly follow: {
    readonly href: string
    readonly becomes: Becomes | null
    /** Whether it was searched for what was not answered, which is no news. */
    readonly onlyNew: boolean
  } | null
  /** The same search as open data. */
  readonly query: string
}

export function SearchPage(props: SearchProps) {
  const { stories, entry, place, language } = props
  const say = publicWords.in(language)
  const kinds = storyWords.in(language).kind
  return (
    <>
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      <SearchForm action="/stories" className="cp-filters">
        {place !== null && (
          <Checkboxes
            name="place"
            label={say.whereLegend}
            entry={entry}
            choices={[{ value: place.id, text: say.about(place.name) }]}
          />
        )}
        <TextInput name="words" label={say.wordsLabel} entry={entry} />
        <Details summary={say.further} open={isNarrowed(entry)}>
          <div className="cp-filters">
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
            <Select
              name="became"
              label={say.becameLabel}
              entry={entry}
              choices={[
                { value: '', text: say.anyBecame },
                ...becameCodes.map((value) => ({ value, text: say.became[value] })),
              ]}
            />
          </div>
        </Details>
        <Button>{say.search}</Button>
      </SearchForm>
      {stories.length === 0 && props.lookedTo === null && (
        <EmptyState says={say.none}>
          <p>{say.noneNext}</p>
        </EmptyState>
      )}
      <StoryList {...props} />
      {props.follow !== null && <FollowLink follow={props.follow} language={language} />}
      <OpenData query={props.query} language={language} />
    </>
  )
}

/** Whether more was chosen than words: then it is seen what. */
const isNarrowed = ({ typed }: FormEntry) =>
  ['kind', 'answered', 'became'].some((name) => typedAt(typed, name).some((one) => one !== ''))

function FollowLink({
  follow,
  language,
}: {
  readonly follow: NonNullable<SearchProps['follow']>
  readonly language: Language
}) {
  const say = followWords.in(language)
  const { href, becomes, onlyNew } = follow
  return (
    <p>
      <a href={href}>{becomes === null ? say.followSearch : say.followBecomes[becomes]}</a>
      {onlyNew && `. ${say.onlyNew}`}
    </p>
  )
}

export function OpenData({
  query,
  language,
}: {
  readonly query: string
  readonly language: Language
}) {
  const say = publicWords.in(language)
  return (
    <p>
      {say.openData}: <a href={`/stories/open-data.csv${query}`}>{say.csv}</a> ·{' '}
      <a href={`/stories/open-data.json${query}`}>{say.json}</a>
    </p>
  )
}
