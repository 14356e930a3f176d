// Small funds made by chance, for comparing the rules with those written out by hand.
import fc from 'fast-check'
import { countFund, type FundCount, type FundOrder, type FundRule } from '../src/fund/count-fund.ts'
import type { Fund, VoteType } from '../src/fund/fund.ts'
import { type FundDraft, fundOf } from '../src/fund/fund-of.ts'
import type { Plain } from './fund-by-hand.ts'

export type Made = { readonly draft: FundDraft; readonly fund: Fund; readonly plain: Plain }

/** A fund that must be one, or the test is wrong. */
export function asFund(draft: FundDraft): Fund {
  const fund = fundOf(draft)
  if (!fund.ok) throw new Error(fund.refusal.says)
  return fund.value
}

export function counted(fund: Fund, order: FundOrder): FundCount {
  const count = countFund(fund, order)
  if (!count.ok) throw new Error(count.refusal.says)
  return count.value
}

/** Funds of 1 to 6 projects and 1 to 6 voters; units are 0 or 1, or 0 to 4 with points. */
export function madeFunds(voteType: VoteType = 'approval', leastCost = 0): fc.Arbitrary<Made> {
  const hasPoints = voteType === 'cumulative'
  return fc
    .record({
      budget: fc.integer({ min: 0, max: 24 }),
      costs: fc.array(fc.integer({ min: leastCost, max: 12 }), { minLength: 1, maxLength: 6 }),
      rows: fc.array(fc.array(fc.nat(hasPoints ? 4 : 1), { minLength: 6, maxLength: 6 }), {
        minLength: 1,
        maxLength: 6,
      }),
    })
    .map(({ budget, costs, rows }) => {
      const draft: FundDraft = {
        voteType,
        budget: BigInt(budget),
        projects: costs.map((cost, at) => ({ id: `p${at}`, cost: BigInt(cost) })),
        ballots: rows.map((row) => {
          const named = costs.map((_, at) => at).filter((at) => row[at]! > 0)
          const projects = named.map((at) => `p${at}`)
          return hasPoints ? { projects, points: named.map((at) => row[at]!) } : { projects }
        }),
      }
      const plain: Plain = {
        budget: BigInt(budget),
        costs: costs.map(BigInt),
        voters: rows.map((row) => row.slice(0, costs.length)),
      }
      return { draft, fund: asFund(draft), plain }
    })
}

/** The rules that approval ballots can feed. */
export const approvalRules: readonly FundRule[] = [
  'greedy-cost',
  'greedy-card',
  'greedy-votes',
  'mes-cost',
  'mes-card',
  'phragmen',
  'maximin-support',
]
