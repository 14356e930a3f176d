// The addresses anybody may read: stories searched, a service or place, and the open data.
import {
  addMilliseconds,
  csvText,
  type Day,
  dayIn,
  type Id,
  type Instant,
  isId,
  LONDON,
  parseInstant,
  refuse,
} from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import { loadPlace, type Place, placeNameOn } from '../../places/index.ts'
import { freshEntry, type PageReply, type PageRequest, type Route } from '../../web/index.ts'
import { COUNTED_AT_ONCE, numbersAbout, placesOf } from '../actions/count-stories.ts'
import { oldEnoughToCount } from '../domain/dated-rules.ts'
import { becomesOf } from '../domain/follow/becomes.ts'
import { refusals } from '../domain/refusals.ts'
import { becameCodes, nothingAsked } from '../domain/search/filters.ts'
import { storyKindNamed } from '../domain/story-kinds.ts'
import * as stories from '../store/public-stories.ts'
import { searchStories } from '../store/search.ts'
import type { After, FoundStories, StorySearch } from '../store/search-asked.ts'
import { queueTimes } from '../store/work-lists.ts'
import { publicWords } from '../words/words.ts'
import { AboutPage } from './about-page.tsx'
import { RecommendedCard, recommendedAt } from './complaint/recommended-card.tsx'
import { followQuery } from './follow-pages.tsx'
import { NumbersPage } from './numbers-page.tsx'
import { csvOf, type OpenStory, openNumbers } from './open-data.ts'
import { SearchPage } from './public-pages.tsx'
import { refused, unknownStory, type VoiceDeps } from './tell-routes.tsx'

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
    path: '/stories/about/:place/numbers.csv',
    access: 'anyone',
    says: 'The numbers about a service or a place as a table',
    handle: (request) => giveNumbers(log, request, 'csv'),
  },
  {
    method: 'GET',
    path: '/stories/about/:place/numbers.json',
    access: 'anyone',
    says: 'The numbers about a service or a place as JSON',
    handle: (request) => giveNumbers(log, request, 'json'),
  },
  {
    method: 'GET',
    path: '/stories/numbers',
    access: 'anyone',
    says: 'How the public numbers are made, and how long stories wait to be read',
    handle: (request) => showNumbers(log, request),
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
function afterIn({ query }: PageRequest): After | null {
  const [at = '', stream = ''] = (query.before ?? '').split('_')
  const read = parseInstant(at)
  return read.ok && isId(stream) ? { publishedAt: read.value, stream } : null
}

const addressAfter = (path: string, request: PageRequest, last: After): string => {
  const query = new URLSearchParams(request.query)
  query.set('before', `${last.publishedAt}_${last.stream}`)
  return `${path}?${query}`
}

/** Where the next page begins: after the last that is shown, or where the looking ended. */
function nextOf({ stories: found, lookedTo }: FoundStories, page: number): After | null {
  return found.length > page ? (found[page - 1] ?? null) : lookedTo
}

type Search = Omit<StorySearch, 'after' | 'limit' | 'today'>

async function listFor(log: Log, request: PageRequest, path: string, search: Search) {
  const today = dayIn(LONDON, request.now)
  const asked = { ...search, today, after: afterIn(request), limit: PAGE + 1 }
  const found = await searchStories(log.db, asked)
  const shown = found.stories.slice(0, PAGE)
  const next = nextOf(found, PAGE)
  const promises = await stories.promisesOfStories(
    log.db,
    shown.map(({ stream }) => stream),
  )
  return {
    stories: shown,
    promises,
    older: next === null ? null : addressAfter(path, request, next),
    lookedTo: found.lookedTo?.publishedAt ?? null,
    today,
    language: request.language,
  }
}

function searchIn({ query }: PageRequest): Search {
  const kind = storyKindNamed(query.kind ?? '')?.code ?? null
  const answered = query.answered === 'yes' ? true : query.answered === 'no' ? false : null
  const places = isId(query.place ?? '') ? [query.place as Id] : []
  const became = becameCodes.find((code) => code === query.became) ?? null
  const words = (query.words ?? '').slice(0, 200).trim()
  return { words, kind, answered, became, places, area: null }
}

async function showSearch(log: Log, request: PageRequest): Promise<PageReply> {
  const search = searchIn(request)
  const { query, language, now } = request
  const today = dayIn(LONDON, now)
  const [id] = search.places
  const found = id === undefined ? null : await loadPlace(log, id)
  const where =
    id === undefined || found === null
      ? { places: search.places, area: null }
      : await placesOf(log, id, found, today)
  const list = await listFor(log, request, '/stories', { ...search, ...where })
  const entry = freshEntry({
    words: search.words,
    kind: search.kind ?? '',
    answered: query.answered ?? '',
    became: search.became ?? '',
    place: id ?? '',
  })
  const asked = new URLSearchParams(query)
  asked.delete('before')
  const place =
    found?.kind == null || id === undefined ? null : { id, name: placeNameOn(found, today) }
  const becomes = becomesOf(search)
  const { words: typed, kind } = search
  const following = followQuery({ typed, kind, place: id ?? null, becomes })
  const onlyNew = search.answered === false && becomes === null
  const follow =
    following.size === 0 ? null : { href: `/follows/add?${following}`, becomes, onlyNew }
  const props = { ...list, entry, place, follow, query: asked.size === 0 ? '' : `?${asked}` }
  return {
    kind: 'page',
    title: publicWords.in(language).title,
    main: <SearchPage {...props} />,
    here,
    welsh: 'part',
  }
}

type ShownPlace = { readonly id: Id; readonly place: Place; readonly name: string }

/** The place that an address names; null where there is none. */
async function placeIn(log: Log, request: PageRequest): Promise<ShownPlace | null> {
  const id = request.params.place ?? ''
  const place = isId(id) ? await loadPlace(log, id) : null
  if (place === null || place.kind === null || !isId(id)) return null
  return { id, place, name: placeNameOn(place, dayIn(LONDON, request.now)) }
}

async function showAbout(log: Log, request: PageRequest): Promise<PageReply> {
  const shown = await placeIn(log, request)
  if (shown === null) return unknownStory()
  const { id, place, name } = shown
  const counted = await numbersAbout(log, id, place, request.now)
  const { within, withinCount, numbers } = counted
  const isLarge = numbers !== null && withinCount > COUNTED_AT_ONCE
  const where = isLarge ? { places: [], area: id } : { places: [id, ...within], area: null }
  const [list, names] = await Promise.all([
    listFor(log, request, `/stories/about/${id}`, { ...nothingAsked, ...where }),
    namesOf(log, within.slice(0, NAMED), dayIn(LONDON, request.now)),
  ])
  const isService = place.kind === 'service'
  const recommended = await recommendedAt(log, id, request)
  const about = { id, name, isService, within: names, withinCount }
  const { language } = request
  return {
    kind: 'page',
    title: publicWords.in(language).aboutTitle(name),
    main: (
      <AboutPage {...list} {...counted} {...about}>
        <RecommendedCard list={recommended} />
      </AboutPage>
    ),
    here,
    back: { href: '/stories', text: publicWords.in(language).back },
    welsh: 'part',
  }
}

const NAMED = 20

/** In the order of the alphabet, which says nothing of any of them. */
const namesOf = async (log: Log, places: readonly Id[], today: Day): Promise<string[]> => {
  const all = await Promise.all(places.map((one) => loadPlace(log, one)))
  return all.map((one) => placeNameOn(one, today)).toSorted((a, b) => a.localeCompare(b, 'en'))
}

async function showNumbers(log: Log, request: PageRequest): Promise<PageReply> {
  const { query, language, now } = request
  const id = isId(query.place ?? '') ? (query.place as Id) : null
  const place = id === null ? null : await loadPlace(log, id)
  const times = await queueTimes(log.db, addMilliseconds(now, -30 * DAY))
  const evidence = place?.kind === 'service' ? `/evidence/${id}` : null
  const say = publicWords.in(language)
  return {
    kind: 'page',
    title: say.howTitle,
    main: <NumbersPage times={times} language={language} evidence={evidence} />,
    here,
    back:
      place?.kind == null
        ? { href: '/stories', text: say.back }
        : { href: `/stories/about/${id}`, text: placeNameOn(place, dayIn(LONDON, now)) },
    welsh: 'part',
  }
}

async function giveNumbers(log: Log, request: PageRequest, as: 'csv' | 'json'): Promise<PageReply> {
  const shown = await placeIn(log, request)
  if (shown === null) return unknownStory()
  const { id, place, name } = shown
  const { numbers, countedAt } = await numbersAbout(log, id, place, request.now)
  if (numbers === null) return refused(refuse(refusals.numbersBeingCounted).refusal)
  const open = openNumbers(numbers, oldEnoughToCount.value)
  if (as === 'csv') {
    const body = csvText([['what', 'count'], ...open.map(({ what, count }) => [what, count])])
    return { kind: 'download', name: 'numbers.csv', type: 'text/csv', body }
  }
  const oldEnoughDays = oldEnoughToCount.value
  const about = { licence: 'OGL-UK-3.0', place: { id, name }, countedAt, oldEnoughDays }
  const values = Object.fromEntries(open.map(({ code, count }) => [code, Number(count)]))
  const body = `${JSON.stringify({ ...about, numbers: values }, null, 2)}\n`
  return { kind: 'download', name: 'numbers.json', type: 'application/json', body }
}

async function openData(log: Log, request: PageRequest, as: 'csv' | 'json'): Promise<PageReply> {
  const today = dayIn(LONDON, request.now)
  const asked = { ...searchIn(request), today, after: afterIn(request), limit: OPEN_PAGE + 1 }
  const found = await searchStories(log.db, asked)
  const open = await openStories(log, found.stories.slice(0, OPEN_PAGE), today)
  const after = nextOf(found, OPEN_PAGE)
  if (as === 'csv') {
    return { kind: 'download', name: 'stories.csv', type: 'text/csv', body: csvOf(open) }
  }
  const next = after && addressAfter('/stories/open-data.json', request, after)
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
