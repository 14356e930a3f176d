// The counting table of a single transferable vote: parcels of papers, votes, stages and ties.
import { countPapers, type Election } from '../election/ballots.ts'
import type { Batch, Stage, StageAction, Tie } from '../election/stages.ts'
import type { Lots } from './stv-lots.ts'

/** Papers received together at one value: a chain of ballot lines. */
export type Parcel = {
  /** Units of a vote that each paper is worth. */
  readonly value: number
  readonly papers: number
  /** The first line of the chain; `next` leads on, and -1 ends it. */
  readonly head: number
  /** Came as first preferences, not by transfer. */
  readonly first: boolean
}

/**
 * Where a count stands. Arrays go by candidate number from 1; place 0 of `votes` holds the
 * non-transferable votes. Votes are whole units of 1/`unit` of a vote, below 2^53.
 */
export type Sheet = {
  readonly election: Election
  readonly candidates: number
  readonly unit: number
  readonly lots: Lots
  readonly votes: Float64Array
  readonly continuing: Uint8Array
  readonly parcels: Parcel[][]
  /** Votes as they stood after each batch or stage, for ties that look back. */
  readonly points: { readonly stage: number; readonly votes: Float64Array }[]
  readonly stages: Stage[]
  readonly elected: number[]
  readonly next: Int32Array
  readonly at: Uint32Array
  readonly heads: Int32Array
  readonly papersTo: Float64Array
  papers: number
  quota: number
  /** What has happened since the last stage was recorded. */
  newlyElected: number[]
  ties: Tie[]
  batches: Batch[]
}

/** A sheet with every paper on its first preference for a candidate who stands. */
export function openSheet(election: Election, unit: number, lots: Lots): Sheet {
  const { ballots } = election
  const candidates = election.candidates.length
  const sheet: Sheet = {
    election,
    candidates,
    unit,
    lots,
    votes: new Float64Array(candidates + 1),
    continuing: new Uint8Array(candidates + 1).fill(1, 1),
    parcels: Array.from({ length: candidates + 1 }, () => []),
    points: [],
    stages: [],
    elected: [],
    next: new Int32Array(ballots.papers.length),
    at: ballots.starts.slice(0, -1),
    heads: new Int32Array(candidates + 1),
    papersTo: new Float64Array(candidates + 1),
    papers: 0,
    quota: 0,
    newlyElected: [],
    ties: [],
    batches: [],
  }
  for (const number of election.withdrawn) sheet.continuing[number] = 0
  clearPiles(sheet)
  for (let line = 0; line < ballots.papers.length; line += 1) pile(sheet, line)
  creditPiles(sheet, unit, true)
  sheet.papers = countPapers(ballots) - sheet.papersTo[0]!
  return sheet
}

const clearPiles = (sheet: Sheet): void => {
  sheet.heads.fill(-1)
  sheet.papersTo.fill(0)
}

/** Puts a line on the pile of its next preference for a continuing candidate, or on pile 0. */
function pile(sheet: Sheet, line: number): void {
  const { preferences, starts, papers } = sheet.election.ballots
  const end = starts[line + 1]!
  let place = sheet.at[line]!
  while (place < end && sheet.continuing[preferences[place]!] === 0) place += 1
  sheet.at[line] = place
  const to = place < end ? preferences[place]! : 0
  sheet.next[line] = sheet.heads[to]!
  sheet.heads[to] = line
  sheet.papersTo[to] = sheet.papersTo[to]! + papers[line]!
}

/** Sorts parcels by next available preference; says how many papers can and cannot move on. */
export function sortParcels(
  sheet: Sheet,
  parcels: readonly Parcel[],
): { readonly transferable: number; readonly nonTransferable: number } {
  clearPiles(sheet)
  let papers = 0
  for (const parcel of parcels) {
    papers += parcel.papers
    let line = parcel.head
    while (line >= 0) {
      const following = sheet.next[line]!
      pile(sheet, line)
      line = following
    }
  }
  const nonTransferable = sheet.papersTo[0]!
  return { transferable: papers - nonTransferable, nonTransferable }
}

/** Gives the sorted piles to their candidates at a value each; says how many units moved. */
export function creditPiles(sheet: Sheet, value: number, first = false): number {
  let moved = 0
  for (let to = 1; to <= sheet.candidates; to += 1) {
    const papers = sheet.papersTo[to]!
    if (papers === 0) continue
    sheet.parcels[to]!.push({ value, papers, head: sheet.heads[to]!, first })
    sheet.votes[to] = sheet.votes[to]! + value * papers
    moved += value * papers
  }
  return moved
}

