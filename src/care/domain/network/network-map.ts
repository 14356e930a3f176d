// The map of a person's network: who and what is on it now, and how it looked when it was kept.
import type { Id, Instant, Static } from '../../../basics/index.ts'
import type { FactOf, StreamType } from '../../../log/index.ts'
import {
  type MemberKind,
  type NetworkKind,
  networkKinds,
  type networkMemberPlaced,
} from './facts.ts'

export type Member = Static<(typeof networkMemberPlaced)['schema']>

export type KeptMap = {
  readonly called: string
  readonly at: Instant
  readonly members: readonly Member[]
}

export type NetworkMap = {
  /** In the order in which they were first put on it. */
  readonly members: readonly Member[]
  readonly kept: readonly KeptMap[]
  /** What those who are known here said of their name: by member and person. */
  readonly answers: ReadonlyMap<string, boolean>
}

export const networkStream: StreamType<NetworkMap, NetworkKind> = {
  name: 'care-network-map',
  says: 'The map of one person’s network, and how it looked when it was kept',
  kinds: networkKinds,
  start: { members: [], kept: [], answers: new Map() },
  fold: (state, fact) => fold(state, fact),
}

function fold(state: NetworkMap, fact: FactOf<NetworkKind>): NetworkMap {
  const { members, kept, answers } = state
  switch (fact.kind) {
    case 'network-member-placed': {
      const placed = fact.body
      const known = members.some(({ member }) => member === placed.member)
      const now = known
        ? members.map((one) => (one.member === placed.member ? placed : one))
        : [...members, placed]
      return { ...state, members: now, answers: withoutOld(state, placed) }
    }
    case 'network-member-taken-off':
      return { ...state, members: members.filter(({ member }) => member !== fact.body.member) }
    case 'network-member-answered': {
      const { member, person, shown } = fact.body
      return { ...state, answers: new Map(answers).set(answerKey(member, person), shown) }
    }
    case 'network-map-kept':
      return { ...state, kept: [...kept, { called: fact.body.called, at: fact.at, members }] }
  }
}

/** Who said yes to one name has not said yes to another. */
function withoutOld({ members, answers }: NetworkMap, placed: Member): NetworkMap['answers'] {
  const before = members.find(({ member }) => member === placed.member)
  if (before === undefined || before.called === placed.called) return answers
  return new Map([...answers].filter(([key]) => !key.startsWith(`${placed.member} `)))
}

const answerKey = (member: Id, person: Id): string => `${member} ${person}`

/** What somebody on the map said: true shows their name to others; null is no answer yet. */
export const answerOf = ({ answers }: NetworkMap, { member, person }: Member): boolean | null =>
  person === null ? null : (answers.get(answerKey(member, person)) ?? null)

/** A member as a picture shows it: the name, or for others no name. */
export type Drawn = Omit<Member, 'person' | 'called'> & { readonly called: string | null }

/** As the person sees their own map. */
export const ownDrawn = (members: readonly Member[]): readonly Drawn[] =>
  members.map(({ person: _, ...one }) => one)

/**
 * As others see it, with whom it is shared: without the names of those who have not agreed, and
 * without who they are here. What groups and places are called is nobody's name.
 */
export const drawnForOthers = (
  map: NetworkMap,
  members: readonly Member[] = map.members,
): readonly Drawn[] =>
  members.map((one) => {
    const { person: _, called, ...rest } = one
    const open = isNobody(one.kind) || answerOf(map, one) === true
    return { ...rest, called: open ? called : null }
  })

const isNobody = (kind: MemberKind): boolean => kind === 'group' || kind === 'place'
