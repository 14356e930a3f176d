// What is kept from a person, as they are told of it: that it is, why, and how to ask about it.
import { type Day, dayIn, type Instant, LONDON } from '../../basics/index.ts'
import type { KeptFromYou } from '../../sharing/index.ts'
import {
  Button,
  Card,
  DayText,
  ErrorSummary,
  type FormEntry,
  formatDay,
  formatDayOf,
  formatDueDay,
  Inset,
  type Language,
  NotificationBanner,
  PageForm,
  PageHeading,
  PromiseState,
  SummaryList,
  Textarea,
} from '../../web/index.ts'
import { isOverdue } from '../domain/correction.ts'
import { withholdWords } from '../words/withhold-words.ts'

type Shown = { readonly now: Instant; readonly language: Language }

/** By when it is looked at again because the person asked. */
export function KeptState({ due, now, language }: Shown & { readonly due: Day }) {
  const say = withholdWords.in(language)
  const day = formatDueDay(due, language)
  return isOverdue(due, now) ? (
    <PromiseState standing="overdue" says={say.askedLate(day)} />
  ) : (
    <PromiseState standing="waiting" says={say.askedDue(day)} />
  )
}

/** One calm card for each, the same whatever it is that is kept from them. */
export function KeptFromYouCards(props: Shown & { readonly kept: readonly KeptFromYou[] }) {
  const { kept, language } = props
  const say = withholdWords.in(language)
  return kept.map(({ id, reason, organisation, queried }) => (
    <Card
      key={id}
      heading={say.cardTitle}
      href={`/record/kept/${id}`}
      soft
      {...(queried === null
        ? {}
        : { state: <KeptState due={queried.due} now={props.now} language={language} /> })}
    >
      <p>{say.card[reason]}</p>
      <p className="cp-small">{say.cardBy(organisation)}</p>
    </Card>
  ))
}

/** What the person may know of one thing that is kept from them, and what they can do. */
export function KeptFromYouPage(
  props: Shown & {
    readonly kept: KeptFromYou
    /** The day by which it would be looked at if they asked now. */
    readonly due: string
    readonly entry: FormEntry
    readonly justAsked: boolean
  },
) {
  const { kept, language, entry } = props
  const { reason, on, organisation, reviewOn, queried, upheld } = kept
  const say = withholdWords.in(language)
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={say.card[reason]}>{say.cardTitle}</PageHeading>
      {props.justAsked && queried !== null && (
        <NotificationBanner success>
          <p>{say.askedNext(organisation, formatDueDay(queried.due, language))}</p>
        </NotificationBanner>
      )}
      {queried !== null && (
        <p>
          <KeptState due={queried.due} now={props.now} language={language} />
        </p>
      )}
      <SummaryList
        rows={[
          { name: say.who, value: organisation },
          { name: say.when, value: <DayText day={on} /> },
          { name: say.again, value: <DayText day={reviewOn} /> },
        ]}
      />
      <p>{say.notWhat}</p>
      {upheld !== null && (
        <Inset>
          <p>{say.upheld(formatDayOf(upheld.at, language))}</p>
          <p>{upheld.says}</p>
        </Inset>
      )}
      {queried === null ? <AskAgain {...props} /> : <Asked {...props} queried={queried} />}
      <h2>{say.disagree}</h2>
      <p>{say.disagreeDo}</p>
      <ul>
        <li>
          <a href="/complain">{say.complain}</a>
        </li>
        <li>{say.ico}</li>
      </ul>
    </>
  )
}

function AskAgain({ kept, due, entry, language }: Parameters<typeof KeptFromYouPage>[0]) {
  const say = withholdWords.in(language)
  return (
    <>
      <h2>{say.ask}</h2>
      <p>{say.askLead(kept.organisation, due)}</p>
      <PageForm action={`/record/kept/${kept.id}/ask`}>
        <Textarea name="says" label={say.askSays} hint={say.askHint} entry={entry} rows={3} />
        <Button>{say.ask}</Button>
      </PageForm>
    </>
  )
}

function Asked({
  queried,
  language,
}: Shown & { readonly queried: NonNullable<KeptFromYou['queried']> }) {
  const say = withholdWords.in(language)
  return (
    <>
      <h2>{say.youAsked(formatDay(dayIn(LONDON, queried.at), language))}</h2>
      {queried.says !== null && <Inset>{queried.says}</Inset>}
      <p>
        <a href={`/promises/${queried.promise}`}>{say.promise}</a>
      </p>
    </>
  )
}
