// The opinion map on small conversations: its formulas by hand and by brute force.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { seededChance } from '../src/ground/seeded.ts'
import { axesOf, placesOf } from '../src/opinion/axes.ts'
import {
  divisionOf,
  divisionsOf,
  groupInformedAgreement,
  majoritiesOf,
} from '../src/opinion/consensus.ts'
import { leadingDirections } from '../src/opinion/leading-directions.ts'
import { mapOpinions, type OpinionMap } from '../src/opinion/opinion-map.ts'
import { comparisonOf, shareTest, twoShareTest } from '../src/opinion/representativeness.ts'
import { countsOf, tallyOf } from '../src/opinion/tally.ts'
import type { Cast, Vote } from '../src/opinion/vote-matrix.ts'
import { voteMatrix } from '../src/opinion/vote-store.ts'
import { opinionReport } from '../src/report/opinion-report.ts'
import { opinionPage } from '../src/report/opinion-table.ts'
import { opinionText } from '../src/report/opinion-text.ts'

const seed = '2026c0de'
const nothingOut = (statements: number) => ({ flags: new Uint8Array(statements), count: 0 })

const someCasts = fc.array(
  fc.record({
    voter: fc.integer({ min: 0, max: 30 }).map(String),
    statement: fc.integer({ min: 0, max: 11 }).map(String),
    vote: fc.constantFrom<Vote>(-1, 0, 1),
  }),
  { minLength: 1, maxLength: 250 },
)

/** Casts with times of their own, so that their order in the list does not matter. */
const timedCasts = someCasts.map((casts) => casts.map((cast, at): Cast => ({ ...cast, at })))

const drawnFrom = (casts: readonly Cast[]): OpinionMap => {
  const map = mapOpinions(voteMatrix(casts), { seed })
  assert.ok(map.ok)
  return map.value
}

/** Two camps of 12 who disagree about everything but the first statement. */
const twoCamps = (): Cast[] =>
  Array.from({ length: 24 }, (_, voter) =>
    Array.from({ length: 10 }, (_, statement): Cast => {
      const camp = voter < 12 ? 1 : -1
      const odd = (voter * 7 + statement * 3) % 11 === 0
      const vote = statement === 0 ? 1 : odd ? 0 : statement % 2 === 0 ? camp : -camp
      return { voter: `p${voter}`, statement: `${statement}`, vote: vote as Vote }
    }),
  ).flat()

