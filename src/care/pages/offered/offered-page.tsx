// What was offered at a diagnosis: the list, the form, and one with its gaps and next steps.
import {
  Button,
  ButtonLink,
  Card,
  CardGrid,
  Checkboxes,
  DateInput,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  formatDueDay,
  type Language,
  PageForm,
  PageHeading,
  PromiseState,
  Table,
  TextInput,
} from '../../../web/index.ts'
import type { Kept } from '../../actions/see-kept.ts'
import {
  baseline,
  offeredNone,
  type SupportCode,
  supportCodes,
} from '../../domain/offered/nine-supports.ts'
import { gapsIn, type Offered } from '../../domain/offered/offered.ts'
import type { OfferedWords } from '../../words/offered-words.ts'

type Said = { readonly say: OfferedWords; readonly language: Language }

export function OffersPage(props: Said & { readonly offers: readonly Kept<Offered>[] }) {
  const { offers, say, language } = props
  return (
    <>
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      {offers.length === 0 && (
        <EmptyState says={say.none}>
          <p>{say.noneNext}</p>
        </EmptyState>
      )}
      {offers.map(({ row, state: { said } }) =>
        said === null ? null : (
          <Card key={row.id} heading={said.condition} href={`/care/offered/${row.id}`}>
            <p>{say.count(said.offered.length, supportCodes.length)}</p>
            <p className="cp-small">{say.told(formatDueDay(said.toldOn, language))}</p>
          </Card>
        ),
      )}
      <ButtonLink href="/care/offered/add">{say.add}</ButtonLink>
    </>
  )
}

export function SayOfferedPage(props: {
  readonly entry: FormEntry
  readonly action: string
  readonly say: OfferedWords
}) {
  const { entry, action, say } = props
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading>{say.addTitle}</PageHeading>
      <PageForm action={action}>
        <TextInput
          name="condition"
          label={say.condition}
          hint={say.conditionHint}
          entry={entry}
          width={20}
        />
        <DateInput name="toldOn" label={say.toldOn} hint={say.toldOnHint} entry={entry} />
        <Checkboxes
          name="offered"
          label={say.which}
          hint={say.whichHint}
          entry={entry}
          choices={supportCodes.map((value) => ({ value, text: say.supports[value] }))}
        />
        <Button>{say.save}</Button>
      </PageForm>
    </>
  )
}

export function OfferedPage(props: Said & { readonly kept: Kept<Offered> }) {
  const { kept, say, language } = props
  const { said } = kept.state
  if (said === null) return null
  const gaps = gapsIn(kept.state)
  const address = `/care/offered/${kept.row.id}`
  return (
    <>
      <PageHeading
        about={say.told(formatDueDay(said.toldOn, language))}
        lead={say.count(said.offered.length, supportCodes.length)}
      >
        {say.toldTitle(said.condition)}
      </PageHeading>
      <h2>{say.gapsHeading}</h2>
      {gaps.length === 0 && <p>{say.noGaps}</p>}
      <CardGrid>
        {gaps.map((code) => (
          <GapCard key={code} {...props} code={code} address={address} />
        ))}
      </CardGrid>
      <p>
        <a href="/care/visits">{say.toVisits}</a>
      </p>
      <h2>{say.offeredHeading}</h2>
      {said.offered.length === 0 ? (
        <p>{say.nothingOffered}</p>
      ) : (
        <ul>
          {said.offered.map((code) => (
            <li key={code}>{say.supports[code]}</li>
          ))}
        </ul>
      )}
      <p>
        <a href={`${address}/change`}>{say.change}</a>
      </p>
      <Others offered={said.offered} say={say} />
    </>
  )
}

function GapCard(
  props: Said & {
    readonly kept: Kept<Offered>
    readonly code: SupportCode
    readonly address: string
  },
) {
  const { kept, code, address, say } = props
  const followed = kept.state.followed.get(code)
  return (
    <Card heading={say.supports[code]} level={3}>
      {followed !== undefined && (
        <p>
          <PromiseState standing="waiting" says={say.asked(followed.says)} />
        </p>
      )}
      {followed === undefined && (
        <PageForm action={`${address}/ask/${code}`}>
          <p>{say.questions[code]}</p>
          <Button kind="secondary">
            {say.ask}
            <span className="nhsuk-u-visually-hidden">{say.askFor(say.supports[code])}</span>
          </Button>
        </PageForm>
      )}
      {code === 'local-services' && (
        <p>
          <a href="/places">{say.lookFor}</a>
        </p>
      )}
    </Card>
  )
}

/** The figures of the survey: claims with their source, never a prediction. */
function Others(props: { readonly offered: readonly SupportCode[]; readonly say: OfferedWords }) {
  const { offered, say } = props
  return (
    <section>
      <h2>{say.compareHeading}</h2>
      <p>{say.compareLead}</p>
      <Table
        caption={say.compareCaption}
        columns={[
          { heading: say.compareWhat },
          { heading: say.compareOthers, numeric: true },
          { heading: say.compareYou },
        ]}
        rows={supportCodes.map((code) => ({
          key: code,
          cells: [
            say.supports[code],
            say.percent(baseline[code].percent),
            offered.includes(code) ? say.yes : say.no,
          ],
        }))}
      />
      <p>{say.offeredNone(offeredNone.percent)}</p>
      <p className="cp-small">{say.source(offeredNone.source)}</p>
    </section>
  )
}
