// A plan as things to read and share: each part that stands alone, with what lies under it.
import type { ItemKind } from '../item-kinds.ts'
import { type PartKind, standsAlone } from './headings.ts'
import { applyTo, type Change, type Part } from './plan.ts'
import type { Value, Values } from './values.ts'

/** One part that stands alone, and the parts under it: a goal with its actions. */
export type PlanItem = { readonly part: Part; readonly inner: readonly Part[] }

const kinds: Readonly<Partial<Record<PartKind, ItemKind>>> = {
  contingency: 'contingency-plan',
  'advance-statement': 'advance-statement',
  'supporting-plan': 'supporting-plan',
  'professional-contact': 'care-contact',
  'personal-contact': 'care-contact',
}

export const itemKindOf = (kind: PartKind): ItemKind => kinds[kind] ?? 'care-plan'

/** An item after a change of it or of what lies in it; null where it is taken out. */
export function changedItem(item: PlanItem | null, change: Change, version: number) {
  const parts = new Map<string, Part>()
  if (item !== null) for (const one of [item.part, ...item.inner]) parts.set(one.id, one)
  applyTo(parts, change, version)
  const all = [...parts.values()]
  const part = all.find(({ kind }) => standsAlone(kind))
  return part === undefined ? null : { part, inner: all.filter((one) => one !== part) }
}

const text = (value: Value | undefined): string | null =>
  typeof value === 'string' ? value : Array.isArray(value) ? value.join('. ') : null

/** What it is called in a list. */
export const titleOf = ({ values }: { readonly values: Values }): string =>
  text(values.name) ?? text(values.says) ?? text(values.triggers) ?? 'How the plan is reviewed'

/** What a list says of it beside its name. */
export function saysOf({ part, inner }: PlanItem): string {
  const { values } = part
  const whole = ['says', 'triggers', 'what', 'content', 'relationship', 'role', 'contact']
  const said = whole.flatMap((code) => text(values[code]) ?? [])
  const others = inner.flatMap((one) => text(one.values.says) ?? [])
  return [...said, ...others].filter((one) => one !== titleOf(part)).join('. ')
}
