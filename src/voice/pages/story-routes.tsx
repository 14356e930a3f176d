// The addresses of one story: seen by anybody, and acted on by its author and the service.
import {
  type Id,
  type Instant,
  isId,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import { loadPlace } from '../../places/index.ts'
import { loadPromises } from '../../promises/index.ts'
import {
  choiceField,
  dayField,
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
import * as act from '../actions/answer-story.ts'
import { numbersAbout } from '../actions/count-stories.ts'
import { noteOpened, type SeenStory } from '../actions/see-story.ts'
import { loadChange, noteSeen } from '../actions/tell-change.ts'
import { refusals } from '../domain/refusals.ts'
import { isPublic } from '../domain/story.ts'
import { changesFrom } from '../store/changes.ts'
import { promisesFor } from '../store/promised-rows.ts'
import { storyWords } from '../words/words.ts'
import { StoryPage } from './story-page.tsx'
import { placeLinks, unknownStory, type VoiceDeps, withStory } from './tell-routes.tsx'

/** What is filled in on the page of a story, with its errors in the language of the visitor. */
function formsIn(language: Language) {
  const say = storyWords.in(language)
  const text = (missing: string, longest = 5_000) =>
    textField({ missing, longest, tooLong: say.tooLong })
  return {
    reply: defineForm({ reply: text(say.enterReply) }),
    reword: defineForm({ reworded: text(say.enterReply) }),
    helped: defineForm({ helped: choiceField(['yes', 'partly', 'no'], say.selectHelped) }),
    happened: defineForm({
      happened: choiceField(['yes', 'no', 'not yet'], say.selectAnswer),
      happenedSays: optional(text('', 2_000)),
    }),
    answer: defineForm({
      answer: text(say.enterAnswer),
      change: choiceField(['none', 'planned', 'made'], say.selectChange),
    }),
    promise: defineForm({
      promise: text(say.enterPromise, 2_000),
      owner: text(say.enterOwner, 200),
      due: dayField({ name: say.dueName, missing: say.enterDue }),
    }),
  }
}

const forms = { en: formsIn('en'), cy: formsIn('cy') }

export const storyRoutes = ({ log }: VoiceDeps): readonly Route[] => [
  {
    method: 'GET',
    path: '/stories/:story',
    access: 'anyone',
    says: 'A story and what became of it',
    handle: (request) =>
      withStory(log, request, (seen) => showStory(log, request, seen, freshEntry())),
  },
  authorPost(
    log,
    'reply',
    'Answer back to a story of one’s own',
    async (asked, request, person) => {
      const read = forms[request.language].reply.parse(request.form)
      return read.ok ? act.reply(log, asked, person, read.values.reply) : read.entry
    },
  ),
  authorPost(log, 'helped', 'Say whether the answers helped', async (asked, request, person) => {
    const read = forms[request.language].helped.parse(request.form)
    return read.ok ? act.judge(log, asked, person, read.values.helped) : read.entry
  }),
  authorPost(log, 'withdraw', 'Take a story back', (asked, _request, person) =>
    act.withdraw(log, asked, person, ''),
  ),
  authorPost(log, 'reword', 'Say a story in another way', async (asked, request, person) => {
    const read = forms[request.language].reword.parse(request.form)
    return read.ok ? act.reword(log, asked, person, read.values.reworded) : read.entry
  }),
  authorPost(log, 'happened', 'Say whether what was promised happened', async (asked, request) => {
    const read = forms[request.language].happened.parse(request.form)
    if (!read.ok) return read.entry
    const [promise = ''] = typedAt(request.form, 'promise')
    const [claim = ''] = typedAt(request.form, 'claim')
    if (!isId(promise)) return refuse(refusals.storyUnknown)
    const { happened, happenedSays = '' } = read.values
    return act.confirm(log, asked, promise, { answer: happened, says: happenedSays, claim })
  }),
  {
    method: 'POST',
    path: '/stories/:story/answer',
    access: 'person',
    says: 'Answer a story for a service',
    handle: (request) => withStory(log, request, (seen) => answer(log, request, seen)),
  },
]

type Asked = { readonly ref: SeenStory['ref']; readonly key: string | null }
type Deed = (
  asked: Asked,
  request: PageRequest,
  person: PersonId | null,
) => Promise<Result<null> | FormEntry>

/** What only the author of a story may do, known by name or by code. */
function authorPost(log: Log, end: string, says: string, deed: Deed): Route {
  return {
    method: 'POST',
    path: `/stories/:story/${end}`,
    access: 'anyone',
    says,
    handle: (request) =>
      withStory(log, request, async (seen) => {
        if (!seen.isAuthor) return unknownStory()
        const person = request.visitor.kind === 'person' ? request.visitor.person : null
        const done = await deed({ ref: seen.ref, key: request.formKey }, request, person)
        return settled(log, request, seen, done)
      }),
  }
}

async function settled(
  log: Log,
  request: PageRequest,
  seen: SeenStory,
  done: Result<null> | FormEntry,
): Promise<PageReply> {
  if ('errors' in done) return showStory(log, request, seen, done)
  if (!done.ok) return showStory(log, request, seen, refusedEntry(request.form, done.refusal))
  return { kind: 'redirect', to: `/stories/${seen.ref.stream}?said=yes` }
}

async function answer(log: Log, request: PageRequest, seen: SeenStory): Promise<PageReply> {
  const { visitor } = request
  if (seen.answersFor === null || visitor.kind !== 'person') return unknownStory()
  const read = forms[request.language].answer.parse(request.form)
  const planned = typedAt(request.form, 'change')[0] === 'planned'
  const promised = planned ? forms[request.language].promise.parse(request.form) : null
  if (!read.ok || promised?.ok === false) {
    const errors = { ...read.entry.errors, ...promised?.entry.errors }
    return showStory(log, request, seen, { typed: request.form, errors })
  }
  const [keeps = ''] = typedAt(request.form, 'keeps')
  const made = read.values.change === 'made'
  const done = await act.answerStory(log, { ref: seen.ref, key: request.formKey }, visitor.person, {
    says: read.values.answer,
    organisation: seen.answersFor,
    shownAs: [visitor.name, visitor.acting?.organisation].filter(Boolean).join(', '),
    change: read.values.change,
    promises:
      promised?.ok === true
        ? {
            says: promised.values.promise,
            due: promised.values.due,
            shownAs: promised.values.owner,
          }
        : null,
    keeps: made && isId(keeps) ? keeps : null,
  })
  return settled(log, request, seen, done.ok ? ok(null) : done)
}

async function showStory(
  log: Log,
  request: PageRequest,
  seen: SeenStory,
  entry: FormEntry,
): Promise<PageReply> {
  const { language, visitor, now } = request
  const { story, ref, answersFor } = seen
  if (answersFor !== null && visitor.kind === 'person' && !isPublic(story)) {
    await noteOpened(log, ref, visitor.person, 'service', answersFor)
  }
  const places = await placeLinks(log, story.told?.places ?? [], request)
  const promises = await loadPromises(log, await promisesFor(log.db, ref.stream))
  const kept = isPublic(story) ? await keptAt(log, story.told?.places[0], now) : null
  const thanked = request.query.said === 'yes'
  const changes = await changesOf(log, seen)
  const props = { seen, promises, places, kept, changes, language, now, thanked, entry }
  return {
    kind: 'page',
    title: (story.shown ?? story.words)?.title ?? '',
    ...(Object.keys(entry.errors).length > 0 ? { status: 422 } : {}),
    main: <StoryPage {...props} />,
    here: '/have-a-say',
    welsh: 'part',
  }
}

/** How many promises at a place were confirmed by those who asked. */
async function keptAt(log: Log, place: Id | undefined, now: Instant) {
  if (place === undefined) return null
  return (await numbersAbout(log, place, await loadPlace(log, place), now)).numbers
}

/** What a story led to; that an author who came with a code was shown it is noted. */
async function changesOf(log: Log, { ref, isAuthor }: SeenStory) {
  const ids = await changesFrom(log.db, ref.stream)
  return Promise.all(
    ids.map(async (id) => {
      if (isAuthor && ref.owner === ref.stream) await noteSeen(log, id, ref.stream)
      return { id, weDid: (await loadChange(log, id)).told?.weDid ?? '' }
    }),
  )
}
