// The rules for funds against the same rules written out by hand, and what they keep and do not.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { selectedIds } from '../src/fund/count-fund.ts'
import type { FundDraft } from '../src/fund/fund-of.ts'
import { noLimits, openGate } from '../src/fund/limits.ts'
import { type Fraction, fraction, over } from '../src/ground/fraction.ts'
import { reportFund } from '../src/report/fund-report.ts'
import { runEqualShares } from '../src/rules/equal-shares.ts'
import {
  add1ByHand,
  greedyByHand,
  maximinByHand,
  type Plain,
  phragmenByHand,
  sharesByHand,
} from './fund-by-hand.ts'
import { approvalRules, asFund, counted, madeFunds } from './fund-made.ts'

const share = ({ budget, voters }: Plain): Fraction => fraction(budget, BigInt(voters.length))

const votes = ({ voters }: Plain, project: number): bigint =>
  BigInt(voters.filter((units) => units[project]! > 0).length)

/** Votes per cost; a free project that somebody voted for goes before all. */
const perCost = (fund: Plain): Fraction[] =>
  fund.costs.map((cost, project) =>
    cost === 0n
      ? fraction(votes(fund, project) > 0n ? 10_000n : 0n)
      : fraction(votes(fund, project), cost),
  )

const byVotes = (fund: Plain): Fraction[] =>
  fund.costs.map((cost, project) =>
    cost === 0n && votes(fund, project) > 0n ? fraction(10_000n) : fraction(votes(fund, project)),
  )

