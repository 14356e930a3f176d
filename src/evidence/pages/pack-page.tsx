// A pack of evidence as a page: each sentence with a way to the facts that it rests on.
import type { ReactNode } from 'react'
import type { Day } from '../../basics/index.ts'
import {
  Button,
  Details,
  EmptyState,
  type FormEntry,
  formatDay,
  Inset,
  type Language,
  PageHeading,
  PrintButton,
  SearchForm,
  Select,
  Stats,
  Table,
} from '../../web/index.ts'
import type { Erased, Pack, Sentence } from '../domain/pack.ts'
import { keyOf, type Trace } from '../domain/trace.ts'
import { sections } from '../words/sentences-en.ts'
import { words } from '../words/words.ts'

export type PackPageProps = {
  readonly pack: Pack
  readonly entry: FormEntry
  readonly periods: readonly { readonly value: string; readonly text: string }[]
  /** The address of the pack, and what names this very one in an address. */
  readonly at: string
  readonly query: string
  readonly language: Language
}

export function PackPage(props: PackPageProps) {
  const { pack, language, entry, periods, at } = props
  const say = words.in(language)
  return (
    <>
      <PageHeading lead={say.lead}>{say.title(pack.service.name)}</PageHeading>
      <SearchForm action={at} className="cp-no-print">
        <Select name="period" label={say.choose} entry={entry} choices={periods} />
        <Button>{say.show}</Button>
      </SearchForm>
      <PackBody
        pack={pack}
        language={language}
        rests={(sentence, place) => <Rests {...props} sentence={sentence} place={place} />}
      />
      <TakeIt {...props} />
    </>
  )
}

/** What the pack says, on the page and in the file that is kept. */
export function PackBody({
  pack,
  language,
  rests,
}: {
  readonly pack: Pack
  readonly language: Language
  rests(sentence: Sentence, place: number): ReactNode
}) {
  const say = words.in(language)
  const { from, until, asOf, checkpoint, sentences, erased } = pack
  const day = (one: Day) => formatDay(one, language)
  return (
    <>
      <p className="cp-period">
        <strong>{say.period(day(from), day(until))}.</strong>{' '}
        {say.asOf(day(asOf), checkpoint.number)}
      </p>
      <Stats stats={statsOf(pack)} />
      {sections
        .filter((section) => sentences.some((one) => one.section === section))
        .map((section) => (
          <section key={section}>
            <h2>{say.sections[section]}</h2>
            {section === 'unheard' && <p>{say.unheardLead}</p>}
            {section === 'reports' && <p>{say.reportsLead}</p>}
            <ul className="cp-findings" lang="en">
              {sentences.map((one, place) =>
                one.section === section ? (
                  <li key={`${one.code} ${one.says}`}>
                    {one.says} {rests(one, place)}
                  </li>
                ) : null,
              )}
            </ul>
          </section>
        ))}
      {erased.length > 0 && <ErasedFacts erased={erased} language={language} />}
      <Inset>{say.notRates}</Inset>
    </>
  )
}

/** The numbers that somebody looks for first, from the sentences that say them. */
function statsOf({ sentences }: Pack) {
  const found = (section: string, code: string) =>
    sentences.find((one) => one.section === section && one.code === code)?.values
  const told = found('heard', 'stories')
  const rate = found('answered', 'rate')
  const first = found('answered', 'first')
  const promised = found('changed', 'promised')
  const kept = found('changed', 'confirmed')
  return [
    ...(told === undefined ? [] : [{ number: `${told.stories}`, says: 'stories published' }]),
    ...(rate === undefined
      ? []
      : [
          {
            number: `${rate.answered} of ${rate.stories}`,
            says: `stories at least ${rate.waits} days old were answered`,
          },
        ]),
    ...(first === undefined
      ? []
      : [{ number: `${first.days}`, says: 'days or less to the first answer, for half' }]),
    ...(promised === undefined || kept === undefined
      ? []
      : [
          {
            number: `${kept.promises} of ${promised.promises}`,
            says: 'promises confirmed by those who asked',
          },
        ]),
  ]
}

