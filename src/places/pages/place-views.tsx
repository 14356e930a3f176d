// The pages of places: the search, one place, and the form that adds one.
import {
  Button,
  Card,
  DayText,
  EmptyState,
  type FormEntry,
  formatDay,
  type Language,
  PageHeading,
  SearchForm,
  SummaryList,
  type SummaryRow,
  TextInput,
} from '../../web/index.ts'
import type { Place } from '../domain/place.ts'
import type { FoundPlace } from '../store/places.ts'
import { words } from './words.ts'

const kindWord = (kind: string, language: Language): string =>
  words.in(language).kind[kind as 'service'] ?? kind

export function PlaceSearch(props: {
  readonly entry: FormEntry
  /** Null before anything was searched. */
  readonly found: readonly FoundPlace[] | null
  readonly mayAdd: boolean
  readonly language: Language
}) {
  const { language, found } = props
  const say = words.in(language)
  return (
    <>
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      <SearchForm action="/places">
        <TextInput name="name" label={say.name} entry={props.entry} />
        <Button>{say.search}</Button>
      </SearchForm>
      {found?.length === 0 && (
        <EmptyState says={say.none}>
          <p>{say.noneNext}</p>
        </EmptyState>
      )}
      {found?.map((one) => (
        <Card key={`${one.stream} ${one.name}`} heading={one.name} href={`/places/${one.stream}`}>
          <p className="cp-small">
            {kindWord(one.kind, language)}
            {one.closed_on !== null && `. ${say.closed(formatDay(one.closed_on, language))}`}
          </p>
        </Card>
      ))}
      {props.mayAdd && (
        <p>
          <a href="/places/add">{say.add}</a>
        </p>
      )}
    </>
  )
}

export type Linked = { readonly link: string; readonly name: string; readonly href: string | null }

export function PlacePage(props: {
  readonly place: Place
  readonly name: string
  readonly linked: readonly Linked[]
  readonly answers: readonly string[]
  readonly successor: { readonly name: string; readonly href: string } | null
  readonly language: Language
}) {
  const { place, language, linked, answers, successor } = props
  const say = words.in(language)
  const earlier = place.names.map(({ name }) => name).filter((name) => name !== props.name)
  const linkRows = Object.entries(say.links)
    .filter(([link]) => link !== 'provided-by')
    .map(([link, name]): SummaryRow => ({ name, value: <Links of={linked} link={link} /> }))
    .filter((_, row) => linked.some(({ link }) => link === Object.keys(say.links)[row]))
  const rows: SummaryRow[] = [
    ...(place.kind === 'service' || place.kind === 'site'
      ? [{ name: say.answers, value: answers.length > 0 ? answers.join(', ') : say.nobody }]
      : []),
    ...linkRows,
    ...(place.code === null ? [] : [{ name: say.code, value: place.code }]),
    ...(place.openedOn === null
      ? []
      : [{ name: say.known, value: <DayText day={place.openedOn} /> }]),
    ...(earlier.length === 0 ? [] : [{ name: say.earlier, value: earlier.join(', ') }]),
    ...(successor === null
      ? []
      : [{ name: say.tookOver, value: <a href={successor.href}>{successor.name}</a> }]),
  ]
  return (
    <>
      <PageHeading
        about={kindWord(place.kind ?? '', language)}
        lead={place.closedOn === null ? undefined : say.closed(formatDay(place.closedOn, language))}
      >
        {props.name}
      </PageHeading>
      <SummaryList rows={rows} />
    </>
  )
}

function Links({ of, link }: { readonly of: readonly Linked[]; readonly link: string }) {
  return (
    <>
      {of
        .filter((one) => one.link === link)
        .map((one) => (
          <div key={one.name}>
            {one.href === null ? one.name : <a href={one.href}>{one.name}</a>}
          </div>
        ))}
    </>
  )
}
