// Bringing in what the ombudsman decided: its letter, and each recommendation with its day.
import { type Day, isPicture, mediaTypes, type Result, refuse } from '../../../basics/index.ts'
import type { Log } from '../../../log/index.ts'
import {
  Button,
  choiceField,
  DateInput,
  Details,
  dayField,
  defineForm,
  ErrorSummary,
  FileInput,
  type FormEntry,
  freshEntry,
  optional,
  PageForm,
  PageHeading,
  type PageReply,
  type PageRequest,
  Radios,
  type Route,
  refusedEntry,
  Textarea,
  TextInput,
  textField,
  typedAt,
} from '../../../web/index.ts'
import { followComplaint } from '../../actions/follow-complaint.ts'
import { handle } from '../../actions/handle-complaint.ts'
import type { SeenComplaint } from '../../actions/see-complaint.ts'
import { takeFile } from '../../actions/take-file.ts'
import { recordDecision } from '../../domain/complaint/handle.ts'
import { refusals } from '../../domain/complaint/refusals.ts'
import { complaintWords, complaintWorkWords } from '../../words/words.ts'
import {
  complainantsOf,
  here,
  noteOpened,
  personIn,
  unknownComplaint,
  withComplaint,
} from './with.ts'

const say = complaintWords.in('en')
const work = complaintWorkWords.in('en')
const outcomes = ['upheld', 'partly', 'not-upheld'] as const
const places = [1, 2, 3, 4, 5] as const
type Place = (typeof places)[number]

const recommended = textField({ missing: '', longest: 2_000, tooLong: say.tooLong })
const dueField = optional(dayField({ name: work.recommendationDueName, missing: '' }))

const decisionForm = defineForm({
  outcome: choiceField(outcomes, work.selectOutcome),
  number: optional(textField({ missing: '', longest: 100, tooLong: say.tooLong })),
  decidedOn: dayField({ name: work.decisionOnName, missing: work.enterDecisionOn }),
  decided: textField({ missing: work.enterDecisionSays, longest: 10_000, tooLong: say.tooLong }),
  recommendation1: optional(recommended),
  recommendation1Due: dueField,
  recommendation2: optional(recommended),
  recommendation2Due: dueField,
  recommendation3: optional(recommended),
  recommendation3Due: dueField,
  recommendation4: optional(recommended),
  recommendation4Due: dueField,
  recommendation5: optional(recommended),
  recommendation5Due: dueField,
})

export const decisionRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: '/complaints/:complaint/decision',
    access: 'anyone',
    says: 'Bring in what the ombudsman decided',
    handle: (request) => withComplaint(log, request, async (seen) => show(seen, freshEntry())),
  },
  {
    method: 'POST',
    path: '/complaints/:complaint/decision',
    access: 'anyone',
    says: 'Keep what the ombudsman decided, with its letter',
    files: { most: 1, megabytes: 10 },
    handle: (request) => withComplaint(log, request, (seen) => keep(log, request, seen)),
  },
  {
    method: 'GET',
    path: '/complaints/:complaint/decision/file',
    access: 'anyone',
    says: 'The letter of the ombudsman, as it was sent in',
    handle: (request) =>
      withComplaint(log, request, async (seen) => {
        const { id, complaint } = seen
        await noteOpened(log, request, seen)
        const file = complaint.ombudsman?.body.file ?? null
        const body = file === null ? null : await log.files.read(id, file.digest)
        const type = file?.type as keyof typeof mediaTypes
        if (body === null || !Object.hasOwn(mediaTypes, type)) return unknownComplaint()
        const shown = isPicture(type) ? ({ shown: true } as const) : {}
        const name = `ombudsman.${type}`
        return { kind: 'download', name, type: mediaTypes[type], body, ...shown }
      }),
  },
]

function show(seen: SeenComplaint, entry: FormEntry): PageReply {
  if (seen.complaint.ombudsmanAskedAt === null || seen.complaint.ombudsman !== null) {
    return { kind: 'refused', refusal: refuse(refusals.complaintOmbudsmanFirst).refusal }
  }
  return {
    kind: 'page',
    title: work.decision,
    ...(Object.keys(entry.errors).length > 0 ? { status: 422 } : {}),
    main: <DecisionPage id={seen.id} entry={entry} />,
    about: complainantsOf([seen]),
    here,
    back: { href: `/complaints/${seen.id}` },
  }
}