function Rests({
  sentence,
  place,
  at,
  query,
  language,
}: PackPageProps & { readonly sentence: Sentence; readonly place: number }) {
  const say = words.in(language)
  const { rests } = sentence
  return rests.length === 0 ? (
    <a href="/check" className="cp-small">
      {say.checkpointOnly}
    </a>
  ) : (
    <a href={`${at}/facts?${query}&sentence=${place + 1}`} className="cp-small">
      {say.facts(rests.length)}
    </a>
  )
}

function ErasedFacts({
  erased,
  language,
}: {
  readonly erased: readonly Erased[]
  readonly language: Language
}) {
  const say = words.in(language)
  return (
    <section>
      <h2>{say.erased}</h2>
      <p>{say.erasedLead}</p>
      <ul>
        {erased.map((one) => (
          <li key={keyOf(one)}>
            <code>
              {one.kind} {keyOf(one)}
            </code>
            , {formatDay(one.erasedOn, language)}, {one.reason}
          </li>
        ))}
      </ul>
    </section>
  )
}

function TakeIt({ at, query, language, pack }: PackPageProps) {
  const say = words.in(language)
  const file = fileName(pack, 'json')
  return (
    <section className="cp-no-print">
      <h2>{say.take}</h2>
      <p>{say.takeLead}</p>
      <ul>
        <li>
          <a href={`${at}/pack.json?${query}`}>{say.json}</a>
        </li>
        <li>
          <a href={`${at}/pack.html?${query}`}>{say.html}</a>
        </li>
      </ul>
      <PrintButton />
      <Details summary={say.how}>
        <p>{say.verify}</p>
        <pre>
          <code>npx coproduce verify {file}</code>
        </pre>
        <p>{say.remake}</p>
        <pre>
          <code>npx coproduce verify {file} --from-facts</code>
        </pre>
      </Details>
    </section>
  )
}

export const fileName = ({ from, until, checkpoint }: Pack, end: string): string =>
  `evidence-${from}-${until}-checkpoint-${checkpoint.number}.${end}`

export function NoPackPage({ language }: { readonly language: Language }) {
  const say = words.in(language)
  return (
    <>
      <PageHeading>{say.noPack}</PageHeading>
      <EmptyState says={say.noPackSays}>
        <p>
          <a href="/check">{say.checkpointOnly}</a>
        </p>
      </EmptyState>
    </>
  )
}

export type FactsPageProps = {
  readonly sentence: Sentence
  readonly facts: readonly Trace[]
  readonly older: string | null
  readonly language: Language
}

export function FactsPage({ sentence, facts, older, language }: FactsPageProps) {
  const say = words.in(language)
  return (
    <>
      <PageHeading lead={say.factsLead}>{say.factsTitle}</PageHeading>
      <Inset>
        <span lang="en">{say.factsOf(sentence.says)}</span>
      </Inset>
      <FactsTable facts={facts} language={language} />
      {older !== null && (
        <p>
          <a href={older} rel="next">
            {say.older}
          </a>
        </p>
      )}
    </>
  )
}

export function FactsTable({
  facts,
  language,
  site = '',
}: {
  readonly facts: readonly Trace[]
  readonly language: Language
  /** Where the addresses lead from a page that stands alone. */
  readonly site?: string
}) {
  const say = words.in(language)
  return (
    <Table
      caption={say.factsTitle}
      captionHeard
      columns={[{ heading: say.happened }, { heading: say.when }, { heading: say.where }]}
      rows={facts.map((one) => ({
        key: keyOf(one),
        cells: [
          <a key="leads" id={`fact-${keyOf(one)}`} href={site + addressOf(one)}>
            {say.whats[one.what]}
            {detailOf(one)}
          </a>,
          formatDay(one.day, language),
          <code key="where" className="cp-small">
            {keyOf(one)} {one.digest.slice(0, 16)}
          </code>,
        ],
      }))}
    />
  )
}

function detailOf(one: Trace): string {
  switch (one.what) {
    case 'word':
      return `: ${one.answer}`
    case 'report':
      return `: ${one.title}`
    case 'recommendation':
      return ` (${one.number})`
    case 'figures':
      return `: ${one.title}`
    default:
      return ''
  }
}

/** The page on which anybody can read of it. */
function addressOf(one: Trace): string {
  if (one.what === 'figures') return `/numbers/${one.stream}`
  if (one.what === 'report' || one.what === 'recommendation') return `/reports/${one.stream}`
  return 'about' in one ? one.about : `/stories/${one.stream}`
}
