// Small pools made from a number, with all their panels, and the fairest lottery by hand.
import type { Highs } from 'highs'
import * as highsModule from 'highs'
import { seededChance } from '../src/ground/seeded.ts'
import { isPanel, type PanelTask, panelTask } from '../src/pool/panel-task.ts'
import type { PoolPerson } from '../src/pool/people.ts'
import type { Quota } from '../src/pool/quotas.ts'

/** The package's types describe its CommonJS door; Node comes in by the other, a function. */
export const loadHighs = highsModule.default as unknown as () => Promise<Highs>

export const quota = (category: string, feature: string, min: number, max: number): Quota => ({
  category,
  feature,
  min,
  max,
  minFlex: 0,
  maxFlex: 1000,
})

export const person = (id: string, ...features: string[]): PoolPerson => ({ id, features })

export function taskOf(
  quotas: readonly Quota[],
  people: readonly PoolPerson[],
  size: number,
): PanelTask {
  const task = panelTask(quotas, people, size)
  if (!task.ok) throw new Error(task.refusal.says)
  return task.value
}

/** A pool of 6 to 12 people in 2 to 4 categories with tight quotas; often there is no panel. */
export function smallTask(number: number): PanelTask {
  const chance = seededChance(number.toString(16).padStart(8, '0'))
  const widths = Array.from({ length: 2 + chance.below(3) }, () => 2 + chance.below(2))
  const size = 2 + chance.below(4)
  const quotas = widths.flatMap((width, category) =>
    Array.from({ length: width }, (_, feature) => {
      const min = Math.max(0, chance.below(size + 1) - 3)
      return quota(`c${category}`, `${category}.${feature}`, min, min + 1 + chance.below(2))
    }),
  )
  const people = Array.from({ length: 6 + chance.below(7) }, (_, at) =>
    person(`p${at}`, ...widths.map((width, category) => `${category}.${chance.below(width)}`)),
  )
  return taskOf(quotas, people, size)
}

/** Every panel, as people taken from each group. */
export function allPanels(task: PanelTask): number[][] {
  const panels: number[][] = []
  const counts = task.groups.map(() => 0)
  const fill = (at: number, left: number): void => {
    if (at === counts.length) {
      if (left === 0 && isPanel(task, counts)) panels.push([...counts])
      return
    }
    const most = Math.min(left, task.groups[at]?.members.length ?? 0)
    for (let count = 0; count <= most; count += 1) {
      counts[at] = count
      fill(at + 1, left - count)
    }
    counts[at] = 0
  }
  fill(0, task.size)
  return panels
}

/** Leximin probabilities by linear programmes over all panels at once. */
export function leximinByHand(highs: Highs, task: PanelTask): number[] {
  const panels = allPanels(task)
  const levels: number[] = task.groups.map(() => -1)
  while (levels.some((level) => level < 0)) {
    const shares = task.groups.map((group, at) => {
      const terms = panels.map(
        (panel, place) => `${(panel[at] ?? 0) / group.members.length} l${place}`,
      )
      const level = levels[at] ?? -1
      return ` g${at}: ${terms.join(' + ')} ${level < 0 ? '- z >= 0' : `>= ${level - 1e-9}`}`
    })
    const all = panels.map((_, place) => `l${place}`).join(' + ')
    const text = `Maximize\n obj: z\nSubject To\n${shares.join('\n')}\n one: ${all} = 1\nEnd`
    const solved = highs.solve(text, { output_flag: false })
    if (solved.Status !== 'Optimal') throw new Error(`Not solved: ${solved.Status}`)
    const rows = solved.Rows as unknown as readonly {
      readonly Name: string
      readonly Dual: number
    }[]
    for (const row of rows) {
      const at = Number(row.Name.slice(1))
      if (!row.Name.startsWith('g') || (levels[at] ?? 0) >= 0) continue
      if (Math.abs(row.Dual) > 1e-6) levels[at] = solved.ObjectiveValue
    }
  }
  return levels
}