function DecisionPage({ id, entry }: { readonly id: string; readonly entry: FormEntry }) {
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={work.decisionLead}>{work.decision}</PageHeading>
      <PageForm action={`/complaints/${id}/decision`} files>
        <Radios
          name="outcome"
          label={work.decisionOutcome}
          entry={entry}
          choices={outcomes.map((value) => ({ value, text: say.outcomes[value] }))}
        />
        <TextInput name="number" label={work.decisionNumber} entry={entry} width={20} />
        <DateInput name="decidedOn" label={work.decisionOn} entry={entry} />
        <Textarea name="decided" label={work.decisionSays} entry={entry} rows={5} />
        <FileInput
          name="file"
          label={work.decisionFile}
          hint={work.decisionFileHint}
          accept=".pdf,image/jpeg,image/png"
          entry={entry}
        />
        <RecommendationPart place={1} entry={entry} />
        <Details summary={work.recommendationsMore} open={places.some(isFilled(entry))}>
          {places.slice(1).map((place) => (
            <RecommendationPart key={place} place={place} entry={entry} />
          ))}
        </Details>
        <Button>{work.decisionButton}</Button>
      </PageForm>
    </>
  )
}

/** Of those after the first, which somebody began. */
const isFilled =
  ({ typed }: FormEntry) =>
  (place: Place): boolean =>
    place > 1 &&
    Object.keys(typed).some(
      (name) =>
        name.startsWith(`recommendation${place}`) &&
        typedAt(typed, name).some((one) => one.trim() !== ''),
    )

function RecommendationPart(props: { readonly place: Place; readonly entry: FormEntry }) {
  const { place, entry } = props
  return (
    <fieldset className="nhsuk-fieldset">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">
        {work.recommendation(place)}
      </legend>
      <Textarea
        name={`recommendation${place}`}
        label={work.recommendationWords}
        hint={place === 1 ? work.recommendationNone : work.recommendationHint}
        entry={entry}
        rows={2}
      />
      <DateInput name={`recommendation${place}Due`} label={work.recommendationDue} entry={entry} />
    </fieldset>
  )
}

type Recommendation = { readonly says: string; readonly due: Day }
type Typed = Extract<ReturnType<typeof decisionForm.parse>, { ok: true }>['values']

/** Words and a day belong together. Refuses `complaint-recommendation-half`. */
function recommendationsIn(values: Typed): Result<Recommendation[]> {
  const list: Recommendation[] = []
  for (const place of places) {
    const says = values[`recommendation${place}`]
    const due = values[`recommendation${place}Due`]
    if (says === undefined && due === undefined) continue
    if (says === undefined || due === undefined) {
      const field = `recommendation${place}${says === undefined ? '' : 'Due-day'}`
      return refuse(refusals.complaintRecommendationHalf, {}, field)
    }
    list.push({ says, due })
  }
  return { ok: true, value: list }
}

async function keep(log: Log, request: PageRequest, seen: SeenComplaint): Promise<PageReply> {
  const again = (refusal: Parameters<typeof refusedEntry>[1]) =>
    show(seen, refusedEntry(request.form, refusal, 'decided'))
  const read = decisionForm.parse(request.form)
  if (!read.ok) return show(seen, read.entry)
  const recommendations = recommendationsIn(read.values)
  if (!recommendations.ok) return again(recommendations.refusal)
  const [sent] = request.files.filter(({ bytes }) => bytes.length > 0)
  const taken = sent === undefined ? null : takeFile(sent.bytes, ['pdf', 'jpeg', 'png'], 'file')
  if (taken?.ok === false) return again(taken.refusal)
  const before = await log.files.list(seen.id)
  const file =
    taken === null
      ? null
      : { digest: await log.files.keep(seen.id, taken.value.bytes), type: taken.value.type }
  const { outcome, number = '', decidedOn, decided } = read.values
  const decision = { outcome, number, decidedOn, file, says: decided }
  const rule = recordDecision(seen.side, { ...decision, recommendations: recommendations.value })
  const on = { by: personIn(request), stream: seen.id, key: request.formKey }
  const done = await handle(log, on, rule)
  if (!done.ok) {
    if (file !== null && !before.includes(file.digest)) await log.files.remove(seen.id, file.digest)
    return again(done.refusal)
  }
  await followComplaint(log, seen.id)
  return { kind: 'redirect', to: `/complaints/${seen.id}?said=done` }
}
