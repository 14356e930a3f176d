// Asking the complainant whether another body may have the complaint: alone, or together.
import { dayIn, type Id, isId, LONDON, type OrganisationId } from '../../../basics/index.ts'
import { type ListedOrganisation, searchOrganisations } from '../../../identity/index.ts'
import type { Log } from '../../../log/index.ts'
import {
  Button,
  choiceField,
  defineForm,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  freshEntry,
  PageForm,
  PageHeading,
  type PageReply,
  type PageRequest,
  Radios,
  type Route,
  refusedEntry,
  SearchForm,
  Textarea,
  TextInput,
  textField,
  typedAt,
} from '../../../web/index.ts'
import { handle } from '../../actions/handle-complaint.ts'
import type { SeenComplaint } from '../../actions/see-complaint.ts'
import { askToShare } from '../../domain/complaint/parties.ts'
import { complaintWords, complaintWorkWords } from '../../words/words.ts'
import { atWork, complainantsOf, personIn, withSide } from './with.ts'

const say = complaintWords.in('en')
const work = complaintWorkWords.in('en')

const passForm = defineForm({
  how: choiceField(['pass', 'them', 'us'], work.selectHowShare),
  why: textField({ missing: work.enterWhy, longest: 2_000, tooLong: say.tooLong }),
})

export const passRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/complaints/:complaint/pass',
    access: 'person',
    says: 'Ask to pass a complaint on, or to answer it with others',
    handle: (request) =>
      withSide(log, request, 'body', (seen) => show(log, request, seen, freshEntry())),
  },
  {
    method: 'POST',
    path: '/complaints/:complaint/pass',
    access: 'person',
    says: 'Ask the complainant whether another body may have a complaint',
    handle: (request) => withSide(log, request, 'body', (seen) => ask(log, request, seen)),
  },
]

async function show(
  log: Log,
  request: PageRequest,
  seen: SeenComplaint,
  entry: FormEntry,
): Promise<PageReply> {
  const typed = typedAt(entry.typed, 'name')[0] ?? request.query.name ?? ''
  const name = typed.slice(0, 200).trim()
  const today = dayIn(LONDON, request.now)
  const found = name === '' ? null : await searchOrganisations(log.db, name, today)
  const others = found?.filter(
    ({ organisation }) => !seen.complaint.bodies.includes(organisation as Id),
  )
  return {
    kind: 'page',
    title: work.pass,
    ...(Object.keys(entry.errors).length > 0 ? { status: 422 } : {}),
    main: <PassPage id={seen.id} name={name} others={others ?? null} entry={entry} />,
    about: complainantsOf([seen]),
    here: atWork,
    back: { href: `/complaints/${seen.id}` },
  }
}

type PassProps = {
  readonly id: string
  readonly name: string
  readonly others: readonly ListedOrganisation[] | null
  readonly entry: FormEntry
}

function PassPage({ id, name, others, entry }: PassProps) {
  const at = `/complaints/${id}/pass`
  const find = { typed: { name }, errors: others === null ? entry.errors : {} }
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={work.passLead}>{work.pass}</PageHeading>
      <SearchForm action={at}>
        <TextInput name="name" label={work.passFind} hint={work.passFindHint} entry={find} />
        <Button kind="secondary">{work.find}</Button>
      </SearchForm>
      {others?.length === 0 && (
        <EmptyState says={work.passNone}>
          <p>{work.passNoneNext}</p>
        </EmptyState>
      )}
      {others !== null && others.length > 0 && (
        <PageForm action={at}>
          <input type="hidden" name="name" value={name} />
          <Radios
            name="other"
            label={work.passOther}
            entry={entry}
            choices={others.map((one) => ({ value: one.organisation, text: one.name }))}
          />
          <Radios
            name="how"
            label={work.passHow}
            entry={entry}
            choices={[
              { value: 'pass', text: work.passAlone },
              { value: 'them', text: work.passThem },
              { value: 'us', text: work.passUs },
            ]}
          />
          <Textarea name="why" label={work.passWhy} entry={entry} rows={4} />
          <Button>{work.passButton}</Button>
        </PageForm>
      )}
    </>
  )
}

async function ask(log: Log, request: PageRequest, seen: SeenComplaint): Promise<PageReply> {
  const [other = ''] = typedAt(request.form, 'other')
  const read = passForm.parse(request.form)
  const [known] = isId(other) ? await chosenAmong(log, request, other as OrganisationId) : []
  if (!read.ok || known === undefined) {
    const missing = { says: work.selectOther, at: 'other', whole: true }
    const errors = { ...(known === undefined ? { other: missing } : {}), ...read.entry.errors }
    return show(log, request, seen, { typed: request.form, errors })
  }
  const { how, why } = read.values
  const us = seen.side.side === 'body' ? seen.side.body : (other as Id)
  const asked = {
    other: other as Id,
    why,
    how: how === 'pass' ? ('pass' as const) : ('together' as const),
    lead: how === 'us' ? us : (other as Id),
  }
  const on = { by: personIn(request), stream: seen.id, key: request.formKey }
  const done = await handle(log, on, askToShare(seen.side, asked))
  if (!done.ok) return show(log, request, seen, refusedEntry(request.form, done.refusal, 'why'))
  return { kind: 'redirect', to: `/complaints/${seen.id}?said=done` }
}

/** Whether it is one of those that were shown for the name that was typed. */
async function chosenAmong(
  log: Log,
  request: PageRequest,
  other: OrganisationId,
): Promise<readonly ListedOrganisation[]> {
  const name = (typedAt(request.form, 'name')[0] ?? '').slice(0, 200).trim()
  const found = await searchOrganisations(log.db, name, dayIn(LONDON, request.now))
  return found.filter(({ organisation }) => organisation === other)
}
