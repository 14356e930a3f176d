// The list of what people told an organisation, for those who answer for it.
import { personOf } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { EmptyState, type PageReply, type PageRequest, type Route } from '../../web/index.ts'
import { loadStory } from '../actions/see-story.ts'
import { toldTo } from '../store/work-lists.ts'
import { workWords } from '../words/words.ts'
import { AnswersPage } from './queue-pages.tsx'
import type { VoiceDeps } from './tell-routes.tsx'

const PAGE = 20

export const answerRoutes = ({ log }: VoiceDeps): readonly Route[] => [
  {
    method: 'GET',
    path: '/answers',
    access: 'person',
    says: 'What people told the organisation you act for',
    handle: (request) => showList(log, request),
  },
]

async function showList(log: Log, request: PageRequest): Promise<PageReply> {
  const { acting } = personOf(request)
  const say = workWords.in(request.language)
  const organisation = acting?.organisationId ?? null
  const page = { kind: 'page', title: say.answers, here: '/answers', welsh: 'whole' } as const
  if (organisation === null) {
    const main = (
      <EmptyState says={say.notYours}>
        <p>{say.notYoursNext}</p>
      </EmptyState>
    )
    return { ...page, main }
  }
  const asked = Number(request.query.from ?? '0')
  const offset = Number.isSafeInteger(asked) && asked > 0 && asked < 100_000 ? asked : 0
  const rows = await toldTo(log.db, organisation, { limit: PAGE + 1, offset })
  const stories = await Promise.all(
    rows.slice(0, PAGE).map(async (row) => {
      const story = await loadStory(log, row)
      return { ...row, title: (story.shown ?? story.words)?.title ?? '' }
    }),
  )
  const more = rows.length > PAGE ? `/answers?from=${offset + PAGE}` : null
  const props = { stories, organisation: acting?.organisation ?? '', more, now: request.now }
  return { ...page, main: <AnswersPage {...props} /> }
}
