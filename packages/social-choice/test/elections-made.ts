// Elections made for tests: in words of lists, and at random for properties.
import fc from 'fast-check'
import { ballotsOf, type Election, nothingSetAside } from '../src/election/ballots.ts'

type Lines = readonly (readonly [number, readonly number[]])[]

/** An election of `candidates` people called A, B, C… */
export function anElection(candidates: number, seats: number, lines: Lines): Election {
  return {
    title: 'A small election',
    seats,
    candidates: Array.from({ length: candidates }, (_, at) => ({
      name: String.fromCodePoint(65 + at),
    })),
    withdrawn: [],
    ballots: ballotsOf(lines),
    setAside: nothingSetAside,
  }
}

/** Random elections: 2 to 6 candidates, 1 to 4 seats, up to 12 kinds of paper, few of each. */
export const randomElections = (most = 9): fc.Arbitrary<Election> =>
  fc.integer({ min: 2, max: 6 }).chain((candidates) => {
    const numbers = Array.from({ length: candidates }, (_, at) => at + 1)
    const line = fc.tuple(
      fc.integer({ min: 1, max: most }),
      fc.shuffledSubarray(numbers, { minLength: 1 }),
    )
    return fc
      .record({
        seats: fc.integer({ min: 1, max: 4 }),
        lines: fc.array(line, { minLength: 1, maxLength: 12 }),
        withdrawn: fc.subarray(numbers, { maxLength: candidates - 1 }),
        anyWithdrawn: fc.integer({ min: 0, max: 4 }),
      })
      .map(({ seats, lines, withdrawn, anyWithdrawn }) => ({
        ...anElection(candidates, seats, lines),
        withdrawn: anyWithdrawn === 0 ? withdrawn : [],
      }))
  })
