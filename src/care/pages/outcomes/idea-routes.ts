// The addresses of published ideas: read by anybody, made one's own, taken back by who wrote them.
import { createElement } from 'react'
import { type Id, isId, refuse } from '../../../basics/index.ts'
import { draftStore } from '../../../identity/index.ts'
import type { Log } from '../../../log/index.ts'
import { type PageReply, type PageRequest, pageFrom, type Route } from '../../../web/index.ts'
import { loadIdea, withdrawOwnIdea } from '../../actions/outcomes/keep-outcomes.ts'
import type { PublishedIdea } from '../../domain/outcomes/idea.ts'
import { refusals } from '../../domain/outcomes/refusals.ts'
import { grownFrom, listIdeas } from '../../store/ideas.ts'
import { outcomesWords } from '../../words/outcomes-words.ts'
import { type Ancestor, IdeaList, IdeaPage } from './idea-pages.tsx'
import { NAMING_DRAFT } from './own-routes.ts'
import { meOf, refused } from './place.ts'

export const ideaRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/ideas',
    access: 'anyone',
    says: 'The words of outcomes that people published',
    handle: (request) => showList(log, request),
  },
  {
    method: 'GET',
    path: '/ideas/:idea',
    access: 'anyone',
    says: 'One published idea, where it comes from, and what grew from it',
    handle: (request) => showIdea(log, request),
  },
  {
    method: 'POST',
    path: '/ideas/:idea/use',
    access: 'person',
    says: 'Make an idea my own, to change as I like',
    handle: (request) => useIdea(log, request),
  },
  {
    method: 'POST',
    path: '/ideas/:idea/back',
    access: 'person',
    says: 'Take back an idea that I published',
    handle: (request) => takeBack(log, request),
  },
]

const AT_A_TIME = 30

async function showList(log: Log, request: PageRequest): Promise<PageReply> {
  const page = pageFrom(request)
  const found = await listIdeas(log.db, (page - 1) * AT_A_TIME, AT_A_TIME + 1)
  const { language } = request
  const older = found.length > AT_A_TIME ? `/ideas?page=${page + 1}` : null
  const list = found.slice(0, AT_A_TIME)
  return {
    kind: 'page',
    title: outcomesWords.in(language).ideas.title,
    main: createElement(IdeaList, { list, older, language }),
    welsh: 'part',
  }
}

const unknown = (): PageReply => refused(refuse(refusals.ideaUnknown).refusal)

/** The idea as it was published; null where there is none. */
async function ideaAt(log: Log, { params }: PageRequest) {
  const id = params.idea
  if (!isId(id)) return null
  const idea = await loadIdea(log, id)
  return idea.published === null ? null : { id, ...idea, published: idea.published }
}

async function showIdea(log: Log, request: PageRequest): Promise<PageReply> {
  const idea = await ideaAt(log, request)
  if (idea === null) return unknown()
  const { language, visitor } = request
  const person = visitor.kind === 'person' ? visitor.person : null
  const say = outcomesWords.in(language).ideas
  const line = await ancestorsOf(log, idea.published)
  const grown = await grownFrom(log.db, idea.id)
  const mine = person !== null && idea.published.by === (person as string)
  const props = { idea, line, grown, mine, signedIn: person !== null, language }
  return {
    kind: 'page',
    title: idea.withdrawn ? say.gone : idea.published.says,
    main: createElement(IdeaPage, props),
    back: { href: '/ideas', text: say.title },
    welsh: 'part',
  }
}

// A line of descent that is longer is not a line that anybody reads.
const LONGEST_LINE = 20

/** What it grew from, and what that grew from, to the first. */
async function ancestorsOf(log: Log, { from }: PublishedIdea): Promise<readonly Ancestor[]> {
  const line: Ancestor[] = []
  let next = from
  while (next !== null && line.length < LONGEST_LINE) {
    const { published, withdrawn } = await loadIdea(log, next as Id)
    if (published === null) return line
    line.push({ id: next as Id, says: withdrawn ? null : published.says })
    next = published.from
  }
  return line
}

async function useIdea(log: Log, request: PageRequest): Promise<PageReply> {
  const idea = await ideaAt(log, request)
  if (idea === null || idea.withdrawn) return unknown()
  const { says, levels } = idea.published
  const scale = Object.fromEntries(levels.map((level, place) => [`level-${place}`, level]))
  const key = { owner: request.draftOwner, journey: NAMING_DRAFT }
  await draftStore(log.db, log.clock).save(key, { says, ...scale, template: idea.id })
  return { kind: 'redirect', to: '/outcomes/own/new' }
}

async function takeBack(log: Log, request: PageRequest): Promise<PageReply> {
  const idea = await ideaAt(log, request)
  const me = meOf(request)
  // Anybody can read it; only whoever published it takes it back.
  if (idea === null || idea.published.by !== (me.person as string)) return unknown()
  const done = await withdrawOwnIdea(log, me, idea.id, request.formKey)
  return done.ok ? { kind: 'redirect', to: `/ideas/${idea.id}` } : refused(done.refusal)
}
