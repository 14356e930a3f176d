// Writing one part of a plan: the questions of its headings.
import type { ReactNode } from 'react'
import { labels } from '../../../record/index.ts'
import {
  Button,
  Card,
  Checkboxes,
  DateInput,
  Details,
  ErrorSummary,
  type FormEntry,
  formatDayOf,
  freshEntry,
  type Language,
  PageForm,
  PageHeading,
  type QuestionProps,
  Radios,
  Textarea,
  TextInput,
} from '../../../web/index.ts'
import type { Heading, PartKind } from '../../domain/plan/headings.ts'
import type { Part } from '../../domain/plan/plan.ts'
import type { OpenProposal } from '../../store/plan-reads.ts'
import type { PlanWords } from '../../words/plan-words.ts'
import { askedOf, choiceText, isKeeping, questionOf } from './part-form.ts'
import { ChangeView, nameOfPart } from './values-view.tsx'

export function PartPage(props: {
  readonly kind: PartKind
  readonly entry: FormEntry
  readonly action: string
  readonly title: string
  readonly lead: string
  readonly about: string | undefined
  /** Where it changes a part that is there: what its writer sees of it, and what others propose. */
  readonly changes: {
    readonly seen: string
    readonly others: readonly OpenProposal[]
    readonly language: Language
  } | null
  /** What else can be done with a part that is there. */
  readonly more?: ReactNode
  readonly say: PlanWords
}) {
  const { kind, entry, action, title, lead, about, changes, more, say } = props
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={about} lead={lead}>
        {title}
      </PageHeading>
      {changes !== null && changes.others.length > 0 && (
        <Card heading={say.othersPropose} soft>
          {changes.others.map((one) => (
            <div key={one.proposal}>
              <ChangeView change={one} part={null} say={say} />
              <p className="cp-small">
                {say.proposedBy(one.shownAs, formatDayOf(one.at, changes.language))}
              </p>
            </div>
          ))}
        </Card>
      )}
      <PageForm action={action}>
        {changes !== null && <input type="hidden" name="seen" value={changes.seen} />}
        {askedOf(kind)
          .filter((heading) => !isKeeping(kind, heading))
          .map((heading) => (
            <FieldQuestion
              key={heading.code}
              heading={heading}
              label={questionOf(say, kind, heading.code)}
              entry={entry}
              say={say}
            />
          ))}
        <Keeping kind={kind} entry={entry} say={say} />
        {changes !== null && <TextInput name="because" label={say.because} entry={entry} />}
        <Button>{kind === 'advance-statement' ? say.saveOwn : say.propose}</Button>
      </PageForm>
      {more}
    </>
  )
}

/** Who keeps it and when it is looked at again: few write it, so it does not stand in the way. */
function Keeping(props: {
  readonly kind: PartKind
  readonly entry: FormEntry
  readonly say: PlanWords
}) {
  const { kind, entry, say } = props
  const asked = askedOf(kind).filter((heading) => isKeeping(kind, heading))
  if (asked.length === 0) return null
  const isAbout = (name: string) =>
    asked.some(({ code }) => name === code || name.startsWith(`${code}-`))
  const typed = Object.entries(entry.typed).some(
    ([name, values]) => isAbout(name) && [values].flat().some((one) => one !== ''),
  )
  return (
    <Details summary={say.keeping} open={typed || Object.keys(entry.errors).some(isAbout)}>
      {asked.map((heading) => (
        <FieldQuestion
          key={heading.code}
          heading={heading}
          label={questionOf(say, kind, heading.code)}
          entry={entry}
          say={say}
        />
      ))}
    </Details>
  )
}

export function FieldQuestion(props: {
  readonly heading: Heading
  readonly label: string
  readonly entry: FormEntry
  readonly say: PlanWords
}) {
  const { heading, label, entry, say } = props
  const named: QuestionProps = { name: heading.code, label, entry }
  switch (heading.kind) {
    case 'line':
      return <TextInput {...named} />
    case 'score':
      return <TextInput {...named} />
    case 'day':
      return <DateInput {...named} />
    case 'choice':
      return (
        <Radios
          {...named}
          choices={(heading.choices ?? []).map((value) => ({
            value,
            text: choiceText(say, value),
          }))}
        />
      )
    case 'yes-no':
      return (
        <Radios
          {...named}
          inline
          choices={['yes', 'no'].map((value) => ({ value, text: choiceText(say, value) }))}
        />
      )
    case 'who':
      return (
        <fieldset className="nhsuk-fieldset">
          <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{label}</legend>
          {(['name', 'role', 'team', 'contact'] as const).map((part) => (
            <TextInput
              key={part}
              name={`${heading.code}-${part}`}
              label={say.who[part]}
              entry={entry}
            />
          ))}
        </fieldset>
      )
    case 'texts':
      return <Textarea {...named} hint={say.oneEachLine} rows={4} />
    case 'text':
      return <Textarea {...named} rows={4} />
  }
}

export function RemovePage(props: {
  readonly part: Part
  readonly action: string
  readonly about: string | undefined
  readonly say: PlanWords
}) {
  const { part, action, about, say } = props
  return (
    <>
      <PageHeading about={about} lead={say.removeLead}>
        {say.removeTitle}
      </PageHeading>
      <Card heading={nameOfPart(part, say)} />
      <PageForm action={action}>
        <TextInput name="because" label={say.because} entry={freshEntry()} />
        <Button kind="warning">{say.removeButton}</Button>
      </PageForm>
    </>
  )
}

export function PrivatePage(props: {
  readonly part: Part
  readonly action: string
  readonly entry: FormEntry
  readonly say: PlanWords
}) {
  const { part, action, entry, say } = props
  return (
    <>
      <PageHeading about={nameOfPart(part, say)} lead={say.privateLead}>
        {say.privateTitle}
      </PageHeading>
      <PageForm action={action}>
        <Checkboxes
          name="labels"
          label={say.privateLabel}
          entry={entry}
          choices={labels.map(({ code, says }) => ({ value: code, text: says }))}
        />
        <Button>{say.privateButton}</Button>
      </PageForm>
    </>
  )
}
