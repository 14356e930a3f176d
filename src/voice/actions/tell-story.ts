// Telling a story, and finding the way back to it.
import {
  addMilliseconds,
  dayIn,
  type Id,
  type Instant,
  LONDON,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../basics/index.ts'
import { readCode, writeCode } from '../../identity/index.ts'
import { type Actor, act, type Log, Refused } from '../../log/index.ts'
import { loadPlace, providersOf } from '../../places/index.ts'
import { idNamed, sha256, type Tx } from '../../plumbing/index.ts'
import { dueUnder } from '../../promises/index.ts'
import { codeTriesAnHour, storyReadWithin, toldADay } from '../domain/dated-rules.ts'
import { refusals } from '../domain/refusals.ts'
import { type StoryTold, storyStream } from '../domain/story.ts'
import { decided, tellStory } from '../domain/tell.ts'
import * as ways from '../store/ways-back.ts'

const HOUR = 3_600_000

/** Who tells: the person signed in, if any, and the browser that sends it. */
export type Teller = { readonly person: PersonId | null; readonly browser: string }

export type TellRequest = Omit<StoryTold, 'risks' | 'readBy' | 'organisations'> & {
  readonly teller: Teller
  /** The key of the form: the same key is one story. */
  readonly key: string | null
  readonly stream?: Id
}

/**
 * Keeps a story. It lies with the person who tells it of themselves, else by itself.
 * Refuses as `tellStory`, and `story-told-before`, `story-told-too-often`.
 */
export async function tell(log: Log, request: TellRequest): Promise<Result<ways.StoryRef>> {
  const { teller, key, stream: given, ...telling } = request
  const stream = given ?? (key ? idNamed(teller.browser, `story ${key}`) : log.chance.id())
  const ofOneself = teller.person !== null && telling.way === 'web'
  const ref = { owner: ofOneself ? (teller.person as Id) : stream, stream }
  const readBy = dueUnder(storyReadWithin, log.clock.now(), 'england')
  if (!readBy.ok) return readBy
  const organisations = await organisationsOf(log, telling.places)
  const done = await act(log, {
    actor: { by: teller.person, onBehalfOf: null },
    type: storyStream,
    ...ref,
    key,
    decide: tellStory({ ...telling, organisations }, readBy.value, log.chance.id()),
    also: (tx) => keepFloodsAway(log, tx, teller, telling.words),
  })
  return done.ok ? ok(ref) : done
}

/** Whoever answers for any of these today, each once. */
export async function organisationsOf(log: Log, places: readonly Id[]): Promise<Id[]> {
  const today = dayIn(LONDON, log.clock.now())
  const found = new Set<Id>()
  for (const place of places) {
    for (const one of await providersOf(log, await loadPlace(log, place), today)) found.add(one)
  }
  return [...found]
}

async function keepFloodsAway(
  log: Log,
  tx: Tx,
  teller: Teller,
  words: StoryTold['words'],
): Promise<void> {
  const now = log.clock.now()
  const since = addMilliseconds(now, -24 * HOUR)
  const plain = Object.values(words).join('\n').toLowerCase().replace(/\s+/gu, ' ')
  const { stories, same } = await ways.noteTold(tx, teller.browser, sha256(plain), now, since)
  if (same) throw new Refused(refuse(refusals.toldBefore))
  if (stories >= toldADay.value) throw new Refused(refuse(refusals.toldTooOften))
}

/** Makes a code for the way back, in place of any earlier one. It can be read this once only. */
export async function makeWayBack(log: Log, ref: ways.StoryRef): Promise<string> {
  const code = writeCode(log.chance.bytes(10))
  const body = { digest: sha256(code) }
  const actor: Actor = { by: null, onBehalfOf: null }
  await act(log, {
    actor,
    type: storyStream,
    ...ref,
    decide: () => decided({ kind: 'way-back-made', body }),
  })
  return code
}

/**
 * Opens the story that a code leads to, in this browser. How long it takes says nothing about
 * any code: they are looked for by digest. Refuses `claim-code-not-known`,
 * `claim-code-tried-too-often`.
 */
export async function comeBack(log: Log, typed: string, browser: string): Promise<Result<Id>> {
  const now = log.clock.now()
  const hour = `${now.slice(0, 13)}:00:00.000Z` as Instant
  const tries = await ways.countTry(log.db, browser, hour)
  if (tries > codeTriesAnHour.value) return refuse(refusals.codeTriedTooOften, {}, 'code')
  // What cannot be a code is looked for as well, so that both take as long.
  const digest = sha256(readCode(typed) ?? 'no code')
  const found = await ways.findByCode(log.db, digest)
  if (found === null) return refuse(refusals.codeNotKnown, {}, 'code')
  await ways.openHere(log.db, found, browser, now)
  return ok(found.stream)
}
