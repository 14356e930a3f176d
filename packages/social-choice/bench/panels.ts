// How long the fairest lottery of panels takes, on pools of the sizes of real ones.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Highs } from 'highs'
import * as highsModule from 'highs'
import { checkLottery } from '../src/fairness/panel-certificate.ts'
import type { Result } from '../src/ground/result.ts'
import { type PanelTask, panelTask } from '../src/pool/panel-task.ts'
import { readPeople } from '../src/pool/people.ts'
import { readQuotas } from '../src/pool/quotas.ts'
import { leximinLottery } from '../src/rules/leximin.ts'
import { transparentLottery } from '../src/rules/transparent-lottery.ts'
import { leximinByColumns } from './panels-by-hand.ts'
import { syntheticPool } from './synthetic-pool.ts'

export type Measured = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly target?: string
  readonly note?: string
}

const loadHighs = highsModule.default as unknown as () => Promise<Highs>

/** Pools made for the bench: people, panel, categories, and the published time for such a size. */
const made = [
  { pool: 825, panel: 75, width: 4, published: 434 },
  { pool: 1727, panel: 110, width: 7, published: 4012 },
] as const
const madeLong = [
  { pool: 2000, panel: 200, width: 7, published: 1162 },
  { pool: 825, panel: 75, width: 7, published: 434 },
] as const

const quick = ['example_small_20', 'sf-fixture_22', 'mass-like_24', 'sf_b-like_20', 'sf_d-like_40']
const slow = ['obf-like_30']

/** CPU seconds on one core, from quotas and pool to a lottery whose proof has been checked. */
export async function benchPanels(
  { long }: { readonly long: boolean } = { long: false },
): Promise<readonly Measured[]> {
  const highs = await loadHighs()
  const measures: Measured[] = []
  for (const name of long ? [...quick, ...slow] : quick) {
    const task = referencePool(name)
    if (task !== undefined) measures.push(...measure(highs, `pool ${name}`, task))
  }
  for (const { pool, panel, width, published } of long ? [...made, ...madeLong] : made) {
    const { quotas, people } = syntheticPool(pool, panel, width, 'c0ffee')
    const task = sure(panelTask(quotas, people, panel))
    const name = `made pool ${pool} to ${panel}, ${width} categories`
    measures.push(...measure(highs, name, task, `under ${published}`))
  }
  return [...measures, ...byHand(highs)]
}

function measure(highs: Highs, name: string, task: PanelTask, target?: string): Measured[] {
  const [seconds, lottery] = timed(() => sure(leximinLottery(highs, task)))
  const [checking, check] = timed(() => sure(checkLottery(task, lottery)))
  const [listing, list] = timed(() => transparentLottery(task, lottery, '00'))
  const said = [
    `${task.people.length} to ${task.size}, ${task.groups.length} kinds of people`,
    `lowest ${check.minimum.toFixed(6)}`,
    `gap ${check.gap.toExponential(1)}`,
    `${lottery.cuts.length} cuts`,
    `checked in ${checking.toFixed(2)} s`,
    `list in ${listing.toFixed(2)} s, changes ${list.largestChange.toFixed(5)} at most`,
  ]
  const measured = { name: `panels: leximin, ${name}`, value: seconds, unit: 's of CPU' }
  const note = said.join('; ')
  return [target === undefined ? { ...measured, note } : { ...measured, target, note }]
}

/** The published method, written straightforwardly, against ours on the same pool. */
function byHand(highs: Highs): Measured[] {
  const { quotas, people } = syntheticPool(60, 16, 4, '5f3a09c1')
  const task = sure(panelTask(quotas, people, 16))
  const [ours, lottery] = timed(() => sure(leximinLottery(highs, task)))
  const [theirs, chances] = timed(() => leximinByColumns(highs, task))
  const apart = task.groups.map((group, at) =>
    Math.max(
      ...group.members.map((place) =>
        Math.abs((chances[place] ?? -1) - (lottery.probabilities[at] ?? 0)),
      ),
    ),
  )
  return [
    {
      name: 'panels: leximin, times as fast as straightforward column generation',
      value: theirs / ours,
      unit: 'times',
      note:
        `60 to 16; ${theirs.toFixed(2)} s against ${ours.toFixed(2)} s; ` +
        `chances at most ${Math.max(...apart).toExponential(1)} apart`,
    },
  ]
}

function timed<T>(work: () => T): [number, T] {
  const before = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(before)
  return [(user + system) / 1e6, value]
}

function referencePool(name: string): PanelTask | undefined {
  const folder = join(process.env.REFERENCE_DATA ?? '', 'choice', 'sortition', 'pools', name)
  if (process.env.REFERENCE_DATA === undefined || !existsSync(folder)) return undefined
  const quotas = sure(readQuotas(readFileSync(join(folder, 'categories.csv'), 'utf8')))
  const people = sure(readPeople(readFileSync(join(folder, 'respondents.csv'), 'utf8'), quotas))
  return sure(panelTask(quotas, people, Number(name.split('_').at(-1))))
}

function sure<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(result.refusal.says)
}
