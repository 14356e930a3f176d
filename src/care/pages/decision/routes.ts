// The addresses of decisions: one's own, and those of people who share theirs.
import { createElement } from 'react'
import { type Id, isId, refuse } from '../../../basics/index.ts'
import type { Log } from '../../../log/index.ts'
import {
  type FormEntry,
  freshEntry,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
} from '../../../web/index.ts'
import { openAid } from '../../actions/aid/keep-aids.ts'
import { type Deed, doIn, mayWriteDecision } from '../../actions/decision/keep-decisions.ts'
import { saidAgainOf } from '../../actions/decision/release-again.ts'
import { seeDecision, seeDecisions } from '../../actions/decision/see-decisions.ts'
import type { Writer } from '../../actions/plan/change-plan.ts'
import { mayWriteIn, workOn } from '../../domain/decision/decide.ts'
import type { Decision } from '../../domain/decision/decision.ts'
import { requestGroupOf } from '../../domain/decision/fhir.ts'
import { headingsOf } from '../../domain/decision/headings.ts'
import { portraitOf } from '../../domain/decision/portrait.ts'
import { refusals } from '../../domain/decision/refusals.ts'
import { sideOf } from '../../domain/plan/plan.ts'
import { decisionWords } from '../../words/decision-words.ts'
import { planWords } from '../../words/plan-words.ts'
import { aboutOf, bothPlaces, type Handle, type Place, refused } from '../plan/place.ts'
import { type DeedName, deeds, doneBy, readDeed } from './act-forms.ts'
import { DeedPage, wordsOf } from './act-pages.tsx'
import { beginRoutes } from './begin-routes.ts'
import { DecisionPage } from './decision-page.tsx'
import { DecisionsPage } from './list-page.tsx'
import {
  isWrittenHeading,
  partOf,
  readWritten,
  type WrittenHeading,
  writtenEntry,
} from './write-form.ts'
import { WritePage } from './write-page.tsx'

export const decisionRoutes = (log: Log): readonly Route[] => {
  const both = (method: Route['method'], path: string, own: string, theirs: string, to: Handle) =>
    bothPlaces(log, method, `/decisions${path}`, [own, theirs], to)
  const one = '/:decision'
  return [
    ...both('GET', '', 'My decisions', 'Decisions that are shared with me', showList),
    ...beginRoutes(log),
    ...both('GET', one, 'One of my decisions', 'One decision shared with me', showOne),
    ...both('GET', `${one}/write/:heading`, 'Write in my decision', 'Write in a decision', write),
    ...both('POST', `${one}/write/:heading`, 'Keep what I wrote', 'Keep what was written', keep),
    ...both('GET', `${one}/do/:deed`, 'Choose, comment, change my mind', 'Record a talk', ask),
    ...both('POST', `${one}/do/:deed`, 'What I choose or add', 'What a professional adds', doIt),
    ...both('GET', `${one}/file/:as`, 'My decision as a file', 'A decision as a file', give),
  ]
}

const unknown = (): PageReply => refused(refuse(refusals.decisionUnknown).refusal)

const showList: Handle = async (log, request, at) => {
  const seen = await seeDecisions(log, at.look('/decisions'))
  if (!seen.ok) return refused(seen.refusal)
  const { language } = request
  const { base, name, writer } = at
  const say = decisionWords.in(language)
  const mayBegin = writer !== null && mayWriteDecision(log, writer, at.person as Id)
  const decisions = seen.value
  return {
    kind: 'page',
    title: name === null ? say.title : say.titleOf(name),
    main: createElement(DecisionsPage, { decisions, base, name, mayBegin, language }),
    here: at.here,
    back: { href: at.base, text: planWords.in(language)[name === null ? 'back' : 'backOf'] },
    welsh: 'part',
    ...aboutOf(at),
  }
}

/** A decision that the visitor may see, and as whom they may write in it. */
type Found = {
  readonly id: Id
  readonly state: Decision
  readonly writer: Writer | null
  readonly here: string
}

async function find(log: Log, { params }: PageRequest, at: Place, where: string, act?: 'print') {
  const id = params.decision
  if (!isId(id)) return unknown()
  const seen = await seeDecision(log, at.look(`/decisions${where}`, act), id)
  if (!seen.ok) return refused(seen.refusal)
  const { labels } = seen.value
  const may = at.writer !== null && mayWriteDecision(log, at.writer, id, labels)
  const writer = may ? at.writer : null
  const here = `${at.base}/decisions/${id}`
  return { id, state: seen.value.state, writer, here } satisfies Found
}

const isReply = (found: Found | PageReply): found is PageReply => 'kind' in found

const showOne: Handle = async (log, request, at) => {
  const found = await find(log, request, at, '/one')
  if (isReply(found)) return found
  const { state, writer, here } = found
  const { language } = request
  const { tool } = state
  const opened = tool === null ? null : await openAid(log, tool.aid, tool.version)
  const say = decisionWords.in(language)
  return {
    kind: 'page',
    title: `${say.states[state.status]}: ${state.parts.question}`,
    main: createElement(DecisionPage, {
      state,
      here,
      name: at.name,
      speaker: writer?.speaker ?? null,
      opened: opened?.ok === true ? opened.value : null,
      saidAgain: tool === null ? null : await saidAgainOf(log, tool),
      language,
    }),
    back: { href: `${at.base}/decisions`, text: say.back },
    here: at.here,
    welsh: 'part',
    ...aboutOf(at),
  }
}

