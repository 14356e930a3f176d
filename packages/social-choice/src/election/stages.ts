// What comes out of a count: every stage as the official sheet shows it, in whole units.

/** The rules an election can be counted by. */
export const electionRules = [
  'scottish-stv',
  'ers97',
  'ni1985',
  'meek-prf',
  'fptp',
  'approval',
] as const

export type ElectionRule = (typeof electionRules)[number]

/** What was done at a stage. Candidates are numbers from 1. */
export type StageAction =
  | { readonly type: 'first preferences' }
  | { readonly type: 'approvals' }
  /** The votes above the quota of these elected candidates go on; all but Meek move one at once. */
  | { readonly type: 'surplus'; readonly candidates: readonly number[] }
  | { readonly type: 'exclusion'; readonly candidates: readonly number[] }
  /** These are excluded with no transfer, for as many remain as there are places. */
  | { readonly type: 'last vacancies'; readonly candidates: readonly number[] }

/** How a tie was settled, and between whom. */
export type Tie = {
  readonly between: readonly number[]
  readonly chosen: number
  readonly to: 'transfer first' | 'exclude' | 'elect'
  /** The stage at which their votes were unequal, or null where a lot decided. */
  readonly byStage: number | null
}

/** Papers that moved together, and the value at which each of them moved. */
export type Batch = {
  readonly papers: number
  readonly value: bigint
}

export type Stage = {
  readonly action: StageAction
  /** Each candidate's votes at the end of the stage, candidate 1 first. */
  readonly votes: readonly bigint[]
  /** Votes that stay with no candidate: papers that ran out, and remainders neglected. */
  readonly nonTransferable: bigint
  /** The quota at the end of the stage; null where the rule has none. */
  readonly quota: bigint | null
  /** Deemed elected at this stage, most votes first. */
  readonly elected: readonly number[]
  readonly ties: readonly Tie[]
  /** What moved, in the order it moved; empty for first preferences and for Meek. */
  readonly batches: readonly Batch[]
  /** Surpluses left for later at this stage because they could change nothing now. */
  readonly deferred: bigint
}

/** A whole count. Every bigint counts units of 1/10^`places` of a vote. */
export type Count = {
  readonly rule: ElectionRule
  readonly seats: number
  /** Valid papers: those with a preference for a candidate who stands. */
  readonly papers: number
  readonly places: number
  /** The quota at the end; null where the rule has none. */
  readonly quota: bigint | null
  /** Numbers from 1, in the order they were elected. */
  readonly elected: readonly number[]
  readonly stages: readonly Stage[]
}

/** Units as people write them: with the places of the rule, and a full stop before them. */
export function decimal(units: bigint, places: number): string {
  const minus = units < 0n ? '-' : ''
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0')
  if (places === 0) return minus + digits
  return `${minus}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** Every tie that only a lot could settle. */
export const lotsOf = (count: Count): readonly Tie[] =>
  count.stages.flatMap(({ ties }) => ties.filter(({ byStage }) => byStage === null))
