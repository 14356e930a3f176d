// The timeline: everything, newest first, by kind and by words.
import {
  Button,
  EmptyState,
  freshEntry,
  Inset,
  PageHeading,
  SearchForm,
  Select,
  TextInput,
} from '../../web/index.ts'
import { kindWords } from '../actions/record-items.ts'
import { kinds } from '../domain/entry-kinds.ts'
import type { Listed } from '../store/entries.ts'
import { EntryCard, type Place } from './entry-card.tsx'
import { words } from './words.ts'

export type TimelineProps = Place & {
  readonly list: readonly Listed[]
  readonly kind: string
  readonly search: string
  /** Where the next page begins; null on the last one. */
  readonly older: string | null
  /** Whether this is a later page. */
  readonly later: boolean
  readonly name: string | null
}

export function TimelinePage(props: TimelineProps) {
  const { list, kind, search, older, later, base, language, name } = props
  const say = words.in(language)
  const entry = freshEntry({ kind, search })
  const choices = [
    { value: '', text: say.everyKind },
    ...kinds.map((value) => ({ value, text: kindWords[value] })),
  ]
  const query = { kind, search }
  const address = (more: Readonly<Record<string, string>>) =>
    `${base}/timeline?${new URLSearchParams({ ...query, ...more })}`
  return (
    <>
      <PageHeading lead={say.timelineLead} {...(name === null ? {} : { about: say.titleOf(name) })}>
        {say.timeline}
      </PageHeading>
      {name !== null && <Inset>{say.notAll}</Inset>}
      <SearchForm action={`${base}/timeline`}>
        <Select name="kind" label={say.kind} entry={entry} choices={choices} />
        <TextInput name="search" label={say.search} entry={entry} width={20} />
        <Button kind="secondary">{say.show}</Button>
      </SearchForm>
      {list.length === 0 && (
        <EmptyState says={say.none}>
          <p>{say.noneNext}</p>
        </EmptyState>
      )}
      {list.map((one) => (
        <EntryCard key={one.id} one={one} base={base} language={language} level={2} />
      ))}
      {(older !== null || later) && (
        <nav className="cp-pagination" aria-label={say.timeline}>
          {later && <a href={address({})}>{say.newest}</a>}
          {older !== null && (
            <a href={address({ before: older })} rel="next">
              {say.older}
            </a>
          )}
        </nav>
      )}
    </>
  )
}
