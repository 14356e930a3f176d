// What was heard on one theme: conversations, how far they reach, and whether it was raised.
import {
  type Day,
  dayIn,
  daysBetween,
  type Id,
  type Instant,
  LONDON,
  ok,
  type Result,
  refuse,
  type Static,
  tidyLine,
  tidyText,
} from '../../../basics/index.ts'
import type { Decision, FactOf, StreamType } from '../../../log/index.ts'
import { heardWithin } from './dated-rules.ts'
import { type conversationHeard, type HeardKind, heardKinds, type themeRaised } from './facts.ts'
import { refusals } from './refusals.ts'

export type Conversation = Static<(typeof conversationHeard)['schema']>

export type HeardConversation = Conversation & {
  readonly by: Id | null
  readonly at: Instant
  readonly takenBack: boolean
}

export type Theme = {
  readonly conversations: readonly HeardConversation[]
  readonly raised: readonly (Static<(typeof themeRaised)['schema']> & { readonly at: Instant })[]
}

export const themeStream: StreamType<Theme, HeardKind> = {
  name: 'heard-theme',
  says: 'What a community worker heard on one theme, and whether it was raised',
  kinds: heardKinds,
  start: { conversations: [], raised: [] },
  fold: (state, fact) => fold(state, fact),
}

function fold(state: Theme, fact: FactOf<HeardKind>): Theme {
  const { at, by } = fact
  switch (fact.kind) {
    case 'conversation-heard': {
      const heard = { ...fact.body, at, by, takenBack: false }
      return { ...state, conversations: [...state.conversations, heard] }
    }
    case 'conversation-taken-back': {
      const mark = (one: HeardConversation) =>
        one.conversation === fact.body.conversation ? { ...one, takenBack: true } : one
      return { ...state, conversations: state.conversations.map(mark) }
    }
    case 'theme-raised':
      return { ...state, raised: [...state.raised, { ...fact.body, at }] }
  }
}

type Decided = Result<Decision<HeardKind, null>>

/** As it comes from a form or a device; `agreed` is the yes of those who were heard. */
export type Hearing = Conversation & { readonly agreed: boolean }

/**
 * Keeps a conversation; one that is here already changes nothing, whatever it says now.
 * Refuses `conversation-empty`, `conversation-not-agreed`, `conversation-people`,
 * `conversation-day`.
 */
export const hear =
  ({ agreed, ...heard }: Hearing) =>
  (state: Theme, now: Instant): Decided => {
    const known = state.conversations.some((one) => one.conversation === heard.conversation)
    if (known) return ok({ facts: [], answer: null })
    const tidy = {
      ...heard,
      theme: tidyLine(heard.theme),
      where: tidyLine(heard.where),
      group: tidyLine(heard.group),
      says: tidyText(heard.says),
      evidence: heard.evidence.map(tidyLine).filter((one) => one !== ''),
    }
    for (const part of ['theme', 'says', 'where'] as const) {
      if (tidy[part] === '') return refuse(refusals.empty, {}, part)
    }
    if (!agreed) return refuse(refusals.notAgreed, {}, 'agreed')
    if (!Number.isInteger(tidy.people) || tidy.people < 1 || tidy.people > 500) {
      return refuse(refusals.people, {}, 'people')
    }
    const ago = daysBetween(tidy.heardOn, dayIn(LONDON, now))
    if (ago < 0 || ago > heardWithin.value) return refuse(refusals.day, {}, 'heardOn')
    return ok({ facts: [{ kind: 'conversation-heard', body: tidy }], answer: null })
  }

/** Takes one back by whoever wrote it down; refuses `conversation-unknown`. */
export const takeBack =
  (person: Id, conversation: string, why: string) =>
  (state: Theme): Decided => {
    const one = state.conversations.find((other) => other.conversation === conversation)
    if (one === undefined || one.by !== person) return refuse(refusals.unknown)
    if (one.takenBack) return ok({ facts: [], answer: null })
    const says = tidyLine(why)
    if (says === '') return refuse(refusals.whyMissing, {}, 'why')
    const body = { conversation: one.conversation, why: says }
    return ok({ facts: [{ kind: 'conversation-taken-back', body }], answer: null })
  }

/** How far a theme reaches: in how many places, by how many people, with how much evidence. */
export type Reach = {
  readonly conversations: number
  readonly places: number
  readonly people: number
  readonly evidence: number
  readonly groups: readonly string[]
}

/**
 * Proxy entries: they say how far something reaches. They are no stories and nobody's vote, so
 * that no count of stories and no ballot reads them.
 */
export const reachOf = ({ conversations }: Theme): Reach => reachOfAll(conversations)

function reachOfAll(conversations: readonly HeardConversation[]): Reach {
  const counted = conversations.filter(({ takenBack }) => !takenBack)
  const different = (texts: readonly string[]) =>
    new Map(texts.filter((text) => text !== '').map((text) => [folded(text), text]))
  return {
    conversations: counted.length,
    places: different(counted.map(({ where }) => where)).size,
    people: counted.reduce((sum, { people }) => sum + people, 0),
    evidence: different(counted.flatMap(({ evidence }) => evidence)).size,
    groups: [...different(counted.map(({ group }) => group)).values()],
  }
}

export type AreaReach = Reach & {
  /** Null for what was heard in no area that is known. */
  readonly area: Id | null
}

/**
 * How far it reaches in each area, the most people first. `around` names the wider areas of one:
 * what was heard in an area counts in those around it too, so that rows do not add up.
 */
export function reachByArea(
  conversations: readonly HeardConversation[],
  around: ReadonlyMap<Id, readonly Id[]>,
): readonly AreaReach[] {
  const heardIn = new Map<Id | null, HeardConversation[]>()
  for (const one of conversations) {
    if (one.takenBack) continue
    const areas = one.area === null ? [null] : [one.area, ...(around.get(one.area) ?? [])]
    for (const area of new Set(areas)) heardIn.set(area, [...(heardIn.get(area) ?? []), one])
  }
  return [...heardIn]
    .map(([area, heard]) => ({ area, ...reachOfAll(heard) }))
    .toSorted(
      (one, other) =>
        Number(one.area === null) - Number(other.area === null) || other.people - one.people,
    )
}

/** The same words, however they are written: for themes, places and links typed on telephones. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Notes the report that it became; refuses `theme-nothing-heard`. */
export const raise =
  (report: Id) =>
  (state: Theme): Decided => {
    const { conversations, places, people, evidence } = reachOf(state)
    if (conversations === 0) return refuse(refusals.nothingHeard)
    if (state.raised.some((one) => one.report === report)) return ok({ facts: [], answer: null })
    const body = { report, places, people, evidence }
    return ok({ facts: [{ kind: 'theme-raised', body }], answer: null })
  }

/** The days between which it was heard; null where nothing was. */
export function heardBetween({ conversations }: Theme): readonly [Day, Day] | null {
  const days = conversations.filter((one) => !one.takenBack).map(({ heardOn }) => heardOn)
  const sorted = days.toSorted()
  const [first, last] = [sorted[0], sorted.at(-1)]
  return first === undefined || last === undefined ? null : [first, last]
}
