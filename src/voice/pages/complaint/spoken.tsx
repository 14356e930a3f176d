// A complaint made by word of mouth at the service: written down, and the record handed over.
import { dayIn, type Id, isId, LONDON, type OrganisationId } from '../../../basics/index.ts'
import { personOf } from '../../../identity/index.ts'
import type { Log } from '../../../log/index.ts'
import { linkedTo, loadPlace, placeNameOn } from '../../../places/index.ts'
import {
  Button,
  ButtonLink,
  choiceField,
  DateInput,
  dayField,
  defineForm,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  formatDay,
  formatDueDay,
  freshEntry,
  optional,
  PageForm,
  PageHeading,
  type PageReply,
  type PageRequest,
  PrintButton,
  Radios,
  type Route,
  refusedEntry,
  SummaryList,
  Textarea,
  TextInput,
  textField,
} from '../../../web/index.ts'
import { complain, makeComplaintWay } from '../../actions/handle-complaint.ts'
import { loadComplaint, type SeenComplaint } from '../../actions/see-complaint.ts'
import { complaintWords, complaintWorkWords } from '../../words/words.ts'
import { nextDays } from './code-routes.tsx'
import { atWork, unknownComplaint } from './with.ts'

const say = complaintWords.in('en')
const work = complaintWorkWords.in('en')
const nations = ['england', 'wales', 'scotland', 'northern-ireland'] as const
const text = (missing: string, longest: number) =>
  textField({ missing, longest, tooLong: say.tooLong })

type Offered = { readonly id: Id; readonly name: string }

const formFor = (places: readonly Offered[]) =>
  defineForm({
    place: choiceField(
      places.map(({ id }) => id),
      work.selectSpokenWhere,
    ),
    nation: choiceField(nations, say.selectNation),
    happened: text(say.enterHappened, 10_000),
    wants: optional(text('', 5_000)),
    when: optional(dayField({ name: say.whenName, missing: '' })),
    name: text(work.enterSpokenName, 200),
    contact: text(work.enterSpokenContact, 500),
  })

export const spokenRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/complaints/spoken',
    access: 'person',
    says: 'Write down a complaint made by word of mouth',
    handle: (request) => show(log, request, freshEntry()),
  },
  {
    method: 'POST',
    path: '/complaints/spoken',
    access: 'person',
    says: 'Make the written record of a complaint made by word of mouth',
    handle: (request) => write(log, request),
  },
  {
    method: 'GET',
    path: '/complaints/:complaint/written',
    access: 'person',
    says: 'The written record of a complaint, to print and hand over',
    handle: (request) => showRecord(log, request, false),
  },
  {
    method: 'POST',
    path: '/complaints/:complaint/written',
    access: 'person',
    says: 'The written record with a new code, before it has been read',
    handle: (request) => showRecord(log, request, true),
  },
]

const bodyOf = (request: PageRequest): OrganisationId | null =>
  personOf(request).acting?.organisationId ?? null

async function servicesOf(log: Log, body: OrganisationId, request: PageRequest) {
  const today = dayIn(LONDON, request.now)
  const ids = await linkedTo(log.db, body, 'provided-by', today)
  return Promise.all(
    ids.map(async (id) => ({ id, name: placeNameOn(await loadPlace(log, id), today) })),
  )
}

async function show(log: Log, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const body = bodyOf(request)
  const page = { kind: 'page', title: work.spoken, here: atWork, back: { href: atWork } } as const
  const wrong = Object.keys(entry.errors).length > 0 ? { status: 422 } : {}
  if (body === null) return { ...page, main: <Nothing says={work.noBody} next={work.noBodyNext} /> }
  const places = await servicesOf(log, body, request)
  if (places.length === 0) {
    return { ...page, main: <Nothing says={work.noServices} next={work.noServicesNext} /> }
  }
  return { ...page, ...wrong, main: <SpokenPage places={places} entry={entry} /> }
}

const Nothing = ({ says, next }: { readonly says: string; readonly next: string }) => (
  <>
    <PageHeading>{work.spoken}</PageHeading>
    <EmptyState says={says}>
      <p>{next}</p>
    </EmptyState>
  </>
)

