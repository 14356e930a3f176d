// A story and what became of it: one thread, the same for its author, the service and anybody.
import { dayIn, daysBetween, type Instant, LONDON } from '../../basics/index.ts'
import {
  ErrorSummary,
  NotificationBanner,
  PageHeading,
  type Stat,
  Stats,
  Thread,
} from '../../web/index.ts'
import { isPublic } from '../domain/story.ts'
import { changeWords } from '../words/change-words.ts'
import { publicWords, storyWords } from '../words/words.ts'
import { AnswerForm, AuthorForms, type StoryPageProps } from './story-forms.tsx'
import { StoryPhotos } from './story-photos.tsx'
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
      <StoryStats {...props} />
      <h2>{say.soFar}</h2>
      <Thread steps={threadOf(props)} level={3} />
      <StoryPhotos seen={seen} />
      {story.helped !== null && (
        <p className="cp-small">{say.helpedSays[story.helped.helped as 'yes']}</p>
      )}
      {seen.isAuthor && <AuthorForms {...props} />}
      <AnswerForm {...props} />
      {props.changes.length > 0 && (
        <>
          <h2>{changeWords.in(language).fromStory}</h2>
          <ul>
            {props.changes.map(({ id, weDid }) => (
              <li key={id}>
                <a href={`/changes/${id}`}>{weDid}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Links {...props} />
    </>
  )
}

/** Days to the first answer and to the change, and how promises fare where it happened. */
function StoryStats({ seen, promises, places, kept, language }: StoryPageProps) {
  const say = publicWords.in(language)
  const { told, sayings } = seen.story
  if (told === null || !isPublic(seen.story)) return null
  const since = (at: Instant) => daysBetween(dayIn(LONDON, told.at), dayIn(LONDON, at))
  const answer = sayings.find(({ from, publishedAt }) => from === 'service' && publishedAt !== null)
  const done = promises.find(({ promise }) => promise.saidDone !== null)?.promise.saidDone ?? null
  const [place] = places
  const stats: Stat[] = []
  if (answer?.publishedAt != null) {
    stats.push({ number: say.days(since(answer.publishedAt)), says: say.threadFirst })
  }
  if (done !== null) stats.push({ number: say.days(since(done.at)), says: say.threadChange })
  if (kept !== null && kept.promised > 0 && place !== undefined) {
    const number = say.of(kept.confirmed, kept.promised)
    stats.push({ number, says: say.threadKept, how: `/stories/about/${place.id}` })
  }
  return stats.length === 0 ? null : <Stats stats={stats} />
}

function Links({ seen, places, language }: StoryPageProps) {
  const say = storyWords.in(language)
  const { stream } = seen.ref
  const shown = publicWords.in(language)
  const [place] = places
  return (
    <>
      {isPublic(seen.story) && place !== undefined && (
        <p>
          <a href={`/stories/numbers?place=${place.id}`}>{shown.howTitle}</a> ·{' '}
          <a href="/check">{shown.checkThis}</a> ·{' '}
          <a href={`/stories/open-data.json?place=${place.id}`}>{shown.openData}</a>
        </p>
      )}
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
