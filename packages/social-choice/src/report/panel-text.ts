// A drawn panel told in plain words and tables.
import type { PanelTask } from '../pool/panel-task.ts'
import type { PanelDocument } from './panel-document.ts'

/** The panel with its quotas, the chances in the pool, and what proves them, as plain text. */
export function panelText(task: PanelTask, document: PanelDocument): string {
  const { certificate, drawn } = document
  const chances = Object.values(document.probabilities).sort((one, other) => one - other)
  const [lowest, middle, highest] = [0, Math.floor(chances.length / 2), chances.length - 1].map(
    (place) => percent(chances[place] ?? 0),
  )
  const { list, draw, objective, gap } = certificate
  const bound = percent(certificate.upperBound)
  return [
    `Drawn: ${drawn.length} of ${task.people.length} people`,
    '',
    ...drawn.map((id) => `  ${id}`),
    '',
    'Seats on this panel',
    ...quotaLines(task, drawn),
    '',
    'Everybody’s chance to be drawn',
    `  lowest ${lowest}, middle ${middle}, highest ${highest}`,
    ...withoutChance(chances.filter((chance) => chance < 1e-9).length),
    `  No lottery over panels that keep these quotas has a lowest chance above ${bound}.`,
    `  Objective ${objective}; checked without the solver; gap ${gap.toExponential(1)}.`,
    '',
    'How it was drawn',
    `  ${list.length} equally likely panels, which change no chance above`,
    `  by more than ${percent(list.largestChange)}.`,
    `  Panel ${draw.panel} of the list, by the seed ${document.seed}.`,
    '  The digest of the seed, to be published before the draw:',
    `  ${draw.commitment}`,
    '',
  ].join('\n')
}

const withoutChance = (people: number): string[] =>
  people === 0 ? [] : [`  ${people} of the pool can be on no panel that keeps these quotas.`]

const percent = (part: number): string => `${(100 * part).toFixed(2)}%`

function quotaLines(task: PanelTask, drawn: readonly string[]): string[] {
  const seats = task.quotas.map(() => 0)
  const pool = task.quotas.map(() => 0)
  const onPanel = new Set(drawn)
  for (const group of task.groups) {
    for (const member of group.members) {
      const isDrawn = onPanel.has(task.people[member]?.id ?? '')
      for (const row of group.quotas) {
        pool[row] = (pool[row] ?? 0) + 1
        if (isDrawn) seats[row] = (seats[row] ?? 0) + 1
      }
    }
  }
  const names = task.quotas.map(({ category, feature }) => `${category}, ${feature}`)
  const widest = Math.max(...names.map((name) => name.length))
  return task.quotas.map((quota, at) => {
    const name = (names[at] ?? '').padEnd(widest)
    return `  ${name}  ${seats[at]} (${quota.min} to ${quota.max}; ${pool[at]} in the pool)`
  })
}
