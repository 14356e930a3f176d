// How a counted fund is judged and explained, against every group and by trying what is claimed.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { ejrPlusWitness } from '../src/fairness/fund-ejr-plus.ts'
import { effectiveSupport, measureFund } from '../src/fairness/fund-measures.ts'
import { type FundRule, selectedIds } from '../src/fund/count-fund.ts'
import type { FundBallot, FundDraft } from '../src/fund/fund-of.ts'
import { noLimits } from '../src/fund/limits.ts'
import { explainFund } from '../src/report/fund-explanation.ts'
import { reportFund } from '../src/report/fund-report.ts'
import { isObjectedTo } from './fund-by-hand.ts'
import { asFund, counted, madeFunds } from './fund-made.ts'

const greedyRules: readonly FundRule[] = ['greedy-cost', 'greedy-card', 'greedy-votes']
const rules: readonly FundRule[] = [
  ...greedyRules,
  'mes-cost',
  'mes-card',
  'phragmen',
  'maximin-support',
]

describe('EJR+ up to one project', () => {
  it('finds a group that could object exactly where a search of all groups does', () => {
    fc.assert(
      fc.property(madeFunds('approval', 1), fc.constantFrom(...rules), ({ fund, plain }, rule) => {
        const count = counted(fund, { rule })
        const byCost = isObjectedTo(plain, count.order, (_, project) => plain.costs[project]!)
        assert.equal(ejrPlusWitness(count, 'cost') !== null, byCost)
        const byNumber = isObjectedTo(plain, count.order, () => 1n)
        assert.equal(ejrPlusWitness(count, 'card') !== null, byNumber)
      }),
      { numRuns: 400 },
    )
  })

  it('finds it by points too', () => {
    const pointRules: readonly FundRule[] = ['mes-points', 'greedy-points']
    fc.assert(
      fc.property(
        madeFunds('cumulative', 1),
        fc.constantFrom(...pointRules),
        ({ fund, plain }, rule) => {
          const count = counted(fund, { rule })
          const units = (voter: number, project: number): bigint =>
            BigInt(plain.voters[voter]![project]!)
          const expected = isObjectedTo(plain, count.order, units)
          assert.equal(ejrPlusWitness(count, 'points') !== null, expected)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('always holds for Equal Shares, whatever the completion', () => {
    fc.assert(
      fc.property(madeFunds(), ({ fund }) => {
        for (const completion of ['none', 'greedy'] as const) {
          const cost = counted(fund, { rule: 'mes-cost', completion })
          assert.equal(ejrPlusWitness(cost, 'cost'), null)
          const card = counted(fund, { rule: 'mes-card', completion })
          assert.equal(ejrPlusWitness(card, 'card'), null)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('names the group that greedy leaves with nothing', () => {
    const fund = asFund({
      voteType: 'approval',
      budget: 100n,
      projects: [
        { id: 'bypass', cost: 100n },
        { id: 'clinic', cost: 40n },
      ],
      ballots: [
        { projects: ['bypass'], people: 6 },
        { projects: ['clinic'], people: 4 },
      ],
    })
    const { ejrPlusUpToOne } = reportFund(counted(fund, { rule: 'greedy-votes' })).fairness
    assert.deepEqual(ejrPlusUpToOne[0]?.witness, {
      project: 'clinic',
      voters: 4,
      getsAtMost: '40',
      due: '40',
      says:
        '4 voters for clinic could with their part of the budget give each member 40 in cost; ' +
        'even with clinic added none of them gets more than 40.',
    })
  })
})

describe('The measures of a counted fund', () => {
  const fund = asFund({
    voteType: 'approval',
    budget: 1000n,
    decimals: 2,
    projects: [
      { id: 'a', cost: 600n },
      { id: 'b', cost: 300n },
      { id: 'c', cost: 500n },
    ],
    ballots: [
      { projects: ['a', 'b'], people: 3 },
      { projects: ['c'], people: 2 },
      { projects: [], people: 1 },
    ],
  })
  const count = counted(fund, { rule: 'greedy-votes' })

  it('are what was spent, what the average voter gets, and who gets nothing', () => {
    assert.deepEqual(selectedIds(count), ['a', 'b'])
    assert.deepEqual(measureFund(count), {
      spent: 0.9,
      averageSatisfaction: { projects: 1, cost: 4.5 },
      votersWithNothing: 3,
      shareWithNothing: 0.5,
    })
  })

  it('hold how much of each cost its supporters could pay from equal shares', () => {
    const [a, b, c] = effectiveSupport(count)
    assert.equal(a, Math.round((500 / 600) * 10_000) / 10_000)
    assert.equal(b, 0)
    assert.equal(c, Math.round((1000 / 3 / 500) * 10_000) / 10_000)
  })

  it('show at least 1 for whatever Equal Shares buys', () => {
    fc.assert(
      fc.property(madeFunds(), ({ fund: made }) => {
        const bought = counted(made, { rule: 'mes-cost' })
        const support = effectiveSupport(bought)
        for (const project of bought.order) assert.ok(support[project]! >= 1)
      }),
    )
  })
})

const cheaperBy = (draft: FundDraft, id: string, cut: bigint): FundDraft => ({
  ...draft,
  projects: draft.projects.map((project) =>
    project.id === id ? { ...project, cost: project.cost - cut } : project,
  ),
})

const withMore = (draft: FundDraft, id: string, people: number): FundDraft => ({
  ...draft,
  ballots: [...draft.ballots, { projects: [id], people }],
})

describe('What a project missed by', () => {
  it('is enough money off, by every rule that has no completion', () => {
    fc.assert(
      fc.property(madeFunds(), fc.constantFrom(...rules), ({ draft, fund }, rule) => {
        for (const { project, missingCost } of explainFund(counted(fund, { rule }))) {
          if (missingCost === null) continue
          const id = fund.projects[project]!.id
          const again = counted(asFund(cheaperBy(draft, id, missingCost)), { rule })
          assert.ok(selectedIds(again).includes(id))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is enough money off where greedy completes Equal Shares', () => {
    fc.assert(
      fc.property(madeFunds(), ({ draft, fund }) => {
        const order = { rule: 'mes-card', completion: 'greedy' } as const
        for (const { project, missingCost } of explainFund(counted(fund, order))) {
          if (missingCost === null) continue
          const id = fund.projects[project]!.id
          const again = counted(asFund(cheaperBy(draft, id, missingCost)), order)
          assert.ok(selectedIds(again).includes(id))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is enough money off where a city lays down limits', () => {
    fc.assert(
      fc.property(
        madeFunds(),
        fc.constantFrom(...rules),
        fc.nat(2),
        fc.nat(10),
        ({ draft, fund }, rule, minimumVotes, bound) => {
          fc.pre(draft.projects.length > 2)
          const sport = (one: FundDraft): FundDraft => ({
            ...one,
            projects: one.projects.map((project) =>
              project.id < 'p3' ? { ...project, categories: ['sport'] } : project,
            ),
          })
          const atMost = { of: 'category', named: 'sport', atMostProjects: null } as const
          const bounds = [{ ...atMost, atMostCost: BigInt(bound) }]
          const limits = { minimumVotes, bounds, exclusions: [['p0', 'p2']] }
          const count = counted(asFund(sport(draft)), { rule, limits })
          assert.ok(count.order.filter((project) => project === 0 || project === 2).length < 2)
          for (const { project, missingCost } of explainFund(count)) {
            if (missingCost === null) continue
            const id = fund.projects[project]!.id
            const cheaper = asFund(sport(cheaperBy(draft, id, missingCost)))
            assert.ok(selectedIds(counted(cheaper, { rule, limits })).includes(id))
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it('is the least by the greedy rules: one less is not enough, in money and in votes', () => {
    fc.assert(
      fc.property(madeFunds(), fc.constantFrom(...greedyRules), ({ draft, fund }, rule) => {
        for (const story of explainFund(counted(fund, { rule }))) {
          const id = fund.projects[story.project]!.id
          const wins = (changed: FundDraft): boolean =>
            selectedIds(counted(asFund(changed), { rule })).includes(id)
          const { missingCost: cut, missingSupport: more } = story
          if (cut !== null) assert.ok(!wins(cheaperBy(draft, id, cut - 1n)))
          if (more === null) continue
          assert.ok(wins(withMore(draft, id, more)))
          if (more > 1) assert.ok(!wins(withMore(draft, id, more - 1)))
        }
      }),
      { numRuns: 400 },
    )
  })

  it('is enough votes by Phragmén, the budget staying as it is', () => {
    fc.assert(
      fc.property(madeFunds(), ({ draft, fund }) => {
        const order = { rule: 'phragmen' } as const
        for (const { project, missingSupport } of explainFund(counted(fund, order))) {
          if (missingSupport === null) continue
          const id = fund.projects[project]!.id
          const again = counted(asFund(withMore(draft, id, missingSupport)), order)
          assert.ok(selectedIds(again).includes(id))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is enough votes by Equal Shares, each bringing one more share of the same size', () => {
    fc.assert(
      fc.property(madeFunds(), fc.constantFrom('mes-cost', 'mes-card'), ({ draft, fund }, rule) => {
        const voters = BigInt(fund.ballots.voters)
        const finer: FundDraft = {
          ...draft,
          budget: draft.budget * voters,
          projects: draft.projects.map((one) => ({ ...one, cost: one.cost * voters })),
        }
        for (const { project, missingSupport } of explainFund(counted(asFund(finer), { rule }))) {
          if (missingSupport === null) continue
          const { id } = fund.projects[project]!
          const budget = finer.budget + draft.budget * BigInt(missingSupport)
          const ballots: FundBallot[] = [...withMore(draft, id, missingSupport).ballots]
          const again = counted(asFund({ ...finer, budget, ballots }), { rule })
          assert.ok(selectedIds(again).includes(id))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is told in a sentence', () => {
    const fund = asFund({
      currency: 'GBP',
      voteType: 'approval',
      budget: 10_000n,
      projects: [
        { id: 'hall', cost: 7000n },
        { id: 'pond', cost: 6400n },
      ],
      ballots: [
        { projects: ['hall'], people: 50 },
        { projects: ['pond'], people: 39 },
      ],
    })
    const [hall, pond] = explainFund(counted(fund, { rule: 'greedy-votes' }))
    assert.equal(hall?.says, 'It was chosen 1st: 50 voters for 7000 GBP.')
    assert.equal(
      pond?.says,
      'It did not fit in the 3000 GBP left when its turn came. ' +
        '12 more votes, or 3400 GBP cheaper, would have been enough.',
    )
  })

  it('is not told where a limit kept the project out', () => {
    const fund = asFund({
      voteType: 'approval',
      budget: 10n,
      projects: [
        { id: 'a', cost: 5n },
        { id: 'b', cost: 5n },
      ],
      ballots: [{ projects: ['a'], people: 2 }, { projects: ['b'] }],
    })
    const limits = { ...noLimits, exclusions: [['a', 'b']] }
    const [, b] = explainFund(counted(fund, { rule: 'mes-cost', limits }))
    assert.equal(b?.says, 'A project that excludes it was chosen.')
    assert.equal(b?.missingCost, null)
  })
})
