// Keeping an entry from the person: the form, the second look, the way back, and what they see.

import {
  Disagreements,
  type KeptFromYou,
  type Withholding,
  withholdingReasons,
} from '../../sharing/index.ts'
import {
  Button,
  ButtonLink,
  Card,
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
          { name: say.reason, value: say.reasons[asked.reason] },
          { name: say.why, value: asked.says },
          { name: say.review, value: <DayText day={asked.reviewOn} /> },
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

export function GiveBackPage(
  props: Props & { readonly held: Withholding; readonly listed: Listed | null },
) {
  const { at, language, entry, held, listed } = props
  const say = withholdWords.in(language)
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={say.giveLead}>{say.giveTitle}</PageHeading>
      <Disagreements statements={listed?.disagreements ?? []} />
      <SummaryList
        rows={[
          { name: say.reason, value: say.reasons[held.reason] },
          { name: say.why, value: held.says },
          { name: say.review, value: <DayText day={held.reviewOn} /> },
        ]}
      />
      <PageForm action={`${at}/give-back`}>
        <Textarea name="says" label={say.giveWhy} hint={say.whyHint} entry={entry} rows={4} />
        <Button>{say.give}</Button>
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
          {held === null ? say.linkKeep : say.linkGive}
        </ButtonLink>
      )}
    </>
  )
}

/** For the person: one calm card for each, the same whatever it is that is kept from them. */
export function KeptFromYouCards(props: {
  readonly kept: readonly KeptFromYou[]
  readonly language: Language
}) {
  const { kept, language } = props
  const say = withholdWords.in(language)
  return kept.map(({ id, reason, on, organisation, reviewOn }) => (
    <Card key={id} heading={say.cardTitle} soft>
      <p>{say.card[reason]}</p>
      <p>{say.cardBy(organisation, formatDay(on, language), formatDay(reviewOn, language))}</p>
      <p>{say.cardDo}</p>
      <p>
        <a href="/complain">{say.cardLink}</a>
      </p>
    </Card>
  ))
}
