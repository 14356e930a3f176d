// The versions of a plan: each time both sides agreed, what was in it then, and what differs.
import type { Instant } from '../../../basics/index.ts'
import { type PartKind, parts } from './headings.ts'
import { applyTo, type Part, type Plan, type Proposal } from './plan.ts'
import { sameValue, type Value, type Values } from './values.ts'

export type Version = {
  readonly number: number
  readonly at: Instant
  /** Who said yes, for both sides. */
  readonly by: readonly string[]
  readonly changes: readonly Proposal[]
}

/** The newest first. */
export function versionsOf({ proposals }: Plan): readonly Version[] {
  const versions = new Map<number, Version>()
  for (const one of proposals.values()) {
    const number = one.ended?.version ?? null
    if (one.ended === null || number === null) continue
    const before = versions.get(number)
    const yes = [one.person, one.professional].flatMap((given) => given?.shownAs ?? [])
    versions.set(number, {
      number,
      at: one.ended.at,
      by: [...new Set([...(before?.by ?? []), ...yes])],
      changes: [...(before?.changes ?? []), one],
    })
  }
  return [...versions.values()].toSorted((one, other) => other.number - one.number)
}

/** What was in the plan at a version; 0 is before anything was agreed. */
export function partsAt(plan: Plan, number: number): ReadonlyMap<string, Part> {
  const there = new Map<string, Part>()
  for (const version of versionsOf(plan).toReversed()) {
    if (version.number > number) break
    for (const change of version.changes) applyTo(there, change, version.number)
  }
  return there
}

export type Differing = {
  readonly part: Part
  readonly what: 'added' | 'changed' | 'taken-out'
  /** Each heading that differs, before and after. */
  readonly values: readonly {
    readonly code: string
    readonly before: Value | null
    readonly after: Value | null
  }[]
}

/** What differs between two versions, in the order of the later one. */
export function compareVersions(plan: Plan, from: number, to: number): readonly Differing[] {
  const [before, after] = [partsAt(plan, from), partsAt(plan, to)]
  const gone = [...before.values()].filter(({ id }) => !after.has(id))
  const differing = [...after.values()].flatMap((part): Differing[] => {
    const was = before.get(part.id)
    const values = valuesBetween(part.kind, was?.values ?? {}, part.values)
    if (was !== undefined && values.length === 0) return []
    return [{ part, what: was === undefined ? 'added' : 'changed', values }]
  })
  const out = gone.map((part): Differing => {
    return { part, what: 'taken-out', values: valuesBetween(part.kind, part.values, {}) }
  })
  return [...differing, ...out]
}

/** In the order of the headings of the standard. */
const valuesBetween = (kind: PartKind, before: Values, after: Values): Differing['values'] =>
  parts[kind].fields
    .map(({ code }) => code)
    .filter((code) => !sameValue(before[code], after[code]))
    .map((code) => ({ code, before: before[code] ?? null, after: after[code] ?? null }))

/** What was seen differently: declined with why, the newest first. */
export const disagreementsOf = ({ proposals }: Plan): readonly Proposal[] =>
  [...proposals.values()].filter(({ ended }) => ended?.how === 'declined').toReversed()
