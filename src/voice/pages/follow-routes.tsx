// The addresses of following a service, a place or a search, and of stopping with one tap.
import { type Id, isId, refuse } from '../../basics/index.ts'
import { personOf } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { needsOf } from '../../messages/index.ts'
import { loadPlace, placeNameOn } from '../../places/index.ts'
import {
  choiceField,
  dayOf,
  defineForm,
  type FormEntry,
  type FormValues,
  freshEntry,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  typedAt,
} from '../../web/index.ts'
import {
  changeHowOften,
  follow,
  namesOf,
  stopByLink,
  stopFollowing,
} from '../actions/follow-stories.ts'
import { becomesCodes } from '../domain/follow/becomes.ts'
import { oftens } from '../domain/follow/often.ts'
import { refusals } from '../domain/follow/refusals.ts'
import { storyKindNamed } from '../domain/story-kinds.ts'
import { type Follow, type Followed, followsOf } from '../store/follows.ts'
import { followName, followWords } from '../words/follow-words.ts'
import {
  ChoosePage,
  type ChooseProps,
  FollowsPage,
  followQuery,
  StopPage,
  StoppedPage,
} from './follow-pages.tsx'
import { refused } from './tell-routes.tsx'

const here = '/have-a-say'
const english = followWords.in('en')
const chooseForm = defineForm({
  often: choiceField(oftens, english.selectOften),
  outside: choiceField(['here', 'outside'], english.selectOutside),
})

export const followRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/follows',
    access: 'person',
    says: 'What you follow, and how often you hear of it',
    handle: (request) => showFollows(log, request),
  },
  {
    method: 'GET',
    path: '/follows/add',
    access: 'person',
    says: 'Choose how to hear of new stories about a service, a place or a search',
    handle: (request) => showAdd(log, request, followedIn(request.query), freshEntry(usual)),
  },
  {
    method: 'POST',
    path: '/follows/add',
    access: 'person',
    says: 'Follow a service, a place or a search',
    handle: (request) => add(log, request),
  },
  ...ownRoutes(log),
  {
    method: 'GET',
    path: '/follows/stop/:stop',
    access: 'anyone',
    says: 'Stop messages about something followed, by the link in one of them',
    handle: async ({ params, language }) => ({
      kind: 'page',
      title: followWords.in(language).stopTitle,
      main: <StopPage stop={encodeURIComponent(params.stop ?? '')} language={language} />,
      welsh: 'part',
    }),
  },
  {
    method: 'POST',
    path: '/follows/stop/:stop',
    access: 'anyone',
    says: 'Stop them, without signing in',
    async handle({ params, language }) {
      await stopByLink(log, params.stop ?? '')
      const title = followWords.in(language).stopped
      return { kind: 'page', title, main: <StoppedPage language={language} />, welsh: 'part' }
    },
  },
]

const ownRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/follows/:follow',
    access: 'person',
    says: 'Change how often you hear of something you follow',
    handle: (request) =>
      withOwn(log, request, (one) => {
        const typed = { often: one.often, outside: one.outside ? 'outside' : 'here' }
        return showChange(log, request, one, freshEntry(typed))
      }),
  },
  {
    method: 'POST',
    path: '/follows/:follow',
    access: 'person',
    says: 'Keep how often you hear of something you follow',
    handle: (request) =>
      withOwn(log, request, async (one) => {
        const read = chooseForm.parse(request.form)
        if (!read.ok) return showChange(log, request, one, read.entry)
        const { often, outside } = read.values
        const changed = await changeHowOften(log, one, { often, outside: outside === 'outside' })
        return changed.ok ? { kind: 'redirect', to: '/follows' } : refused(changed.refusal)
      }),
  },
  {
    method: 'POST',
    path: '/follows/:follow/stop',
    access: 'person',
    says: 'Stop following something',
    handle: (request) =>
      withOwn(log, request, async (one) => {
        await stopFollowing(log, one)
        return { kind: 'redirect', to: '/follows' }
      }),
  },
]