function SpokenPage({ places, entry }: { places: readonly Offered[]; entry: FormEntry }) {
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={work.spokenLead}>{work.spoken}</PageHeading>
      <PageForm action="/complaints/spoken">
        <Radios
          name="place"
          label={work.spokenWhere}
          entry={entry}
          choices={places.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <Radios
          name="nation"
          label={say.nation}
          entry={{ ...entry, typed: { nation: 'england', ...entry.typed } }}
          choices={nations.map((value) => ({ value, text: say.nations[value] }))}
        />
        <Textarea name="happened" label={work.spokenSays} entry={entry} rows={8} />
        <Textarea name="wants" label={work.spokenWants} entry={entry} rows={3} />
        <DateInput name="when" label={work.spokenWhen} entry={entry} />
        <TextInput name="name" label={work.spokenName} entry={entry} />
        <TextInput
          name="contact"
          label={work.spokenContact}
          hint={work.spokenContactHint}
          entry={entry}
        />
        <Button>{work.spokenButton}</Button>
      </PageForm>
    </>
  )
}

async function write(log: Log, request: PageRequest): Promise<PageReply> {
  const body = bodyOf(request)
  if (body === null) return show(log, request, freshEntry())
  const { person } = personOf(request)
  const read = formFor(await servicesOf(log, body, request)).parse(request.form)
  if (!read.ok) return show(log, request, read.entry)
  const { place, nation, happened, wants = '', when, name, contact } = read.values
  const made = await complain(
    log,
    { by: person, browser: request.draftOwner, key: request.formKey },
    {
      says: happened,
      wants,
      how: 'oral',
      receivedAt: request.now,
      nation,
      body,
      complainant: null,
      places: [place as Id],
      happenedOn: when ?? null,
      representative: null,
      right: null,
      name,
      contact,
      writtenBy: person,
    },
  )
  if (!made.ok) return show(log, request, refusedEntry(request.form, made.refusal, 'happened'))
  return { kind: 'redirect', to: `/complaints/${made.value}/written` }
}

/** For whoever wrote it, in the role they wrote it in, until its owner has read it. */
async function showRecord(log: Log, request: PageRequest, again: boolean): Promise<PageReply> {
  const id = request.params.complaint ?? ''
  if (!isId(id)) return unknownComplaint()
  const complaint = await loadComplaint(log, id)
  const { received, record, wayBack, complainant } = complaint
  const { person, name } = personOf(request)
  const body = bodyOf(request)
  const theirs = received?.body.writtenBy === person && received.body.body === body
  const isRead = record !== null || complainant !== null
  if (received === null || !theirs || isRead) return unknownComplaint()
  const makes = wayBack === null || again
  const made = makes ? await makeComplaintWay(log, id, 'complainant', null) : null
  const code = made?.ok === true ? made.value : null
  const side = { side: 'body', body } as const
  const seen: SeenComplaint = { id, complaint, side, byCode: false, names: new Map() }
  const to = personOf(request).acting?.organisation ?? ''
  const main = <RecordPage seen={seen} code={code} by={name} to={to} />
  return { kind: 'page', title: work.written, main, here: atWork, back: { href: atWork } }
}

type RecordProps = {
  readonly seen: SeenComplaint
  readonly code: string | null
  readonly by: string
  readonly to: string
}

function RecordPage({ seen, code, by, to }: RecordProps) {
  const { received } = seen.complaint
  if (received === null) return null
  const { says, wants, name, contact, happenedOn, receivedAt } = received.body
  return (
    <>
      <PageHeading about={say.to(to)} lead={work.writtenLead}>
        {work.written}
      </PageHeading>
      <PrintButton />
      <SummaryList
        rows={[
          { name: say.complaintOf, value: name },
          { name: say.reachAt, value: contact },
          ...(happenedOn === null
            ? []
            : [{ name: say.whenName, value: formatDay(happenedOn, 'en') }]),
          { name: say.happened, value: says },
          ...(wants === '' ? [] : [{ name: say.wanted, value: wants }]),
        ]}
      />
      <p className="cp-small">
        {work.writtenBy(by, formatDueDay(dayIn(LONDON, receivedAt), 'en'))}
      </p>
      <h2>{say.madeNext}</h2>
      <ul>
        {nextDays(seen, 'en').map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>{work.writtenCheck}</h2>
      <p>{work.writtenCheckSays}</p>
      {code === null ? (
        <PageForm action={`/complaints/${seen.id}/written`}>
          <p>{work.writtenCodeGone}</p>
          <Button kind="secondary">{work.writtenCodeNew}</Button>
        </PageForm>
      ) : (
        <p>
          {say.code}: <b className="cp-reference">{code}</b>
          <br />
          {work.writtenCodeWhere} <a href="/sign-in/story-code">{say.comeBack}</a>
        </p>
      )}
      <p>
        <ButtonLink href="/complaints/spoken">{work.writeDown}</ButtonLink>
      </p>
    </>
  )
}