/** Candidates neither elected nor excluded, in order of number. */
export function continuingOf(sheet: Sheet): number[] {
  const numbers: number[] = []
  for (let number = 1; number <= sheet.candidates; number += 1) {
    if (sheet.continuing[number] === 1) numbers.push(number)
  }
  return numbers
}

export const vacanciesOf = (sheet: Sheet): number => sheet.election.seats - sheet.elected.length

/** Units by which a candidate's votes exceed the quota; 0 or more. */
export const surplusOf = (sheet: Sheet, number: number): number =>
  Math.max(0, sheet.votes[number]! - sheet.quota)

/** Elected candidates whose votes exceed the quota. */
export const withSurplus = (sheet: Sheet): number[] =>
  sheet.elected.filter((number) => sheet.votes[number]! > sheet.quota)

/**
 * All votes that can still elect somebody: those of candidates who continue, surpluses that wait
 * and papers of excluded candidates that have not moved yet.
 */
export function activeVote(sheet: Sheet): number {
  let total = sheet.papers * sheet.unit - sheet.votes[0]!
  for (const number of sheet.elected) total -= Math.min(sheet.votes[number]!, sheet.quota)
  return total
}

export function elect(sheet: Sheet, numbers: readonly number[]): void {
  const { votes } = sheet
  const inOrder = [...numbers].sort((one, other) => votes[other]! - votes[one]! || one - other)
  for (const number of inOrder) sheet.continuing[number] = 0
  sheet.elected.push(...inOrder)
  sheet.newlyElected.push(...inOrder)
}

/** Keeps the votes as they now stand, for ties that look back. */
export function markPoint(sheet: Sheet): void {
  sheet.points.push({ stage: sheet.stages.length + 1, votes: sheet.votes.slice() })
}

/** Writes down the stage that has just ended. */
export function recordStage(sheet: Sheet, action: StageAction, deferred = 0): void {
  const votes: bigint[] = []
  for (let number = 1; number <= sheet.candidates; number += 1) {
    votes.push(BigInt(sheet.votes[number]!))
  }
  sheet.stages.push({
    action,
    votes,
    nonTransferable: BigInt(sheet.votes[0]!),
    quota: BigInt(sheet.quota),
    elected: sheet.newlyElected,
    ties: sheet.ties,
    batches: sheet.batches,
    deferred: BigInt(deferred),
  })
  sheet.newlyElected = []
  sheet.ties = []
  sheet.batches = []
}

/**
 * The one of several candidates with equal votes who had the most (or the fewest) at the latest
 * (or earliest) point where they differed, as the rule has it; null when they never differed.
 * When some still tie at that point, those go on to the next.
 */
export function breakTie(
  sheet: Sheet,
  tied: readonly number[],
  had: 'most' | 'fewest',
  look: 'latest' | 'earliest',
): { readonly number: number; readonly stage: number } | null {
  const points = look === 'latest' ? sheet.points.toReversed() : sheet.points
  let left = tied
  for (const { stage, votes } of points) {
    const held = left.map((number) => votes[number]!)
    const wanted = had === 'most' ? Math.max(...held) : Math.min(...held)
    left = left.filter((number) => votes[number] === wanted)
    if (left.length === 1) return { number: left[0]!, stage }
  }
  return null
}

/** As `breakTie`, and where they never differed the lot falls on one; the tie is written down. */
export function chooseOne(
  sheet: Sheet,
  tied: readonly number[],
  to: 'transfer first' | 'exclude',
  look: 'latest' | 'earliest',
): number {
  if (tied.length === 1) return tied[0]!
  const earlier = breakTie(sheet, tied, to === 'exclude' ? 'fewest' : 'most', look)
  const chosen = earlier?.number ?? sheet.lots.draw(tied)
  sheet.ties.push({ between: [...tied], chosen, to, byStage: earlier?.stage ?? null })
  return chosen
}

/** The elected candidate whose surplus goes next: the largest. */
export function largestSurplus(sheet: Sheet, look: 'latest' | 'earliest'): number {
  const waiting = withSurplus(sheet)
  const most = Math.max(...waiting.map((number) => sheet.votes[number]!))
  const tied = waiting.filter((number) => sheet.votes[number] === most)
  return chooseOne(
    sheet,
    tied.sort((one, other) => one - other),
    'transfer first',
    look,
  )
}
