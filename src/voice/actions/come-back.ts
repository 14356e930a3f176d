// The one door for every code: a story, a complaint, or a draft that was stopped half-way.
import { type Id, type Instant, ok, type Result, refuse } from '../../basics/index.ts'
import { readCode } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { sha256 } from '../../plumbing/index.ts'
import { codeTriesAnHour } from '../domain/dated-rules.ts'
import { refusals } from '../domain/refusals.ts'
import { findComplaintByCode, openComplaintHere } from '../store/complaint-ways.ts'
import * as ways from '../store/ways-back.ts'
import { type KeptJourney, takeUp } from './keep-draft.ts'

/** Where a code leads. */
export type Found =
  | { readonly what: 'story' | 'complaint'; readonly id: Id }
  | { readonly what: 'draft'; readonly journey: KeptJourney }

/**
 * Opens what a code leads to, in this browser. How long it takes says nothing about any code:
 * all are looked for by digest, and always everywhere. Refuses `claim-code-not-known`,
 * `claim-code-tried-too-often`.
 */
export async function comeBack(log: Log, typed: string, browser: string): Promise<Result<Found>> {
  const now = log.clock.now()
  const hour = `${now.slice(0, 13)}:00:00.000Z` as Instant
  const tries = await ways.countTry(log.db, browser, hour)
  if (tries > codeTriesAnHour.value) return refuse(refusals.codeTriedTooOften, {}, 'code')
  // What cannot be a code is looked for as well, so that both take as long.
  const digest = sha256(readCode(typed) ?? 'no code')
  const story = await ways.findByCode(log.db, digest)
  const complaint = await findComplaintByCode(log.db, digest)
  const draft = await takeUp(log, digest, browser)
  if (story !== null) {
    await ways.openHere(log.db, story, browser, now)
    return ok({ what: 'story', id: story.stream })
  }
  if (complaint !== null) {
    await openComplaintHere(log.db, complaint, browser, digest, now)
    return ok({ what: 'complaint', id: complaint })
  }
  if (draft !== null) return ok({ what: 'draft', journey: draft })
  return refuse(refusals.codeNotKnown, {}, 'code')
}
