// Leximin the straightforward way: column generation over people, one solver call after another.
import type { Highs } from 'highs'
import type { PanelTask } from '../src/pool/panel-task.ts'

type Solved = {
  readonly Status: string
  readonly ObjectiveValue: number
  readonly Columns: Readonly<Record<string, { readonly Primal: number }>>
  readonly Rows: readonly { readonly Name: string; readonly Dual: number }[]
}

/**
 * The method as published (Nature 2021, supplementary information 6): maximise the lowest
 * probability over the panels known, ask an integer programme for a better panel until there is
 * none, settle the people with a price, and go on with the others. Probabilities by person.
 */
export function leximinByColumns(highs: Highs, task: PanelTask): number[] {
  const people = task.people.map((_, place) => place)
  const level = people.map(() => -1)
  const panels: number[][] = [
    bestPanel(
      highs,
      task,
      people.map(() => 0),
    ).panel,
  ]
  while (level.some((one) => one < 0)) {
    const { ceiling, prices, lowest } = master(highs, panels, level)
    const { panel, weight } = bestPanel(highs, task, prices)
    if (weight > ceiling + 1e-6) {
      panels.push(panel)
      continue
    }
    for (const place of people) {
      if ((level[place] ?? 0) < 0 && (prices[place] ?? 0) > 1e-4) level[place] = lowest
    }
  }
  return level
}

function solve(highs: Highs, text: string): Solved {
  const solved = highs.solve(text, { output_flag: false }) as unknown as Solved
  if (solved.Status !== 'Optimal') throw new Error(`Not solved: ${solved.Status}`)
  return solved
}

/** Minimise the greatest price of a panel, less what settled people are owed (the dual). */
function master(highs: Highs, panels: readonly number[][], level: readonly number[]) {
  const open = level.flatMap((one, place) => (one < 0 ? [`y${place}`] : []))
  const owed = level.flatMap((one, place) => (one < 0 ? [] : [`- ${one.toFixed(12)} y${place}`]))
  const rows = panels.map(
    (panel, at) => ` p${at}: ${panel.map((place) => `y${place}`).join(' + ')} - c <= 0`,
  )
  const solved = solve(
    highs,
    `Minimize\n obj: c ${owed.join(' ')}\nSubject To\n one: ${open.join(' + ')} = 1\n` +
      `${rows.join('\n')}\nEnd`,
  )
  return {
    ceiling: solved.Columns.c?.Primal ?? 0,
    lowest: solved.ObjectiveValue,
    prices: level.map((_, place) => solved.Columns[`y${place}`]?.Primal ?? 0),
  }
}

function bestPanel(highs: Highs, task: PanelTask, prices: readonly number[]) {
  const places = prices.map((_, place) => place)
  const names = places.map((place) => `x${place}`)
  const limits = task.quotas.flatMap((quota, row) => {
    const of = task.groups.flatMap((group) => (group.quotas.includes(row) ? group.members : []))
    if (of.length === 0) return []
    const sum = of.map((place) => `x${place}`).join(' + ')
    return [` l${row}: ${sum} >= ${quota.min}`, ` u${row}: ${sum} <= ${quota.max}`]
  })
  const worth = prices.map((price, place) => `${price.toFixed(12)} x${place}`).join(' + ')
  const solved = solve(
    highs,
    `Maximize\n obj: ${worth}\nSubject To\n${limits.join('\n')}\n` +
      ` size: ${names.join(' + ')} = ${task.size}\nBinary\n ${names.join(' ')}\nEnd`,
  )
  const panel = places.filter((place) => (solved.Columns[`x${place}`]?.Primal ?? 0) > 0.5)
  return { panel, weight: panel.reduce((sum, place) => sum + (prices[place] ?? 0), 0) }
}
