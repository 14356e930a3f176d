// Telling somebody something: into their inbox, and word of it through the channel they chose.
import { type Id, isId, type Result } from '../../basics/index.ts'
import { type Actor, act, type Log, load } from '../../log/index.ts'
import { idNamed, type Post } from '../../plumbing/index.ts'
import {
  type Draft,
  type MessageRecord,
  markRead,
  messageStream,
  noteDelivery,
  sendMessage,
} from '../domain/message.ts'
import { type Needs, needsStream, recordNeeds } from '../domain/needs.ts'

const system: Actor = { by: null, onBehalfOf: null }

/** What a person needs, as they last said. Their needs lie in a stream with their own id. */
export const needsOf = async (log: Log, person: Id): Promise<Needs> =>
  (await load(log, log.db, needsStream, { owner: person, stream: needsPlace(person) })).state

/**
 * Tells one person. `message` is the id of the message: the same id is sent once.
 * Refuses `message-form-missing`.
 */
export async function tell(log: Log, person: Id, message: Id, draft: Draft): Promise<Result<null>> {
  const needs = await needsOf(log, person)
  return act(log, {
    actor: system,
    type: messageStream,
    owner: person,
    stream: message,
    decide: sendMessage(draft, needs),
  })
}

export const recordNeedsOf = (
  log: Log,
  actor: Actor,
  person: Id,
  needs: Needs,
  key: string | null,
): Promise<Result<null>> =>
  act(log, {
    actor,
    type: needsStream,
    owner: person,
    stream: needsPlace(person),
    key,
    decide: recordNeeds(needs),
  })

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
  const body = `Sign in to read it: ${site}/messages`
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

/** The stream of a person's needs: named after them, so that no look-up is needed. */
const needsPlace = (person: Id): Id => idNamed(person, 'communication-needs')
