// The addresses of those who read stories and answers before anybody may.
import { addMilliseconds, type Id, isId, type Result } from '../../basics/index.ts'
import { personOf } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import {
  choiceField,
  choicesField,
  defineForm,
  type FormEntry,
  freshEntry,
  type Language,
  optional,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
  typedAt,
} from '../../web/index.ts'
import * as moderate from '../actions/moderate-story.ts'
import { noteOpened, type SeenStory } from '../actions/see-story.ts'
import { severityScale } from '../domain/severity.ts'
import type { Saying } from '../domain/story.ts'
import { moderationReasons } from '../domain/story-kinds.ts'
import { waitingChanges } from '../store/changes.ts'
import { queueTimes, waitingSayings, waitingStories } from '../store/work-lists.ts'
import { workWords } from '../words/words.ts'
import { ReadSayingPage, ReadStoryPage } from './moderation-page.tsx'
import { QueuePage } from './queue-pages.tsx'
import { unknownStory, type VoiceDeps, withStory } from './tell-routes.tsx'

const access = { roles: ['moderator'] } as const

/** What a moderator fills in, with its errors in their language. */
function formsIn(language: Language) {
  const say = workWords.in(language)
  const text = (missing: string, longest = 10_000) =>
    textField({ missing, longest, tooLong: say.tooLong })
  const gradeFields = Object.fromEntries(
    severityScale.areas.map(({ code, says }) => [
      code,
      choiceField(['0', '1', '2', '3'], say.selectLevel(say.areas[code as 'safety'] ?? says)),
    ]),
  )
  return {
    reading: defineForm({
      ...gradeFields,
      title: text(say.enterWords, 120),
      happened: text(say.enterWords),
      good: optional(text('')),
      better: optional(text('')),
      hides: choicesField(moderationReasons),
      note: optional(text('', 2_000)),
    }),
    why: defineForm({
      reason: choiceField(moderationReasons, say.selectReason),
      why: text(say.enterSays, 2_000),
    }),
    different: defineForm({ different: text(say.enterSays, 2_000) }),
    saying: defineForm({
      says: text(say.enterWords, 5_000),
      hides: choicesField(moderationReasons),
    }),
  }
}

const forms = { en: formsIn('en'), cy: formsIn('cy') }

export const moderationRoutes = ({ log }: VoiceDeps): readonly Route[] => [
  {
    method: 'GET',
    path: '/moderation',
    access,
    says: 'Stories and answers that wait for a moderator',
    handle: (request) => showQueue(log, request),
  },
  {
    method: 'GET',
    path: '/moderation/:story',
    access,
    says: 'Read a story as a moderator',
    handle: (request) => withStory(log, request, (seen) => showStory(log, request, seen)),
  },
  {
    method: 'GET',
    path: '/moderation/:story/:saying',
    access,
    says: 'Read an answer or a reply as a moderator',
    handle: (request) => withStory(log, request, async (seen) => showSaying(request, seen)),
  },
  post(log, 'read', 'Grade a story and propose what is shown of it', readIt),
  post(log, 'agree', 'Agree, as the second person, to a reading', (on, request) =>
    moderate.agree(log, on, readingIn(request)),
  ),
  post(log, 'disagree', 'Send a reading back, as the second person', async (on, request) => {
    const read = forms[request.language].different.parse(request.form)
    if (!read.ok) return read.entry
    return moderate.returnReading(log, on, readingIn(request), read.values.different)
  }),
  post(log, 'hold-back', 'Do not publish a story, and say why', async (on, request) => {
    const read = forms[request.language].why.parse(request.form)
    return read.ok ? moderate.holdBack(log, on, read.values.reason, read.values.why) : read.entry
  }),
  post(log, ':saying/publish', 'Publish an answer or a reply', async (on, request) => {
    const read = forms[request.language].saying.parse(request.form)
    if (!read.ok) return read.entry
    return moderate.publishSaying(log, on, { saying: sayingIn(request), ...read.values })
  }),
  post(log, ':saying/send-back', 'Send an answer or a reply back', async (on, request) => {
    const read = forms[request.language].why.parse(request.form)
    if (!read.ok) return read.entry
    const { reason, why } = read.values
    return moderate.returnSaying(log, on, sayingIn(request), reason, why)
  }),
]

