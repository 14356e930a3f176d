// Meek's method as the Proportional Representation Foundation's reference rule fixes it.
import { countPapers, type Election } from '../election/ballots.ts'
import type { Count, Stage, StageAction, Tie } from '../election/stages.ts'
import type { Lots } from './stv-lots.ts'

const places = 9
const one = 1_000_000_000
const unit = 1_000_000_000n
/** A round stops when the surpluses together are below a millionth of a vote. */
const omega = 1_000n

/**
 * Counts by Meek: each candidate keeps a part of every paper (the keep factor) and the rest goes
 * to the next on it, elected or not; keep factors fall until the elected hold a quota each, and
 * then the lowest is excluded and the papers counted afresh. To nine places, rounded as the rule
 * says. A candidate within the remaining surplus of the lowest is tied with it, and a lot decides.
 * A round is a stage: it ends when somebody is elected or excluded.
 *
 * @source Hill, Wichmann and Woodall, Algorithm 123, Computer Journal 30 (1987), 277–281; the
 * PR Foundation's reference Meek rule, prfound.org/resources/reference/reference-meek-rule
 */
export function countMeekPrf(election: Election, lots: Lots): Count {
  const state = openState(election)
  let action: RoundAction = { type: 'first preferences' }
  distribute(state)
  while (!isOver(state)) {
    const elected = runRound(state)
    if (isOver(state)) break
    recordRound(state, action, elected)
    if (elected.length > 0) action = { type: 'surplus', candidates: elected }
    else action = { type: 'exclusion', candidates: [excludeLowest(state, lots)] }
  }
  if (action.type === 'exclusion' && state.round.length === 0) {
    action = { type: 'last vacancies', candidates: action.candidates }
  }
  const rest = state.elected.length < election.seats ? hopefulOf(state) : []
  elect(state, rest)
  recordRound(state, action, [...state.round, ...rest])
  return {
    rule: 'meek-prf',
    seats: election.seats,
    papers: state.papers,
    places,
    quota: state.quota,
    elected: state.elected,
    stages: state.stages,
  }
}

type RoundAction = Exclude<StageAction, { type: 'approvals' }>

/** Arrays go by candidate number from 1; keep factors are units of 1/10^9, from 0 to 10^9. */
type MeekState = {
  readonly election: Election
  readonly hopeful: Uint8Array
  readonly keep: Float64Array
  readonly stages: Stage[]
  readonly elected: number[]
  readonly papers: number
  votes: bigint[]
  quota: bigint
  surplus: bigint
  /** Elected in the round that has just ended. */
  round: readonly number[]
  ties: readonly Tie[]
}

function openState(election: Election): MeekState {
  const candidates = election.candidates.length
  const hopeful = new Uint8Array(candidates + 1).fill(1, 1)
  for (const number of election.withdrawn) hopeful[number] = 0
  return {
    election,
    hopeful,
    keep: Float64Array.from(hopeful, (stands) => stands * one),
    stages: [],
    elected: [],
    papers: validPapers(election, hopeful),
    votes: [],
    quota: 0n,
    surplus: 0n,
    round: [],
    ties: [],
  }
}

function validPapers({ ballots }: Election, stands: Uint8Array): number {
  let blank = 0
  for (let line = 0; line < ballots.papers.length; line += 1) {
    const preferences = ballots.preferences.subarray(
      ballots.starts[line]!,
      ballots.starts[line + 1],
    )
    if (!preferences.some((number) => stands[number] === 1)) blank += ballots.papers[line]!
  }
  return countPapers(ballots) - blank
}

function hopefulOf(state: MeekState): number[] {
  const numbers: number[] = []
  state.hopeful.forEach((stands, number) => {
    if (stands === 1) numbers.push(number)
  })
  return numbers
}

/** Step B.1. */
const isOver = (state: MeekState): boolean =>
  state.elected.length >= state.election.seats ||
  state.elected.length + hopefulOf(state).length <= state.election.seats

