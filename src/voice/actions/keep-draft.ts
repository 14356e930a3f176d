// A draft of somebody not signed in, put away under a code and taken up on another device.
import { draftStore, writeCode } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { sha256 } from '../../plumbing/index.ts'
import { dropPhotos, movePhotos } from './draft-photos.ts'

/** The journeys that can be stopped half-way. */
export const keptJourneys = ['tell', 'complain'] as const
export type KeptJourney = (typeof keptJourneys)[number]

export const isKeptJourney = (name: string): name is KeptJourney =>
  keptJourneys.some((one) => one === name)

/** Whose draft it is while it lies under a code: the digest of the code, which is not kept. */
const underCode = (digest: string): string => `code ${digest.slice(0, 32)}`

/** Whether there is anything to put away. */
export const hasDraft = async (log: Log, owner: string, journey: KeptJourney): Promise<boolean> =>
  (await draftStore(log.db, log.clock).load({ owner, journey })) !== null

/** Puts a draft away, so that nothing is left here; null where there is none. */
export async function putAway(
  log: Log,
  browser: string,
  journey: KeptJourney,
): Promise<string | null> {
  const drafts = draftStore(log.db, log.clock)
  const typed = await drafts.load({ owner: browser, journey })
  if (typed === null) return null
  const code = writeCode(log.chance.bytes(10))
  const owner = underCode(sha256(code))
  await drafts.save({ owner, journey }, typed)
  await movePhotos(log, browser, owner)
  await drafts.drop({ owner: browser, journey })
  return code
}

/** Takes up in this browser what lies under a code; the code then leads nowhere. */
export async function takeUp(
  log: Log,
  digest: string,
  browser: string,
): Promise<KeptJourney | null> {
  const drafts = draftStore(log.db, log.clock)
  const owner = underCode(digest)
  let found: KeptJourney | null = null
  for (const journey of keptJourneys) {
    const typed = await drafts.load({ owner, journey })
    if (typed === null) continue
    await drafts.save({ owner: browser, journey }, typed)
    await movePhotos(log, owner, browser)
    await drafts.drop({ owner, journey })
    found = journey
  }
  return found
}

/** Forgets every draft of a browser, and the photos in it. */
export async function dropDrafts(log: Log, owner: string): Promise<void> {
  const drafts = draftStore(log.db, log.clock)
  for (const journey of keptJourneys) await drafts.drop({ owner, journey })
  await dropPhotos(log, owner)
}
