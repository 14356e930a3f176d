// What a fund is: money, projects that ask for it, and the ballots cast over them.

export type FundProject = {
  readonly id: string
  readonly name: string
  /** In the fund's smallest unit, zero or more. */
  readonly cost: bigint
  readonly categories: readonly string[]
  /** The district, ward or neighbourhood that the project belongs to. */
  readonly area: string | null
}

export const voteTypes = ['approval', 'choose-1', 'cumulative', 'ordinal', 'scoring'] as const
export type VoteType = (typeof voteTypes)[number]

/**
 * Ballots with the same content are one, with a weight. Ballot `b` names the projects
 * `projects[starts[b]]` to `projects[starts[b + 1] - 1]`, as places in the fund's list of
 * projects: in the voter's order for ordinal ballots, in the list's order for others.
 */
export type Ballots = {
  /** How many people voted, with those who named nothing. */
  readonly voters: number
  /** How many people cast this ballot. */
  readonly weights: Float64Array
  readonly starts: Uint32Array
  readonly projects: Uint32Array
  /** Beside `projects`, whole numbers; null where ballots carry no points. */
  readonly points: Float64Array | null
  /** What one point is worth in the whole numbers of `points`: 1, 10, 100… */
  readonly pointUnits: number
}

export type Fund = {
  readonly title: string
  readonly currency: string
  /** In the smallest unit: 12.50 with two decimals is 1250. */
  readonly budget: bigint
  /** How many decimals the smallest unit has. */
  readonly decimals: number
  readonly voteType: VoteType
  /** In the order of their ids, compared as strings. */
  readonly projects: readonly FundProject[]
  readonly ballots: Ballots
  /** What a reader of the result has to know about the input. */
  readonly notes: readonly string[]
}

/** An amount in smallest units as decimal text: 1250 with two decimals is `12.5`. */
export const amountText = (units: bigint, decimals: number): string => {
  const size = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0')
  const whole = size.slice(0, size.length - decimals)
  const rest = decimals === 0 ? '' : size.slice(-decimals).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`
}

/** Ids compare as strings, one UTF-16 unit after the other: `10` stands before `9`. */
export const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
