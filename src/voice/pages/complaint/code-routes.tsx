// After a complaint is made: who reads it, by when, the code, and the code of whoever acts.
import { type Day, dayIn, LONDON, type Nation, type OrganisationId } from '../../../basics/index.ts'
import type { Log } from '../../../log/index.ts'
import {
  Button,
  ButtonLink,
  Card,
  Confirmation,
  formatDueDay,
  formatList,
  type Language,
  LinkButton,
  PageForm,
  PageHeading,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  typedAt,
  UrgentHelp,
  usePage,
} from '../../../web/index.ts'
import { handle, makeComplaintWay } from '../../actions/handle-complaint.ts'
import { loadComplaint, type SeenComplaint } from '../../actions/see-complaint.ts'
import { dueFor, explainBy } from '../../domain/complaint/clocks.ts'
import { confirmRecord } from '../../domain/complaint/parties.ts'
import { complaintWords } from '../../words/words.ts'
import { ComplaintPage } from './page.tsx'
import { useSay } from './use-say.ts'
import { here, personIn, unknownComplaint, withSide } from './with.ts'

export const codeRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/complaints/:complaint/made',
    access: 'anyone',
    says: 'What was just complained of: who reads it, by when, the code and the proof',
    handle: (request) =>
      withSide(log, request, 'complainant', (seen) => showMade(log, request, seen, false)),
  },
  {
    method: 'POST',
    path: '/complaints/:complaint/code',
    access: 'anyone',
    says: 'Make a new code for the way back to a complaint',
    handle: (request) =>
      withSide(log, request, 'complainant', (seen) => showMade(log, request, seen, true)),
  },
  {
    method: 'POST',
    path: '/complaints/:complaint/record',
    access: 'anyone',
    says: 'Say whether the written record of a complaint is right',
    handle: (request) =>
      withSide(log, request, 'complainant', (seen) => takeRecord(log, request, seen)),
  },
  {
    method: 'POST',
    path: '/complaints/:complaint/representative/code',
    access: 'anyone',
    says: 'Make a code for whoever acts in a complaint',
    handle: (request) =>
      withSide(log, request, 'complainant', (seen) => showTheirCode(log, seen, request)),
  },
]

const holderOf = ({ side }: SeenComplaint) =>
  side.side === 'complainant' && side.acts === 'representative' ? 'representative' : 'complainant'

/** A code is shown once, to whoever is not known by signing in. */
async function codeFor(
  log: Log,
  request: PageRequest,
  seen: SeenComplaint,
  again: boolean,
): Promise<string | null | undefined> {
  if (!seen.byCode) return undefined
  const holder = holderOf(seen)
  const { wayBack, representative } = seen.complaint
  const there = holder === 'complainant' ? wayBack : (representative?.wayBack ?? null)
  if (there !== null && !again) return null
  const made = await makeComplaintWay(log, seen.id, holder, request.draftOwner)
  return made.ok ? made.value : null
}

async function showMade(
  log: Log,
  request: PageRequest,
  seen: SeenComplaint,
  again: boolean,
): Promise<PageReply> {
  const code = await codeFor(log, request, seen, again)
  const title = complaintWords.in(request.language).made
  return { kind: 'page', title, main: <MadePage seen={seen} code={code} />, here, welsh: 'part' }
}

type MadeProps = {
  readonly seen: SeenComplaint
  /** The code, this once; null where it was shown before, undefined where none is needed. */
  readonly code: string | null | undefined
}