/** Step B.2: until somebody is elected (who they are), or the surpluses have settled (nobody). */
function runRound(state: MeekState): readonly number[] {
  let before: bigint | null = null
  for (;;) {
    distribute(state)
    const reached = hopefulOf(state).filter((number) => state.votes[number]! >= state.quota)
    elect(state, reached)
    state.round = reached
    state.surplus = state.elected.reduce(
      (total, number) => total + state.votes[number]! - state.quota,
      0n,
    )
    if (state.surplus < 0n) state.surplus = 0n
    if (reached.length > 0) return reached
    if (state.surplus < omega || (before !== null && state.surplus >= before)) return []
    before = state.surplus
    for (const number of state.elected) lowerKeepFactor(state, number)
  }
}

/** Steps B.2.a and B.2.b: every paper from its first preference down, and the quota of it all. */
function distribute(state: MeekState): void {
  const { preferences, starts, papers } = state.election.ballots
  const { keep } = state
  const high = new Float64Array(keep.length)
  const low = new Float64Array(keep.length)
  for (let line = 0; line < papers.length; line += 1) {
    const end = starts[line + 1]!
    let weight = one
    for (let place = starts[line]!; place < end && weight > 0; place += 1) {
      const number = preferences[place]!
      const factor = keep[number]!
      if (factor === 0) continue
      const kept = factor === one ? weight : Math.min(weight, timesRoundedUp(weight, factor))
      const upper = Math.floor(kept / 32_768)
      high[number] = high[number]! + upper * papers[line]!
      low[number] = low[number]! + (kept - upper * 32_768) * papers[line]!
      weight -= kept
    }
  }
  state.votes = Array.from(high, (upper, number) => BigInt(upper) * 32_768n + BigInt(low[number]!))
  const total = state.votes.reduce((sum, votes) => sum + votes, 0n)
  state.quota = total / BigInt(state.election.seats + 1) + 1n
}

/**
 * `weight` times `factor` in units, rounded up; both at most 10^9. The factor is taken in two
 * parts so that no product leaves the whole numbers that a double holds.
 */
function timesRoundedUp(weight: number, factor: number): number {
  const upper = Math.floor(factor / 32_768)
  const product = weight * upper
  const whole = Math.floor(product / one)
  const rest = (product - whole * one) * 32_768 + weight * (factor - upper * 32_768)
  return whole * 32_768 + Math.ceil(rest / one)
}

/** Step B.2.f: times the quota, rounded up, divided by the votes, rounded up. */
function lowerKeepFactor(state: MeekState, number: number): void {
  const product = ceilDivide(BigInt(state.keep[number]!) * state.quota, unit)
  state.keep[number] = Number(ceilDivide(product * unit, state.votes[number]!))
}

const ceilDivide = (dividend: bigint, divisor: bigint): bigint =>
  (dividend + divisor - 1n) / divisor

/** Step B.3: the lowest, and all within the surplus of the lowest tie with it. */
function excludeLowest(state: MeekState, lots: Lots): number {
  const hopeful = hopefulOf(state)
  const fewest = state.votes[inOrderOfVotes(state, hopeful).at(-1)!]!
  const tied = hopeful.filter((number) => state.votes[number]! <= fewest + state.surplus)
  const chosen = tied.length === 1 ? tied[0]! : lots.draw(tied)
  state.ties = tied.length === 1 ? [] : [{ between: tied, chosen, to: 'exclude', byStage: null }]
  state.hopeful[chosen] = 0
  state.keep[chosen] = 0
  return chosen
}

function elect(state: MeekState, numbers: readonly number[]): void {
  for (const number of inOrderOfVotes(state, numbers)) {
    state.hopeful[number] = 0
    state.elected.push(number)
  }
}

const inOrderOfVotes = (state: MeekState, numbers: readonly number[]): number[] =>
  [...numbers].sort((first, second) => {
    const difference = state.votes[second]! - state.votes[first]!
    return difference === 0n ? first - second : difference > 0n ? 1 : -1
  })

function recordRound(state: MeekState, action: StageAction, elected: readonly number[]): void {
  const votes = state.votes.slice(1)
  const inPlay = votes.reduce((sum, held) => sum + held, 0n)
  state.stages.push({
    action,
    votes,
    nonTransferable: BigInt(state.papers) * unit - inPlay,
    quota: state.quota,
    elected: inOrderOfVotes(state, elected),
    ties: state.ties,
    batches: [],
    deferred: 0n,
  })
  state.ties = []
}
