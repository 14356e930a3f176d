// The addresses anybody may read: stories searched, a service or place, and the open data.
import {
  addMilliseconds,
  type Day,
  dayIn,
  type Id,
  type Instant,
  isId,
  LONDON,
  parseInstant,
} from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import { linkedTo, loadPlace, type Place, placeNameOn } from '../../places/index.ts'
import { freshEntry, type PageReply, type PageRequest, type Route } from '../../web/index.ts'
import { oldEnoughToCount } from '../domain/dated-rules.ts'
import { storyKindNamed } from '../domain/story-kinds.ts'
import * as stories from '../store/public-stories.ts'
import { queueTimes } from '../store/work-lists.ts'
import { publicWords } from '../words/words.ts'
import { followQuery } from './follow-pages.tsx'
import { csvOf, type OpenStory } from './open-data.ts'
import { AboutPage, SearchPage } from './public-pages.tsx'
import { unknownStory, type VoiceDeps } from './tell-routes.tsx'

const PAGE = 20
const OPEN_PAGE = 1_000
const DAY = 86_400_000
const here = '/have-a-say'

export const publicRoutes = ({ log }: VoiceDeps): readonly Route[] => [
  {
    method: 'GET',
    path: '/stories',
    access: 'anyone',
    says: 'Search what people told',
    handle: (request) => showSearch(log, request),
  },
  {
    method: 'GET',
    path: '/stories/about/:place',
    access: 'anyone',
    says: 'What people told about a service or a place, and what became of it',
    handle: (request) => showAbout(log, request),
  },
  {
    method: 'GET',
    path: '/stories/open-data.csv',
    access: 'anyone',
    says: 'Published stories as a table, 1,000 at a time',
    handle: (request) => openData(log, request, 'csv'),
  },
  {
    method: 'GET',
    path: '/stories/open-data.json',
    access: 'anyone',
    says: 'Published stories as JSON, 1,000 at a time, with the address of the next',
    handle: (request) => openData(log, request, 'json'),
  },
]

/** `before` in an address: when the last story of a page was published, and its id. */
function afterIn({ query }: PageRequest): stories.After | null {
  const [at = '', stream = ''] = (query.before ?? '').split('_')
  const read = parseInstant(at)
  return read.ok && isId(stream) ? { publishedAt: read.value, stream } : null
}

const addressAfter = (path: string, request: PageRequest, last: stories.After): string => {
  const query = new URLSearchParams(request.query)
  query.set('before', `${last.publishedAt}_${last.stream}`)
  return `${path}?${query}`
}

async function listFor(
  log: Log,
  request: PageRequest,
  path: string,
  search: Omit<stories.StorySearch, 'after' | 'limit'>,
) {
  const found = await stories.searchStories(log.db, {
    ...search,
    after: afterIn(request),
    limit: PAGE + 1,
  })
  const shown = found.slice(0, PAGE)
  const last = shown.at(-1)
  const promises = await stories.promisesOfStories(
    log.db,
    shown.map(({ stream }) => stream),
  )
  return {
    stories: shown,
    promises,
    older: found.length > PAGE && last !== undefined ? addressAfter(path, request, last) : null,
    today: dayIn(LONDON, request.now),
    language: request.language,
  }
}

function searchIn({ query }: PageRequest): Omit<stories.StorySearch, 'after' | 'limit'> {
  const kind = storyKindNamed(query.kind ?? '')?.code ?? null
  const answered = query.answered === 'yes' ? true : query.answered === 'no' ? false : null
  const places = isId(query.place ?? '') ? [query.place as Id] : []
  return { words: (query.words ?? '').slice(0, 200).trim(), kind, answered, places }
}

async function showSearch(log: Log, request: PageRequest): Promise<PageReply> {
  const search = searchIn(request)
  const list = await listFor(log, request, '/stories', await withWithin(log, search, request.now))
  const { query, language } = request
  const entry = freshEntry({
    words: search.words,
    kind: search.kind ?? '',
    answered: query.answered ?? '',
  })
  const title = publicWords.in(language).title
  const { words: typed, kind, places } = search
  const following = followQuery({ typed, kind, place: places[0] ?? null })
  const follow = following.size === 0 ? null : `/follows/add?${following}`
  const main = <SearchPage {...list} entry={entry} follow={follow} />
  return { kind: 'page', title, main, here }
}

/** What lies within a place is searched with it, as it is counted and followed with it. */
async function withWithin(log: Log, search: ReturnType<typeof searchIn>, now: Instant) {
  const [id] = search.places
  if (id === undefined) return search
  const within = await placesWithin(log, id, await loadPlace(log, id), dayIn(LONDON, now))
  return { ...search, places: [id, ...within] }
}

