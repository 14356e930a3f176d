// Deciding who may act: the ground, the three tests and how much; then what is sensitive.
import type { ReactNode } from 'react'
import {
  Button,
  Checkboxes,
  type Choice,
  DateInput,
  ErrorSummary,
  type FormEntry,
  type FormValues,
  freshEntry,
  PageForm,
  PageHeading,
  Radios,
  Textarea,
  WarningCallout,
} from '../../web/index.ts'
import type { ItemSource, SharedItem } from '../actions/item-source.ts'
import type { Basis } from '../domain/proxy/bases.ts'
import { evidenceKinds } from '../domain/proxy/bases.ts'
import { levelNamed, protectedLabels } from '../domain/proxy/levels.ts'
import type { ProxyWords } from '../words/proxy-words.ts'
import { shareWords } from '../words/share-words.ts'
import { codeName } from './page-parts.ts'
import { levelChoices } from './proxy-ask-page.tsx'

type Common = {
  /** Where it is about: the address before `/decide`. */
  readonly base: string
  readonly about: string
  readonly say: ProxyWords
}

export function DecidePage(
  props: Common & {
    readonly entry: FormEntry
    /** Whether the person decides for themselves. */
    readonly own: boolean
    readonly bases: readonly Basis[]
  },
) {
  const { base, about, entry, own, bases, say } = props
  const words = say.decide
  const fits = evidenceKinds.filter(({ code }) => bases.some((one) => one.evidence.includes(code)))
  const tests = ['necessary', 'relevant', 'safe'] as const
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={about} lead={words.lead}>
        {words.title}
      </PageHeading>
      {bases.length === 0 && (
        <WarningCallout heading={words.basis}>
          <p>{words.noBasis}</p>
        </WarningCallout>
      )}
      <PageForm action={`${base}/decide`}>
        {!own && (
          <>
            <Radios
              name="basis"
              label={words.basis}
              entry={entry}
              choices={bases.map(({ code, says }) => ({ value: code, text: says }))}
            />
            <Radios
              name="evidence"
              label={words.evidence}
              entry={entry}
              choices={fits.map(({ code, says }) => ({ value: code, text: says }))}
            />
          </>
        )}
        {tests.map((test) => (
          <Textarea
            key={test}
            name={test}
            label={words[test]}
            {...(test === 'safe' ? { hint: own ? words.safeOwnHint : words.safeHint } : {})}
            entry={entry}
            rows={3}
          />
        ))}
        <Radios name="level" label={words.level} entry={entry} choices={levelChoices} />
        <DateInput name="until" label={words.until} entry={entry} />
        <Button>{words.next}</Button>
      </PageForm>
    </>
  )
}

export function ReviewPage(
  props: Common & {
    readonly level: string
    readonly items: readonly SharedItem[]
    readonly sources: readonly ItemSource[]
    readonly typed: FormValues
  },
) {
  const { base, about, level, items, sources, typed, say } = props
  const words = say.decide
  const isMarked = ({ labels }: SharedItem) =>
    labels.some((label) => protectedLabels.includes(label))
  const marked = items.filter(isMarked)
  const free = items.filter((item) => !isMarked(item))
  const named = levelNamed(level)?.namesLabels === true
  const disagrees = shareWords.in('en').disagreement.head
  const asChoice = (item: SharedItem): Choice => ({
    value: item.id,
    text: item.title,
    hint: [
      item.says ?? '',
      ...item.labels.map((one) => codeName(sources, 'labels', one)),
      ...item.disagreements.map((one) => `${disagrees} ${one}`),
    ]
      .filter((part) => part !== '')
      .join('. '),
  })
  const labels = protectedLabels.map((value) => ({
    value,
    text: codeName(sources, 'labels', value),
  }))
  const question = (name: string, label: string, hint: string, choices: readonly Choice[]) =>
    choices.length > 0 && (
      <Checkboxes name={name} label={label} hint={hint} entry={freshEntry()} choices={choices} />
    )
  const parts: ReactNode = (
    <>
      {named
        ? question('through', words.marked, words.markedHint, marked.map(asChoice))
        : marked.length > 0 && (
            <p>
              <b>
                {words.marked}: {marked.length}.
              </b>{' '}
              {words.neverAtLevel}
            </p>
          )}
      {named && question('labels', words.labels, words.labelsHint, labels)}
      {question('back', words.free, words.freeHint, free.map(asChoice))}
    </>
  )
  return (
    <>
      <PageHeading about={about} lead={words.reviewLead}>
        {words.review}
      </PageHeading>
      {items.length === 0 && <p>{words.none}</p>}
      <PageForm action={`${base}/grant`}>
        <Carried typed={typed} />
        {parts}
        <Button>{words.grant}</Button>
      </PageForm>
      <PageForm action={`${base}/decide`}>
        <Carried typed={typed} />
        <Button kind="secondary" name="change" value="yes">
          {words.change}
        </Button>
      </PageForm>
    </>
  )
}

/** What was typed before, sent along unseen. */
const Carried = ({ typed }: { readonly typed: FormValues }) =>
  Object.entries(typed).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => (
      <input key={`${name} ${one}`} type="hidden" name={name} value={one} />
    )),
  )
