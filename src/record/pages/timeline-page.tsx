// The timeline: everything, newest first, under its years, and what it can be narrowed to.
import type { Instant } from '../../basics/index.ts'
import type { KeptFromYou } from '../../sharing/index.ts'
import {
  Button,
  DateInput,
  Details,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  formatDay,
  formatList,
  Inset,
  PageForm,
  PageHeading,
  Select,
  TextInput,
} from '../../web/index.ts'
import { kindWords } from '../actions/record-items.ts'
import { type Kind, kinds } from '../domain/entry-kinds.ts'
import type { Listed } from '../store/entries.ts'
import type { Filter } from '../store/timeline.ts'
import { seeingWords } from '../words/seeing-words.ts'
import { EntryCard, type Place } from './entry-card.tsx'
import { Glossary, textsOf } from './glossary.tsx'
import { KeptFromYouCards } from './kept-page.tsx'
import { words } from './words.ts'

export type TimelineProps = Place & {
  /** Newest first. */
  readonly list: readonly Listed[]
  readonly filter: Filter
  readonly entry: FormEntry
  readonly newer: boolean
  readonly older: boolean
  /** Whether what was chosen in the form is kept. */
  readonly chosen: boolean
  readonly name: string | null
  /** What is kept from the person, on their own page. */
  readonly kept: readonly KeptFromYou[]
  readonly now: Instant
}

export function TimelinePage(props: TimelineProps) {
  const { list, filter, entry, chosen, base, language, name } = props
  const say = { ...words.in(language), ...seeingWords.in(language) }
  const about = name === null ? {} : { about: say.titleOf(name) }
  const narrowed = narrowedTo(props)
  const wrong = Object.keys(entry.errors).length > 0
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={say.timelineLead} {...about}>
        {say.timeline}
      </PageHeading>
      {name !== null && <Inset>{say.notAll}</Inset>}
      <KeptFromYouCards kept={props.kept} now={props.now} language={language} />
      <Details summary={say.find} open={wrong || chosen}>
        <FindForm {...props} />
      </Details>
      {narrowed.length > 0 && (
        <p>
          {say.found(formatList(narrowed, language))} <a href={`${base}/timeline`}>{say.clear}</a>
        </p>
      )}
      {list.length === 0 && (
        <EmptyState says={narrowed.length > 0 ? say.nothing : say.none}>
          {narrowed.length > 0 && <p>{say.nothingNext}</p>}
        </EmptyState>
      )}
      {byYear(list).map(({ year, entries }) => (
        <section key={year} aria-labelledby={`year-${year}`}>
          <h2 id={`year-${year}`}>{year}</h2>
          {entries.map((one) => (
            <EntryCard key={one.id} one={one} base={base} language={language} />
          ))}
        </section>
      ))}
      <Pages {...props} kind={filter.kind} />
      <Glossary texts={textsOf(list)} language={language} />
    </>
  )
}

function FindForm({ entry, base, language }: TimelineProps) {
  const say = seeingWords.in(language)
  const choices = [
    { value: '', text: say.everyKind },
    ...kinds.map((value) => ({ value, text: kindWords[value] })),
  ]
  return (
    <PageForm action={`${base}/timeline`}>
      <p>{say.findHint}</p>
      <Select name="kind" label={say.kind} entry={entry} choices={choices} />
      <TextInput name="search" label={say.words} hint={say.wordsHint} entry={entry} width={20} />
      <DateInput name="from" label={say.from} hint={say.dateHint} entry={entry} />
      <DateInput name="until" label={say.until} hint={say.dateHint} entry={entry} />
      <TextInput name="writer" label={say.writer} entry={entry} width={20} />
      <Button kind="secondary">{say.show}</Button>
    </PageForm>
  )
}

/** What the list is narrowed to, each part in words. */
function narrowedTo({ filter, language }: TimelineProps): string[] {
  const say = seeingWords.in(language)
  const { kind, search, from, until, writer } = filter
  return [
    kind === null ? null : say.foundKind(kindWords[kind as Kind]),
    search === '' ? null : say.foundWords(search),
    from === null ? null : say.foundFrom(formatDay(from, language)),
    until === null ? null : say.foundUntil(formatDay(until, language)),
    writer === '' ? null : say.foundWriter(writer),
  ].filter((part) => part !== null)
}

/** The list in its order, cut where the year changes. */
function byYear(list: readonly Listed[]) {
  const years: { year: string; entries: Listed[] }[] = []
  for (const one of list) {
    const year = one.at.slice(0, 4)
    const last = years.at(-1)
    if (last?.year === year) last.entries.push(one)
    else years.push({ year, entries: [one] })
  }
  return years
}

function Pages(props: TimelineProps & { readonly kind: string | null }) {
  const { list, newer, older, chosen, kind, base, language } = props
  const say = seeingWords.in(language)
  const [first, last] = [list[0], list.at(-1)]
  if (!newer && !older) return null
  const kept: Record<string, string> = chosen ? { chosen: 'yes' } : kind === null ? {} : { kind }
  const address = (more: Readonly<Record<string, string>>) => {
    const asked = new URLSearchParams({ ...kept, ...more }).toString()
    return `${base}/timeline${asked === '' ? '' : `?${asked}`}`
  }
  return (
    <nav className="cp-pagination" aria-label={words.in(language).timeline}>
      {newer && <a href={address({})}>{say.newest}</a>}
      {newer && first !== undefined && (
        <a href={address({ after: first.id })} rel="prev">
          {say.newer}
        </a>
      )}
      {older && last !== undefined && (
        <a href={address({ before: last.id })} rel="next">
          {say.older}
        </a>
      )}
    </nav>
  )
}
