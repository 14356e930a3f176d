// The addresses of one story.
import type { Log } from '../../log/index.ts'
import type { PageReply, PageRequest, Route } from '../../web/index.ts'
import type { SeenStory } from '../actions/see-story.ts'
import { StoryPage } from './story-page.tsx'
import { placeLinks, type VoiceDeps, withStory } from './tell-routes.tsx'

export const storyRoutes = ({ log }: VoiceDeps): readonly Route[] => [
  {
    method: 'GET',
    path: '/stories/:story',
    access: 'anyone',
    says: 'A story and what became of it',
    handle: (request) => withStory(log, request, (seen) => showStory(log, request, seen)),
  },
]

async function showStory(log: Log, request: PageRequest, seen: SeenStory): Promise<PageReply> {
  const { language } = request
  const places = await placeLinks(log, seen.story.told?.places ?? [], request)
  const thanked = request.query.said === 'yes'
  return {
    kind: 'page',
    title: (seen.story.shown ?? seen.story.words)?.title ?? '',
    main: <StoryPage seen={seen} places={places} language={language} thanked={thanked} />,
    here: '/have-a-say',
  }
}
