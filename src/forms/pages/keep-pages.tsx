// What an administrator sees: a form checked before it comes in, and the licences to show one.
import {
  Button,
  DateInput,
  ErrorSummary,
  FileInput,
  type FormEntry,
  formatDay,
  Inset,
  type Language,
  PageForm,
  PageHeading,
  Radios,
  SummaryList,
  Table,
  Textarea,
  TextInput,
  WarningCallout,
} from '../../web/index.ts'
import type { Form } from '../domain/form.ts'
import type { Instrument } from '../domain/instruments.ts'
import type { LoadedForm } from '../domain/loaded-form.ts'
import type { Fault } from '../domain/questionnaire-in.ts'
import { keepFormsEnglish } from '../words/keep-forms-en.ts'
import { Wordings } from './form-pages.tsx'

const say = keepFormsEnglish

export function BringPage(props: { readonly entry: FormEntry; readonly faults: readonly Fault[] }) {
  const { entry, faults } = props
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={say.bring.lead}>{say.bring.title}</PageHeading>
      {faults.length > 0 && (
        <WarningCallout heading={say.bring.faults}>
          <p>{say.bring.faultsLead}</p>
          <Table
            caption={say.bring.faults}
            columns={[{ heading: say.bring.where }, { heading: say.bring.what }]}
            rows={faults.map(({ at, says }, place) => ({
              key: `${place}`,
              cells: [at, says],
            }))}
          />
        </WarningCallout>
      )}
      <PageForm action="/forms/bring" files>
        <FileInput
          name="file"
          label={say.bring.file}
          hint={say.bring.fileHint}
          entry={entry}
          accept=".json"
        />
        <Button>{say.bring.check}</Button>
      </PageForm>
    </>
  )
}

export type PreviewProps = {
  readonly entry: FormEntry
  readonly form: Form
  readonly notes: readonly string[]
  readonly instrument: Instrument | null
  /** The file, to be sent again with the answer. */
  readonly sent: string
  readonly language: Language
}

/** The form as it will be asked, before anything is kept. */
export function PreviewPage(props: PreviewProps) {
  const { entry, form, notes, instrument, sent, language } = props
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading>{form.title.en}</PageHeading>
      {instrument !== null && (
        <WarningCallout heading={say.bring.licensed}>
          <p>{say.bring.belongs(instrument.name, instrument.holder)}</p>
          <p>{`${say.licence.ask}: ${instrument.ask}.`}</p>
        </WarningCallout>
      )}
      {notes.length > 0 && <Inset>{notes.join(' ')}</Inset>}
      <h2>{say.bring.preview}</h2>
      <Wordings form={form} language={language} />
      <PageForm action="/forms/bring/keep">
        <input type="hidden" name="sent" value={sent} />
        <Radios
          name="terms"
          label={say.bring.keepIt}
          entry={entry}
          choices={[
            { value: 'ours', text: say.bring.ours },
            { value: 'free', text: say.bring.free },
            { value: 'licensed', text: say.bring.licensed, hint: say.bring.licensedHint },
          ]}
        />
        <TextInput name="says" label={say.bring.says} entry={entry} />
        <Button>{say.bring.keep}</Button>
      </PageForm>
      <p>
        <a href="/forms/bring">{say.bring.other}</a>
      </p>
    </>
  )
}

export type LicenceProps = {
  readonly loaded: LoadedForm
  readonly code: string
  readonly title: string
  readonly needed: boolean
  readonly holdsNow: boolean
  readonly entry: FormEntry
  readonly language: Language
}

export function LicencePage(props: LicenceProps) {
  const { loaded, code, title, needed, holdsNow, entry, language } = props
  const words = say.licence
  const state = loaded.licences.length === 0 ? words.none : holdsNow ? words.now : words.notNow
  const day = (one: Parameters<typeof formatDay>[0]) => formatDay(one, language)
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={words.lead}>{words.title(title)}</PageHeading>
      <Inset>{needed ? state : words.notNeeded}</Inset>
      {loaded.licences.length > 0 && <h2>{words.given}</h2>}
      {loaded.licences.map((one) => (
        <SummaryList
          key={`${one.reference} ${one.from}`}
          rows={[
            { name: words.holder, value: one.holder },
            { name: words.reference, value: one.reference },
            { name: words.proof, value: one.proof },
            {
              name: words.from,
              value: words.span(day(one.from), one.until === null ? null : day(one.until)),
            },
            ...(one.endedOn === null
              ? []
              : [{ name: words.end, value: words.ended(day(one.endedOn)) }]),
          ]}
        />
      ))}
      <h2>{words.record}</h2>
      <PageForm action={`/forms/${code}/licence`}>
        <TextInput name="holder" label={words.holder} entry={entry} />
        <TextInput name="reference" label={words.reference} entry={entry} />
        <Textarea name="proof" label={words.proof} hint={words.proofHint} entry={entry} rows={5} />
        <DateInput name="from" label={words.from} entry={entry} />
        <DateInput name="until" label={words.until} entry={entry} />
        <Button>{words.save}</Button>
      </PageForm>
      {holdsNow && needed && (
        <>
          <h2>{words.end}</h2>
          <p>{words.endLead}</p>
          <PageForm action={`/forms/${code}/licence/end`}>
            <TextInput name="why" label={words.why} entry={entry} />
            <Button kind="secondary">{words.endButton}</Button>
          </PageForm>
        </>
      )}
    </>
  )
}
