// The rules on counts small enough to do by hand.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { type Election, linesOf } from '../src/election/ballots.ts'
import { type CountSettings, countElection } from '../src/election/count-election.ts'
import { readElection } from '../src/election/read-election.ts'
import { type Count, decimal, lotsOf } from '../src/election/stages.ts'
import { anElection } from './elections-made.ts'

function count(
  election: Election,
  rule: string,
  settings: Omit<CountSettings, 'rule'> = {},
): Count {
  const counted = countElection(election, { rule, ...settings })
  assert.ok(counted.ok, counted.ok ? '' : counted.refusal.says)
  return counted.value
}

const votesAt = (counted: Count, stage: number): string[] =>
  counted.stages[stage - 1]!.votes.map((units) => decimal(units, counted.places))

const lostAt = (counted: Count, stage: number): string =>
  decimal(counted.stages[stage - 1]!.nonTransferable, counted.places)

describe('Nine papers, seven for A then B and two for C, for two places', () => {
  const election = anElection(3, 2, [
    [7, [1, 2]],
    [2, [3]],
  ])

  it('by Scottish STV move A’s surplus of 3 at 0.42857, and 0.00001 is lost', () => {
    const counted = count(election, 'scottish-stv')
    assert.equal(decimal(counted.quota!, 5), '4.00000')
    assert.deepEqual(votesAt(counted, 2), ['4.00000', '2.99999', '2.00000'])
    assert.equal(lostAt(counted, 2), '0.00001')
    assert.deepEqual(counted.stages[1]!.batches, [{ papers: 7, value: 42857n }])
    assert.deepEqual(counted.elected, [1, 2])
  })

  it('by ERS97 have a quota of 3.00 and move A’s surplus of 4 at 0.57', () => {
    const counted = count(election, 'ers97')
    assert.equal(decimal(counted.quota!, 2), '3.00')
    assert.deepEqual(votesAt(counted, 2), ['3.00', '3.99', '2.00'])
    assert.equal(lostAt(counted, 2), '0.01')
    assert.deepEqual(counted.elected, [1, 2])
  })

  it('by the order of 1985 elect B to the last vacancy with more than C', () => {
    const counted = count(election, 'ni1985')
    assert.equal(decimal(counted.quota!, 2), '4.00')
    assert.deepEqual(votesAt(counted, 2), ['4.00', '2.94', '2.00'])
    assert.equal(lostAt(counted, 2), '0.06')
    assert.deepEqual(counted.stages[1]!.elected, [2])
  })

  it('by Meek leave A and B the same votes, for nothing is lost but nano-votes', () => {
    const counted = count(election, 'meek-prf')
    assert.equal(decimal(counted.stages[0]!.quota!, 9), '3.000000001')
    assert.deepEqual(counted.elected, [1, 2])
  })

  it('by first past the post elect A and C, for second choices say nothing', () => {
    assert.deepEqual(count(election, 'fptp').elected, [1, 3])
  })

  it('by approval elect A and B', () => {
    const counted = count(election, 'approval')
    assert.deepEqual(votesAt(counted, 1), ['7', '7', '2'])
    assert.deepEqual(counted.elected, [1, 2])
  })
})

describe('ERS97', () => {
  it('rounds the quota up to the next hundredth', () => {
    const counted = count(
      anElection(3, 2, [
        [10, [1]],
        [5, [2]],
        [5, [3]],
      ]),
      'ers97',
    )
    assert.equal(decimal(counted.stages[0]!.quota!, 2), '6.67')
  })

  it('lowers the quota as papers run out before anybody is elected', () => {
    const election = anElection(4, 1, [
      [8, [1]],
      [7, [2]],
      [3, [3]],
      [6, [4]],
    ])
    const counted = count(election, 'ers97')
    assert.equal(decimal(counted.stages[0]!.quota!, 2), '12.00')
    assert.equal(decimal(counted.stages[1]!.quota!, 2), '10.50')
  })

  it('counts papers of excluded candidates that have not moved yet as active votes', () => {
    // After the whole papers of A and B move, C would have enough if the rest had been lost.
    const election = anElection(5, 2, [
      [60, [5, 1]],
      [14, [3]],
      [15, [4, 1]],
      [6, [1, 3]],
      [5, [2, 4]],
    ])
    const { stages, elected } = count(election, 'ers97')
    assert.equal(elected.length, 2)
    for (const { votes, nonTransferable } of stages) {
      assert.equal(
        votes.reduce((sum, one) => sum + one, nonTransferable),
        10_000n,
      )
    }
  })
})

describe('A surplus too small to change who is lowest', () => {
  it('waits by ERS97 and by the order of 1985, and goes first by Scottish STV', () => {
    const election = anElection(5, 3, [
      [28, [1, 5]],
      [23, [2]],
      [22, [3]],
      [20, [4]],
      [7, [5, 4]],
    ])
    const second = (rule: string): string => count(election, rule).stages[1]!.action.type
    assert.equal(second('scottish-stv'), 'surplus')
    for (const [rule, deferred] of [
      ['ers97', '3.00'],
      ['ni1985', '2.00'],
    ] as const) {
      assert.notEqual(second(rule), 'surplus')
      assert.equal(decimal(count(election, rule).stages[1]!.deferred, 2), deferred)
    }
  })
})

