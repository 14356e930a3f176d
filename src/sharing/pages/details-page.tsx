// Putting somebody's details right: whom, what is right, and a second look before it is done.
import { type Day, formatNhsNumber, type Id, type NhsNumber } from '../../basics/index.ts'
import { type DetailKind, detailKinds, detailOf, type Person } from '../../identity/index.ts'
import { HowItReads, PlainWords } from '../../messages/index.ts'
import {
  Button,
  Card,
  DateInput,
  ErrorSummary,
  type FormEntry,
  type FormValues,
  formatDay,
  formatInstant,
  type Language,
  NotificationBanner,
  PageForm,
  PageHeading,
  SummaryList,
  Table,
  TextInput,
} from '../../web/index.ts'
import type { DetailsWords } from '../words/details-words.ts'

type Said = { readonly language: Language; readonly say: DetailsWords }

export function FindPersonPage({
  entry,
  say,
}: {
  readonly entry: FormEntry
  readonly say: DetailsWords
}) {
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      <p>{say.findLead}</p>
      <PageForm action="/details">
        <TextInput
          name="number"
          label={say.number}
          hint={say.numberHint}
          entry={entry}
          width={10}
        />
        <TextInput name="name" label={say.name} entry={entry} />
        <DateInput name="born" label={say.born} entry={entry} />
        <p>{say.receipt}</p>
        <Button>{say.look}</Button>
      </PageForm>
    </>
  )
}

export function DetailsPage(
  props: Said & {
    readonly at: string
    readonly person: Person
    readonly names: ReadonlyMap<Id, string>
    readonly entry: FormEntry
    readonly justDone: boolean
  },
) {
  const { at, person, entry, justDone, say } = props
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={say.receipt}>{say.of(detailOf(person, 'name') ?? '')}</PageHeading>
      {justDone && (
        <NotificationBanner success>
          <p>{say.done}</p>
        </NotificationBanner>
      )}
      <SummaryList
        rows={detailKinds.map((what) => ({
          name: say.what[what],
          value: detailSaid(what, detailOf(person, what), props),
        }))}
      />
      <h2>{say.change}</h2>
      <p>{say.changeLead}</p>
      <HowItReads name="reason" entry={entry} />
      <PageForm action={at}>
        <TextInput name="name" label={say.name} entry={entry} />
        <DateInput name="birthDate" label={say.born} entry={entry} />
        <TextInput
          name="nhsNumber"
          label={say.number}
          hint={say.numberHint}
          entry={entry}
          width={10}
        />
        <PlainWords name="reason" label={say.reason} hint={say.reasonHint} entry={entry} rows={3} />
        <Button>{say.go}</Button>
      </PageForm>
      <h2>{say.earlier}</h2>
      {person.putRight.length === 0 && <p>{say.earlierNone}</p>}
      {person.putRight.toReversed().map(({ id, at: when, by, reason, was }) => (
        <Card key={id} heading={formatInstant(when, props.language)} level={3}>
          <SummaryList
            rows={was.map(({ what, value }) => ({
              name: say.what[what],
              value: detailSaid(what, value, props),
            }))}
          />
          <p>
            {reason} {by !== null && `(${props.names.get(by) ?? ''})`}
          </p>
        </Card>
      ))}
    </>
  )
}

type Details = {
  readonly name: string
  readonly birthDate: Day | null
  readonly nhsNumber: string | null
  readonly reason: string
}

export function CheckDetailsPage(
  props: Said & {
    readonly at: string
    readonly person: Person
    readonly details: Details
    /** What the form carries on to the button that does it. */
    readonly typed: FormValues
  },
) {
  const { at, person, details, typed, say } = props
  const changed = detailKinds.filter((what) => details[what] !== detailOf(person, what))
  return (
    <>
      <PageHeading lead={say.checkLead} about={say.of(detailOf(person, 'name') ?? '')}>
        {say.check}
      </PageHeading>
      <Table
        caption={say.change}
        captionHeard
        columns={[say.change, say.was, say.becomes].map((heading) => ({ heading }))}
        rows={changed.map((what) => ({
          key: what,
          cells: [
            say.what[what],
            detailSaid(what, detailOf(person, what), props),
            <b key="becomes">{detailSaid(what, details[what], props)}</b>,
          ],
        }))}
      />
      <p>
        {say.reason} <b>{details.reason}</b>
      </p>
      <PageForm action={at}>
        {Object.entries(typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={String(value)} />
        ))}
        <input type="hidden" name="sure" value="yes" />
        <Button>{say.save}</Button>
      </PageForm>
      <p>
        <a href={at}>{say.back}</a>
      </p>
    </>
  )
}

function detailSaid(what: DetailKind, value: string | null, { language, say }: Said): string {
  if (value === null || value === '') return say.notKnown
  if (what === 'birthDate') return formatDay(value as Day, language)
  return what === 'nhsNumber' ? formatNhsNumber(value as NhsNumber) : value
}
