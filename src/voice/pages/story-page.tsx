// A story and what became of it: one thread, the same for its author, the service and anybody.
import {
  formatDueDay,
  type Language,
  Moment,
  NotificationBanner,
  PageHeading,
  Thread,
  type ThreadStep,
} from '../../web/index.ts'
import type { SeenStory } from '../actions/see-story.ts'
import { storyWords } from '../words/words.ts'

export type StoryPageProps = {
  readonly seen: SeenStory
  readonly places: readonly { readonly id: string; readonly name: string }[]
  readonly language: Language
  readonly thanked: boolean
}

export function StoryPage(props: StoryPageProps) {
  const { seen, language } = props
  const say = storyWords.in(language)
  const { story } = seen
  if (story.told === null || story.words === null) return null
  const words = story.shown ?? story.words
  return (
    <>
      {props.thanked && <NotificationBanner success>{say.thanks}</NotificationBanner>}
      <PageHeading about={<PlaceLinks {...props} />} lead={seen.isAuthor ? say.yours : undefined}>
        “{words.title}”
      </PageHeading>
      <h2>{say.soFar}</h2>
      <Thread steps={stepsOf(props)} level={3} />
      {seen.isAuthor && (
        <p>
          <a href={`/stories/${seen.ref.stream}/proof`}>{say.proof}</a>
        </p>
      )}
    </>
  )
}

function PlaceLinks({ places, seen, language }: StoryPageProps) {
  const say = storyWords.in(language)
  const kind = say.kind[seen.story.told?.about as 'story'] ?? ''
  return (
    <>
      {kind}
      {places.map(({ id, name }) => (
        <span key={id}>
          {' · '}
          <a href={`/places/${id}`}>{name}</a>
        </span>
      ))}
    </>
  )
}

function stepsOf({ seen, language }: StoryPageProps): ThreadStep[] {
  const say = storyWords.in(language)
  const { story } = seen
  const { told } = story
  if (told === null) return []
  const words = story.shown ?? story.words ?? told.words
  const steps: ThreadStep[] = [
    {
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
  if (seen.isAuthor) {
    for (const one of story.opened) {
      const heading = one.as === 'moderator' ? say.openedModerator : say.openedService
      steps.push({ heading, when: <Moment at={one.at} /> })
    }
  }
  if (story.standing === 'to be read') {
    const day = formatDueDay(told.readBy, language)
    steps.push({ heading: say.waitsRead(day), standing: 'waiting' })
  }
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