describe('A fund counted by a rule', () => {
  it('has the winners of Equal Shares written out in fractions', () => {
    fc.assert(
      fc.property(madeFunds(), ({ fund, plain }) => {
        const cost = counted(fund, { rule: 'mes-cost' })
        assert.deepEqual([...cost.order], sharesByHand(plain, share(plain), true))
        const card = counted(fund, { rule: 'mes-card' })
        assert.deepEqual([...card.order], sharesByHand(plain, share(plain), false))
      }),
      { numRuns: 400 },
    )
  })

  it('has the winners of Equal Shares on points', () => {
    fc.assert(
      fc.property(madeFunds('cumulative'), ({ fund, plain }) => {
        const count = counted(fund, { rule: 'mes-points' })
        assert.deepEqual([...count.order], sharesByHand(plain, share(plain), false))
      }),
      { numRuns: 400 },
    )
  })

  it('has the winners of both kinds of Add1 tried step by step', () => {
    fc.assert(
      fc.property(madeFunds('approval', 1), fc.boolean(), ({ fund, plain }, isExhaustive) => {
        const completion = isExhaustive ? 'add1-exhaustive' : 'add1'
        const cost = counted(fund, { rule: 'mes-cost', completion })
        assert.deepEqual([...cost.order].sort(), add1ByHand(plain, true, isExhaustive).sort())
        const card = counted(fund, { rule: 'mes-card', completion })
        assert.deepEqual([...card.order].sort(), add1ByHand(plain, false, isExhaustive).sort())
      }),
      { numRuns: 300 },
    )
  })

  it('has the winners of Add1 also where whole ranges of shares are skipped', () => {
    const larger = fc.record({
      budget: fc.integer({ min: 100, max: 3000 }),
      costs: fc.array(fc.integer({ min: 1, max: 1500 }), { minLength: 2, maxLength: 7 }),
      rows: fc.array(fc.array(fc.nat(1), { minLength: 7, maxLength: 7 }), {
        minLength: 2,
        maxLength: 9,
      }),
    })
    fc.assert(
      fc.property(larger, fc.boolean(), ({ budget, costs, rows }, isPerCost) => {
        const fund = asFund({
          voteType: 'approval',
          budget: BigInt(budget),
          projects: costs.map((cost, at) => ({ id: `p${at}`, cost: BigInt(cost) })),
          ballots: rows.map((row) => ({
            projects: costs.map((_, at) => `p${at}`).filter((_, at) => row[at] === 1),
          })),
        })
        const rule = isPerCost ? 'mes-cost' : 'mes-card'
        const count = counted(fund, { rule, completion: 'add1' })
        const task = {
          support: count.support,
          costs: costs.map(BigInt),
          isPerCost,
          byTieRule: (a: number, b: number) => a - b,
          openGate: () => openGate(fund, noLimits, count.support.votes),
        }
        let before = count.order
        let raise = -1
        for (;;) {
          raise += 1
          const raised = fraction(BigInt(budget + raise * rows.length), BigInt(rows.length))
          const { order } = runEqualShares(task, raised)
          if (order.reduce((sum, project) => sum + costs[project]!, 0) > budget) {
            raise -= 1
            break
          }
          before = order
          const isSupported = (_: number, at: number): boolean => count.support.votes[at]! > 0
          if (order.length === costs.filter(isSupported).length) break
        }
        assert.deepEqual(count.order, before)
        assert.equal(count.shares?.raisedBy, raise)
      }),
      { numRuns: 60 },
    )
  })

  it('spends what Equal Shares leaves greedily when completed so', () => {
    fc.assert(
      fc.property(madeFunds(), ({ fund, plain }) => {
        const count = counted(fund, { rule: 'mes-card', completion: 'greedy' })
        const before = sharesByHand(plain, share(plain), false)
        assert.deepEqual([...count.order], greedyByHand(plain, perCost(plain), before))
        const raised = counted(fund, { rule: 'mes-card', completion: 'add1u' })
        const added = add1ByHand(plain, false, true)
        const completed = greedyByHand(plain, perCost(plain), added)
        assert.deepEqual([...raised.order].sort(), completed.sort())
      }),
      { numRuns: 300 },
    )
  })

  it('has the winners of the greedy rules', () => {
    fc.assert(
      fc.property(madeFunds(), ({ fund, plain }) => {
        const cost = counted(fund, { rule: 'greedy-cost' })
        assert.deepEqual([...cost.order], greedyByHand(plain, byVotes(plain), []))
        const card = counted(fund, { rule: 'greedy-card' })
        assert.deepEqual([...card.order], greedyByHand(plain, perCost(plain), []))
        const plainly = counted(fund, { rule: 'greedy-votes' })
        const scores = plain.costs.map((_, project) => fraction(votes(plain, project)))
        assert.deepEqual([...plainly.order], greedyByHand(plain, scores, []))
      }),
      { numRuns: 400 },
    )
  })

  it('has the winners of greedy on points, in all and per cost', () => {
    fc.assert(
      fc.property(madeFunds('cumulative', 1), ({ fund, plain }) => {
        const totals = plain.costs.map((_, project) =>
          fraction(BigInt(plain.voters.reduce((sum, units) => sum + units[project]!, 0))),
        )
        const points = counted(fund, { rule: 'greedy-points' })
        assert.deepEqual([...points.order], greedyByHand(plain, totals, []))
        const each = totals.map((total, project) => over(total, fraction(plain.costs[project]!)))
        const cost = counted(fund, { rule: 'greedy-cost' })
        assert.deepEqual([...cost.order], greedyByHand(plain, each, []))
      }),
      { numRuns: 300 },
    )
  })

  it('has the winners of Phragmén with a load for every voter', () => {
    fc.assert(
      fc.property(madeFunds(), ({ fund, plain }) => {
        assert.deepEqual([...counted(fund, { rule: 'phragmen' }).order], phragmenByHand(plain))
      }),
      { numRuns: 400 },
    )
  })

  it('has the winners of maximin support over all sets of projects', () => {
    fc.assert(
      fc.property(madeFunds(), ({ fund, plain }) => {
        const count = counted(fund, { rule: 'maximin-support' })
        assert.deepEqual([...count.order], maximinByHand(plain))
      }),
      { numRuns: 300 },
    )
  })
})

