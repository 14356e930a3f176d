// What a community worker does with conversations: keeps, takes back, raises what was heard.
import {
  dayIn,
  type Id,
  isId,
  LONDON,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../basics/index.ts'
import { type Act, act, type Log, load } from '../../log/index.ts'
import { linkedOn, loadPlace, openPlaces, placeNameOn } from '../../places/index.ts'
import { idNamed, makeBoxKey, openBox } from '../../plumbing/index.ts'
import type { HeardKind } from '../domain/heard/facts.ts'
import { refusals } from '../domain/heard/refusals.ts'
import * as decide from '../domain/heard/theme.ts'
import { boxKeyOf, keepBoxKey, themesOf } from '../store/heard.ts'
import { heardSummary } from '../words/heard-words.ts'
import { type AtWork, post as postReport } from './report.ts'

export type NewHearing = Omit<decide.Hearing, 'organisation'>

/** A theme is named by its words, so that two devices without a network write to the same one. */
const themeOf = (organisation: Id, theme: string): Id =>
  idNamed(organisation, `heard ${decide.folded(theme)}`)

export const loadTheme = async (log: Log, theme: Id): Promise<decide.Theme> =>
  (await load(log, log.db, decide.themeStream, { owner: theme, stream: theme })).state

const doTo = (
  log: Log,
  by: Id,
  theme: Id,
  rule: Act<decide.Theme, HeardKind, null>['decide'],
): Promise<Result<null>> =>
  act(log, {
    actor: { by, onBehalfOf: null },
    type: decide.themeStream,
    owner: theme,
    stream: theme,
    decide: rule,
  })

/** The areas that somebody can choose from, by name. */
export async function areasOn(log: Log): Promise<readonly Area[]> {
  const open = await openPlaces(log.db, 'area', today(log))
  return open.map(({ stream, name }) => ({ id: stream, name }))
}
export type Area = { readonly id: Id; readonly name: string }

const today = (log: Log) => dayIn(LONDON, log.clock.now())

export type NamedReach = decide.AreaReach & { readonly name: string | null }

/** How far conversations reach in each area and in the areas around it, with their names. */
export async function reachInAreas(
  log: Log,
  conversations: readonly decide.HeardConversation[],
): Promise<readonly NamedReach[]> {
  const names = new Map<Id, string>()
  const around = new Map<Id, readonly Id[]>()
  const chosen = conversations.map(({ area }) => area).filter((area) => area !== null)
  for (const area of new Set(chosen)) {
    const seen: Id[] = [area]
    for (const one of seen) {
      const place = await loadPlace(log, one)
      names.set(one, placeNameOn(place, today(log)))
      const wider = linkedOn(place, 'within', today(log))
      seen.push(...wider.filter((other) => !seen.includes(other)))
    }
    around.set(area, seen.slice(1))
  }
  return decide
    .reachByArea(conversations, around)
    .map((one) => ({ ...one, name: one.area === null ? null : (names.get(one.area) ?? '') }))
}

/**
 * Refuses `conversation-area` and as `hear` of the domain. The same conversation sent again
 * changes nothing.
 */
export async function hearConversation(
  log: Log,
  { person, organisation }: AtWork,
  heard: NewHearing,
): Promise<Result<Id>> {
  if (heard.area !== null && (await loadPlace(log, heard.area)).kind !== 'area') {
    return refuse(refusals.area, {}, 'area')
  }
  const theme = themeOf(organisation, heard.theme)
  const done = await doTo(log, person, theme, decide.hear({ ...heard, organisation }))
  return done.ok ? ok(theme) : done
}

/** One of an organisation's own themes; null where it is another's or none. */
export async function themeAt(
  log: Log,
  { organisation }: AtWork,
  theme: string,
): Promise<decide.Theme | null> {
  if (!isId(theme)) return null
  const found = await loadTheme(log, theme)
  const own = found.conversations.some((one) => one.organisation === organisation)
  return own ? found : null
}

export async function themesHeard(log: Log, { organisation }: AtWork) {
  const rows = await themesOf(log.db, organisation)
  return Promise.all(
    rows.map(async ({ stream }) => ({ id: stream, theme: await loadTheme(log, stream) })),
  )
}

/** Refuses `conversation-unknown`, `conversation-why-missing`. */
export async function takeConversationBack(
  log: Log,
  work: AtWork,
  theme: Id,
  { conversation, why }: { conversation: string; why: string },
): Promise<Result<null>> {
  if ((await themeAt(log, work, theme)) === null) return refuse(refusals.unknown)
  return doTo(log, work.person, theme, decide.takeBack(work.person, conversation, why))
}

export type Raising = {
  /** The ODS code of the body that must answer. */
  readonly addressee: string
  readonly asks: readonly string[]
}

/**
 * Raises a theme with the body that must answer: as a report, whose clock and silence are public.
 * Refuses `conversation-unknown`, `theme-nothing-heard`, and as posting a report.
 */
export async function raiseTheme(
  log: Log,
  work: AtWork,
  theme: Id,
  { addressee, asks }: Raising,
  key: string | null,
): Promise<Result<Id>> {
  const found = await themeAt(log, work, theme)
  const title = found?.conversations.at(-1)?.theme
  if (found === null || title === undefined) return refuse(refusals.unknown)
  if (decide.reachOf(found).conversations === 0) return refuse(refusals.nothingHeard)
  const areas = await reachInAreas(log, found.conversations)
  const summary = heardSummary(found, areas)
  const report = { title, summary, addressee, recommendations: asks, parts: null }
  const posted = await postReport(log, work, report, key)
  if (!posted.ok) return posted
  const noted = await doTo(log, work.person, theme, decide.raise(posted.value))
  return noted.ok ? posted : noted
}

/** The key for which a device seals what this worker writes while the network is off. */
export async function sealingKeyOf(log: Log, person: PersonId): Promise<string> {
  const known = await boxKeyOf(log.db, person)
  if (known !== null) return known.publicKey
  await keepBoxKey(log.db, person, await makeBoxKey())
  return (await boxKeyOf(log.db, person))?.publicKey ?? ''
}

/** The fields in a box that was sealed for this worker; refuses `conversation-box-not-yours`. */
export async function openSealed(
  log: Log,
  person: PersonId,
  box: string,
): Promise<Result<URLSearchParams>> {
  const key = await boxKeyOf(log.db, person)
  const open = key === null ? null : await openBox(key.privateKey, box)
  return open === null ? refuse(refusals.boxNotYours) : ok(new URLSearchParams(open))
}
