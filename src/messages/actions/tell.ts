// Telling somebody something: into their inbox, and word of it through the channel they chose.
import { type Id, isId, type Result } from '../../basics/index.ts'
import { type Act, type Actor, act, type Log, load } from '../../log/index.ts'
import { idNamed, type Post, type Querier } from '../../plumbing/index.ts'
import type { NeedsKind } from '../domain/facts.ts'
import {
  chosenFor,
  type Draft,
  isMet,
  type MessageRecord,
  markRead,
  messageStream,
  noteDelivery,
  sendMessage,
} from '../domain/message.ts'
import {
  type Needs,
  type NeedsRecord,
  type NeedsSaid,
  needsStream,
  noteNotMet,
  recordNeeds,
  reviewNeeds,
  seeNeeds,
} from '../domain/needs.ts'

const system: Actor = { by: null, onBehalfOf: null }

/** What is recorded of a person's needs. It lies in a stream of their own. */
export const needsRecordOf = async (
  log: Pick<Log, 'kinds' | 'db'>,
  person: Id,
  db: Querier = log.db,
): Promise<NeedsRecord> => (await load(log, db, needsStream, needsPlace(person))).state

/** What a person needs, as was last said. */
export const needsOf = async (log: Log, person: Id): Promise<Needs> =>
  (await needsRecordOf(log, person)).said

/**
 * Tells one person. `message` is the id of the message: the same id is sent once. A need that
 * could not be met is noted, whether the message went out otherwise or not at all.
 * Refuses `message-form-missing`.
 */
export async function tell(log: Log, person: Id, message: Id, draft: Draft): Promise<Result<null>> {
  const needs = await needsOf(log, person)
  const sent = await act(log, {
    actor: system,
    type: messageStream,
    owner: person,
    stream: message,
    decide: sendMessage(draft, needs),
  })
  const rendering = chosenFor(draft, needs)
  if (rendering !== null && isMet(rendering, needs)) return sent
  const body = {
    form: needs.form,
    what: sent.ok ? ('sent-otherwise' as const) : ('not-sent' as const),
    from: draft.from,
    organisation: draft.organisation ?? null,
  }
  // The message is the key, so that a second try notes nothing twice.
  await onNeeds(log, system, person, noteNotMet(body), `not met ${message}`)
  return sent
}

const onNeeds = (
  log: Log,
  actor: Actor,
  person: Id,
  decide: Act<NeedsRecord, NeedsKind, null>['decide'],
  key: string | null,
): Promise<Result<null>> =>
  act(log, { actor, type: needsStream, ...needsPlace(person), key, decide })

/** Refuses as the decision `recordNeeds`. */
export const recordNeedsOf = (
  log: Log,
  actor: Actor,
  person: Id,
  said: NeedsSaid,
  key: string | null,
): Promise<Result<null>> => onNeeds(log, actor, person, recordNeeds(said), key)

/** Somebody says that it is still right. Refuses `needs-not-recorded`. */
export const reviewNeedsOf = (
  log: Log,
  actor: Actor,
  person: Id,
  saidBy: string,
  key: string | null,
): Promise<Result<null>> => onNeeds(log, actor, person, reviewNeeds(saidBy), key)

/** The person opens the page of their needs: what somebody else recorded is seen. */
export async function openNeeds(log: Log, person: Id): Promise<NeedsRecord> {
  const record = await needsRecordOf(log, person)
  if (record.seen) return record
  await onNeeds(log, { by: person, onBehalfOf: null }, person, seeNeeds, null)
  return needsRecordOf(log, person)
}

/**
 * Sends word that a message waits, through the channel outside; follows `message-sent` as a job.
 * The word says nothing of what the message is about: a telephone may lie open on a table.
 */
export async function sendWord(
  log: Log,
  post: Post,
  site: string,
  at: { owner: Id; stream: Id },
): Promise<void> {
  const { state } = await load(log, log.db, messageStream, at)
  const channel = state.sent?.channels.find((one) => one !== 'inbox')
  if (channel === undefined) return
  const { address } = await needsOf(log, at.owner)
  const subject = 'A message waits for you in Coproduce'
  const stops = (state.sent?.stops ?? []).map(({ href }) => `\nStop these: ${site}${href}`)
  const body = `Sign in to read it: ${site}/messages${stops.join('')}`
  const letter = { id: at.stream, channel, address: address ?? '', subject, body }
  const bounced = address === null ? 'No address was given.' : await post.send(letter)
  await act(log, {
    actor: system,
    type: messageStream,
    ...at,
    decide: noteDelivery(channel, bounced),
  })
}

/** The person opens one of their messages; null where they have no such message. */
export async function openMessage(
  log: Log,
  person: Id,
  message: Id,
): Promise<MessageRecord | null> {
  if (!isId(message)) return null
  const at = { owner: person, stream: message }
  const { state } = await load(log, log.db, messageStream, at)
  if (state.sent === null) return null
  const actor = { by: person, onBehalfOf: null }
  if (state.readAt === null) await act(log, { actor, type: messageStream, ...at, decide: markRead })
  return state
}

/**
 * What became of a message: whether word outside bounced, else that it was delivered, here at
 * least; `none` where it was never sent. Says nothing of what it is about.
 */
export async function deliveryOf(
  log: Log,
  person: Id,
  message: Id,
): Promise<'delivered' | 'bounced' | 'none'> {
  const { state } = await load(log, log.db, messageStream, { owner: person, stream: message })
  if (state.sent === null) return 'none'
  return state.bounced.length > 0 ? 'bounced' : 'delivered'
}

/** Where a person's needs lie: in a stream named after them, so that no look-up is needed. */
export const needsPlace = (person: Id) =>
  ({ owner: person, stream: idNamed(person, 'communication-needs') }) as const