const chosenOption = ({ query }: PageRequest): string => query.option ?? ''

/** The same for whoever may write in it; to anybody else it reads as unknown, before any look. */
async function findToWrite(log: Log, request: PageRequest, at: Place, where: string) {
  const id = request.params.decision
  const may = isId(id) && at.writer !== null && mayWriteDecision(log, at.writer, id)
  return may ? find(log, request, at, where) : unknown()
}

const write: Handle = async (log, request, at) => {
  const { heading } = request.params
  const found = await findToWrite(log, request, at, '/write')
  if (isReply(found)) return found
  if (!isWrittenHeading(heading)) return unknown()
  const entry = writtenEntry(heading, found.state.parts, chosenOption(request))
  return writePage(request, at, found, heading, entry)
}

function writePage(
  request: PageRequest,
  at: Place,
  { state, writer, here }: Found,
  heading: WrittenHeading,
  entry: FormEntry,
): PageReply {
  const may = writer !== null && mayWriteIn(partOf(heading), writer.speaker)
  if (!may) return refused(refuse(refusals.notYourPart).refusal)
  const { language } = request
  const option = chosenOption(request)
  const query = option === '' ? '' : `?option=${encodeURIComponent(option)}`
  const say = decisionWords.in(language)
  return {
    kind: 'page',
    title: say.headings[heading],
    main: createElement(WritePage, {
      heading,
      question: state.parts.question,
      action: `${here}/write/${heading}${query}`,
      entry,
      isThere: state.parts.options.some(({ id }) => id === option),
      language,
    }),
    back: { href: here, text: say.backTo },
    here: at.here,
    welsh: 'part',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
    ...aboutOf(at),
  }
}

const keep: Handle = async (log, request, at) => {
  const { heading } = request.params
  const found = await findToWrite(log, request, at, '/write')
  if (isReply(found)) return found
  if (!isWrittenHeading(heading) || found.writer === null) return unknown()
  const read = readWritten(heading, request.form, found.state.parts, chosenOption(request))
  if (!read.ok) return writePage(request, at, found, heading, read.entry)
  const deed: Deed = (speaker) => workOn(speaker, read.parts)
  const done = await perform(log, request, at, found, deed)
  if (done.ok) return { kind: 'redirect', to: found.here }
  const entry = refusedEntry(request.form, done.refusal, heading === 'option' ? 'name' : 'says')
  return writePage(request, at, found, heading, entry)
}

const perform = (log: Log, request: PageRequest, at: Place, found: Found, deed: Deed) =>
  doIn(
    log,
    { person: at.person, decision: found.id },
    found.writer as Writer,
    deed,
    request.formKey,
  )

const isDeed = (name: string | undefined): name is DeedName => deeds.some((one) => one === name)

const ask: Handle = async (log, request, at) => {
  const found = await findToWrite(log, request, at, '/do')
  if (isReply(found)) return found
  return deedPage(request, at, found, freshEntry({ labels: [...found.state.labels] }))
}

function deedPage(request: PageRequest, at: Place, found: Found, entry: FormEntry): PageReply {
  const { deed } = request.params
  const { state, writer, here } = found
  if (!isDeed(deed) || writer === null) return unknown()
  const by = doneBy[deed]
  const side = sideOf(writer.speaker)
  if (by !== 'anyone' && by !== side) {
    const professional = deed === 'form' ? refusals.formByProfessional : refusals.talkByProfessional
    const kind = by === 'person' ? refusals.choiceTheirs : professional
    return refused(refuse(kind).refusal)
  }
  const { language } = request
  const action = `${here}/do/${deed}`
  return {
    kind: 'page',
    title: wordsOf(deed, language).title,
    main: createElement(DeedPage, { deed, state, action, entry, language }),
    back: { href: here, text: decisionWords.in(language).backTo },
    here: at.here,
    welsh: 'part',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
    ...aboutOf(at),
  }
}

const doIt: Handle = async (log, request, at) => {
  const { deed } = request.params
  const found = await findToWrite(log, request, at, '/do')
  if (isReply(found)) return found
  if (!isDeed(deed) || found.writer === null) return unknown()
  const read = readDeed(deed, request.form, found.state, request.now)
  if (!read.ok) return deedPage(request, at, found, read.entry)
  const done = await perform(log, request, at, found, read.deed)
  if (done.ok) return { kind: 'redirect', to: found.here }
  if (done.refusal.field === undefined) return refused(done.refusal)
  return deedPage(request, at, found, refusedEntry(request.form, done.refusal))
}

/** The decision for another system; how it stands is in the name of the file too. */
const give: Handle = async (log, request, at) => {
  const { as } = request.params
  const found = await find(log, request, at, '/file', 'print')
  if (isReply(found)) return found
  if (as !== 'headings' && as !== 'fhir') return unknown()
  const shown = portraitOf(found.state)
  const { id } = found
  const held =
    as === 'headings' ? headingsOf(shown) : requestGroupOf(shown, { id, person: at.person })
  const status = shown.status.replaceAll(' ', '-')
  return {
    kind: 'download',
    name: `decision-${status}.json`,
    type: as === 'fhir' ? 'application/fhir+json' : 'application/json',
    body: `${JSON.stringify(held, null, 2)}\n`,
  }
}