describe('A map made from votes', () => {
  it('is the same whatever the order in which the votes came', () => {
    fc.assert(
      fc.property(timedCasts, fc.integer(), (casts, turn) => {
        const chance = seededChance((turn >>> 0).toString(16).padStart(8, '0'))
        const shuffled = chance.shuffled(casts)
        assert.deepEqual(opinionReport(drawnFrom(shuffled)), opinionReport(drawnFrom(casts)))
      }),
      { numRuns: 60 },
    )
  })

  it('counts the last vote of each person on each statement, and only that', () => {
    fc.assert(
      fc.property(someCasts, (casts) => {
        const last = new Map(casts.map((cast) => [`${cast.voter} ${cast.statement}`, cast.vote]))
        const matrix = voteMatrix(casts)
        const found = new Map<string, number>()
        for (const [p, person] of matrix.people.entries()) {
          for (let i = matrix.starts[p]!; i < matrix.starts[p + 1]!; i += 1) {
            found.set(`${person} ${matrix.statements[matrix.columns[i]!]}`, matrix.votes[i]!)
          }
        }
        assert.deepEqual([...found].sort(), [...last].sort())
      }),
    )
  })

  it('keeps a later vote when an earlier one arrives late', () => {
    const matrix = voteMatrix([
      { voter: 'asha', statement: '1', vote: 1, at: 20 },
      { voter: 'asha', statement: '1', vote: -1, at: 10 },
    ])
    assert.deepEqual([...matrix.votes], [1])
  })

  it('gives people the same places and company under other names', () => {
    const casts = twoCamps()
    const renamed = casts.map((cast) => ({
      ...cast,
      voter: `q${99 - Number(cast.voter.slice(1))}`,
      statement: `${50 - Number(cast.statement)}`,
    }))
    const map = drawnFrom(casts)
    const other = drawnFrom(renamed)
    for (const [p, person] of map.matrix.people.entries()) {
      const q = other.matrix.people.indexOf(`q${99 - Number(person.slice(1))}`)
      assert.ok(Math.abs(map.places.x[p]! - other.places.x[q]!) < 1e-9)
      assert.ok(Math.abs(map.places.y[p]! - other.places.y[q]!) < 1e-9)
      assert.equal(map.grouping.of[p], other.grouping.of[q])
    }
  })

  it('finds two camps, what each holds, what both hold and what divides them', () => {
    const report = opinionReport(drawnFrom(twoCamps()))
    assert.deepEqual(
      report.groups.map(({ people }) => people),
      [12, 12],
    )
    assert.equal(report.consensus.agree[0]?.statement, '0')
    assert.ok(report.divides.every(({ statement }) => statement !== '0'))
    assert.ok(report.divides.length === 5 && report.groups[0]!.holds.length === 5)
  })

  it('leaves a moderated statement out of places, holdings and what comes next', () => {
    const casts = twoCamps()
    const map = mapOpinions(voteMatrix(casts), { seed, leftOut: new Set(['3']) })
    assert.ok(map.ok)
    const report = opinionReport(map.value)
    const three = report.results.find(({ statement }) => statement === '3')
    assert.deepEqual(three?.loadings, [0, 0])
    assert.ok(report.next.every(({ statement }) => statement !== '3'))
    const held = report.groups.flatMap(({ holds }) => holds.map(({ statement }) => statement))
    assert.ok(!held.includes('3'))
  })

  it('is one group in one place when everybody says the same', () => {
    const casts = twoCamps().map((cast): Cast => ({ ...cast, vote: 1 }))
    const map = drawnFrom(casts)
    assert.equal(map.grouping.count, 1)
    assert.ok(map.places.x.every((x) => x === 0))
    assert.deepEqual(map.axes.shares, [0, 0])
  })

  it('can be told, drawn and tabled, whatever the votes', () => {
    fc.assert(
      fc.property(someCasts, (casts) => {
        const map = drawnFrom(casts)
        const report = opinionReport(map)
        const told = opinionText(report, new Map()) + opinionPage(map, report, new Map())
        assert.ok(!/NaN|Infinity|undefined|null/.test(told))
        assert.ok(!/:null|NaN/.test(JSON.stringify({ ...report, places: [] })))
        const groups = new Set(map.grouping.of.filter((group) => group >= 0))
        assert.equal(groups.size, report.groups.length)
        assert.equal(told.match(/^Group [A-E], /gm)?.length, groups.size)
      }),
      { numRuns: 60 },
    )
  })

  it('can be made from a single vote', () => {
    const map = drawnFrom([{ voter: 'asha', statement: '1', vote: -1 }])
    assert.equal(map.grouping.count, 1)
    assert.equal(opinionReport(map).people, 1)
  })

  it('is refused without votes, and with a seed that is not hexadecimal', () => {
    const none = mapOpinions(voteMatrix([]), { seed })
    const badSeed = mapOpinions(voteMatrix(twoCamps()), { seed: 'abc' })
    assert.equal(none.ok ? '' : none.refusal.code, 'no-votes')
    assert.equal(badSeed.ok ? '' : badSeed.refusal.code, 'seed-not-hexadecimal')
  })
})

describe('The directions of the map', () => {
  it('are those of the full table with means in the empty cells', () => {
    fc.assert(
      fc.property(someCasts, (casts) => {
        const matrix = voteMatrix(casts)
        const size = matrix.statements.length
        const axes = axesOf(matrix, nothingOut(size), seededChance('00'))
        const full = spreadOf(filled(casts))
        const image = full.map((row) => row.reduce((sum, a, j) => sum + a * axes.first[j]!, 0))
        const stretch = Math.sqrt(image.reduce((sum, a) => sum + a * a, 0))
        const total = full.reduce((sum, row, j) => sum + row[j]!, 0)
        if (total === 0) return
        assert.ok(Math.abs(stretch / total - axes.shares[0]) < 1e-9)
        assert.ok(largestByPower(full) <= stretch + 1e-7)
        const across = axes.first.reduce((sum, a, j) => sum + a * axes.second[j]!, 0)
        assert.ok(Math.abs(across) < 1e-9)
        assert.ok(axes.first.reduce((sum, a) => sum + a * a * a, 0) >= 0)
      }),
    )
  })

  it('are found in matrices with equal stretches and with closed subspaces', () => {
    const diagonal = [5, 5, 2, 0, 0, 0]
    const found = leadingDirections(
      6,
      2,
      (v, out) => out.set(v.map((value, i) => value * diagonal[i]!)),
      seededChance('07'),
    )
    assert.ok(found.values.every((value) => Math.abs(value - 5) < 1e-12))
    for (const vector of found.vectors) {
      assert.ok(vector.slice(2).every((part) => Math.abs(part) < 1e-9))
    }
  })

  it('put a person at √(statements / votes) times the sum over the votes they cast', () => {
    const matrix = voteMatrix([
      { voter: '1', statement: '0', vote: 1 },
      { voter: '1', statement: '2', vote: -1 },
      { voter: '2', statement: '1', vote: 1 },
    ])
    const axes = {
      centre: Float64Array.of(0.5, 0, 0.25),
      first: Float64Array.of(0.6, 0.8, 0),
      second: Float64Array.of(0, 0, 1),
      shares: [0, 0] as const,
      residual: 0,
    }
    const { x, y } = placesOf(matrix, axes, nothingOut(3))
    assert.ok(Math.abs(x[0]! - Math.sqrt(3 / 2) * 0.5 * 0.6) < 1e-15)
    assert.ok(Math.abs(y[0]! - Math.sqrt(3 / 2) * -1.25) < 1e-15)
    assert.ok(Math.abs(x[1]! - Math.sqrt(3) * 0.8) < 1e-15)
  })
})

