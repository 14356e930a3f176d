// The addresses of formal complaints: the page of one, and what either side does there.
import { type Id, isId, type Result } from '../../../basics/index.ts'
import { exportStreams, type Log, proveFact } from '../../../log/index.ts'
import { answer as answerPromise, loadPromises } from '../../../promises/index.ts'
import {
  choiceField,
  dayField,
  defineForm,
  type FormEntry,
  freshEntry,
  optional,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
  typedAt,
} from '../../../web/index.ts'
import { followComplaint, promisesOfComplaint } from '../../actions/follow-complaint.ts'
import { handle } from '../../actions/handle-complaint.ts'
import type { SeenComplaint } from '../../actions/see-complaint.ts'
import * as decide from '../../domain/complaint/handle.ts'
import { outsideTheLaw } from '../../domain/complaint/outside.ts'
import * as parties from '../../domain/complaint/parties.ts'
import { responseParts } from '../../domain/complaint/response-parts.ts'
import { complaintWords, complaintWorkWords } from '../../words/words.ts'
import type { VoiceDeps } from '../tell-routes.tsx'
import { readableComplaint } from './bundle.tsx'
import { codeRoutes } from './code-routes.tsx'
import { decisionRoutes } from './decision.tsx'
import { complainRoutes } from './journey.tsx'
import { listRoute } from './list-page.tsx'
import { ComplaintPage } from './page.tsx'
import { passRoutes } from './pass.tsx'
import { spokenRoutes } from './spoken.tsx'
import {
  atWork,
  complainantsOf,
  here,
  noteOpened,
  personIn,
  unknownComplaint,
  withComplaint,
} from './with.ts'

const say = complaintWords.in('en')
const work = complaintWorkWords.in('en')
const text = (longest = 5_000, missing: string = say.says) =>
  textField({ missing, longest, tooLong: say.tooLong })

const planForm = defineForm({
  plan: text(),
  replyBy: dayField({ name: say.replyByName, missing: say.enterReplyBy }),
})
const acknowledgeForm = defineForm({
  how: choiceField(['written', 'oral'], work.selectHow),
  acknowledge: text(),
})
const learnForm = defineForm({
  learn: choiceField(['promise', 'none'], work.selectLearn),
  learned: text(),
  learnedBy: optional(text(200)),
  learnedDue: optional(dayField({ name: work.learnDue, missing: '' })),
})
const outsideForm = defineForm({
  ground: choiceField(
    outsideTheLaw.map(({ code }) => code),
    work.selectOutside,
  ),
  outside: text(5_000, work.enterOutside),
})
const nameForm = defineForm({
  representative: text(200, say.enterActsName),
  relation: text(200, say.enterActsRelation),
})

type Rule = Parameters<typeof handle>[2]
type Deed = (seen: SeenComplaint, request: PageRequest, log: Log) => Rule | FormEntry

export const complaintRoutes = (deps: VoiceDeps): readonly Route[] => {
  const { log, keys } = deps
  return [
    ...complainRoutes(log),
    listRoute(log),
    ...spokenRoutes(log),
    {
      method: 'GET',
      path: '/complaints/:complaint',
      access: 'anyone',
      says: 'A formal complaint, the same for both sides',
      handle: (request) =>
        withComplaint(log, request, (seen) => show(log, request, seen, freshEntry())),
    },
    {
      method: 'GET',
      path: '/complaints/:complaint/bundle',
      access: 'anyone',
      says: 'Everything about a complaint in one file that can be checked anywhere',
      handle: (request) =>
        withComplaint(log, request, async (seen) => {
          const key = (await keys()).at(-1)
          if (key === undefined) throw new Error('An installation has a key from its first start')
          await noteOpened(log, request, seen)
          const chunks: Uint8Array[] = []
          const leaving = readableComplaint(seen, request.now)
          for await (const chunk of exportStreams(log, key, seen.id, leaving)) chunks.push(chunk)
          const body = Buffer.concat(chunks)
          return { kind: 'download', name: 'complaint.zip', type: 'application/zip', body }
        }),
    },
    {
      method: 'GET',
      path: '/complaints/:complaint/proof',
      access: 'anyone',
      says: 'The proof that a complaint was kept, as JSON',
      handle: (request) =>
        withComplaint(log, request, async ({ id, complaint }) => {
          const fact = complaint.received?.id
          const proof = fact && (await proveFact(log, await keys(), id, fact))
          if (!proof) return unknownComplaint()
          const body = `${JSON.stringify(proof, null, 2)}\n`
          return { kind: 'download', name: 'proof.json', type: 'application/json', body }
        }),
    },
    ...codeRoutes(log),
    ...passRoutes(log),
    ...decisionRoutes(log),
    ...partyDeeds(log),
    ...bodyDeeds(log),
    ...endDeeds(log),
    happened(log),
  ]
}

