// The addresses of telling and of coming back to what was told.
import { type Id, isId, type Refusal, refuse } from '../../basics/index.ts'
import { organisationNames, personOf } from '../../identity/index.ts'
import { type Log, proveFact } from '../../log/index.ts'
import { loadPlace, placeNameOn } from '../../places/index.ts'
import type { SigningKey } from '../../plumbing/index.ts'
import { dueUnder } from '../../promises/index.ts'
import {
  dayOf,
  defineForm,
  type FormEntry,
  freshEntry,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
} from '../../web/index.ts'
import { comeBack, type Found } from '../actions/come-back.ts'
import { loadStory, type SeenStory, seeStory } from '../actions/see-story.ts'
import { makeWayBack } from '../actions/tell-story.ts'
import { concernSeenWithin } from '../domain/dated-rules.ts'
import { refusals } from '../domain/refusals.ts'
import { storyKindNamed } from '../domain/story-kinds.ts'
import { isOutOfHours } from '../domain/tell.ts'
import { closeComplaintsHere } from '../store/complaint-ways.ts'
import { closeHere } from '../store/ways-back.ts'
import { ownStories } from '../store/work-lists.ts'
import { tellWords } from '../words/words.ts'
import { ComeBackPage, OwnStoriesPage, StartPage, ToldPage } from './start-pages.tsx'
import { tellRoutes } from './tell-journey.tsx'

export type VoiceDeps = {
  readonly log: Log
  /** The signing keys, oldest first. */
  keys(): Promise<readonly SigningKey[]>
}

const here = '/have-a-say'
const say = tellWords.in('en')
const codeForm = defineForm({
  code: textField({ missing: say.enterCode, longest: 40, tooLong: say.codeHint }),
})

export const lookerOf = ({ visitor, draftOwner }: PageRequest) => ({ visitor, browser: draftOwner })
export const refused = (refusal: Refusal): PageReply => ({ kind: 'refused', refusal })
export const unknownStory = () => refused(refuse(refusals.storyUnknown).refusal)

/** Names of places, for links beside a story. */
export const placeLinks = (log: Log, ids: readonly Id[], request: PageRequest) =>
  Promise.all(
    ids.map(async (id) => ({
      id,
      name: placeNameOn(await loadPlace(log, id), dayOf(request.now)),
    })),
  )

export const tellingRoutes = ({ log, keys }: VoiceDeps): readonly Route[] => [
  {
    method: 'GET',
    path: '/have-a-say',
    access: 'anyone',
    says: 'Choose what to tell, and find what was told before',
    handle: async ({ language, visitor }) => ({
      kind: 'page',
      title: tellWords.in(language).title,
      main: (
        <StartPage
          language={language}
          signedIn={visitor.kind === 'person'}
          atWork={visitor.kind === 'person' && visitor.acting?.organisationId != null}
        />
      ),
      here,
      welsh: 'part',
    }),
  },
  ...tellRoutes(log),
  {
    method: 'GET',
    path: '/told/:story',
    access: 'anyone',
    says: 'What was just told: who reads it, by when, the code and the proof',
    handle: (request) => showTold(log, request, false),
  },
  {
    method: 'POST',
    path: '/told/:story/code',
    access: 'anyone',
    says: 'Make a new code for the way back to a story',
    handle: (request) => showTold(log, request, true),
  },
  {
    method: 'GET',
    path: '/stories/:story/proof',
    access: 'anyone',
    says: 'The proof that a story was kept, for its author, as JSON',
    async handle(request) {
      const seen = await seeStory(log, lookerOf(request), request.params.story ?? '')
      const fact = seen?.isAuthor === true ? seen.story.told?.fact : undefined
      const proof =
        fact === undefined ? null : await proveFact(log, await keys(), seen?.ref.owner as Id, fact)
      if (proof === null) return unknownStory()
      const body = `${JSON.stringify(proof, null, 2)}\n`
      return { kind: 'download', name: 'proof.json', type: 'application/json', body }
    },
  },
  {
    method: 'GET',
    path: '/my-stories',
    access: 'person',
    says: 'What you have told',
    handle: (request) => showOwn(log, request),
  },
  ...codeRoutes(log),
]

const codeRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/sign-in/story-code',
    access: 'anyone',
    says: 'Come back to a story or a complaint with its code',
    handle: async () => codePage(freshEntry()),
  },
  {
    method: 'POST',
    path: '/sign-in/story-code',
    access: 'anyone',
    says: 'Open a story or a complaint with its code',
    async handle(request) {
      const read = codeForm.parse(request.form)
      if (!read.ok) return codePage(read.entry)
      const found = await comeBack(log, read.values.code, request.draftOwner)
      if (!found.ok) return codePage(refusedEntry({}, found.refusal))
      return { kind: 'redirect', to: foundAt(found.value) }
    },
  },
  {
    method: 'POST',
    path: '/sign-in/story-code/close',
    access: 'anyone',
    says: 'Close what was opened with a code in this browser',
    async handle(request) {
      await closeHere(log.db, request.draftOwner)
      await closeComplaintsHere(log.db, request.draftOwner)
      return { kind: 'redirect', to: '/have-a-say' }
    },
  },
]

/** Where what was found lies. */
function foundAt(found: Found): string {
  if (found.what === 'draft') return `/${found.journey}`
  return found.what === 'story' ? `/stories/${found.id}` : `/complaints/${found.id}`
}

const codePage = (entry: FormEntry): PageReply => ({
  kind: 'page',
  title: say.comeBack,
  ...(Object.keys(entry.errors).length > 0 ? { status: 422 } : {}),
  main: <ComeBackPage entry={entry} />,
  here,
  back: { href: here },
})

/** A code is shown once, to the browser that told the story, if nobody is signed in for it. */
async function showTold(log: Log, request: PageRequest, again: boolean): Promise<PageReply> {
  const { language, visitor } = request
  const looker = { visitor: { kind: 'nobody' } as const, browser: request.draftOwner }
  const seen = await seeStory(log, looker, request.params.story ?? '')
  if (seen === null || !seen.isAuthor || seen.story.told === null) return unknownStory()
  const { story, ref } = seen
  const { told } = seen.story
  const signedIn = visitor.kind === 'person' && visitor.person === ref.owner
  const first = story.wayBack === null
  const code = signedIn ? undefined : first || again ? await makeWayBack(log, ref) : null
  const kind = storyKindNamed(told.about)
  if (kind === undefined) return unknownStory()
  const seenBy = kind.toServiceAtOnce ? dueUnder(concernSeenWithin, told.at, 'england') : null
  const names = await organisationNames(log.db, told.organisations as never)
  const words = tellWords.in(language)
  return {
    kind: 'page',
    title: words.told,
    main: (
      <ToldPage
        story={story}
        kind={kind}
        id={ref.stream}
        code={code}
        organisations={[...names.values()]}
        seenBy={seenBy?.ok ? seenBy.value : null}
        outOfHours={isOutOfHours(told.at, 'england')}
        language={language}
      />
    ),
    here,
  }
}

async function showOwn(log: Log, request: PageRequest): Promise<PageReply> {
  const { person } = personOf(request)
  const refs = await ownStories(log.db, person)
  const stories = await Promise.all(
    refs.map(async (ref) => ({ id: ref.stream, story: await loadStory(log, ref) })),
  )
  const { language } = request
  return {
    kind: 'page',
    title: tellWords.in(language).mine,
    main: <OwnStoriesPage stories={stories} language={language} />,
    here,
    back: { href: here },
  }
}

/** A story for whoever may see it; reads as if there were none for everybody else. */
export async function withStory(
  log: Log,
  request: PageRequest,
  work: (seen: SeenStory) => Promise<PageReply>,
): Promise<PageReply> {
  const id = request.params.story ?? ''
  const seen = isId(id) ? await seeStory(log, lookerOf(request), id) : null
  return seen === null ? unknownStory() : work(seen)
}
