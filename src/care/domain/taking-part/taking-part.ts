// What a person took part in, counted from facts alone: nobody is asked anything.
/** What the rows say of one person; each is a count of facts. */
export type Counts = {
  /** Parts of the plan that both sides agreed to. */
  readonly planParts: number
  readonly visits: number
  readonly visitsPrepared: number
  readonly offered: number
  /** How many supports were asked about; 0 where the person has not said anything. */
  readonly offeredOf: number
  readonly sent: number
  readonly opened: number
  readonly judged: number
  readonly onMap: number
  readonly meetings: number
  readonly decisions: number
  /** Decisions in which a decision aid was seen. */
  readonly aids: number
  /** People and teams with whom something is shared now. */
  readonly sharedWith: number
}

export const partNames = [
  'plan',
  'visits',
  'offered',
  'information',
  'network',
  'meetings',
  'decisions',
  'aids',
  'sharing',
] as const
export type PartName = (typeof partNames)[number]

export type Part = {
  readonly part: PartName
  /** Whether there is any fact of it. */
  readonly has: boolean
  readonly count: number
  /** Out of how many, where that says something. */
  readonly of: number | null
}

/** Each part with what was counted, in the order of the list. No sum is made, and no score. */
export function partsOf(counts: Counts): readonly Part[] {
  const part = (name: PartName, count: number, of: number | null = null): Part => ({
    part: name,
    has: count > 0,
    count,
    of,
  })
  return [
    part('plan', counts.planParts),
    part('visits', counts.visitsPrepared, counts.visits),
    part('offered', counts.offered, counts.offeredOf),
    part('information', counts.opened, counts.sent),
    part('network', counts.onMap),
    part('meetings', counts.meetings),
    part('decisions', counts.decisions),
    part('aids', counts.aids),
    part('sharing', counts.sharedWith),
  ]
}
