// The part of what somebody takes away that opens in any browser, and the part for health software.
import { dayIn, type Id, type Instant, LONDON } from '../../basics/index.ts'
import { loadPerson, nameOf } from '../../identity/index.ts'
import { type Loaded, type Log, loadMany } from '../../log/index.ts'
import { readableMessages, readableNeeds } from '../../messages/index.ts'
import type { Tx, ZipEntry } from '../../plumbing/index.ts'
import { readablePromises } from '../../promises/index.ts'
import {
  Disagreements,
  type Look,
  type LookedAhead,
  type ReadablePage,
  readableSharing,
} from '../../sharing/index.ts'
import {
  formatDay,
  formatDayOf,
  formatInstant,
  type Language,
  renderAlone,
} from '../../web/index.ts'
import { type Entry, entryStream } from '../domain/entry.ts'
import { bundleEntries } from '../domain/received-copy.ts'
import { countEntries, type Listed, readSome } from '../store/entries.ts'
import { readGoingOn } from '../store/overview.ts'
import { leaveWords } from '../words/leave-words.ts'
import { words } from './words.ts'

/** What another room keeps of a person beside their facts, as one page of what they take away. */
export type MorePages = (tx: Tx, person: Id, language: Language) => Promise<ReadablePage>

type Parts = {
  readonly log: Log
  readonly looked: LookedAhead
  readonly language: Language
  readonly more?: readonly MorePages[]
}

/** How many entries stand on one page and in one bundle. */
const SOME = 250

/** What can be going on now. */
const NOW = ['problem', 'medicine', 'allergy']

/** Every part, one at a time: nothing is held but the page that is made. */
export async function* readableParts(parts: Parts, tx: Tx): AsyncGenerator<ZipEntry> {
  const { log, looked, language } = parts
  const look = looked.in(tx)
  const now = log.clock.now()
  const say = leaveWords.in(language).file
  const back = { href: 'index.html', text: say.back }
  const asEntry = ({ name, title, main }: ReadablePage): ZipEntry => {
    return text(`${name}.html`, renderAlone({ title, main, back }, language, now))
  }
  const pages = Math.ceil((await countEntries(look, looked.visible)) / SOME)
  const more = await Promise.all((parts.more ?? []).map((page) => page(tx, look.person, language)))
  yield text('index.html', await frontPage(parts, look, { pages, more, now }))
  for await (const part of recordParts(parts, look, pages)) {
    yield part.page === null ? part.bundle : asEntry(part.page)
    if (part.page !== null) yield part.bundle
  }
  for await (const page of readableSharing(log, look, language)) yield asEntry(page)
  for await (const page of readableMessages(log, tx, look.person, language)) yield asEntry(page)
  yield asEntry(await readablePromises(log, tx, look.person, language))
  for (const page of more) yield asEntry(page)
}

const text = (name: string, body: string): ZipEntry => ({ name, bytes: Buffer.from(body) })

const numbered = (page: number): string => String(page).padStart(3, '0')

