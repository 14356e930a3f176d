// What must hold of every count, and what is known not to.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { meekByHand } from '../bench/meek-by-hand.ts'
import { lastParcelByHand, scottishByHand } from '../bench/stv-by-hand.ts'
import { ballotsOf, type Election, linesOf } from '../src/election/ballots.ts'
import { countElection } from '../src/election/count-election.ts'
import { readElection } from '../src/election/read-election.ts'
import { type Count, electionRules, lotsOf } from '../src/election/stages.ts'
import { anElection, randomElections } from './elections-made.ts'

function count(election: Election, rule: string): Count {
  const counted = countElection(election, { rule })
  assert.ok(counted.ok)
  return counted.value
}

const rising = (numbers: readonly number[]): number[] =>
  [...numbers].sort((one, other) => one - other)

/** Every unit of every stage is with a candidate or with nobody. */
function nothingLost({ stages, papers, places }: Count): void {
  for (const { votes, nonTransferable } of stages) {
    const total = votes.reduce((sum, one) => sum + one, nonTransferable)
    assert.equal(total, BigInt(papers) * 10n ** BigInt(places))
    assert.ok(votes.every((one) => one >= 0n) && nonTransferable >= 0n)
  }
}

const byHand = {
  'scottish-stv': (election: Election) => scottishByHand(election, true),
  ers97: (election: Election) => lastParcelByHand(election, 'ers97', true),
  ni1985: (election: Election) => lastParcelByHand(election, 'ni1985', true),
  'meek-prf': meekByHand,
} as const
const stvRules = ['scottish-stv', 'ers97', 'ni1985', 'meek-prf'] as const

function sameAsByHand(election: Election, rule: (typeof stvRules)[number]): void {
  const counted = count(election, rule)
  const hand = byHand[rule](election)
  assert.deepEqual(rising(counted.elected), rising(hand.elected))
  assert.deepEqual(counted.stages.at(-1)!.votes, hand.votes)
}

describe('Every count', () => {
  for (const rule of stvRules) {
    it(`by ${rule} elects whom a count of the papers by hand elects, with the same votes`, () => {
      fc.assert(
        fc.property(randomElections(), (election) => {
          sameAsByHand(election, rule)
        }),
        { numRuns: 400, seed: 4 },
      )
    })
  }

  it('fills every place there is a candidate for, and accounts for every unit of a vote', () => {
    fc.assert(
      fc.property(randomElections(), fc.constantFrom(...electionRules), (election, rule) => {
        const counted = count(election, rule)
        const standing = election.candidates.length - election.withdrawn.length
        assert.equal(counted.elected.length, Math.min(election.seats, standing))
        assert.equal(new Set(counted.elected).size, counted.elected.length)
        if (rule !== 'approval') nothingLost(counted)
      }),
      { numRuns: 600, seed: 4 },
    )
  })

  it('is the same in whatever order the ballots come, merged or paper by paper', () => {
    fc.assert(
      fc.property(
        randomElections(),
        fc.constantFrom(...electionRules),
        fc.nat(),
        (election, rule, turn) => {
          const papers = [...linesOf(election.ballots)].flatMap(([many, line]) =>
            Array.from({ length: many }, () => [1, [...line]] as const),
          )
          const at = turn % papers.length
          const turned = [...papers.slice(at), ...papers.slice(0, at)].reverse()
          const other = { ...election, ballots: ballotsOf(turned) }
          const told = ({ elected, stages, quota }: Count): unknown => ({
            elected,
            quota,
            votes: stages.map(({ votes }) => votes),
            moved: stages.map(({ batches }) => batches),
          })
          assert.deepEqual(told(count(other, rule)), told(count(election, rule)))
        },
      ),
      { numRuns: 400, seed: 4 },
    )
  })

  it('treats candidates alike: renumbered, they fare as before where no lot is drawn', () => {
    fc.assert(
      fc.property(randomElections(40), fc.constantFrom(...electionRules), (election, rule) => {
        const last = election.candidates.length + 1
        const renumbered: Election = {
          ...election,
          withdrawn: rising(election.withdrawn.map((number) => last - number)),
          ballots: ballotsOf(
            [...linesOf(election.ballots)].map(([many, line]) => [
              many,
              [...line].map((number) => last - number),
            ]),
          ),
        }
        const counted = count(election, rule)
        if (lotsOf(counted).length > 0) return
        const other = count(renumbered, rule)
        assert.deepEqual(
          rising(other.elected.map((number) => last - number)),
          rising(counted.elected),
        )
      }),
      { numRuns: 400, seed: 4 },
    )
  })
})

