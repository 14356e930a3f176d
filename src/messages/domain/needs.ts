// What a person needs to be told things: asked once, applied to every message, asked again.
import {
  addMonths,
  type Day,
  dayIn,
  type Id,
  type Instant,
  LONDON,
  ok,
  type Result,
  refuse,
  type Static,
  tidyText,
} from '../../basics/index.ts'
import type { FactOf, NewFactOf, StreamType } from '../../log/index.ts'
import { reviewNeedsAfter } from './dated-rules.ts'
import { type NeedsKind, type needNotMet, needsKinds, type needsRecorded } from './facts.ts'
import { formNamed } from './forms.ts'
import { needNamed } from './need-kinds.ts'
import { refusals } from './refusals.ts'

export type Needs = Static<(typeof needsRecorded)['schema']>
export type NotMet = Static<(typeof needNotMet)['schema']>

/** What holds for somebody who has not been asked yet. */
export const NO_NEEDS_RECORDED: Needs = {
  form: 'plain',
  language: 'en',
  channel: 'inbox',
  address: null,
  needs: [],
  interpreter: null,
  note: '',
  shown: true,
  saidBy: '',
  reviewOn: null,
}

export type NeedsRecord = {
  readonly said: Needs
  /** The fact that says it; null while nobody has been asked. */
  readonly fact: Id | null
  /** Everything that was recorded, the newest first. */
  readonly history: readonly { readonly said: Needs; readonly at: Instant }[]
  /** When somebody last said that it is right. */
  readonly rightAt: Instant | null
  /** Whether the person has seen what stands there now. */
  readonly seen: boolean
}

export const needsStream: StreamType<NeedsRecord, NeedsKind> = {
  name: 'communication-needs',
  says: 'How one person needs to be told things',
  kinds: needsKinds,
  start: { said: NO_NEEDS_RECORDED, fact: null, history: [], rightAt: null, seen: true },
  fold: (state, fact) => fold(state, fact),
}

function fold(state: NeedsRecord, fact: FactOf<NeedsKind>): NeedsRecord {
  const { at } = fact
  switch (fact.kind) {
    case 'communication-needs-recorded': {
      const { body: said, id } = fact
      const history = [{ said, at }, ...state.history]
      return { said, fact: id, history, rightAt: at, seen: fact.by === fact.owner }
    }
    case 'communication-needs-reviewed': {
      const said = { ...state.said, reviewOn: fact.body.reviewOn }
      return { ...state, said, rightAt: at, seen: state.seen || fact.by === fact.owner }
    }
    case 'communication-needs-seen':
      return { ...state, seen: true }
    case 'communication-need-not-met':
      return state
  }
}

/** Whether it is time to ask whether it is still right. */
export const reviewIsDue = ({ fact, said }: NeedsRecord, today: Day): boolean =>
  fact !== null && said.reviewOn !== null && said.reviewOn <= today

/** Channels besides the inbox, with the form of an address in each: one address, and no list. */
export const CHANNELS: Readonly<Record<string, { name: string; address: RegExp | null }>> = {
  inbox: { name: 'Only here, in your messages', address: null },
  email: { name: 'E-mail', address: /^[^\s@"(),:;<>[\]\\]+@[\p{L}\p{N}.-]+\.[\p{L}\p{N}-]{2,}$/u },
  text: { name: 'Text message', address: /^(\+44|0)7\d{9}$/ },
}

/** What somebody says of their needs; what is left out was not said. */
export type NeedsSaid = Pick<Needs, 'form' | 'language' | 'channel' | 'address' | 'note'> &
  Partial<Needs>

type Recorded = Result<{ facts: NewFactOf<NeedsKind>[]; answer: null }>

const nextReview = (now: Instant): Day =>
  addMonths(dayIn(LONDON, now), Number(reviewNeedsAfter.value))

/**
 * Refuses `message-form-unknown`, `channel-unknown`, `address-not-understood`,
 * `need-not-listed`.
 */
export const recordNeeds =
  (said: NeedsSaid) =>
  (_: NeedsRecord, now: Instant): Recorded => {
    const needs = { ...NO_NEEDS_RECORDED, ...said }
    if (formNamed(needs.form) === undefined) return refuse(refusals.formUnknown, {}, 'form')
    const channel = CHANNELS[needs.channel]
    if (channel === undefined) return refuse(refusals.channelUnknown, {}, 'channel')
    if (needs.needs.some((code) => needNamed(code) === undefined)) {
      return refuse(refusals.needUnknown, {}, 'needs')
    }
    const typed = needs.address ?? ''
    // Numbers are written in many ways; in an e-mail address every sign leads somewhere else.
    const address = needs.channel === 'text' ? typed.replace(/[ ()-]/g, '') : typed.trim()
    if (channel.address !== null && !channel.address.test(address)) {
      return refuse(refusals.addressNotUnderstood, {}, 'address')
    }
    const interpreter = tidyText(needs.interpreter ?? '')
    const body = {
      ...needs,
      needs: [...new Set(needs.needs)],
      interpreter: interpreter === '' ? null : interpreter,
      address: channel.address === null ? null : address,
      reviewOn: needs.reviewOn ?? nextReview(now),
    }
    return ok({ facts: [{ kind: 'communication-needs-recorded', body }], answer: null })
  }

/** Somebody says that it is still right. Refuses `needs-not-recorded`. */
export const reviewNeeds =
  (saidBy: string) =>
  ({ fact }: NeedsRecord, now: Instant): Recorded => {
    if (fact === null) return refuse(refusals.needsUnknown)
    const body = { saidBy, reviewOn: nextReview(now) }
    return ok({ facts: [{ kind: 'communication-needs-reviewed', body }], answer: null })
  }

/** The person sees what somebody else recorded; noted once. */
export const seeNeeds = ({ seen }: NeedsRecord): Recorded =>
  ok({ facts: seen ? [] : [{ kind: 'communication-needs-seen', body: {} }], answer: null })

/** Notes that a need was not met. */
export const noteNotMet = (body: NotMet) => (): Recorded =>
  ok({ facts: [{ kind: 'communication-need-not-met', body }], answer: null })
