// A drawn panel as one document: every person's chance, the proof, the list and the draw.
import type { CertificateCheck } from '../fairness/panel-certificate.ts'
import type { PanelTask } from '../pool/panel-task.ts'
import type { LevelProof, PanelCut } from '../rules/leximin-levels.ts'
import type { PanelLottery, PanelObjective } from '../rules/leximin-lottery.ts'
import type { PanelList } from '../rules/transparent-lottery.ts'
import { commitmentTo, drawnPlace, listingSeed } from '../rules/transparent-lottery-draw.ts'

/** People who are alike, and the chance that each of them has. */
export type CertifiedGroup = {
  readonly features: Readonly<Record<string, string>>
  readonly people: readonly string[]
  readonly probability: number
}

/** The proof of a panel lottery, with the whole lottery. Groups are named by their place. */
export type PanelCertificate = {
  readonly objective: PanelObjective
  /** No lottery has a lowest probability above this. */
  readonly upperBound: number
  /** The greatest distance of any level from what is proven possible. */
  readonly gap: number
  readonly groups: readonly CertifiedGroup[]
  readonly lottery: readonly {
    readonly probability: number
    /** [group, people of it on the panel] */
    readonly seats: readonly (readonly [number, number])[]
  }[]
  readonly cuts: readonly PanelCut[]
  readonly levels: readonly LevelProof[]
  readonly list: {
    readonly length: number
    readonly seed: string
    readonly largestChange: number
  }
  /** `panel` is the number of the drawn panel on the list, from 1. */
  readonly draw: { readonly commitment: string; readonly panel: number }
}

/** What `draw-panel --json` prints. */
export type PanelDocument = {
  readonly probabilities: Readonly<Record<string, number>>
  readonly minimum: number
  readonly certificate: PanelCertificate
  readonly panels: readonly (readonly string[])[]
  readonly drawn: readonly string[]
  readonly seed: string
}

/** Draws by the seed from the list, and gathers everything in one document. */
export function panelDocument(
  task: PanelTask,
  lottery: PanelLottery,
  check: CertificateCheck,
  list: PanelList,
  seed: string,
): PanelDocument {
  const ids = (places: readonly number[]) => places.map((place) => task.people[place]?.id ?? '')
  const chances = new Map<number, number>()
  for (const [at, group] of task.groups.entries()) {
    for (const member of group.members) chances.set(member, lottery.probabilities[at] ?? 0)
  }
  const place = drawnPlace(seed, list.panels.length)
  const panels = list.panels.map(ids)
  return {
    probabilities: Object.fromEntries(
      task.people.map((person, at) => [person.id, chances.get(at) ?? 0]),
    ),
    minimum: check.minimum,
    certificate: {
      objective: lottery.objective,
      upperBound: check.upperBound,
      gap: check.gap,
      groups: certifiedGroups(task, lottery),
      lottery: lottery.panels.map(({ counts, probability }) => ({
        probability,
        seats: [...counts.entries()].filter(([, count]) => count > 0),
      })),
      cuts: lottery.cuts,
      levels: lottery.levels,
      list: {
        length: list.panels.length,
        seed: listingSeed(task, lottery.objective),
        largestChange: list.largestChange,
      },
      draw: { commitment: commitmentTo(seed), panel: place + 1 },
    },
    panels,
    drawn: panels[place] ?? [],
    seed,
  }
}

function certifiedGroups(task: PanelTask, lottery: PanelLottery): CertifiedGroup[] {
  const categories = [...new Set(task.quotas.map((quota) => quota.category))]
  return task.groups.map((group, at) => ({
    features: Object.fromEntries(
      categories.map((category, place) => [category, group.features[place] ?? '']),
    ),
    people: group.members.map((member) => task.people[member]?.id ?? ''),
    probability: lottery.probabilities[at] ?? 0,
  }))
}