describe('Every rule for funds', () => {
  it('costs no more than the budget', () => {
    fc.assert(
      fc.property(madeFunds(), fc.constantFrom(...approvalRules), ({ fund }, rule) => {
        assert.ok(counted(fund, { rule }).cost <= fund.budget)
        if (!rule.startsWith('mes')) return
        for (const completion of ['greedy', 'add1', 'add1-exhaustive', 'add1u'] as const) {
          assert.ok(counted(fund, { rule, completion }).cost <= fund.budget)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same report to the byte whatever the order of ballots and projects', () => {
    fc.assert(
      fc.property(madeFunds(), fc.constantFrom(...approvalRules), ({ draft }, rule) => {
        const turned = {
          ...draft,
          projects: [...draft.projects].reverse(),
          ballots: [...draft.ballots]
            .reverse()
            .map((ballot) => ({ projects: [...ballot.projects].reverse() })),
        }
        const [one, other] = [draft, turned].map((each) =>
          JSON.stringify(reportFund(counted(asFund(each), { rule }))),
        )
        assert.equal(one, other)
      }),
      { numRuns: 200 },
    )
  })

  it('does not look at ids unless there is a tie', () => {
    fc.assert(
      fc.property(madeFunds(), fc.constantFrom(...approvalRules), ({ draft }, rule) => {
        const count = counted(asFund(draft), { rule })
        fc.pre(count.ties.length === 0)
        const renamed = (id: string): string => `q${9 - Number(id.slice(1))}`
        const turned = asFund({
          ...draft,
          projects: draft.projects.map((project) => ({ ...project, id: renamed(project.id) })),
          ballots: [...draft.ballots].map(({ projects }) => ({ projects: projects.map(renamed) })),
        })
        assert.deepEqual(
          selectedIds(counted(turned, { rule })),
          selectedIds(count).map(renamed).sort(),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('still chooses a winner that becomes cheaper', () => {
    const rules = approvalRules.filter((rule) => rule !== 'maximin-support')
    fc.assert(
      fc.property(madeFunds('approval', 1), fc.constantFrom(...rules), ({ draft, fund }, rule) => {
        for (const winner of selectedIds(counted(fund, { rule }))) {
          const cheaper = asFund({
            ...draft,
            projects: draft.projects.map((project) =>
              project.id === winner ? { ...project, cost: project.cost - 1n } : project,
            ),
          })
          assert.ok(selectedIds(counted(cheaper, { rule })).includes(winner))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('counts ten million times as many people to the same winners', () => {
    fc.assert(
      fc.property(madeFunds(), fc.constantFrom(...approvalRules), ({ draft, fund }, rule) => {
        const crowd = asFund({
          ...draft,
          ballots: [...draft.ballots].map((ballot) => ({ ...ballot, people: 10_000_000 })),
        })
        const [one, all] = [fund, crowd].map((each) => counted(each, { rule }))
        assert.deepEqual(all?.order, one?.order)
        assert.equal(all?.support.voters, fund.ballots.voters * 10_000_000)
        assert.deepEqual(
          reportFund(all!).fairness.ejrPlusUpToOne.map(({ holds }) => holds),
          reportFund(one!).fairness.ejrPlusUpToOne.map(({ holds }) => holds),
        )
      }),
      { numRuns: 200 },
    )
  })
})

const town = (budget: bigint): FundDraft => ({
  voteType: 'approval',
  budget,
  projects: [
    { id: 'bath', cost: 4n },
    { id: 'lamp', cost: 2n },
    { id: 'tree', cost: 1n },
  ],
  ballots: [
    { projects: ['bath'], people: 3 },
    { projects: ['lamp', 'tree'], people: 2 },
  ],
})

describe('What a rule is known not to keep', () => {
  it('loses winners of the greedy rule when the budget grows', () => {
    const before = counted(asFund(town(3n)), { rule: 'greedy-votes' })
    const after = counted(asFund(town(4n)), { rule: 'greedy-votes' })
    assert.deepEqual(selectedIds(before), ['lamp', 'tree'])
    assert.deepEqual(selectedIds(after), ['bath'])
  })

  it('leaves money unspent under Equal Shares that a completion spends', () => {
    const fund = asFund(town(6n))
    assert.deepEqual(selectedIds(counted(fund, { rule: 'mes-cost' })), ['lamp'])
    const completed = counted(fund, { rule: 'mes-cost', completion: 'greedy' })
    assert.deepEqual(selectedIds(completed), ['bath', 'lamp'])
  })
})
