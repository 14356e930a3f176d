// Beginning a decision: what there is to decide, and with which decision aid.
import { createElement } from 'react'
import { refuse } from '../../../basics/index.ts'
import type { Log } from '../../../log/index.ts'
import {
  choiceField,
  defineForm,
  type FormEntry,
  freshEntry,
  optional,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
} from '../../../web/index.ts'
import { openAid } from '../../actions/aid/keep-aids.ts'
import { begin, mayWriteDecision } from '../../actions/decision/keep-decisions.ts'
import type { Parts } from '../../domain/decision/decision.ts'
import { optionsOf, toolOf } from '../../domain/decision/from-aid.ts'
import { refusals } from '../../domain/decision/refusals.ts'
import { sideOf } from '../../domain/plan/plan.ts'
import { listAids } from '../../store/aid-rows.ts'
import { decisionWords } from '../../words/decision-words.ts'
import { aboutOf, bothPlaces, type Handle, type Place, refused } from '../plan/place.ts'
import { BeginPage } from './begin-page.tsx'

const english = decisionWords.in('en')
export const NO_AID = 'none'

export const beginRoutes = (log: Log): readonly Route[] => {
  const both = (method: Route['method'], own: string, theirs: string, to: Handle) =>
    bothPlaces(log, method, '/decisions/begin', [own, theirs], to)
  return [
    ...both('GET', 'Begin a decision', 'Begin a decision with somebody', show),
    ...both('POST', 'Begin a decision', 'Begin a decision with somebody', beginIt),
  ]
}

const mayBegin = (log: Log, { writer, person }: Place): boolean =>
  writer !== null && mayWriteDecision(log, writer, person as Parameters<typeof mayWriteDecision>[2])

const show: Handle = (log, request, at) => beginPage(log, request, at, freshEntry())

async function beginPage(
  log: Log,
  request: PageRequest,
  at: Place,
  entry: FormEntry,
): Promise<PageReply> {
  if (!mayBegin(log, at)) return refused(refuse(refusals.decisionUnknown).refusal)
  const { language } = request
  const aids = (await listAids(log.db)).filter(({ withdrawnAt }) => withdrawnAt === null)
  const forOthers = at.writer !== null && sideOf(at.writer.speaker) !== 'person'
  const say = decisionWords.in(language)
  return {
    kind: 'page',
    title: say.begin,
    main: createElement(BeginPage, {
      aids,
      action: `${at.base}/decisions/begin`,
      entry,
      forOthers,
      language,
    }),
    back: { href: `${at.base}/decisions`, text: say.back },
    here: at.here,
    welsh: 'part',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
    ...aboutOf(at),
  }
}

const longest = { longest: 400, tooLong: english.tooLong }

const beginIt: Handle = async (log, request, at) => {
  const { writer } = at
  if (writer === null) return refused(refuse(refusals.decisionUnknown).refusal)
  const names = (await listAids(log.db)).map(({ aid }) => aid)
  const read = defineForm({
    question: textField({ missing: english.beginMissing, ...longest }),
    aid: choiceField([NO_AID, ...names], english.chooseAid),
    because: optional(textField({ missing: '', ...longest })),
  }).parse(request.form)
  if (!read.ok) return beginPage(log, request, at, read.entry)
  const { question, aid, because = null } = read.values
  const opened = aid === NO_AID ? null : await openAid(log, aid)
  if (opened !== null && !opened.ok) return refused(opened.refusal)
  const built = opened?.value.aid ?? null
  const parts: Parts = { question, ...(built === null ? {} : optionsOf(built)) }
  const beginning = { tool: toolOf(built), parts, because }
  const done = await begin(log, at.person, writer, beginning, request.formKey)
  if (done.ok) return { kind: 'redirect', to: `${at.base}/decisions/${done.value}` }
  return beginPage(log, request, at, refusedEntry(request.form, done.refusal, 'question'))
}
