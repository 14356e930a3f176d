// What of a plan from elsewhere can be proposed here: each part that fits, and what does not.
import type { PartNode, PlanDocument } from './document.ts'
import { type PartKind, parts } from './headings.ts'
import type { Json } from './prsb.ts'
import { AS_IT_CAME, type Values, wrongIn } from './values.ts'

/** A part to propose; `under` is the place in the list of the part that it lies under. */
export type Brought = {
  readonly kind: PartKind
  readonly values: Values
  readonly under: number | null
}

/** More than this is not read in one sitting. */
export const MOST_BROUGHT = 200

/** What there is of a plan from elsewhere. */
export type BroughtParts = {
  readonly parts: readonly Brought[]
  /** The headings that were left out. */
  readonly left: readonly string[]
  /** How many parts are beyond the most that are taken. */
  readonly beyond: number
}

/**
 * Every part of a document that fits the headings here, those above before those below, and the
 * names of what was left out. An advance statement is the person's own, and is never brought in.
 */
export function broughtFrom({ parts: nodes }: Pick<PlanDocument, 'parts'>): BroughtParts {
  const brought: Brought[] = []
  const left: string[] = []
  let beyond = 0
  const take = (node: PartNode, under: number | null): void => {
    const { kind } = node
    if (brought.length >= MOST_BROUGHT) {
      beyond += 1
      return
    }
    const alone = parts[kind].most === 1
    const again = alone && brought.some((one) => one.kind === kind && one.under === under)
    const fitting = parts[kind].own || again ? null : valuesThatFit(node)
    if (fitting === null) {
      left.push(...[node, ...inside(node)].map((one) => parts[one.kind].prsb))
      return
    }
    left.push(...fitting.left)
    const place = brought.push({ kind, values: fitting.values, under }) - 1
    for (const one of node.inner) take(one, place)
  }
  for (const node of nodes) take(node, null)
  return { parts: brought, left: [...new Set(left)], beyond }
}

const inside = ({ inner }: PartNode): readonly PartNode[] =>
  inner.flatMap((one) => [one, ...inside(one)])

export type Beside = 'person' | 'gpPractice' | 'aboutMe' | 'agreement'

/** What a plan says besides its parts: it is known here from the person themselves. */
export const besideParts = (document: PlanDocument): readonly Beside[] => [
  ...(Object.keys(document.person).length === 0 ? [] : (['person'] as const)),
  ...(document.gpPractice.length === 0 ? [] : (['gpPractice'] as const)),
  ...(Object.keys(document.aboutMe).length === 0 ? [] : (['aboutMe'] as const)),
  ...(document.agreement === null ? [] : (['agreement'] as const)),
]

/** Deeper than this no plan goes. */
const DEEPEST = 20

/** A file as it can be kept: no half letters, no letter that means nothing, no endless number. */
export function cleaned(json: unknown, depth = 0): Json {
  if (typeof json === 'string') return json.toWellFormed().replaceAll(UNPRINTED, '')
  if (typeof json === 'number') return Number.isFinite(json) ? json : null
  if (typeof json === 'boolean') return json
  if (typeof json !== 'object' || json === null || depth > DEEPEST) return null
  if (Array.isArray(json)) return json.map((one) => cleaned(one, depth + 1))
  return Object.fromEntries(
    Object.entries(json).map(([name, one]) => [
      name.toWellFormed().replaceAll(UNPRINTED, ''),
      cleaned(one, depth + 1),
    ]),
  )
}
const UNPRINTED = /[^\P{Cc}\t\n\r]/gu

/** The same as a tree, for whoever reads it. */
export const treeOfBrought = (
  list: readonly Brought[],
  top: number | null = null,
): readonly PartNode[] =>
  list.flatMap(({ kind, values, under }, place) =>
    under === top ? [{ kind, values, inner: treeOfBrought(list, place) }] : [],
  )

/** Null where what must be there is missing or does not fit. */
function valuesThatFit({ kind, values }: PartNode) {
  const left: string[] = []
  const said = (must: boolean) =>
    parts[kind].fields.filter((one) => one.must === must && values[one.code] !== undefined)
  const fitting: Record<string, Values[string]> = {}
  for (const { code } of said(true)) fitting[code] = values[code] as Values[string]
  if (wrongIn(kind, fitting) !== null) return null
  for (const { code, prsb } of said(false)) {
    const value = values[code] as Values[string]
    if (wrongIn(kind, { ...fitting, [code]: value }) === null) fitting[code] = value
    else left.push(prsb ?? code)
  }
  const came = values[AS_IT_CAME]
  if (came !== undefined) fitting[AS_IT_CAME] = came
  return { values: fitting as Values, left }
}
