// What changed between two maps of one network: who came, who went, who moved, who helps more.
import type { Id } from '../../../basics/index.ts'
import type { Ring, Support } from './facts.ts'
import type { Drawn } from './network-map.ts'

export type Change = {
  readonly member: Id
  /** As in the newer of the two. */
  readonly called: string | null
  readonly what: 'came' | 'went' | 'stayed'
  /** Where they were and are; null where they were not on that map. */
  readonly rings: readonly [Ring | null, Ring | null]
  readonly gained: readonly Support[]
  readonly lost: readonly Support[]
}

/** Every member of either map, those of the newer first; `stayed` where nothing else is said. */
export function changesBetween(before: readonly Drawn[], after: readonly Drawn[]): Change[] {
  const now = after.map((one): Change => {
    const was = before.find(({ member }) => member === one.member)
    const had = was?.support ?? []
    return {
      member: one.member,
      called: one.called,
      what: was === undefined ? 'came' : 'stayed',
      rings: [was?.ring ?? null, one.ring],
      gained: one.support.filter((support) => !had.includes(support)),
      lost: had.filter((support) => !one.support.includes(support)),
    }
  })
  const gone = before
    .filter(({ member }) => !after.some((one) => one.member === member))
    .map(
      ({ member, called, ring, support }): Change => ({
        member,
        called,
        what: 'went',
        rings: [ring, null],
        gained: [],
        lost: support,
      }),
    )
  return [...now, ...gone]
}

/** Whether anything is different for this one. */
export const isChanged = ({ what, rings, gained, lost }: Change): boolean =>
  what !== 'stayed' || rings[0] !== rings[1] || gained.length + lost.length > 0