const field = (request: PageRequest, name: string) => typedAt(request.form, name)[0]?.trim() ?? ''

/** What the complainant does, and both sides alike. */
const partyDeeds = (log: Log): readonly Route[] => [
  post(log, 'plan', 'Propose how a complaint is handled', ({ side }, request) => {
    const read = planForm.parse(request.form)
    if (!read.ok) return read.entry
    return decide.proposePlan(side, read.values.plan, read.values.replyBy, log.chance.id())
  }),
  post(log, 'agree', 'Agree how a complaint is handled', ({ side }, request) =>
    decide.agreePlan(side, field(request, 'plan') as Id),
  ),
  post(log, 'decline', 'Leave it to the body to set the time', ({ side }) =>
    decide.declineTalk(side, ''),
  ),
  post(log, 'sharing', 'Say whether another body may have a complaint', ({ side }, request) =>
    parties.answerSharing(side, field(request, 'asked') as Id, field(request, 'allowed') === 'yes'),
  ),
  post(log, 'representative', 'Let somebody act in a complaint', ({ side }, request) => {
    const read = nameForm.parse(request.form)
    if (!read.ok) return read.entry
    return parties.nameRepresentative(side, read.values.representative, read.values.relation)
  }),
  post(log, 'representative/end', 'End that somebody acts in a complaint', ({ side }, request) =>
    parties.endRepresentative(side, field(request, 'stop')),
  ),
  post(log, 'add', 'Add to a complaint, or say how the work goes', ({ side }, request) =>
    decide.tellProgress(side, field(request, 'add')),
  ),
  post(log, 'keep', 'Keep a complaint that was opened with a code', ({ side }, request) =>
    parties.keepComplaint(side, personIn(request) as Id),
  ),
]

/** What those who handle it do. */
const bodyDeeds = (log: Log): readonly Route[] => [
  post(log, 'acknowledge', 'Acknowledge a complaint', ({ side }, request) => {
    const read = acknowledgeForm.parse(request.form)
    if (!read.ok) return read.entry
    return decide.acknowledge(side, read.values.how, read.values.acknowledge)
  }),
  post(log, 'explain', 'Explain why a complaint is not answered yet', ({ side }, request) =>
    decide.explainDelay(side, field(request, 'explain')),
  ),
  post(log, 'outside', 'Say why the law asks for no answer to a complaint', ({ side }, request) => {
    const read = outsideForm.parse(request.form)
    if (!read.ok) return read.entry
    return decide.setOutside(side, read.values.ground, read.values.outside)
  }),
  post(log, 'part', 'Give one body’s part of the answer', ({ side }, request) =>
    parties.givePart(side, field(request, 'part')),
  ),
  post(log, 'respond', 'Send the response to a complaint', ({ side }, request) => {
    const parts = Object.fromEntries(responseParts.map(({ code }) => [code, field(request, code)]))
    return decide.sendResponse(side, parts, field(request, 'signedBy'))
  }),
  post(log, 'learn', 'Record what was learned from a complaint', ({ side }, request) => {
    const read = learnForm.parse(request.form)
    if (!read.ok) return read.entry
    const { learn, learned, learnedBy = '', learnedDue = null } = read.values
    const learning = { change: learn, says: learned, due: learnedDue, shownAs: learnedBy }
    return decide.recordLearning(side, learning)
  }),
]

