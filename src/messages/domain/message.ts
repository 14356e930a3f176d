// One message: what was told, how, and whether it arrived.
import { type Id, type Instant, ok, type Result, refuse, type Static } from '../../basics/index.ts'
import type { FactOf, NewFactOf, StreamType } from '../../log/index.ts'
import { type MessageKind, messageKinds, type messageSent } from './facts.ts'
import { formFor, formNamed, meanwhileFor } from './forms.ts'
import type { Needs } from './needs.ts'
import { refusals } from './refusals.ts'

export type MessageSent = Static<(typeof messageSent)['schema']>
export type Rendering = MessageSent['rendering']

export type MessageRecord = {
  readonly sent: (MessageSent & { readonly at: Instant }) | null
  readonly delivered: readonly string[]
  readonly bounced: readonly { channel: string; why: string }[]
  readonly readAt: Instant | null
}

export const messageStream: StreamType<MessageRecord, MessageKind> = {
  name: 'message',
  says: 'One message to one person, and whether it arrived',
  kinds: messageKinds,
  start: { sent: null, delivered: [], bounced: [], readAt: null },
  fold: (state, fact) => fold(state, fact),
}

function fold(state: MessageRecord, fact: FactOf<MessageKind>): MessageRecord {
  switch (fact.kind) {
    case 'message-sent':
      return { ...state, sent: { ...fact.body, at: fact.at } }
    case 'message-delivered':
      return { ...state, delivered: [...state.delivered, fact.body.channel] }
    case 'message-bounced':
      return { ...state, bounced: [...state.bounced, fact.body] }
    case 'message-read':
      return { ...state, readAt: state.readAt ?? fact.at }
  }
}

/** What somebody wants to tell: the same thing in each form and language there is. */
export type Draft = {
  readonly from: string
  readonly renderings: readonly Rendering[]
  /** The page where it goes on, `/promises/…`. */
  readonly leadsTo: string | null
  /** Whose message it is, to whom a need that is not met is a gap; the site's, if left out. */
  readonly organisation?: Id | null
  /** Whether it stays in the inbox, whatever channel the person chose for word outside. */
  readonly onlyHere?: boolean
  /** Links that stop messages like it, without signing in. */
  readonly stops?: NonNullable<MessageSent['stops']>
}

type Sent = Result<{ facts: NewFactOf<MessageKind>[]; answer: null }>

/**
 * Chooses the form and language a person can use.
 * Refuses `message-form-missing`, since a message that cannot be read has not been sent.
 */
export function sendMessage(draft: Draft, needs: Needs) {
  return (state: MessageRecord): Sent => {
    if (state.sent !== null) return ok({ facts: [], answer: null })
    const rendering = chosenFor(draft, needs)
    if (rendering === null) {
      const form = formNamed(needs.form)?.name.toLowerCase() ?? needs.form
      return refuse(refusals.formMissing, { form })
    }
    const { from, leadsTo, onlyHere = false, stops = [] } = draft
    const channels = onlyHere || needs.channel === 'inbox' ? ['inbox'] : ['inbox', needs.channel]
    const shownAs = isMet(rendering, needs) ? needs.form : rendering.form
    const stopping = stops.length === 0 ? {} : { stops }
    const body = { rendering, shownAs, from, channels, leadsTo, ...stopping }
    return ok({
      facts: [
        { kind: 'message-sent', body },
        { kind: 'message-delivered', body: { channel: 'inbox' } },
      ],
      answer: null,
    })
  }
}

/** Whether a rendering is in the form that is needed, or one it is made from. */
export const isMet = ({ form }: Rendering, needs: Needs): boolean =>
  formFor(needs.form, [form]) !== null

/**
 * The rendering that goes out: in their form or one it is made from, in their language if there
 * is one, else in English. Where a form that is not of words is missing, the easiest words.
 */
export const chosenFor = ({ renderings }: Draft, needs: Needs): Rendering | null =>
  choose(renderings, needs, formFor) ?? choose(renderings, needs, meanwhileFor)

function choose(
  renderings: readonly Rendering[],
  needs: Needs,
  formOf: typeof formFor,
): Rendering | null {
  for (const language of [needs.language, 'en']) {
    const inLanguage = renderings.filter((one) => one.language === language)
    const form = formOf(
      needs.form,
      inLanguage.map((one) => one.form),
    )
    const found = inLanguage.find((one) => one.form === form)
    if (found !== undefined) return found
  }
  return null
}

/** Notes what became of it in one channel; a second note about the same is none. */
export function noteDelivery(channel: string, bounced: string | null) {
  return (state: MessageRecord): Sent => {
    const known =
      state.delivered.includes(channel) || state.bounced.some((one) => one.channel === channel)
    if (known) return ok({ facts: [], answer: null })
    if (bounced === null) {
      return ok({ facts: [{ kind: 'message-delivered', body: { channel } }], answer: null })
    }
    const body = { channel, why: bounced }
    return ok({ facts: [{ kind: 'message-bounced', body }], answer: null })
  }
}

/** Opened for the first time; refuses `message-unknown`. */
export const markRead = (state: MessageRecord): Sent => {
  if (state.sent === null) return refuse(refusals.messageUnknown)
  if (state.readAt !== null) return ok({ facts: [], answer: null })
  return ok({ facts: [{ kind: 'message-read', body: {} }], answer: null })
}