function MadePage({ seen, code }: MadeProps) {
  const { language } = usePage()
  const say = complaintWords.in(language)
  const { id } = seen
  return (
    <>
      <Confirmation heading={say.made}>
        {code !== undefined && <Code id={id} code={code} />}
        <h2>{say.madeNext}</h2>
        <ul>
          {nextDays(seen, language).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <h2>{say.madeReads}</h2>
        <p>{say.madeReaders(namesIn(seen, language))}</p>
        <p>
          <ButtonLink href={`/complaints/${id}`}>{say.madeSee}</ButtonLink>
        </p>
        <p>
          <a href={`/complaints/${id}/proof`}>{say.proof}</a>. {say.proofSays}
        </p>
      </Confirmation>
      <UrgentHelp />
      {code !== undefined && (
        <PageForm action="/sign-in/story-code/close">
          <LinkButton>{say.closeHere}</LinkButton>
        </PageForm>
      )}
    </>
  )
}

const namesIn = ({ complaint, names }: SeenComplaint, language: Language): string =>
  formatList(
    complaint.bodies.map((body) => names.get(body as OrganisationId) ?? ''),
    language,
  )

/** What happens by which day, by the rules of the nation. */
export function nextDays({ complaint }: SeenComplaint, language: Language): readonly string[] {
  const say = complaintWords.in(language)
  const on = (day: Day) => formatDueDay(day, language)
  const { received } = complaint
  if (received === null) return []
  const nation = received.body.nation as Nation
  const day = dayIn(LONDON, received.body.receivedAt)
  const acknowledge = dueFor(nation, 'acknowledge', day)
  const reply = dueFor(nation, 'reply', day)
  const explain = nation === 'england' ? explainBy(day, null) : null
  return [
    ...(acknowledge.ok && acknowledge.value !== null
      ? [say.madeAcknowledge(on(acknowledge.value))]
      : []),
    ...(reply.ok && reply.value !== null ? [say.madeReply(on(reply.value))] : []),
    ...(explain?.ok === true ? [say.madeExplain(on(explain.value))] : []),
  ]
}

function Code({ id, code }: { readonly id: string; readonly code: string | null }) {
  const say = useSay()
  if (code === null) {
    return (
      <PageForm action={`/complaints/${id}/code`}>
        <p>{say.codeAgain}</p>
        <Button kind="secondary">{say.codeNew}</Button>
      </PageForm>
    )
  }
  return (
    <Card heading={say.code}>
      <p>
        <b className="cp-reference">{code}</b>
      </p>
      <p>{say.codeSays}</p>
      <p>
        <a href="/sign-in/story-code">{say.comeBack}</a>
      </p>
    </Card>
  )
}

/** Whoever wrote it down saw the code: once its owner has read the record, that one ends. */
async function takeRecord(log: Log, request: PageRequest, seen: SeenComplaint): Promise<PageReply> {
  const say = complaintWords.in(request.language)
  const typed = (name: string) => typedAt(request.form, name)[0]?.trim() ?? ''
  const rule = confirmRecord(seen.side, typed('right') === 'yes', typed('record'))
  const on = { by: personIn(request), stream: seen.id, key: request.formKey }
  const done = await handle(log, on, rule)
  if (!done.ok) {
    const entry = refusedEntry(request.form, done.refusal, 'record')
    const props = { seen, promises: [], now: request.now, entry, said: false, mayKeep: false }
    const main = <ComplaintPage {...props} />
    return { kind: 'page', title: say.about, status: 422, main, here }
  }
  const to = `/complaints/${seen.id}?said=done`
  if (!seen.byCode) return { kind: 'redirect', to }
  const code = await codeFor(log, request, seen, true)
  if (typeof code !== 'string') return { kind: 'redirect', to }
  const main = (
    <>
      <PageHeading lead={say.codeFromStaff}>{say.done}</PageHeading>
      <Code id={seen.id} code={code} />
      <p>
        <ButtonLink href={`/complaints/${seen.id}`}>{say.madeSee}</ButtonLink>
      </p>
    </>
  )
  return { kind: 'page', title: say.code, main, here }
}

/** Only the complainant hands the code over: whoever acts gets none for somebody else. */
async function showTheirCode(
  log: Log,
  seen: SeenComplaint,
  { language }: PageRequest,
): Promise<PageReply> {
  const say = complaintWords.in(language)
  if (holderOf(seen) === 'representative') return unknownComplaint()
  const made = await makeComplaintWay(log, seen.id, 'representative', null)
  if (!made.ok) return { kind: 'refused', refusal: made.refusal }
  const { representative } = await loadComplaint(log, seen.id)
  const title = say.representativeCode(representative?.name ?? '')
  const main = (
    <>
      <PageHeading lead={say.representativeCodeSays}>{title}</PageHeading>
      <p>
        <b className="cp-reference">{made.value}</b>
      </p>
      <p>
        <ButtonLink href={`/complaints/${seen.id}`}>{say.madeSee}</ButtonLink>
      </p>
    </>
  )
  return { kind: 'page', title, main, here }
}
