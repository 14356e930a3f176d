// Information that was sent: the list, and one with its source, review date and reading age.
import type { Day } from '../../../basics/index.ts'
import {
  Button,
  ButtonLink,
  Card,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  formatDay,
  formatDayOf,
  Inset,
  type Language,
  PageForm,
  PageHeading,
  Radios,
  SummaryList,
  Tag,
  Textarea,
} from '../../../web/index.ts'
import type { Kept } from '../../actions/see-kept.ts'
import { type Information, isPastReview } from '../../domain/information/information.ts'
import type { InformationWords } from '../../words/information-words.ts'
import { Lines } from '../lines.tsx'

type Said = {
  readonly say: InformationWords
  readonly language: Language
  readonly today: Day
}

export function InformationListPage(
  props: Said & {
    readonly list: readonly Kept<Information>[]
    readonly name: string | null
    readonly base: string
    readonly maySend: boolean
    readonly sent: boolean
  },
) {
  const { list, name, base, maySend, sent, say } = props
  return (
    <>
      <PageHeading lead={name === null ? say.lead : say.leadOf}>
        {name === null ? say.title : say.titleOf(name)}
      </PageHeading>
      {sent && (
        <Inset>
          <p>{say.sent}</p>
        </Inset>
      )}
      {name !== null && (
        <p>
          <b>{say.notAll}</b>
        </p>
      )}
      {maySend && <ButtonLink href={`${base}/information/send`}>{say.send}</ButtonLink>}
      {list.length === 0 && (
        <EmptyState says={say.none}>{name === null && <p>{say.noneNext}</p>}</EmptyState>
      )}
      {list.map((kept) => (
        <InformationCard key={kept.row.id} {...props} kept={kept} />
      ))}
    </>
  )
}

function InformationCard(
  props: Said & {
    readonly kept: Kept<Information>
    readonly name: string | null
    readonly base: string
  },
) {
  const { kept, name, base, say, language, today } = props
  const { sent } = kept.state
  if (sent === null) return null
  const past = isPastReview(sent.item, today)
  return (
    <Card
      heading={sent.item.title}
      {...(name === null ? { href: `${base}/information/${kept.row.id}` } : {})}
      state={
        <>
          <Tag colour={kept.state.openedAt === null ? 'blue' : 'grey'}>{stateOf(kept, say)}</Tag>
          {past && <Tag colour="yellow">{say.pastTag}</Tag>}
        </>
      }
    >
      <p className="cp-small">
        {say.fromWhom(sent.from.shownAs)}, {say.sentOn(formatDayOf(sent.at, language))}.{' '}
        {sent.item.source}.
      </p>
    </Card>
  )
}

const stateOf = ({ state }: Kept<Information>, say: InformationWords): string =>
  state.judged !== null
    ? say.judged[state.judged.helped]
    : state.openedAt !== null
      ? say.isOpened
      : say.isNew

export function InformationPage(
  props: Said & {
    readonly kept: Kept<Information>
    readonly entry: FormEntry
    /** Where its numbers stand; null while none have left. */
    readonly numbers: string | null
  },
) {
  const { kept, entry, numbers, say, language, today } = props
  const { sent, judged } = kept.state
  if (sent === null) return null
  const { item, from, why } = sent
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={`${say.fromWhom(from.shownAs)}, ${say.by[from.as]}`}>
        {item.title}
      </PageHeading>
      {isPastReview(item, today) && (
        <div className="cp-warning">
          <p>{say.past(formatDay(item.reviewBy, language))}</p>
        </div>
      )}
      {why !== '' && (
        <Inset>
          <h2 className="nhsuk-heading-s">{say.why}</h2>
          <Lines text={why} />
        </Inset>
      )}
      <div className="cp-reading-width">
        {item.says.split('\n').map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <SummaryList
        rows={[
          {
            name: say.source,
            value:
              item.address === null ? (
                item.source
              ) : (
                <>
                  {item.source}.{' '}
                  <a href={item.address} rel="noreferrer">
                    {say.more}
                  </a>
                </>
              ),
          },
          { name: say.reviewBy, value: formatDay(item.reviewBy, language) },
          {
            name: say.readingAge,
            value: item.readingAge === null ? say.tooShort : say.years(Math.round(item.readingAge)),
          },
        ]}
      />
      {judged !== null && (
        <p>
          {say.youSaid}: <b>{say.helpedChoices[judged.helped]}</b>. {say.changeMind}
        </p>
      )}
      <PageForm action={`/care/information/${kept.row.id}/helped`}>
        <Radios
          name="helped"
          label={say.didItHelp}
          entry={entry}
          choices={(['yes', 'partly', 'no'] as const).map((value) => ({
            value,
            text: say.helpedChoices[value],
          }))}
        />
        <Textarea name="says" label={say.saidMore} hint={say.saidMoreHint} entry={entry} rows={2} />
        <Button>{say.saveHelped}</Button>
      </PageForm>
      {numbers !== null && (
        <p className="cp-small">
          <a href={numbers}>{say.numbers}</a>. {say.numbersNote}
        </p>
      )}
    </>
  )
}
