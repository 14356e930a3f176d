// How a person needs to be told things: asked once, applied to every message.
import { ok, type Result, refuse, type Static } from '../../basics/index.ts'
import type { NewFactOf, StreamType } from '../../log/index.ts'
import { type NeedsKind, needsKinds, type needsRecorded } from './facts.ts'
import { formNamed } from './forms.ts'
import { refusals } from './refusals.ts'

export type Needs = Static<(typeof needsRecorded)['schema']>

/** What holds for somebody who has not been asked yet. */
export const NO_NEEDS_RECORDED: Needs = {
  form: 'plain',
  language: 'en',
  channel: 'inbox',
  address: null,
  note: '',
  reviewOn: null,
}

export const needsStream: StreamType<Needs, NeedsKind> = {
  name: 'communication-needs',
  says: 'How one person needs to be told things',
  kinds: needsKinds,
  start: NO_NEEDS_RECORDED,
  fold: (_state, fact) => fact.body,
}

/** Channels besides the inbox, with the form of an address in each: one address, and no list. */
export const CHANNELS: Readonly<Record<string, { name: string; address: RegExp | null }>> = {
  inbox: { name: 'Only here, in your messages', address: null },
  email: { name: 'E-mail', address: /^[^\s@"(),:;<>[\]\\]+@[\p{L}\p{N}.-]+\.[\p{L}\p{N}-]{2,}$/u },
  text: { name: 'Text message', address: /^(\+44|0)7\d{9}$/ },
}

type Recorded = Result<{ facts: NewFactOf<NeedsKind>[]; answer: null }>

/** Refuses `message-form-unknown`, `channel-unknown`, `address-not-understood`. */
export function recordNeeds(needs: Needs) {
  return (): Recorded => {
    if (formNamed(needs.form) === undefined) return refuse(refusals.formUnknown, {}, 'form')
    const channel = CHANNELS[needs.channel]
    if (channel === undefined) return refuse(refusals.channelUnknown, {}, 'channel')
    const typed = needs.address ?? ''
    // Numbers are written in many ways; in an e-mail address every sign leads somewhere else.
    const address = needs.channel === 'text' ? typed.replace(/[ ()-]/g, '') : typed.trim()
    if (channel.address !== null && !channel.address.test(address)) {
      return refuse(refusals.addressNotUnderstood, {}, 'address')
    }
    const body = { ...needs, address: channel.address === null ? null : address }
    return ok({ facts: [{ kind: 'communication-needs-recorded', body }], answer: null })
  }
}
