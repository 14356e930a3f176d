// Telling a story, and finding the way back to it.
import {
  addMilliseconds,
  dayIn,
  type Id,
  LONDON,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../basics/index.ts'
import { writeCode } from '../../identity/index.ts'
import { type Actor, act, type Log, Refused } from '../../log/index.ts'
import { loadPlace, providersOf } from '../../places/index.ts'
import { idNamed, sha256, type Tx } from '../../plumbing/index.ts'
import { dueUnder } from '../../promises/index.ts'
import { storyReadWithin, toldADay } from '../domain/dated-rules.ts'
import { refusals } from '../domain/refusals.ts'
import { type StoryTold, storyStream } from '../domain/story.ts'
import { decided, tellStory } from '../domain/tell.ts'
import * as ways from '../store/ways-back.ts'
import { dropPhotos, readPhoto } from './draft-photos.ts'

const HOUR = 3_600_000

/** Who tells: the person signed in, if any, and the browser that sends it. */
export type Teller = { readonly person: PersonId | null; readonly browser: string }

export type TellRequest = Omit<StoryTold, 'risks' | 'readBy' | 'organisations' | 'photos'> & {
  /** Photos that wait in the draft of this browser. */
  readonly photos?: readonly { readonly digest: string; readonly says: string }[]
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
  const { teller, key, stream: given, photos: chosen = [], ...telling } = request
  // Anybody reads the id of a public story: it is chance alone, and says no time of telling.
  const stream = given ?? idNamed(teller.browser, `story ${key ?? log.chance.hex(16)}`)
  const ofOneself = teller.person !== null && telling.way === 'web'
  const ref = { owner: ofOneself ? (teller.person as Id) : stream, stream }
  const readBy = dueUnder(storyReadWithin, log.clock.now(), 'england')
  if (!readBy.ok) return readBy
  const organisations = await organisationsOf(log, telling.places)
  const { photos, added } = await keepPhotos(log, ref.owner, teller.browser, chosen)
  const done = await act(log, {
    actor: { by: teller.person, onBehalfOf: null },
    type: storyStream,
    ...ref,
    key,
    decide: tellStory(
      { ...telling, organisations, ...(photos.length > 0 ? { photos } : {}) },
      readBy.value,
      log.chance.id(),
    ),
    also: (tx) => keepFloodsAway(log, tx, teller, telling.words),
  })
  if (!done.ok) {
    for (const digest of added) await log.files.remove(ref.owner, digest)
    return done
  }
  await dropPhotos(log, teller.browser)
  return ok(ref)
}

/** Photos go from the draft to where they are kept; gives which were not there before. */
async function keepPhotos(
  log: Log,
  owner: Id,
  browser: string,
  chosen: NonNullable<TellRequest['photos']>,
) {
  const before = chosen.length === 0 ? [] : await log.files.list(owner)
  const photos: { digest: string; type: string; says: string }[] = []
  const added: string[] = []
  for (const { digest, says } of chosen) {
    const found = await readPhoto(log, browser, digest)
    if (found === null) continue
    await log.files.keep(owner, found.bytes)
    photos.push({ digest, type: found.type, says })
    if (!before.includes(digest)) added.push(digest)
  }
  return { photos, added }
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
