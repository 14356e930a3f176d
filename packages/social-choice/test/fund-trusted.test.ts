// Real funds against trusted results: every winner that reference programs agree on.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { countFund, type FundOrder, type FundRule, selectedIds } from '../src/fund/count-fund.ts'
import type { Fund } from '../src/fund/fund.ts'
import { readFund } from '../src/fund/read-fund.ts'
import { completions } from '../src/rules/completion.ts'

type Trusted = {
  readonly file: string
  readonly sha256: string
  readonly votes: number
  readonly projects: number
  readonly distinct_ballots?: number
  readonly official_rule?: string
  readonly official_selected?: readonly string[]
  readonly rules: Readonly<
    Record<
      string,
      { selected: readonly string[]; cost?: string; order?: readonly string[]; by: object }
    >
  >
}

const reference = process.env.REFERENCE_DATA
const folder = reference === undefined ? null : join(reference, 'choice', 'pb')
const trusted: readonly Trusted[] =
  folder === null ? [] : JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))

function bytesOf(file: string): Uint8Array {
  const path = join(folder ?? '', 'instances', file)
  try {
    return readFileSync(path)
  } catch {
    return gunzipSync(readFileSync(`${path}.gz`))
  }
}

/** What the reference programs call the rule, in the library's words. */
function orderOf(name: string): FundOrder {
  if (name.startsWith('maximin_support')) return { rule: 'maximin-support' }
  if (name === 'phragmen') return { rule: 'phragmen' }
  const [family, utility, completed = 'none'] = name.split('_')
  if (family === 'greedy') return { rule: utility === 'card' ? 'greedy-card' : 'greedy-cost' }
  // The reference programs' Add1 stops at the first exhaustive outcome.
  const known = completed === 'add1' ? 'add1-exhaustive' : completed
  const completion = completions.find((one) => one === known)
  if (completion === undefined) throw new Error(`The completion ${completed} is not known`)
  return { rule: `mes-${utility}` as FundRule, completion }
}

function select(fund: Fund, order: FundOrder): { ids: string[]; inOrder: string[] } {
  const count = countFund(fund, order)
  if (!count.ok) throw new Error(count.refusal.says)
  const inOrder = count.value.order.map((project) => fund.projects[project]!.id)
  return { ids: selectedIds(count.value), inOrder }
}

/** Chosen one by one, so that the order means something; the reference sorts other orders. */
const hasOrder = (name: string): boolean =>
  /^(greedy|mes)_\w+?(_greedy)?$/.test(name) && !/add1/.test(name)

describe('Funds with trusted results', () => {
  if (folder === null) {
    it('are read where REFERENCE_DATA names their folder', (t) => {
      t.diagnostic('REFERENCE_DATA is not set: 54 funds with trusted results were not counted')
    })
  }
  let confirmed = 0
  let reported = 0
  for (const { file, sha256, rules, ...told } of trusted) {
    it(`has the winners of ${file}`, () => {
      const bytes = bytesOf(file)
      assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256)
      const fund = readFund(bytes)
      assert.ok(fund.ok)
      assert.equal(fund.value.ballots.voters, told.votes)
      assert.equal(fund.value.projects.length, told.projects)
      if (told.distinct_ballots !== undefined) {
        assert.equal(fund.value.ballots.weights.length, told.distinct_ballots)
      }
      assert.deepEqual(fund.value.notes, [])
      for (const [name, expected] of Object.entries(rules)) {
        const { ids, inOrder } = select(fund.value, orderOf(name))
        assert.deepEqual(ids, expected.selected, name)
        if (expected.order !== undefined && hasOrder(name)) {
          assert.deepEqual(inOrder, expected.order, name)
        }
        if (Object.keys(expected.by).length >= 2) confirmed += 1
        else reported += 1
      }
    })
  }

  it('agree in every entry that two programs agree on, and in those of one', (t) => {
    t.diagnostic(`${confirmed} results of two or more programs and ${reported} of one are equal`)
    assert.deepEqual([confirmed, reported], folder === null ? [0, 0] : [361, 171])
  })
})

describe('The cities that used Equal Shares', () => {
  const cities = trusted.filter(({ official_rule: rule }) => rule?.startsWith('equalshares'))

  for (const { file, official_selected: official } of cities) {
    it(`chose what Add1 without the exhaustive stop chooses in ${file}`, () => {
      const fund = readFund(bytesOf(file))
      assert.ok(fund.ok)
      const order = { rule: 'mes-cost', completion: 'add1', tieRule: 'votes-cost' } as const
      assert.deepEqual(select(fund.value, order).ids, [...(official ?? [])].sort())
    })
  }

  it('are two', () => {
    assert.equal(cities.length, folder === null ? 0 : 2)
  })
})
