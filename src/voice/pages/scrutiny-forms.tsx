// The forms of health scrutiny: to refer a matter, and one for each step of the committee.
import {
  Button,
  DateInput,
  ErrorSummary,
  type FormEntry,
  formatList,
  PageForm,
  PageHeading,
  Radios,
  Select,
  SummaryList,
  Textarea,
  TextInput,
} from '../../web/index.ts'
import { partNames } from '../domain/report/report.ts'
import { evidenceWays, type Matter } from '../domain/scrutiny/matter.ts'
import { reportEnglish } from '../words/report-en.ts'
import { scrutinyWords } from '../words/scrutiny-words.ts'
import { matterAddress } from './matter-cards.tsx'
import type { StepName } from './scrutiny-pages.tsx'

const say = scrutinyWords.in('en')
const { form: words } = say

export const memberDecisions = ['for', 'against', 'abstained'] as const

export function ReferPage(props: {
  readonly entry: FormEntry
  /** The councils to choose from; none where the visitor takes it up for their own. */
  readonly committees: readonly { readonly organisation: string; readonly name: string }[]
  readonly own: boolean
  /** The report it is about, and the recommendations in it that have no answer. */
  readonly report: { readonly id: string; readonly title: string; readonly open: string[] } | null
}) {
  const { entry, committees, own, report } = props
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={words.referLead}>{own ? say.takeUp : say.refer}</PageHeading>
      <PageForm action="/scrutiny/new">
        {report !== null && (
          <>
            <p>
              {words.report} {report.title} ({formatList(report.open, 'en')}).
            </p>
            <input type="hidden" name="report" value={report.id} />
          </>
        )}
        <TextInput name="title" label={words.title} entry={entry} />
        <Textarea name="why" label={words.why} entry={entry} rows={6} />
        {!own && (
          <Select
            name="committee"
            label={words.committee}
            entry={entry}
            choices={committees.map(({ organisation, name }) => ({
              value: organisation,
              text: name,
            }))}
          />
        )}
        <Button>{own ? say.takeUp : words.send}</Button>
      </PageForm>
    </>
  )
}

export function StepPage(props: {
  readonly id: string
  readonly step: StepName
  readonly matter: Matter
  readonly entry: FormEntry
}) {
  const { id, step, matter, entry } = props
  const Fields = fields[step]
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={matter.referred?.title ?? ''}>{say.steps[step]}</PageHeading>
      {step === 'decide' && <DraftToRead matter={matter} />}
      <PageForm action={`${matterAddress(id)}/${step}`}>
        <Fields entry={entry} matter={matter} />
      </PageForm>
    </>
  )
}

type FieldsProps = { readonly entry: FormEntry; readonly matter: Matter }

const fields = {
  acknowledge: ({ entry }: FieldsProps) => (
    <>
      <Radios
        name="takenUp"
        label={words.takenUp}
        entry={entry}
        choices={[
          { value: 'yes', text: words.yes },
          { value: 'no', text: words.no },
        ]}
      />
      <Textarea name="says" label={words.says} entry={entry} rows={5} />
      <Button>{words.save}</Button>
    </>
  ),
  agenda: ({ entry }: FieldsProps) => (
    <>
      <DateInput name="meetingOn" label={words.meetingOn} entry={entry} />
      <TextInput name="where" label={words.where} entry={entry} />
      <TextInput name="item" label={words.item} entry={entry} width={3} inputMode="numeric" />
      <DateInput name="commentsBy" label={words.commentsBy} entry={entry} />
      <Textarea
        name="commentsTo"
        label={words.commentsTo}
        hint={words.commentsHint}
        entry={entry}
        rows={3}
      />
      <Button>{words.save}</Button>
    </>
  ),
  evidence: ({ entry }: FieldsProps) => (
    <>
      <TextInput name="what" label={words.what} hint={words.whatHint} entry={entry} />
      <TextInput name="givenBy" label={words.givenBy} hint={words.givenByHint} entry={entry} />
      <DateInput name="givenOn" label={words.givenOn} entry={entry} />
      <Radios
        name="way"
        label={words.way}
        entry={entry}
        choices={evidenceWays.map((value) => ({ value, text: say.ways[value] }))}
      />
      <Button>{words.keep}</Button>
    </>
  ),
  draft: DraftFields,
  decide: ({ entry, matter }: FieldsProps) => (
    <>
      <input type="hidden" name="draft" value={matter.drafts.length} />
      <Radios
        name="decision"
        label={words.decision}
        entry={entry}
        choices={memberDecisions.map((value) => ({ value, text: say.decisions[value] }))}
      />
      <Textarea
        name="says"
        label={words.decisionSays}
        hint={words.decisionHint}
        entry={entry}
        rows={3}
      />
      <Button>{words.decideButton}</Button>
    </>
  ),
} as const

function DraftFields({ entry }: FieldsProps) {
  const { addressee, addresseeHint, recommendations, recommendationsHint } = reportEnglish
  return (
    <>
      <p>{words.draftLead}</p>
      <TextInput name="title" label={reportEnglish.reportTitle} entry={entry} />
      <TextInput
        name="addressee"
        label={addressee}
        hint={addresseeHint}
        entry={entry}
        width={10}
        spellCheck={false}
      />
      <Textarea name="summary" label={reportEnglish.summary} entry={entry} rows={6} />
      {partNames.map((name) => (
        <Textarea key={name} name={name} label={reportEnglish[name]} entry={entry} rows={4} />
      ))}
      <Textarea
        name="recommendations"
        label={recommendations}
        hint={recommendationsHint}
        entry={entry}
        rows={8}
      />
      <Button>{words.draftButton}</Button>
    </>
  )
}

/** Everything that a member decides on, word for word. */
function DraftToRead({ matter }: { readonly matter: Matter }) {
  const draft = matter.drafts.at(-1)
  if (draft === undefined) return null
  const { title, summary, addressee, parts } = draft
  return (
    <SummaryList
      rows={[
        { name: reportEnglish.reportTitle, value: title },
        { name: reportEnglish.who, value: addressee.shownAs },
        { name: reportEnglish.summary, value: <p className="cp-as-written">{summary}</p> },
        ...partNames.map((name) => ({
          name: reportEnglish[name],
          value: <p className="cp-as-written">{parts[name]}</p>,
        })),
        ...draft.recommendations.map((text, place) => ({
          name: reportEnglish.recommendation(place + 1),
          value: text,
        })),
      ]}
    />
  )
}
