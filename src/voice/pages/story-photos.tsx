// The photos of a story, for its author and those who read and answer it; never in public.
import type { SeenStory } from '../actions/see-story.ts'
import { photoWords } from '../words/words.ts'

const say = photoWords.in('en')

/** A picture shows who somebody is in ways that two readers may miss. */
export const seesPhotos = ({ isAuthor, isModerator, answersFor, story }: SeenStory): boolean =>
  isAuthor || (story.standing !== 'withdrawn' && (isModerator || answersFor !== null))

export function StoryPhotos({ seen }: { readonly seen: SeenStory }) {
  const photos = seen.story.told?.photos ?? []
  if (photos.length === 0 || !seesPhotos(seen)) return null
  return (
    <>
      <h2>{say.heading}</h2>
      <p className="cp-small">{say.notPublic}</p>
      {photos.map(({ digest, says }) => (
        <figure key={digest} className="cp-photo">
          <img src={`/stories/${seen.ref.stream}/photos/${digest}`} alt={says} />
          <figcaption>{says}</figcaption>
        </figure>
      ))}
    </>
  )
}
