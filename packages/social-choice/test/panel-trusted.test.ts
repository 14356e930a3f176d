// Leximin and maximin on pools of the sizes of real ones, against trusted results.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { checkLottery } from '../src/fairness/panel-certificate.ts'
import type { PanelTask } from '../src/pool/panel-task.ts'
import { readPeople } from '../src/pool/people.ts'
import { readQuotas } from '../src/pool/quotas.ts'
import { leximinLottery } from '../src/rules/leximin.ts'
import type { PanelLottery } from '../src/rules/leximin-lottery.ts'
import { maximinLottery } from '../src/rules/maximin-panel.ts'
import { transparentLottery } from '../src/rules/transparent-lottery.ts'
import { listingSeed } from '../src/rules/transparent-lottery-draw.ts'
import { loadHighs, taskOf } from './panels-made.ts'

type Trusted = {
  readonly pool: string
  readonly leximin?: {
    readonly maximin: number
    readonly leximin_types: readonly { readonly n: number; readonly p: number }[]
  }
  readonly maximin?: { readonly maximin: number }
}

const folder = join(process.env.REFERENCE_DATA ?? '', 'choice', 'sortition')
const here = process.env.REFERENCE_DATA !== undefined && existsSync(folder)
const trusted: readonly Trusted[] = here
  ? JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
  : []

function taskOfPool(pool: string): PanelTask {
  const text = (name: string) => readFileSync(join(folder, 'pools', pool, name), 'utf8')
  const quotas = readQuotas(text('categories.csv'))
  assert.ok(quotas.ok)
  const people = readPeople(text('respondents.csv'), quotas.value)
  assert.ok(people.ok)
  return taskOf(quotas.value, people.value, Number(pool.split('_').at(-1)))
}

function sortedChances(task: PanelTask, lottery: PanelLottery): number[] {
  const chances = task.groups.flatMap((group, at) =>
    group.members.map(() => lottery.probabilities[at] ?? -1),
  )
  return chances.sort((one, other) => one - other)
}

describe('Pools with trusted results', () => {
  it('are solved, proven and listed, and agree where a result is known', async (t) => {
    if (!here) t.diagnostic('6 pools were not run: set REFERENCE_DATA to the folder of real inputs')
    const highs = await loadHighs()
    for (const { pool, leximin, maximin } of trusted) {
      const task = taskOfPool(pool)
      const lottery = leximinLottery(highs, task)
      assert.ok(lottery.ok, pool)
      const check = checkLottery(task, lottery.value)
      assert.ok(check.ok && check.value.gap < 1e-7, pool)
      const list = transparentLottery(task, lottery.value, listingSeed(task, 'leximin'))
      assert.ok(list.largestChange < 0.0012, `${pool} ${list.largestChange}`)
      const chances = sortedChances(task, lottery.value)
      const lowest = leximin?.maximin ?? maximin?.maximin
      if (lowest !== undefined) assert.ok(Math.abs((chances[0] ?? -1) - lowest) < 1e-8, pool)
      const expected = (leximin?.leximin_types ?? [])
        .flatMap(({ n, p }) => Array.from({ length: n }, () => p))
        .sort((one, other) => one - other)
      if (leximin !== undefined) assert.equal(chances.length, expected.length)
      for (const [at, chance] of expected.entries()) {
        assert.ok(Math.abs(chance - (chances[at] ?? -1)) < 1e-5, `${pool} ${at}`)
      }
    }
  })

  it('maximin alone reaches the same lowest chance, with a proof', async () => {
    const highs = await loadHighs()
    for (const { pool, leximin, maximin } of trusted) {
      const lowest = leximin?.maximin ?? maximin?.maximin
      if (lowest === undefined) continue
      const task = taskOfPool(pool)
      const lottery = maximinLottery(highs, task)
      assert.ok(lottery.ok, pool)
      const check = checkLottery(task, lottery.value)
      assert.ok(check.ok && Math.abs(check.value.minimum - lowest) < 1e-8, pool)
    }
  })
})
