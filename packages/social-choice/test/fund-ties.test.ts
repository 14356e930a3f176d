// Ties, rankings and a city's limits in funds, and funds that cannot be made.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countFund, type FundOrder, selectedIds } from '../src/fund/count-fund.ts'
import { type FundDraft, fundOf } from '../src/fund/fund-of.ts'
import { noLimits } from '../src/fund/limits.ts'
import { reportFund } from '../src/report/fund-report.ts'
import { approvalRules, asFund, counted } from './fund-made.ts'

describe('A ranking', () => {
  it('is worth to each project as many as the voter ranks below it', () => {
    const fund = asFund({
      voteType: 'ordinal',
      budget: 9n,
      projects: ['a', 'b', 'c'].map((id) => ({ id, cost: 5n })),
      ballots: [{ projects: ['c', 'a', 'b'], people: 2 }, { projects: ['a', 'c'] }],
    })
    const { support } = counted(fund, { rule: 'mes-borda' })
    assert.deepEqual([...support.totals], [3, 0, 4])
    assert.deepEqual([...support.votes], [3, 0, 2])
    assert.deepEqual(selectedIds(counted(fund, { rule: 'greedy-cost' })), ['c'])
  })
})

describe('A tie', () => {
  const twins = asFund({
    voteType: 'approval',
    budget: 10n,
    projects: [
      { id: '9', cost: 10n },
      { id: '10', cost: 10n },
    ],
    ballots: [{ projects: ['9', '10'] }],
  })

  for (const rule of approvalRules) {
    it(`goes to the smaller id as a string by ${rule}, and is told`, () => {
      const count = counted(twins, { rule })
      assert.deepEqual(selectedIds(count), ['10'])
      assert.deepEqual(reportFund(count).ties, [{ round: 1, projects: ['10', '9'], chosen: '10' }])
    })
  }

  it('goes to the project with most votes where cities part ties so', () => {
    const fund = asFund({
      voteType: 'approval',
      budget: 6n,
      projects: [
        { id: 'a', cost: 2n },
        { id: 'b', cost: 6n },
      ],
      ballots: [{ projects: ['a', 'b'] }, { projects: ['b'] }, { projects: ['b'] }],
    })
    assert.deepEqual(selectedIds(counted(fund, { rule: 'greedy-card' })), ['a'])
    const byVotes = counted(fund, { rule: 'greedy-card', tieRule: 'votes-cost' })
    assert.deepEqual(selectedIds(byVotes), ['b'])
  })

  it('is decided where floats cannot tell a third from a third', () => {
    const third = asFund({
      voteType: 'approval',
      budget: 1_000_000_000_001n,
      projects: [
        { id: 'a', cost: 333_333_333_333n },
        { id: 'b', cost: 333_333_333_334n },
      ],
      ballots: [
        { projects: ['a'], people: 3 },
        { projects: ['b'], people: 3 },
      ],
    })
    const count = counted(third, { rule: 'mes-card' })
    assert.deepEqual(count.ties, [])
    assert.deepEqual([...count.order], [0, 1])
  })
})

describe('Limits that a city lays down', () => {
  const draft: FundDraft = {
    voteType: 'approval',
    budget: 10n,
    projects: [
      { id: 'a', cost: 4n, categories: ['sport'], area: 'North' },
      { id: 'b', cost: 4n, categories: ['sport'], area: 'South' },
      { id: 'c', cost: 2n, categories: ['green'], area: 'South' },
    ],
    ballots: [
      { projects: ['a', 'b', 'c'], people: 2 },
      { projects: ['a', 'b'] },
      { projects: ['a'] },
    ],
  }
  const fund = asFund(draft)

  for (const rule of approvalRules) {
    it(`bound what ${rule} chooses by category, area and number`, () => {
      const bounds = [
        { of: 'category', named: 'sport', atMostCost: 7n, atMostProjects: null },
      ] as const
      const sport = counted(fund, { rule, limits: { ...noLimits, bounds } })
      assert.equal(selectedIds(sport).filter((id) => id !== 'c').length, 1)
      const south = [{ of: 'area', named: 'South', atMostCost: null, atMostProjects: 1 }] as const
      const area = counted(fund, { rule, limits: { ...noLimits, bounds: south } })
      assert.ok(selectedIds(area).filter((id) => id !== 'a').length <= 1)
    })

    it(`keep a project with too few votes from ${rule}`, () => {
      const count = counted(fund, { rule, limits: { ...noLimits, minimumVotes: 3 } })
      assert.ok(!selectedIds(count).includes('c'))
      const story = reportFund(count).projects.find(({ id }) => id === 'c')
      assert.equal(story?.says, 'It had 2 votes and needs at least 3 to be counted.')
    })

    it(`let ${rule} choose one of two that exclude each other`, () => {
      const limits = { ...noLimits, exclusions: [['a', 'b']] }
      const chosen = selectedIds(counted(fund, { rule, limits }))
      assert.equal(chosen.filter((id) => id !== 'c').length, 1)
    })
  }

  it('name only what is there', () => {
    const bounds = [{ of: 'area', named: 'West', atMostCost: 1n, atMostProjects: null }] as const
    const order = { rule: 'mes-cost', limits: { ...noLimits, bounds } } as const
    assert.throws(() => counted(fund, order), /No project has the area West/)
    const limits = { ...noLimits, exclusions: [['a', 'z']] }
    assert.throws(() => counted(fund, { rule: 'mes-cost', limits }), /No project has the id z/)
  })
})

describe('A fund made in memory', () => {
  const one: FundDraft = {
    voteType: 'approval',
    budget: 3n,
    projects: [{ id: 'bath', cost: 4n }],
    ballots: [],
  }

  it('is refused where a ballot names what is not there', () => {
    const made = fundOf({ ...one, ballots: [{ projects: ['pool'] }] })
    assert.equal(made.ok ? '' : made.refusal.code, 'ballot-project')
  })

  it('is refused where nobody could have cast a ballot', () => {
    const made = fundOf({ ...one, ballots: [{ projects: ['bath'], people: 0 }] })
    assert.equal(made.ok ? '' : made.refusal.code, 'ballot-people')
  })
})

describe('A count that is too much', () => {
  const huge: FundDraft = {
    voteType: 'approval',
    budget: 10n ** 30n,
    projects: [
      { id: 'moon', cost: 2n * 10n ** 30n },
      { id: 'star', cost: 10n ** 29n + 1n },
      { id: 'dust', cost: 7n },
    ],
    ballots: [{ projects: ['moon', 'star', 'dust'], people: 9_000_000_000 }],
  }

  it('is refused by Add1 and by maximin support, and made by the other rules', () => {
    const fund = asFund(huge)
    const codeOf = (order: FundOrder): string => {
      const count = countFund(fund, order)
      return count.ok ? selectedIds(count.value).join() : count.refusal.code
    }
    assert.equal(codeOf({ rule: 'mes-cost', completion: 'add1' }), 'add1-too-long')
    assert.equal(codeOf({ rule: 'maximin-support' }), 'maximin-too-large')
    for (const rule of ['mes-cost', 'mes-card', 'phragmen', 'greedy-votes'] as const) {
      assert.equal(codeOf({ rule }), 'dust,star')
    }
  })
})
