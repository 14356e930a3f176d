// Panels as a kind of settlement: the pool, the proven lottery, and whom the seed draws.
import { checkPanelDocument } from '../fairness/panel-document-check.ts'
import { ok, type Result, refuse } from '../ground/result.ts'
import { type PanelTask, panelTask } from '../pool/panel-task.ts'
import type { PoolPerson } from '../pool/people.ts'
import { categoriesOf, type Quota } from '../pool/quotas.ts'
import type { PanelDocument } from '../report/panel-document.ts'
import { isList, isRecord, type Json } from './canonical.ts'
import { isWhole, plain, textsOf } from './json-reading.ts'
import type { JsonRecord, SettlementKind, SettlementRules } from './settlement.ts'

/**
 * Rules: `title`, `size`, `quotas` (each `category`, `feature`, `min`, `max`). Ballots: `people`
 * (an id and a feature for each category) and `document`, what `draw-panel --json` printed, with
 * the lottery and its certificate. The solver is not needed again: the certificate is checked, the
 * list of panels made from the lottery, and one drawn by the seed. The result is the panel, the
 * lowest chance, the bound that no lottery passes, and everybody's chance.
 *
 * Refusals: `rules-unclear`, `ballots-unclear`, `other-seed`, and those of `panelTask` and
 * `checkPanelDocument`.
 */
export const panelKind: SettlementKind = {
  kind: 'panel',
  settle(rules, ballots, seed) {
    const task = taskFrom(rules, ballots)
    if (!task.ok) return task
    const document = isRecord(ballots) ? ballots.document : undefined
    const check = checkPanelDocument(task.value, document)
    if (!check.ok) return check
    if (!isRecord(document) || document.seed !== seed) {
      return refuse(
        'other-seed',
        'The panel was drawn with another seed',
        'Settle it with the seed of the document',
      )
    }
    const { minimum, upperBound } = check.value
    const { drawn = [], probabilities = {} } = document
    return ok({
      rules: rulesOf(String(rules.title), task.value),
      ballots: { people: peopleOf(task.value), document },
      papers: task.value.people.length,
      result: { drawn, minimum, upperBound, probabilities },
    })
  },
  tell(rules, result) {
    const drawn = isList(result.drawn) ? result.drawn.map(String) : []
    return [
      `${String(rules.title)}: a panel of ${String(rules.size)}.`,
      `Drawn: ${drawn.join(', ')}.`,
      `The lowest chance is ${String(result.minimum)}; none can have a lowest chance above ` +
        `${String(result.upperBound)}.`,
    ]
  },
}

/** What `settle` takes for a panel that was drawn; the seed is that of the document. */
export function panelSettlement(
  title: string,
  task: PanelTask,
  document: PanelDocument,
): { readonly rules: SettlementRules; readonly ballots: Json } {
  return {
    rules: rulesOf(title, task),
    ballots: { people: peopleOf(task), document: plain(document) },
  }
}

const rulesOf = (title: string, task: PanelTask): SettlementRules => ({
  kind: 'panel',
  title,
  size: task.size,
  quotas: task.quotas.map(({ category, feature, min, max }) => ({ category, feature, min, max })),
})

const peopleOf = (task: PanelTask): Json => task.people.map(({ id, features }) => [id, ...features])

function taskFrom(rules: JsonRecord, ballots: Json): Result<PanelTask> {
  const quotas: Quota[] = []
  for (const quota of isList(rules.quotas) ? rules.quotas : []) {
    const read = quotaFrom(quota)
    if (read === null) return unclear(`quota ${quotas.length + 1}`)
    quotas.push(read)
  }
  if (typeof rules.title !== 'string') return unclear('title')
  if (quotas.length === 0 || !isWhole(rules.size, 1, 65_535)) return unclear('quotas or size')
  const categories = categoriesOf(quotas)
  const known = new Set(quotas.map(({ category, feature }) => JSON.stringify([category, feature])))
  const people: PoolPerson[] = []
  const listed = isRecord(ballots) ? ballots.people : undefined
  for (const person of isList(listed) ? listed : []) {
    const [id, ...features] = textsOf(person) ?? []
    const isTold =
      features.length === categories.length &&
      features.every((feature, at) => known.has(JSON.stringify([categories[at], feature])))
    if (id === undefined || !isTold) return unclearPerson(people.length + 1)
    people.push({ id, features })
  }
  if (new Set(people.map(({ id }) => id)).size < people.length) return unclearPerson(people.length)
  return panelTask(quotas, people, rules.size)
}

function quotaFrom(quota: Json): Quota | null {
  if (!isRecord(quota)) return null
  const { category, feature, min, max } = quota
  if (typeof category !== 'string' || typeof feature !== 'string') return null
  if (!isWhole(min, 0, 1e6) || !isWhole(max, 0, 1e6)) return null
  return { category, feature, min, max, minFlex: min, maxFlex: max }
}

const unclear = (what: string): Result<never> =>
  refuse(
    'rules-unclear',
    `The rules of the panel do not give their ${what} as they are written in a proof`,
    'Make the rules by panelSettlement',
  )

const unclearPerson = (number: number): Result<never> =>
  refuse(
    'ballots-unclear',
    `Person ${number} of the pool is not an id of their own and a feature for each category`,
    'Give each as a list, such as ["17", "Woman", "30 to 44"]',
  )