async function showAbout(log: Log, request: PageRequest): Promise<PageReply> {
  const id = request.params.place ?? ''
  const place = isId(id) ? await loadPlace(log, id) : null
  if (place === null || place.kind === null || !isId(id)) return unknownStory()
  const today = dayIn(LONDON, request.now)
  const within = await placesWithin(log, id, place, today)
  const all = [id, ...within]
  const old = addMilliseconds(request.now, -oldEnoughToCount.value * DAY)
  const since = addMilliseconds(request.now, -30 * DAY)
  const path = `/stories/about/${id}`
  const [list, numbers, times, names] = await Promise.all([
    listFor(log, request, path, { words: '', kind: null, answered: null, places: all }),
    stories.storyNumbers(log.db, all, old, today),
    queueTimes(log.db, since),
    Promise.all(
      within.slice(0, NAMED).map(async (one) => placeNameOn(await loadPlace(log, one), today)),
    ),
  ])
  const name = placeNameOn(place, today)
  const isService = place.kind === 'service'
  const props = { ...list, id, name, isService, numbers, times, within: names }
  return {
    kind: 'page',
    title: publicWords.in(request.language).aboutTitle(name),
    main: <AboutPage {...props} />,
    here,
    back: { href: '/stories', text: publicWords.in(request.language).back },
  }
}

const NAMED = 20

/** What lies within a place and is counted with it: the sites and services of an area or site. */
async function placesWithin(log: Log, id: Id, place: Place, today: Day): Promise<Id[]> {
  if (place.kind === 'condition') return linkedTo(log.db, id, 'for', today)
  if (place.kind === 'site') return linkedTo(log.db, id, 'at', today)
  if (place.kind !== 'area') return []
  const found = new Set<Id>()
  let next = await linkedTo(log.db, id, 'within', today)
  for (let depth = 0; depth < 5 && next.length > 0; depth += 1) {
    const deeper: Id[] = []
    for (const one of next.filter((other) => !found.has(other))) {
      found.add(one)
      deeper.push(
        ...(await linkedTo(log.db, one, 'within', today)),
        ...(await linkedTo(log.db, one, 'at', today)),
      )
    }
    next = deeper
  }
  return [...found]
}

async function openData(log: Log, request: PageRequest, as: 'csv' | 'json'): Promise<PageReply> {
  const after = afterIn(request)
  const found = await stories.searchStories(log.db, {
    ...searchIn(request),
    after,
    limit: OPEN_PAGE + 1,
  })
  const shown = found.slice(0, OPEN_PAGE)
  const open = await openStories(log, shown, dayIn(LONDON, request.now))
  const last = shown.at(-1)
  if (as === 'csv') {
    return { kind: 'download', name: 'stories.csv', type: 'text/csv', body: csvOf(open) }
  }
  const next =
    found.length > OPEN_PAGE && last !== undefined
      ? addressAfter('/stories/open-data.json', request, last)
      : null
  const body = `${JSON.stringify({ licence: 'OGL-UK-3.0', next, stories: open }, null, 2)}\n`
  return { kind: 'download', name: 'stories.json', type: 'application/json', body }
}

async function openStories(
  log: Log,
  shown: readonly stories.PublicStory[],
  today: Day,
): Promise<OpenStory[]> {
  const ids = shown.map(({ stream }) => stream)
  const about = await stories.placesOfStories(log.db, ids)
  const promises = await stories.promisesOfStories(log.db, ids)
  const names = new Map<Id, string>()
  for (const place of new Set(about.map((one) => one.place))) {
    names.set(place, placeNameOn(await loadPlace(log, place), today))
  }
  const day = (at: Instant | null) => (at === null ? null : dayIn(LONDON, at))
  return shown.map((one) => ({
    id: one.stream,
    kind: one.kind,
    title: one.title,
    happened: one.happened,
    good: one.good,
    better: one.better,
    about: about
      .filter(({ stream }) => stream === one.stream)
      .map(({ place }) => ({ id: place, name: names.get(place) ?? '' })),
    toldOn: day(one.toldAt) ?? '',
    publishedOn: day(one.publishedAt) ?? '',
    firstAnsweredOn: day(one.firstAnswerAt),
    promises: promises
      .filter(({ story }) => story === one.stream)
      .map(({ due, saidDoneAt, answer }) => ({ due, saidDoneOn: day(saidDoneAt), answer })),
  }))
}
