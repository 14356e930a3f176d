// A story and what became of it: one thread, the same for its author, the service and anybody.
import { ErrorSummary, NotificationBanner, PageHeading, Thread } from '../../web/index.ts'
import { storyWords } from '../words/words.ts'
import { AnswerForm, AuthorForms, type StoryPageProps } from './story-forms.tsx'
import { threadOf } from './story-thread.tsx'

export function StoryPage(props: StoryPageProps) {
  const { seen, language } = props
  const say = storyWords.in(language)
  const { story } = seen
  const words = seen.isAuthor ? story.words : (story.shown ?? story.words)
  if (story.told === null || words === null) return null
  return (
    <>
      <ErrorSummary entry={props.entry} />
      {props.thanked && <NotificationBanner success>{say.thanks}</NotificationBanner>}
      <PageHeading about={<PlaceLinks {...props} />} lead={seen.isAuthor ? say.yours : undefined}>
        “{words.title}”
      </PageHeading>
      <h2>{say.soFar}</h2>
      <Thread steps={threadOf(props)} level={3} />
      {story.helped !== null && (
        <p className="cp-small">{say.helpedSays[story.helped.helped as 'yes']}</p>
      )}
      {seen.isAuthor && <AuthorForms {...props} />}
      <AnswerForm {...props} />
      <Links {...props} />
    </>
  )
}

function Links({ seen, language }: StoryPageProps) {
  const say = storyWords.in(language)
  const { stream } = seen.ref
  return (
    <>
      {seen.isAuthor && (
        <p>
          <a href={`/stories/${stream}/proof`}>{say.proof}</a>
        </p>
      )}
      {seen.isModerator && (
        <p>
          <a href={`/moderation/${stream}`}>{say.moderate}</a>
        </p>
      )}
      {seen.answersFor !== null && (
        <p>
          <a href="/answers">{say.answersLink}</a>
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
          <a href={`/stories/about/${id}`}>{name}</a>
        </span>
      ))}
    </>
  )
}