/** Chosen already, unless the person says otherwise: the quietest ways. */
const usual: FormValues = { often: 'daily', outside: 'here' }

/** What an address or a form asks to follow. */
function followedIn(from: FormValues): Followed {
  const [words = ''] = typedAt(from, 'words')
  const [kind = ''] = typedAt(from, 'kind')
  const [place = ''] = typedAt(from, 'place')
  const [becomes] = typedAt(from, 'becomes')
  return {
    typed: words.slice(0, 200).trim(),
    kind: storyKindNamed(kind)?.code ?? null,
    place: isId(place) ? (place as Id) : null,
    becomes: becomesCodes.find((code) => code === becomes) ?? null,
  }
}

/** One of the visitor's own; somebody else's and none at all read the same. */
async function withOwn(
  log: Log,
  request: PageRequest,
  work: (one: Follow) => Promise<PageReply>,
): Promise<PageReply> {
  const { person } = personOf(request)
  const own = await followsOf(log.db, person)
  const one = own.find(({ follow: id }) => id === request.params.follow)
  return one === undefined ? refused(refuse(refusals.followUnknown).refusal) : work(one)
}

async function showFollows(log: Log, request: PageRequest): Promise<PageReply> {
  const { person } = personOf(request)
  const { language } = request
  const follows = await namesOf(log, await followsOf(log.db, person))
  return {
    kind: 'page',
    title: followWords.in(language).title,
    main: <FollowsPage follows={follows} language={language} />,
    here,
    back: { href: here },
    welsh: 'part',
  }
}

async function add(log: Log, request: PageRequest): Promise<PageReply> {
  const { person } = personOf(request)
  const followed = followedIn(request.form)
  const read = chooseForm.parse(request.form)
  if (!read.ok) return showAdd(log, request, followed, read.entry)
  const { often, outside } = read.values
  const done = await follow(log, { ...followed, person, often, outside: outside === 'outside' })
  if (done.ok) return { kind: 'redirect', to: '/follows' }
  return showAdd(log, request, followed, refusedEntry(request.form, done.refusal))
}

async function showAdd(
  log: Log,
  request: PageRequest,
  asked: Followed,
  entry: FormEntry,
): Promise<PageReply> {
  const place = asked.place === null ? null : await loadPlace(log, asked.place)
  const known = place !== null && place.kind !== null
  const followed = known ? asked : { ...asked, place: null }
  if (followQuery(followed).size === 0) return { kind: 'redirect', to: '/stories' }
  const placeName = known ? placeNameOn(place, dayOf(request.now)) : null
  const name = followName({ ...followed, placeName }, request.language)
  const { becomes } = followed
  return choosing(log, request, { action: '/follows/add', name, becomes, followed, entry })
}

async function showChange(
  log: Log,
  request: PageRequest,
  one: Follow,
  entry: FormEntry,
): Promise<PageReply> {
  const [named] = await namesOf(log, [one])
  const name = named === undefined ? '' : followName(named, request.language)
  const about = { action: `/follows/${one.follow}`, name, becomes: one.becomes }
  return choosing(log, request, { ...about, followed: null, entry })
}

async function choosing(
  log: Log,
  request: PageRequest,
  about: Pick<ChooseProps, 'action' | 'name' | 'becomes' | 'followed' | 'entry'>,
): Promise<PageReply> {
  const { person } = personOf(request)
  const { language } = request
  const say = followWords.in(language)
  const { channel } = await needsOf(log, person)
  const wrong = Object.keys(about.entry.errors).length > 0
  return {
    kind: 'page',
    title: about.followed === null ? say.change : say.add,
    ...(wrong ? { status: 422 } : {}),
    main: <ChoosePage {...about} reachedOutside={channel !== 'inbox'} language={language} />,
    here,
    back: { href: '/follows', text: say.title },
    welsh: 'part',
  }
}