async function frontPage(
  { log, looked, language }: Parts,
  look: Look,
  { pages, more, now }: { pages: number; more: readonly ReadablePage[]; now: Instant },
): Promise<string> {
  const say = leaveWords.in(language).file
  const { state } = await loadPerson(log, look.tx, look.person)
  const { email, phone, address } = state.contact
  const reach = [email, phone, address].filter((one) => one !== null).join(', ')
  const current = await readGoingOn(look, looked.visible, dayIn(LONDON, now), 1_000, NOW)
  const links = [
    ...Array.from({ length: pages }, (_, page) => ({
      href: `record-${numbered(page + 1)}.html`,
      says: say.page(page + 1),
    })),
    { href: 'sharing.html', says: 'Share' },
    { href: 'looks-001.html', says: say.looks },
    { href: 'messages-001.html', says: 'Messages' },
    { href: 'promises.html', says: 'Promises' },
    ...more.map(({ name, title }) => ({ href: `${name}.html`, says: title })),
  ]
  const main = (
    <>
      <p>
        {say.made(formatInstant(now, language))} {say.lead}
      </p>
      <h2>{say.inside}</h2>
      <ul>
        {links.map(({ href, says }) => (
          <li key={href}>
            <a href={href}>{says}</a>
          </li>
        ))}
      </ul>
      <h2>{say.about}</h2>
      <dl>
        <dt>{say.name}</dt>
        <dd>{nameOf(state)}</dd>
        {state.birthDate !== null && <dt>{say.born}</dt>}
        {state.birthDate !== null && <dd>{formatDay(state.birthDate, language)}</dd>}
        {state.nhsNumber !== null && <dt>{say.number}</dt>}
        {state.nhsNumber !== null && <dd>{state.nhsNumber}</dd>}
        {reach !== '' && <dt>{say.contact}</dt>}
        {reach !== '' && <dd>{reach}</dd>}
      </dl>
      {await readableNeeds(log, look.tx, look.person, language)}
      <h2>{say.now}</h2>
      {current.length === 0 && <p>{say.nothingNow}</p>}
      {current.map((one) => (
        <EntryArticle key={one.id} one={one} entry={null} language={language} />
      ))}
      <h2>{say.machine}</h2>
      <ul>
        {[say.fhir, say.facts, say.files, say.manifest].map((says) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
      <p>{say.check}</p>
    </>
  )
  return renderAlone({ title: say.title(nameOf(state)), main }, language, now)
}

type RecordPart = { readonly page: ReadablePage | null; readonly bundle: ZipEntry }

async function* recordParts(
  { log, looked, language }: Parts,
  look: Look,
  pages: number,
): AsyncGenerator<RecordPart> {
  const say = leaveWords.in(language).file
  for (let page = 1; page <= Math.max(1, pages); page += 1) {
    const place = { limit: SOME, offset: (page - 1) * SOME }
    const list = await readSome(look, looked.visible, place)
    const ids = list.map(({ id }) => id)
    const entries = await loadMany(log, look.tx, entryStream, {
      owner: look.person,
      streams: ids,
    })
    const main = list.map((one) => (
      <EntryArticle
        key={one.id}
        one={one}
        entry={entries.get(one.id)?.state ?? null}
        language={language}
      />
    ))
    const name = `record-${numbered(page)}`
    yield {
      page: pages === 0 ? null : { name, title: say.page(page), main },
      bundle: text(`fhir/everything-${numbered(page)}.json`, bundleOf(list, entries, page, pages)),
    }
  }
}

/**
 * One page of the answer to Patient/$everything, with each resource as it came.
 * @source HL7 FHIR R4, Patient-operation-everything; Bundle (searchset) and its paging links
 */
function bundleOf(
  list: readonly Listed[],
  entries: ReadonlyMap<Id, Loaded<Entry>>,
  page: number,
  pages: number,
): string {
  const link = (relation: string, to: number) =>
    `{"relation":"${relation}","url":"everything-${numbered(to)}.json"}`
  const links = [link('self', page), ...(page < pages ? [link('next', page + 1)] : [])]
  const held = list.flatMap(({ id }) => {
    const entry = entries.get(id)?.state
    return entry === undefined ? [] : bundleEntries(id, entry)
  })
  const head = `"resourceType":"Bundle","type":"searchset","link":[${links}]`
  return `{${head},"entry":[${held.join(',\n')}]}`
}

function EntryArticle(props: {
  readonly one: Listed
  readonly entry: Entry | null
  readonly language: Language
}) {
  const { one, entry, language } = props
  const say = words.in(language)
  const file = leaveWords.in(language).file
  return (
    <article>
      <h3>{one.title}</h3>
      {one.inError && <p>{say.inError}.</p>}
      {one.supersededBy !== null && <p>{say.replaced}.</p>}
      {one.detail !== '' && <p className="as-written">{one.detail}</p>}
      <Disagreements statements={one.disagreements} />
      {entry?.marks.map(({ mark, says, shownAs, at }) => (
        <blockquote key={at}>
          <p className="as-written">{says}</p>
          <p className="small">
            {file.history(
              mark === 'explained' ? say.explanation : say.marked,
              shownAs,
              formatInstant(at, language),
            )}
          </p>
        </blockquote>
      ))}
      <p className="small">
        {one.daySaid && `${formatDay(one.at, language)}. `}
        {say.by(one.author)} {say.from(one.source)} {say.on(formatDayOf(one.addedAt, language))}
      </p>
    </article>
  )
}