/** How it ends. */
const endDeeds = (log: Log): readonly Route[] => [
  post(log, 'resolve', 'Say that a complaint is resolved at once', ({ side }, request) =>
    decide.resolveAtOnce(side, field(request, 'resolve')),
  ),
  post(log, 'ombudsman', 'Say that a complaint went to the ombudsman', ({ side }, request) =>
    decide.goToOmbudsman(side, field(request, 'ombudsman')),
  ),
  post(log, 'withdraw', 'Take a complaint back', ({ side }, request) =>
    decide.withdrawComplaint(side, field(request, 'withdraw')),
  ),
]

function post(log: Log, end: string, says: string, deed: Deed): Route {
  return {
    method: 'POST',
    path: `/complaints/:complaint/${end}`,
    access: end === 'keep' ? 'person' : 'anyone',
    says,
    handle: (request) =>
      withComplaint(log, request, async (seen) => {
        const rule = deed(seen, request, log)
        if (typeof rule !== 'function') return show(log, request, seen, rule)
        const on = { by: personIn(request), stream: seen.id, key: request.formKey }
        const done: Result<null> = await handle(log, on, rule)
        if (!done.ok) return show(log, request, seen, refusedEntry(request.form, done.refusal, end))
        // The job does it as well; the page that follows shows it already.
        if (end === 'learn') await followComplaint(log, seen.id)
        return { kind: 'redirect', to: `/complaints/${seen.id}?said=done` }
      }),
  }
}

/** The complainant says whether a promise that followed happened. */
const happened = (log: Log): Route => ({
  method: 'POST',
  path: '/complaints/:complaint/happened',
  access: 'anyone',
  says: 'Say whether what was promised in a complaint happened',
  handle: (request) =>
    withComplaint(log, request, async (seen) => {
      const promise = field(request, 'promise')
      const refs = promisesOfComplaint(seen.id, seen.complaint)
      const ref = refs.find(({ stream }) => stream === promise)
      const chosen = (['yes', 'no', 'not yet'] as const).find(
        (one) => one === field(request, 'happened'),
      )
      const { side } = seen
      // Whoever acts by code cannot speak in the name of a person who is known.
      const inAnothersName =
        side.side === 'complainant' && side.acts !== undefined && ref?.owner !== seen.id
      const wrong = ref === undefined || chosen === undefined || inAnothersName
      if (side.side !== 'complainant' || wrong) {
        return unknownComplaint()
      }
      const claim = field(request, 'claim')
      const said = { answer: chosen, says: '', ...(isId(claim) ? { claim } : {}) }
      const speaker = { person: ref.owner, organisation: null }
      const done = await answerPromise(log, ref, speaker, said, request.formKey)
      if (!done.ok) {
        return show(log, request, seen, refusedEntry(request.form, done.refusal, 'happened'))
      }
      return { kind: 'redirect', to: `/complaints/${seen.id}?said=done` }
    }),
})

async function show(
  log: Log,
  request: PageRequest,
  seen: SeenComplaint,
  entry: FormEntry,
): Promise<PageReply> {
  const { side } = seen
  const person = personIn(request)
  await noteOpened(log, request, seen)
  const promises = await loadPromises(log, promisesOfComplaint(seen.id, seen.complaint))
  const props = {
    seen,
    promises,
    now: request.now,
    entry,
    said: request.query.said === 'done',
    mayKeep: seen.byCode && person !== null && holderIsFree(seen),
  }
  return {
    kind: 'page',
    title: complaintWords.in(request.language).about,
    welsh: 'part',
    ...(Object.keys(entry.errors).length > 0 ? { status: 422 } : {}),
    main: <ComplaintPage {...props} />,
    about: complainantsOf([seen]),
    here: side.side === 'body' ? atWork : here,
    back: seen.byCode
      ? { href: here }
      : { href: '/complaints', text: side.side === 'body' ? work.theirs : say.mine },
  }
}

/** Whether nobody keeps this end of it yet. */
const holderIsFree = ({ side, complaint }: SeenComplaint): boolean =>
  side.side === 'complainant' &&
  (side.acts === undefined
    ? complaint.complainant === null
    : (complaint.representative?.by ?? null) === null)