describe('Equal surpluses of B and C, who were 13 and 14, then 15 and 14, and now both 20', () => {
  const election = anElection(6, 3, [
    [13, [1]],
    [13, [2, 1]],
    [14, [3, 6]],
    [2, [4, 2]],
    [5, [5, 2]],
    [6, [5, 3]],
    [12, [6]],
  ])
  const first = (rule: string): unknown =>
    count(election, rule)
      .stages.flatMap(({ ties }) => ties)
      .find(({ to }) => to === 'transfer first')

  it('go in the order of the latest stage where they differed by Scottish STV', () => {
    const tie = { between: [2, 3], chosen: 2, to: 'transfer first', byStage: 2 }
    assert.deepEqual(first('scottish-stv'), tie)
  })

  it('go in the order of the earliest by ERS97 and the order of 1985', () => {
    const tie = { between: [2, 3], chosen: 3, to: 'transfer first', byStage: 1 }
    assert.deepEqual(first('ers97'), tie)
    assert.deepEqual(first('ni1985'), tie)
  })
})

describe('A tie for exclusion between candidates whose votes differed twice before', () => {
  const election = anElection(5, 1, [
    [8, [1]],
    [3, [2]],
    [4, [3]],
    [2, [4, 2]],
    [1, [5, 3]],
    [2, [5]],
  ])
  const excluded = (rule: string): unknown =>
    count(election, rule).stages.map(({ action }) =>
      'candidates' in action ? action.candidates : [],
    )[3]

  it('is settled by Scottish STV at the latest stage where they differed', () => {
    assert.deepEqual(excluded('scottish-stv'), [3])
    assert.deepEqual(count(election, 'scottish-stv').stages[3]!.ties, [
      { between: [2, 3], chosen: 3, to: 'exclude', byStage: 2 },
    ])
  })

  it('is settled by ERS97 and the order of 1985 at the earliest', () => {
    assert.deepEqual(excluded('ers97'), [2])
    assert.deepEqual(excluded('ni1985'), [2])
    assert.equal(count(election, 'ni1985').stages[3]!.ties[0]?.byStage, 1)
  })
})

describe('A tie that nothing before can settle', () => {
  const election = anElection(3, 1, [
    [5, [1]],
    [3, [2, 1]],
    [3, [3]],
  ])
  for (const rule of ['scottish-stv', 'ers97', 'ni1985', 'meek-prf']) {
    it(`is settled by ${rule} by a lot from the seed, the same every time`, () => {
      const chosen = ['00', '01', '02', '03', '04', '05', '06', '07'].map((seed) => {
        const lots = lotsOf(count(election, rule, { seed }))
        assert.deepEqual(lots, lotsOf(count(election, rule, { seed })))
        return lots[0]?.chosen
      })
      assert.deepEqual([...new Set(chosen)].sort(), [2, 3])
    })
  }

  it('of first place is settled by first past the post and by approval by a lot too', () => {
    const even = anElection(2, 1, [
      [4, [1]],
      [4, [2]],
    ])
    for (const rule of ['fptp', 'approval']) {
      const lots = lotsOf(count(even, rule, { seed: '5f3a' }))
      assert.deepEqual(lots[0]?.between, [1, 2])
    }
  })

  it('falls on the first of the ballot paper when no seed is stated', () => {
    assert.equal(lotsOf(count(election, 'scottish-stv'))[0]?.chosen, 2)
  })
})

describe('Vacancies and withdrawals', () => {
  const governors = readElection(
    readFileSync(new URL('../fixtures/stv/governors.blt', import.meta.url), 'utf8'),
  )
  assert.ok(governors.ok)
  const election = governors.value

  it('fill as many places as are asked for', () => {
    for (const seats of [1, 2, 3, 4, 5, 6]) {
      for (const rule of ['scottish-stv', 'ers97', 'ni1985', 'meek-prf', 'fptp', 'approval']) {
        assert.equal(count(election, rule, { seats }).elected.length, seats, `${rule} ${seats}`)
      }
    }
  })

  it('pass a withdrawn candidate over as if the name had never been printed', () => {
    const without: Election = {
      ...anElection(
        6,
        4,
        [...linesOf(election.ballots)].map(([papers, line]) => [
          papers,
          [...line].filter((number) => number !== 1),
        ]),
      ),
      withdrawn: [1],
    }
    for (const rule of ['scottish-stv', 'ers97', 'ni1985', 'meek-prf', 'fptp', 'approval']) {
      const counted = count(election, rule, { withdrawn: [1] })
      assert.deepEqual(counted, count(without, rule))
      assert.ok(!counted.elected.includes(1))
    }
  })

  it('elect everybody where there are more places than candidates', () => {
    assert.deepEqual(count(election, 'scottish-stv', { seats: 9 }).elected.length, 6)
  })

  const refusals: readonly (readonly [string, CountSettings, string])[] = [
    ['a rule nobody knows', { rule: 'borda' }, 'unknown-rule'],
    ['no seats', { rule: 'ers97', seats: 0 }, 'no-seats'],
    ['a stranger who withdraws', { rule: 'ers97', withdrawn: [7] }, 'unknown-candidate'],
    ['nobody who stands', { rule: 'ers97', withdrawn: [1, 2, 3, 4, 5, 6] }, 'nobody-stands'],
    ['a seed of odd length', { rule: 'ers97', seed: '5f3' }, 'seed-not-hex'],
  ]
  for (const [what, settings, code] of refusals) {
    it(`refuse ${what}`, () => {
      const counted = countElection(election, settings)
      assert.ok(!counted.ok)
      assert.equal(counted.refusal.code, code)
    })
  }
})
