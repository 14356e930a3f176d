// Moderation: the queue, and what moderators do with what waits in it.
import { dayIn, type Id, LONDON, type PersonId, type Result } from '../../basics/index.ts'
import { worksIn } from '../../identity/index.ts'
import { act, type Log } from '../../log/index.ts'
import { dueUnder } from '../../promises/index.ts'
import { storyAnsweredWithin } from '../domain/dated-rules.ts'
import * as decide from '../domain/moderate.ts'
import { type Reading, type Story, storyStream } from '../domain/story.ts'
import type { Decided } from '../domain/tell.ts'
import type { StoryRef } from '../store/ways-back.ts'
import { followSaying } from './follow-sayings.ts'

type Asked = { readonly person: PersonId; readonly ref: StoryRef; readonly key: string | null }

/** Somebody moderates one story; where they work is looked up, so that none judges their own. */
async function moderate(
  log: Log,
  { person, ref, key }: Asked,
  told: readonly Id[],
  rule: (moderator: decide.Moderator) => (state: Story, now: never) => Decided,
): Promise<Result<null>> {
  const today = dayIn(LONDON, log.clock.now())
  const worksFor = await worksIn(log.db, person, told, today)
  const decideNow = rule({ person, worksFor })
  return act(log, {
    actor: { by: person, onBehalfOf: null },
    type: storyStream,
    ...ref,
    key,
    decide: (state, now) => decideNow(state, now as never),
  })
}

type On = Asked & { readonly told: readonly Id[] }

/** Refuses as `readStory` of the domain. */
export const read = (log: Log, on: On, reading: Reading) =>
  moderate(log, on, on.told, (moderator) => decide.readStory(moderator, reading))

/** Refuses as `agreeToReading` of the domain, and `bank-holidays-not-held`. */
export async function agree(log: Log, on: On, reading: Id): Promise<Result<null>> {
  const answerBy = dueUnder(storyAnsweredWithin, log.clock.now(), 'england')
  if (!answerBy.ok) return answerBy
  return moderate(log, on, on.told, (moderator) =>
    decide.agreeToReading(moderator, reading, answerBy.value),
  )
}

export const returnReading = (log: Log, on: On, reading: Id, says: string) =>
  moderate(log, on, on.told, (moderator) => decide.returnReading(moderator, reading, says))

export const holdBack = (log: Log, on: On, reason: string, says: string) =>
  moderate(log, on, on.told, (moderator) => decide.holdBack(moderator, reason, says))

/** Publishes an answer or reply; a promise in it is made, and what it keeps is said to be done. */
export async function publishSaying(
  log: Log,
  on: On,
  saying: { saying: Id; says: string; hides: readonly string[] },
): Promise<Result<null>> {
  const today = dayIn(LONDON, log.clock.now())
  const done = await moderate(log, on, on.told, (moderator) =>
    decide.publishSaying(moderator, saying, today),
  )
  if (done.ok) await followSaying(log, on.ref, saying.saying)
  return done
}

export const returnSaying = (log: Log, on: On, saying: Id, reason: string, says: string) =>
  moderate(log, on, on.told, (moderator) => decide.returnSaying(moderator, saying, reason, says))