const readingIn = (request: PageRequest): Id => (typedAt(request.form, 'reading')[0] ?? '') as Id
const sayingIn = (request: PageRequest): Id => (request.params.saying ?? '') as Id

type On = Parameters<typeof moderate.agree>[1]
type Deed = (on: On, request: PageRequest, log: Log) => Promise<Result<null> | FormEntry>

/** A moderator's deed; what was typed is shown again where something is wrong with it. */
function post(log: Log, end: string, says: string, deed: Deed): Route {
  return {
    method: 'POST',
    path: `/moderation/:story/${end}`,
    access,
    says,
    handle: (request) =>
      withStory(log, request, async (seen) => {
        const { person } = personOf(request)
        const told = seen.story.told?.organisations ?? []
        const on = { person, ref: seen.ref, key: request.formKey, told }
        const done = await deed(on, request, log)
        if (!('errors' in done) && done.ok) return { kind: 'redirect', to: '/moderation' }
        const entry = 'errors' in done ? done : refusedEntry(request.form, done.refusal)
        return end.startsWith(':saying')
          ? showSaying(request, seen, entry)
          : showStory(log, request, seen, entry)
      }),
  }
}

async function readIt(on: On, request: PageRequest, log: Log): Promise<Result<null> | FormEntry> {
  const read = forms[request.language].reading.parse(request.form)
  if (!read.ok) return read.entry
  const { title, happened, good = '', better = '', hides, note = '' } = read.values
  return moderate.read(log, on, {
    grades: severityScale.areas.map(({ code }) => ({
      area: code,
      level: Number(typedAt(request.form, code)[0]),
    })),
    words: { title, happened, good, better },
    hides: [...hides],
    identifies: typedAt(request.form, 'identifies').includes('yes'),
    note,
  })
}

const THIRTY_DAYS = 30 * 86_400_000

async function showQueue(log: Log, request: PageRequest): Promise<PageReply> {
  const { person } = personOf(request)
  const since = addMilliseconds(request.now, -THIRTY_DAYS)
  const [stories, sayings, changes, times] = await Promise.all([
    waitingStories(log.db),
    waitingSayings(log.db),
    waitingChanges(log.db),
    queueTimes(log.db, since),
  ])
  const props = { stories, sayings, changes, times, reader: person, now: request.now }
  const title = workWords.in(request.language).queue
  const main = <QueuePage {...props} />
  return { kind: 'page', title, main, here: '/moderation', welsh: 'whole' }
}

async function showStory(
  log: Log,
  request: PageRequest,
  seen: SeenStory,
  entry: FormEntry = freshEntry(),
): Promise<PageReply> {
  const { person } = personOf(request)
  const say = workWords.in(request.language)
  if (!seen.isModerator) return unknownStory()
  await noteOpened(log, seen.ref, person, 'moderator', null)
  const mayAgree = seen.story.reading?.by !== person
  const props = { id: seen.ref.stream, story: seen.story, seen, entry, mayAgree }
  return {
    kind: 'page',
    title: say.readTitle,
    ...(Object.keys(entry.errors).length > 0 ? { status: 422 } : {}),
    main: <ReadStoryPage {...props} />,
    here: '/moderation',
    welsh: 'whole',
    back: { href: '/moderation', text: say.backQueue },
  }
}

async function showSaying(
  request: PageRequest,
  seen: SeenStory,
  entry: FormEntry = freshEntry(),
): Promise<PageReply> {
  const wanted = request.params.saying ?? ''
  const say = workWords.in(request.language)
  const saying: Saying | undefined = isId(wanted)
    ? seen.story.sayings.find(({ fact }) => fact === wanted)
    : undefined
  if (saying === undefined || !seen.isModerator) return unknownStory()
  const props = { id: seen.ref.stream, story: seen.story, saying, entry }
  return {
    kind: 'page',
    title: say.sayings,
    ...(Object.keys(entry.errors).length > 0 ? { status: 422 } : {}),
    main: <ReadSayingPage {...props} />,
    here: '/moderation',
    welsh: 'whole',
    back: { href: '/moderation', text: say.backQueue },
  }
}
