// What of a plan from elsewhere can be proposed here: each part that fits, and what does not.
import type { PartNode, PlanDocument } from './document.ts'
import { type PartKind, parts } from './headings.ts'
import { type Values, wrongIn } from './values.ts'

/** A part to propose; `under` is the place in the list of the part that it lies under. */
export type Brought = {
  readonly kind: PartKind
  readonly values: Values
  readonly under: number | null
}

/** More than this is not read in one sitting. */
export const MOST_BROUGHT = 200

/**
 * Every part of a document that fits the headings here, those above before those below, and the
 * names of what was left out. An advance statement is the person's own, and is never brought in.
 */
export function broughtFrom({ parts: nodes }: Pick<PlanDocument, 'parts'>): {
  readonly parts: readonly Brought[]
  readonly left: readonly string[]
} {
  const brought: Brought[] = []
  const left: string[] = []
  const take = (node: PartNode, under: number | null): void => {
    const { kind } = node
    const alone = parts[kind].most === 1
    const again = alone && brought.some((one) => one.kind === kind && one.under === under)
    const fitting = parts[kind].own || again ? null : valuesThatFit(node)
    if (fitting === null || brought.length >= MOST_BROUGHT) {
      left.push(parts[kind].prsb)
      return
    }
    left.push(...fitting.left)
    const place = brought.push({ kind, values: fitting.values, under }) - 1
    for (const one of node.inner) take(one, place)
  }
  for (const node of nodes) take(node, null)
  return { parts: brought, left: [...new Set(left)] }
}

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
  return { values: fitting as Values, left }
}