describe('A solid coalition', () => {
  for (const rule of ['scottish-stv', 'meek-prf'] as const) {
    it(`of more than k quotas has k of its candidates elected by ${rule}`, () => {
      fc.assert(
        fc.property(randomElections(9), fc.integer({ min: 1, max: 4 }), (base, size) => {
          const lines = [...linesOf(base.ballots)].map(
            ([many, line]) => [many * 1000, [...line]] as const,
          )
          const election = { ...base, withdrawn: [], ballots: ballotsOf(lines) }
          const members = new Set([1, 2, 3, 4, 5, 6].slice(0, size))
          const solid = lines
            .filter(([, line]) => {
              const inside = line.filter((number) => members.has(number))
              return (
                inside.length === members.size && line.slice(0, size).every((n) => members.has(n))
              )
            })
            .reduce((sum, [many]) => sum + many, 0)
          if (size > election.candidates.length) return
          const counted = count(election, rule)
          const quota = counted.papers / (election.seats + 1)
          const due = Math.min(size, election.seats, Math.floor(solid / (quota * 1.001 + 2)))
          const won = counted.elected.filter((number) => members.has(number)).length
          assert.ok(won >= due, `${won} of ${due}`)
        }),
        { numRuns: 500, seed: 4 },
      )
    })
  }
})

describe('More support', () => {
  it('never harms a candidate under first past the post or approval', () => {
    fc.assert(
      fc.property(randomElections(), fc.constantFrom('fptp', 'approval'), (election, rule) => {
        const counted = count(election, rule)
        const winner = counted.elected[0]!
        const more = [...linesOf(election.ballots)].map(
          ([many, line]) => [many, [winner, ...[...line].filter((n) => n !== winner)]] as const,
        )
        const half = [...linesOf(election.ballots)].map(([many, line], at) =>
          at % 2 === 0 ? more[at]! : ([many, [...line]] as const),
        )
        for (const lines of [more, half]) {
          assert.ok(
            count({ ...election, ballots: ballotsOf(lines) }, rule).elected.includes(winner),
          )
        }
      }),
      { numRuns: 300, seed: 4 },
    )
  })

  it('can harm a candidate under every single transferable vote, as is long known', () => {
    const text = readFileSync(new URL('../fixtures/stv/monotonicity.blt', import.meta.url), 'utf8')
    const before = readElection(text)
    const after = readElection(text.replace('35 2 3 1 0', '25 2 3 1 0\n10 1 2 3 0'))
    assert.ok(before.ok && after.ok)
    for (const rule of stvRules) {
      assert.deepEqual(count(before.value, rule).elected, [1], rule)
      assert.deepEqual(count(after.value, rule).elected, [3], rule)
    }
  })

  it('for a later choice never harms an earlier one under Scottish STV', () => {
    fc.assert(
      fc.property(randomElections(30), fc.nat(), fc.nat(), (election, which, length) => {
        const lines = [...linesOf(election.ballots)].map(
          ([many, line]) => [many, [...line]] as const,
        )
        const at = which % lines.length
        const [many, line] = lines[at]!
        const kept = line.slice(0, 1 + (length % line.length))
        if (election.withdrawn.length > 0) return
        const shorter = lines.with(at, [many, kept] as const)
        const short = count({ ...election, ballots: ballotsOf(shorter) }, 'scottish-stv')
        const full = count(election, 'scottish-stv')
        if (lotsOf(short).length + lotsOf(full).length > 0) return
        for (const number of kept) {
          if (short.elected.includes(number)) assert.ok(full.elected.includes(number))
        }
      }),
      { numRuns: 500, seed: 4 },
    )
  })
})

describe('Ten million ballots', () => {
  const many = (papers: number): Election => {
    const lines: [number, number[]][] = []
    let state = 12_345
    const below = (limit: number): number => {
      state = (state * 48_271) % 2_147_483_647
      return state % limit
    }
    for (let line = 0; line < 500; line += 1) {
      const left = Array.from({ length: 12 }, (_, at) => at + 1)
      const preferences = Array.from(
        { length: 1 + below(12) },
        () => left.splice(below(left.length), 1)[0]!,
      )
      lines.push([papers / 500 + below(3) - 1, preferences])
    }
    return anElection(12, 5, lines)
  }

  for (const rule of stvRules) {
    it(`by ${rule} elect whom the count by hand elects, and no unit is lost`, () => {
      const counted = count(many(10_000_000), rule)
      nothingLost(counted)
      sameAsByHand(many(10_000_000), rule)
    })

    it(`by ${rule} could be a hundred times as many`, () => {
      nothingLost(count(many(999_000_000), rule))
    })
  }
})
