// Meek's method counted the straightforward way, every paper by itself in whole nano-votes.
import { type Election, linesOf } from '../src/election/ballots.ts'
import type { HandResult } from './stv-by-hand.ts'

const unit = 1_000_000_000n

/** Elected candidates and their nano-votes; lots fall on the lowest number. */
export function meekByHand(election: Election): HandResult {
  const keep = new Map(election.candidates.map((_, at) => [at + 1, unit]))
  const hopeful = new Set(keep.keys())
  for (const number of election.withdrawn) {
    keep.set(number, 0n)
    hopeful.delete(number)
  }
  const elected: number[] = []
  let last = spread(election, keep)
  while (elected.length < election.seats && elected.length + hopeful.size > election.seats) {
    let before: bigint | null = null
    for (;;) {
      const votes = spread(election, keep)
      last = votes
      const all = [...votes.values()].reduce((sum, one) => sum + one, 0n)
      const quota = all / BigInt(election.seats + 1) + 1n
      const reached = [...hopeful].filter((number) => votes.get(number)! >= quota)
      for (const number of reached) {
        hopeful.delete(number)
        elected.push(number)
      }
      const over = elected.reduce((sum, number) => sum + votes.get(number)! - quota, 0n)
      const surplus = over > 0n ? over : 0n
      if (reached.length > 0) break
      if (surplus < 1_000n || (before !== null && surplus >= before)) {
        const low = [...hopeful].reduce((one, other) =>
          votes.get(other)! < votes.get(one)! ? other : one,
        )
        const tied = [...hopeful].filter((one) => votes.get(one)! <= votes.get(low)! + surplus)
        const leaves = Math.min(...tied)
        hopeful.delete(leaves)
        keep.set(leaves, 0n)
        break
      }
      before = surplus
      for (const number of elected) {
        const product = up(keep.get(number)! * quota, unit)
        keep.set(number, up(product * unit, votes.get(number)!))
      }
    }
  }
  return {
    elected: elected.length < election.seats ? [...elected, ...hopeful] : elected,
    votes: election.candidates.map((_, at) => last.get(at + 1)!),
  }
}

const up = (dividend: bigint, divisor: bigint): bigint => (dividend + divisor - 1n) / divisor

function spread(election: Election, keep: ReadonlyMap<number, bigint>): Map<number, bigint> {
  const votes = new Map([...keep.keys()].map((number) => [number, 0n]))
  for (const [many, line] of linesOf(election.ballots)) {
    let weight = unit
    for (const number of line) {
      const kept = up(weight * keep.get(number)!, unit)
      const part = kept < weight ? kept : weight
      votes.set(number, votes.get(number)! + part * BigInt(many))
      weight -= part
      if (weight === 0n) break
    }
  }
  return votes
}
