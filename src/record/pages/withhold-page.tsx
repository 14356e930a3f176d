// Keeping an entry from the person: the form, the second look, and looking at it again.
import type { Instant } from '../../basics/index.ts'
import { HowItReads, PlainWords } from '../../messages/index.ts'
import { Disagreements, type Withholding, withholdingReasons } from '../../sharing/index.ts'
import {
  Button,
  ButtonLink,
  DateInput,
  DayText,
  ErrorSummary,
  type FormEntry,
  type FormValues,
  formatDay,
  Inset,
  type Language,
  PageForm,
  PageHeading,
  Radios,
  SummaryList,
  Textarea,
} from '../../web/index.ts'
import type { Listed } from '../store/entries.ts'
import { withholdWords } from '../words/withhold-words.ts'
import { KeptState } from './kept-page.tsx'

type Props = {
  /** The address of the entry. */
  readonly at: string
  readonly language: Language
  readonly entry: FormEntry
}
type About = { readonly listed: Listed }

export function WithholdPage({ at, language, entry, listed }: Props & About) {
  const say = withholdWords.in(language)
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={listed.title} lead={say.lead}>
        {say.title}
      </PageHeading>
      <Disagreements statements={listed.disagreements} />
      <p>{say.told}</p>
      <p>{say.proxies}</p>
      <p>{say.others}</p>
      <PageForm action={`${at}/withhold`}>
        <Radios
          name="reason"
          label={say.reason}
          entry={entry}
          choices={withholdingReasons.map((value) => ({
            value,
            text: say.reasons[value],
            hint: say.reasonHints[value],
          }))}
        />
        <Textarea name="says" label={say.why} hint={say.whyHint} entry={entry} rows={4} />
        <DateInput name="review" label={say.review} hint={say.reviewHint} entry={entry} />
        <Button>{say.goOn}</Button>
      </PageForm>
    </>
  )
}

/** The second look: what was typed goes with it, so that it works without JavaScript. */
export function WithholdCheckPage(
  props: Omit<Props, 'entry'> &
    About & {
      readonly typed: FormValues
      readonly asked: Pick<Withholding, 'reason' | 'says' | 'reviewOn'>
    },
) {
  const { at, language, listed, typed, asked } = props
  const say = withholdWords.in(language)
  return (
    <>
      <PageHeading lead={say.checkLead}>{say.check}</PageHeading>
      <Disagreements statements={listed.disagreements} />
      <SummaryList
        rows={[
          { name: say.entry, value: listed.title },
          { name: say.reasonShort, value: say.reasons[asked.reason] },
          { name: say.whyShort, value: asked.says },
          { name: say.reviewShort, value: <DayText day={asked.reviewOn} /> },
        ]}
      />
      <p>{say.told}</p>
      <PageForm action={`${at}/withhold`}>
        {Object.entries(typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={String(value)} />
        ))}
        <input type="hidden" name="sure" value="yes" />
        <Button>{say.keep}</Button>
      </PageForm>
      <p>
        <a href={`${at}/withhold`}>{say.change}</a>
      </p>
    </>
  )
}

type HeldProps = Props & { readonly held: Withholding; readonly listed: Listed | null }

/** To look at it again: what stands, what the person asks, and the two ways on. */
export function LookAgainPage(props: HeldProps & { readonly now: Instant }) {
  const { at, language, entry, held, listed, now } = props
  const say = withholdWords.in(language)
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={say.againLead}>{say.againTitle}</PageHeading>
      <Disagreements statements={listed?.disagreements ?? []} />
      {held.queried !== null && (
        <Inset>
          <p>
            <KeptState due={held.queried.due} now={now} language={language} />
          </p>
          <p>{held.queried.says === null ? say.theyAskPlain : say.theyAsk(held.queried.says)}</p>
        </Inset>
      )}
      <SummaryList
        rows={[
          ...(listed === null ? [] : [{ name: say.entry, value: listed.title }]),
          { name: say.reasonShort, value: say.reasons[held.reason] },
          { name: say.whyShort, value: held.says },
          { name: say.reviewShort, value: <DayText day={held.reviewOn} /> },
        ]}
      />
      <h2>{say.giveTitle}</h2>
      <p>{say.giveLead}</p>
      <PageForm action={`${at}/give-back`}>
        <Textarea name="says" label={say.giveWhy} hint={say.whyHint} entry={entry} rows={3} />
        <Button>{say.give}</Button>
      </PageForm>
      <h2>{say.stillTitle}</h2>
      <p>{say.stillLead}</p>
      <HowItReads name="tells" entry={entry} />
      <PageForm action={`${at}/keep-still`}>
        <PlainWords name="tells" label={say.tells} hint={say.tellsHint} entry={entry} rows={3} />
        <DateInput name="review" label={say.review} hint={say.reviewHint} entry={entry} />
        <Button kind="secondary">{say.still}</Button>
      </PageForm>
    </>
  )
}

/** On an entry, for those at work: that it is kept from the person, and the way to change it. */
export function KeptFromPerson(props: {
  readonly held: Withholding | null
  readonly may: boolean
  readonly at: string
  readonly language: Language
}) {
  const { held, may, at, language } = props
  const say = withholdWords.in(language)
  return (
    <>
      {held !== null && (
        <Inset>{say.kept(say.reasons[held.reason], formatDay(held.reviewOn, language))}</Inset>
      )}
      {may && (
        <ButtonLink kind="secondary" href={`${at}/withhold`}>
          {held === null ? say.linkKeep : say.linkAgain}
        </ButtonLink>
      )}
    </>
  )
}
