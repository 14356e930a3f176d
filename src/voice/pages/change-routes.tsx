// The addresses of “You said, we did, you checked”.
import { type Id, isId, type PersonId, type Result, refuse } from '../../basics/index.ts'
import { personOf } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import {
  choiceField,
  defineForm,
  EmptyState,
  type FormEntry,
  freshEntry,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
  typedAt,
} from '../../web/index.ts'
import type { AtWork } from '../actions/report.ts'
import { loadStory, seeStory } from '../actions/see-story.ts'
import * as act from '../actions/tell-change.ts'
import type { Change } from '../domain/change/change.ts'
import { refusals } from '../domain/change/refusals.ts'
import { isPublic } from '../domain/story.ts'
import { changesOf, linkableStories, publishedChanges } from '../store/changes.ts'
import { findStory } from '../store/ways-back.ts'
import { changeWords } from '../words/change-words.ts'
import { workWords } from '../words/words.ts'
import * as pages from './change-pages.tsx'
import { lookerOf, refused } from './tell-routes.tsx'

const english = changeWords.in('en')
const { work, moderate } = english
const text = (missing: string) => textField({ missing, longest: 2_000, tooLong: work.tooLong })
const tellForm = defineForm({ youSaid: text(work.enterYouSaid), weDid: text(work.enterWeDid) })
const checkForm = defineForm({
  happened: choiceField(['yes', 'no', 'not yet'], english.selectAnswer),
})
const backForm = defineForm({ why: text(moderate.enterWhy) })
const unknown = () => refused(refuse(refusals.unknown).refusal)

export const changeRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/changes',
    access: 'anyone',
    says: 'What services did about what people told, and what those people say of it',
    async handle({ language }) {
      const changes = await named(log, await publishedChanges(log.db))
      const main = <pages.ChangesPage changes={changes} language={language} />
      return { kind: 'page', title: changeWords.in(language).title, main, here: '/have-a-say' }
    },
  },
  {
    method: 'GET',
    path: '/changes/:change',
    access: 'anyone',
    says: 'What was done, the stories that led to it, and what their authors say',
    handle: (request) => showChange(log, request, freshEntry()),
  },
  {
    method: 'POST',
    path: '/changes/:change/check',
    access: 'anyone',
    says: 'Say, as the author of a linked story, whether it happened',
    handle: (request) => check(log, request),
  },
  ...workRoutes(log),
  ...moderateRoutes(log),
]

const workRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/answers/changes',
    access: 'person',
    says: 'What your service told of what it did, and whether the notices arrived',
    handle: (request) =>
      atWork(request, async (at, name) => {
        const changes = await named(log, await changesOf(log.db, at.organisation))
        const noticed = await Promise.all(
          changes.map(async (one) => ({ ...one, notices: await act.noticesOf(log, one.change) })),
        )
        const main = <pages.ToldChangesPage changes={noticed} organisation={name} />
        return { kind: 'page', title: english.title, main, here: '/answers', back }
      }),
  },
  {
    method: 'GET',
    path: '/answers/changes/add',
    access: 'person',
    says: 'Tell what was done about several stories',
    handle: (request) => atWork(request, (at) => showAdd(log, at, freshEntry())),
  },
  {
    method: 'POST',
    path: '/answers/changes/add',
    access: 'person',
    says: 'Send what was done to a moderator',
    handle: (request) => atWork(request, (at, name) => add(log, request, at, name)),
  },
]

const back = { href: '/answers' }
const moderator = { roles: ['moderator'] } as const

const moderateRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/moderation/changes/:change',
    access: moderator,
    says: 'Read what a service says it did',
    handle: (request) => showRead(log, request, freshEntry()),
  },
  {
    method: 'POST',
    path: '/moderation/changes/:change/publish',
    access: moderator,
    says: 'Publish what a service says it did',
    handle: (request) =>
      settle(log, request, (person, change) =>
        act.publishChange(log, person, change, request.formKey),
      ),
  },
  {
    method: 'POST',
    path: '/moderation/changes/:change/send-back',
    access: moderator,
    says: 'Send back what a service says it did, with the reason',
    async handle(request) {
      const read = backForm.parse(request.form)
      if (!read.ok) return showRead(log, request, read.entry)
      return settle(log, request, (person, change) =>
        act.returnChange(log, person, change, read.values.why, request.formKey),
      )
    },
  },
]

const named = (log: Log, ids: readonly Id[]): Promise<pages.NamedChange[]> =>
  Promise.all(ids.map(async (id) => ({ id, change: await act.loadChange(log, id) })))

async function atWork(
  request: PageRequest,
  work: (at: AtWork, name: string) => Promise<PageReply>,
): Promise<PageReply> {
  const { person, acting } = personOf(request)
  const organisation = acting?.organisationId ?? null
  if (organisation === null) {
    const main = (
      <EmptyState says={workWords.in('en').notYours}>
        <p>{workWords.in('en').notYoursNext}</p>
      </EmptyState>
    )
    return { kind: 'page', title: english.title, main, here: '/answers' }
  }
  return work({ person, organisation }, acting?.organisation ?? '')
}