/** The table with the mean of its column in each empty cell, less the mean. */
function filled(casts: readonly Cast[]): number[][] {
  const last = new Map(casts.map((cast) => [`${cast.voter} ${cast.statement}`, cast.vote]))
  const people = [...new Set(casts.map(({ voter }) => voter))]
  const statements = [...new Set(casts.map(({ statement }) => statement))].sort(
    (a, b) => Number(a) - Number(b),
  )
  const rows = people.map((p) => statements.map((s) => last.get(`${p} ${s}`)))
  const means = statements.map((_, j) => {
    const seen = rows.map((row) => row[j]).filter((vote) => vote !== undefined)
    return seen.reduce((sum: number, vote) => sum + vote, 0) / seen.length
  })
  return rows.map((row) => row.map((vote, j) => (vote ?? means[j]!) - means[j]!))
}

const spreadOf = (rows: number[][]): number[][] =>
  rows[0]!.map((_, i) => rows[0]!.map((_, j) => rows.reduce((sum, r) => sum + r[i]! * r[j]!, 0)))

function largestByPower(matrix: number[][]): number {
  let v = matrix.map((_, i) => 1 + i / 10)
  let stretch = 0
  for (let round = 0; round < 200; round += 1) {
    const image = matrix.map((row) => row.reduce((sum, a, j) => sum + a * v[j]!, 0))
    stretch = Math.sqrt(image.reduce((sum, a) => sum + a * a, 0))
    if (stretch === 0) return 0
    v = image.map((a) => a / stretch)
  }
  return stretch
}

describe('What a group holds', () => {
  it('is measured by the published formulas', () => {
    const near = (a: number, b: number): void => assert.ok(Math.abs(a - b) < 1e-12)
    near(shareTest(14, 15), 3.5)
    near(shareTest(50, 53), 6.531972647421808)
    assert.equal(twoShareTest(3, 3, 5, 5), 0)
    near(
      twoShareTest(9, 11, 3, 11),
      (10 / 12 - 4 / 12) / Math.sqrt((14 / 24) * (10 / 24) * (2 / 12)),
    )
  })

  it('is compared with all the other groups together', () => {
    fc.assert(
      fc.property(someCasts, fc.array(fc.integer({ min: -1, max: 2 })), (casts, groups) => {
        const matrix = voteMatrix(casts)
        const groupOf = Int32Array.from(matrix.people, (_, p) => groups[p] ?? -1)
        const tally = tallyOf(matrix, 3, groupOf)
        const last = new Map(casts.map((cast) => [`${cast.voter} ${cast.statement}`, cast.vote]))
        for (const [j, statement] of matrix.statements.entries()) {
          const votes = [0, 1, 2].map((group) =>
            matrix.people
              .filter((_, p) => groupOf[p] === group)
              .map((person) => last.get(`${person} ${statement}`))
              .filter((vote) => vote !== undefined),
          )
          const share = (of: number[]): number =>
            (of.filter((vote) => vote === 1).length + 1) / (of.length + 2)
          const ratio = share(votes[0]!) / share([...votes[1]!, ...votes[2]!])
          assert.equal(comparisonOf(tally, 0, j).agreeRatio, ratio)
          const product = votes.reduce((whole, of) => whole * share(of), 1)
          assert.ok(Math.abs(groupInformedAgreement(tally, j) - product) < 1e-15)
          const gap = Math.max(...votes.map(share)) - Math.min(...votes.map(share))
          assert.equal(divisionOf(tally, j)?.gap, gap)
        }
      }),
    )
  })

  it('is a majority of everybody once nine in ten chances are ruled out', () => {
    const tally = {
      groups: 1,
      statements: 3,
      agrees: Int32Array.of(40, 11, 2),
      disagrees: Int32Array.of(30, 7, 60),
      seen: Int32Array.of(70, 18, 70),
    }
    const found = majoritiesOf(tally, new Uint8Array(3))
    assert.deepEqual(
      [found.agree, found.disagree].map((side) => side.map(({ statement }) => statement)),
      [[0], [2]],
    )
    assert.equal(found.agree[0]?.share, 41 / 72)
  })

  it('divides only where one group mostly agrees and another mostly does not', () => {
    const { tally, matrix } = drawnFrom(twoCamps())
    for (const { statement, most, least } of divisionsOf(tally, new Uint8Array(10))) {
      const high = countsOf(tally, most, statement)
      const low = countsOf(tally, least, statement)
      assert.ok(high.agrees * 2 > high.seen && low.agrees * 2 < low.seen)
      assert.notEqual(matrix.statements[statement], '0')
    }
  })
})
