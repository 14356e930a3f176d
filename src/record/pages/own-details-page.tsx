// Details of the person's own that are wrong: asking for them to be put right, and what is asked.
import { type Day, formatNhsNumber } from '../../basics/index.ts'
import {
  Button,
  type Choice,
  DateInput,
  ErrorSummary,
  type FormEntry,
  formatDay,
  formatDueDay,
  type Language,
  PageForm,
  PageHeading,
  Select,
  Table,
  Textarea,
  TextInput,
} from '../../web/index.ts'
import type { SeenCorrection } from '../actions/see-corrections.ts'
import { asAsked, type OwnDetails } from '../domain/own-details.ts'
import { correctionWords } from '../words/correction-words.ts'
import { ownDetailsWords } from '../words/own-details-words.ts'

export function AskForDetailsPage(props: {
  readonly entry: FormEntry
  readonly holders: readonly Choice[]
  readonly due: Day
  readonly language: Language
}) {
  const { entry, holders, due, language } = props
  const say = ownDetailsWords.in(language)
  const { ask } = correctionWords.in(language)
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      <PageForm action="/me/put-right">
        <TextInput name="name" label={say.name} hint={say.nameHint} entry={entry} />
        <DateInput name="born" label={say.born} hint={say.bornHint} entry={entry} />
        <TextInput
          name="number"
          label={say.number}
          hint={say.numberHint}
          entry={entry}
          width={10}
        />
        <Textarea name="wrong" label={say.wrong} hint={say.wrongHint} entry={entry} rows={3} />
        <Textarea
          name="evidence"
          label={say.evidence}
          hint={say.evidenceHint}
          entry={entry}
          rows={2}
        />
        <Select
          name="holder"
          label={say.holder}
          hint={say.holderHint}
          entry={entry}
          choices={[{ value: '', text: ask.choose }, ...holders]}
        />
        <p>{say.sees}</p>
        <p>
          <b>{ask.due(formatDueDay(due, language))}</b>
        </p>
        <Button>{say.send}</Button>
      </PageForm>
    </>
  )
}

/** One of the details in words. */
export function detailSaid(
  what: keyof OwnDetails,
  details: OwnDetails,
  language: Language,
): string {
  const { name, birthDate, nhsNumber } = details
  const none = ownDetailsWords.in(language).notKnown
  if (what === 'birthDate') return birthDate === null ? none : formatDay(birthDate, language)
  if (what === 'nhsNumber') return nhsNumber === null ? none : formatNhsNumber(nhsNumber)
  return name
}

/** What stands, beside what is asked, for those who answer. */
export function AskedDetailsTable(props: {
  readonly details: NonNullable<SeenCorrection['details']>
  readonly language: Language
}) {
  const { details, language } = props
  const say = ownDetailsWords.in(language)
  const right = asAsked(details.stands, details.asked)
  const asked = (['name', 'birthDate', 'nhsNumber'] as const).filter(
    (what) => details.asked[what] !== null,
  )
  return (
    <Table
      caption={say.work.table}
      columns={[say.what, say.stands, say.asked].map((heading) => ({ heading }))}
      rows={asked.map((what) => ({
        key: what,
        cells: [
          say.parts[what],
          detailSaid(what, details.stands, language),
          <b key="asked">{detailSaid(what, right, language)}</b>,
        ],
      }))}
    />
  )
}

/** What the person can do where it was declined. */
export function IfYouDisagree({ language }: { readonly language: Language }) {
  const say = ownDetailsWords.in(language)
  return (
    <>
      <h2>{say.disagree}</h2>
      <p>{say.disagreeLead}</p>
      <ul>
        <li>
          <a href="/complain">{say.complain}</a>
        </li>
        <li>{say.ico}</li>
      </ul>
    </>
  )
}