/** Titles as anybody may read them; what is private is counted and not named. */
async function storiesOf(log: Log, ids: readonly Id[], mayRead: boolean) {
  const found = await Promise.all(
    ids.map(async (id) => {
      const ref = await findStory(log.db, id)
      const story = ref === null ? null : await loadStory(log, ref)
      if (story === null || story.standing === 'withdrawn') return []
      const open = isPublic(story)
      const title = (story.shown ?? (mayRead ? story.words : null))?.title ?? ''
      return [{ id: id as string, title, open }]
    }),
  )
  return found.flat()
}

async function showChange(log: Log, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const id = request.params.change ?? ''
  const { visitor, language } = request
  const organisation = visitor.kind === 'person' ? (visitor.acting?.organisationId ?? null) : null
  const found = await act.changeAt(log, id, organisation)
  if (!found.ok) return refused(found.refusal)
  const change = found.value
  const own = await ownStories(log, request, change)
  const props = { id, change, own, entry, language }
  const stories = await storiesOf(log, change.told?.stories ?? [], false)
  return {
    kind: 'page',
    title: changeWords.in(language).title,
    ...(Object.keys(entry.errors).length > 0 ? { status: 422 } : {}),
    main: <pages.ChangePage {...props} stories={stories} />,
    here: '/have-a-say',
    back: { href: '/changes', text: changeWords.in(language).title },
    welsh: 'part',
  }
}

/** The linked stories of whoever looks; that somebody came with a code and saw it is noted. */
async function ownStories(log: Log, request: PageRequest, change: Change) {
  if (change.standing !== 'published') return []
  const own: pages.LinkedStory[] = []
  for (const story of change.told?.stories ?? []) {
    const seen = await seeStory(log, lookerOf(request), story)
    if (seen?.isAuthor !== true) continue
    if (seen.ref.owner === story) await act.noteSeen(log, request.params.change as Id, story)
    own.push({ id: story, title: seen.story.words?.title ?? '', open: true })
  }
  return own
}

async function check(log: Log, request: PageRequest): Promise<PageReply> {
  const [story = ''] = typedAt(request.form, 'story')
  const id = request.params.change ?? ''
  const seen = isId(story) ? await seeStory(log, lookerOf(request), story) : null
  if (seen?.isAuthor !== true || !isId(id)) return unknown()
  const read = checkForm.parse(request.form)
  if (!read.ok) return showChange(log, request, read.entry)
  const person = request.visitor.kind === 'person' ? request.visitor.person : null
  const done = await act.checkChange(log, person, id, seen.ref.stream, read.values.happened)
  return done.ok ? { kind: 'redirect', to: `/changes/${id}` } : refused(done.refusal)
}

async function showAdd(log: Log, { organisation }: AtWork, entry: FormEntry): Promise<PageReply> {
  const stories = await storiesOf(log, await linkableStories(log.db, organisation), true)
  return {
    kind: 'page',
    title: work.add,
    ...(Object.keys(entry.errors).length > 0 ? { status: 422 } : {}),
    main: <pages.TellChangePage stories={stories} entry={entry} />,
    here: '/answers',
    back: { href: '/answers/changes', text: english.title },
  }
}

async function add(log: Log, request: PageRequest, at: AtWork, name: string): Promise<PageReply> {
  const stories = typedAt(request.form, 'stories').filter(isId) as Id[]
  const read = tellForm.parse(request.form)
  if (!read.ok) return showAdd(log, at, read.entry)
  const telling = { ...read.values, stories, shownAs: name }
  const done = await act.tellChange(log, at, telling, request.formKey)
  if (done.ok) return { kind: 'redirect', to: '/answers/changes' }
  return showAdd(log, at, refusedEntry(request.form, done.refusal))
}

async function showRead(log: Log, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const id = request.params.change ?? ''
  const change = isId(id) ? await act.loadChange(log, id) : null
  if (change === null || change.told === null) return unknown()
  const stories = await storiesOf(log, change.told.stories, true)
  return {
    kind: 'page',
    title: moderate.title,
    ...(Object.keys(entry.errors).length > 0 ? { status: 422 } : {}),
    main: <pages.ReadChangePage id={id} change={change} stories={stories} entry={entry} />,
    here: '/moderation',
    back: { href: '/moderation' },
  }
}

async function settle(
  log: Log,
  request: PageRequest,
  deed: (person: PersonId, change: Id) => Promise<Result<null>>,
): Promise<PageReply> {
  const id = request.params.change ?? ''
  if (!isId(id)) return unknown()
  const done = await deed(personOf(request).person, id)
  if (done.ok) return { kind: 'redirect', to: '/moderation' }
  return showRead(log, request, refusedEntry(request.form, done.refusal))
}
