// You said, we did, you checked: who said it, what is said to be done, and who says it happened.
import {
  type Id,
  type Instant,
  ok,
  type Result,
  refuse,
  type Static,
  tidyText,
} from '../../../basics/index.ts'
import type { Decision, FactOf, StreamType } from '../../../log/index.ts'
import type { Moderator } from '../moderate.ts'
import { refusals as stories } from '../refusals.ts'
import { type ChangeKind, type changeChecked, changeKinds, type changeTold } from './facts.ts'
import { refusals } from './refusals.ts'

export type Told = Static<(typeof changeTold)['schema']>
export type Checked = Static<(typeof changeChecked)['schema']>['answer']

export type Change = {
  readonly told: (Told & { readonly at: Instant; readonly by: Id | null }) | null
  readonly standing: 'nothing' | 'waiting' | 'published' | 'returned'
  /** The fact that published it, by which notices are named. */
  readonly publishedBy: Id | null
  readonly publishedAt: Instant | null
  readonly returned: string | null
  /** By story: that its author was shown it with a code, and what they say. */
  readonly seen: ReadonlySet<string>
  readonly checked: ReadonlyMap<string, Checked>
}

export const changeStream: StreamType<Change, ChangeKind> = {
  name: 'change',
  says: 'What a service did about several stories, and what their authors say of it',
  kinds: changeKinds,
  start: {
    told: null,
    standing: 'nothing',
    publishedBy: null,
    publishedAt: null,
    returned: null,
    seen: new Set(),
    checked: new Map(),
  },
  fold: (state, fact) => fold(state, fact),
}

function fold(state: Change, fact: FactOf<ChangeKind>): Change {
  const { at, by } = fact
  switch (fact.kind) {
    case 'change-told':
      return { ...state, told: { ...fact.body, at, by }, standing: 'waiting' }
    case 'change-published':
      return { ...state, standing: 'published', publishedBy: fact.id, publishedAt: at }
    case 'change-returned':
      return { ...state, standing: 'returned', returned: fact.body.says }
    case 'change-seen':
      return { ...state, seen: new Set(state.seen).add(fact.body.story) }
    case 'change-checked': {
      const { story, answer } = fact.body
      return { ...state, checked: new Map(state.checked).set(story, answer) }
    }
  }
}

type Decided = Result<Decision<ChangeKind, null>>
const decided = (...facts: Decision<ChangeKind, null>['facts']): Decided =>
  ok({ facts, answer: null })

/**
 * `linked`: those of its stories that can be read and were told to the organisation.
 * Refuses `change-empty`, `change-stories-missing`.
 */
export const tellChange =
  (telling: Told, linked: readonly Id[]) =>
  (state: Change): Decided => {
    if (state.told !== null) return decided()
    const [youSaid, weDid] = [tidyText(telling.youSaid), tidyText(telling.weDid)]
    if (youSaid === '') return refuse(refusals.empty, {}, 'youSaid')
    if (weDid === '') return refuse(refusals.empty, {}, 'weDid')
    const own = telling.stories.filter((story) => linked.includes(story))
    if (own.length === 0 || own.length < telling.stories.length) {
      return refuse(refusals.storiesMissing, {}, 'stories')
    }
    const { organisation, shownAs } = telling
    const body = { organisation, shownAs, youSaid, weDid, stories: [...new Set(own)] }
    return decided({ kind: 'change-told', body })
  }

/**
 * Every claim that something changed is read by a person who has no part in it.
 * Refuses `change-unknown`, `story-read-already`, `moderator-own-story`, `moderator-own-service`.
 */
export const publishChange =
  (moderator: Moderator) =>
  (state: Change): Decided =>
    refuseReader(state, moderator) ?? decided({ kind: 'change-published', body: {} })

/** Refuses as `publishChange`, and `story-reason-missing`. */
export const returnChange =
  (moderator: Moderator, says: string) =>
  (state: Change): Decided => {
    const refused = refuseReader(state, moderator)
    if (refused !== null) return refused
    const why = tidyText(says)
    if (why === '') return refuse(stories.reasonMissing, {}, 'why')
    return decided({ kind: 'change-returned', body: { says: why } })
  }

function refuseReader({ told, standing }: Change, { person, worksFor }: Moderator) {
  if (told === null) return refuse(refusals.unknown)
  if (standing !== 'waiting') return refuse(stories.readAlready)
  if (told.by === person) return refuse(stories.ownStory)
  return worksFor.includes(told.organisation) ? refuse(stories.ownService) : null
}

/** Only for the author of a linked story: whoever asks has seen to that. */
export const checkChange =
  (story: Id, answer: Checked) =>
  (state: Change): Decided => {
    if (!isLinked(state, story)) return refuse(refusals.unknown)
    if (state.checked.get(story) === answer) return decided()
    return decided({ kind: 'change-checked', body: { story, answer } })
  }

export const seeChange =
  (story: Id) =>
  (state: Change): Decided =>
    isLinked(state, story) && !state.seen.has(story)
      ? decided({ kind: 'change-seen', body: { story } })
      : decided()

export const isLinked = ({ told, standing }: Change, story: string): boolean =>
  standing === 'published' && (told?.stories.some((one) => one === story) ?? false)

/** How many of those whose stories led to it say what. */
export function checkedCounts({ told, checked }: Change) {
  const answers = [...checked.values()]
  const of = (answer: Checked) => answers.filter((one) => one === answer).length
  const silent = (told?.stories.length ?? 0) - answers.length
  return { yes: of('yes'), no: of('no'), notYet: of('not yet'), silent }
}
