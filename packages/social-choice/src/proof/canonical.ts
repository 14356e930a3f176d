// Canonical JSON: one text for one value, the same on every machine.
import { ok, type Result, refuse } from '../ground/result.ts'

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json }

/** Values may lie in one another this deep; more than any settlement needs. */
const deepest = 64

/**
 * The value as text: no spaces, names in order of their UTF-16 units, numbers as ECMAScript
 * writes them. Throws a RangeError for values nested more than 64 deep.
 *
 * @source RFC 8785, JSON Canonicalization Scheme, section 3.2
 */
export function canonicalJson(value: Json, depth = 0): string {
  if (depth > deepest) throw new RangeError(`Values lie in one another more than ${deepest} deep`)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join(',')}]`
  const names = Object.keys(value).sort()
  const members = names.map(
    (name) => `${JSON.stringify(name)}:${canonicalJson(value[name]!, depth + 1)}`,
  )
  return `{${members.join(',')}}`
}

/** Reads JSON text. Refusals: `not-json`, `json-too-deep`. */
export function parseJson(text: string): Result<Json> {
  let value: Json
  try {
    value = JSON.parse(text)
  } catch {
    return refuse('not-json', 'The file is not JSON', 'Choose a proof file as it was published')
  }
  if (depthOf(value) <= deepest) return ok(value)
  return refuse(
    'json-too-deep',
    `The file holds values more than ${deepest} deep in one another`,
    'Choose a proof file as it was published',
  )
}

/** How deep values lie in one another, looked at no deeper than one past what is allowed. */
function depthOf(value: Json): number {
  let level: readonly Json[] = [value]
  for (let depth = 0; depth <= deepest; depth += 1) {
    const inner: Json[] = []
    for (const item of level) {
      if (item === null || typeof item !== 'object') continue
      for (const part of isList(item) ? item : Object.values(item)) {
        if (part !== null && typeof part === 'object') inner.push(part)
      }
    }
    if (inner.length === 0) return depth
    level = inner
  }
  return deepest + 1
}

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

export const isRecord = (value: Json | undefined): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The first place where two values differ, as `result.elected[1]`, with both; null if equal. */
export function firstDifference(
  one: Json | undefined,
  other: Json | undefined,
  path = '',
): { readonly path: string; readonly one: string; readonly other: string } | null {
  if (isRecord(one) && isRecord(other)) {
    for (const name of [...new Set([...Object.keys(one), ...Object.keys(other)])].sort()) {
      const inner = path === '' ? name : `${path}.${name}`
      const difference = firstDifference(own(one, name), own(other, name), inner)
      if (difference !== null) return difference
    }
    return null
  }
  if (isList(one) && isList(other)) {
    for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
      const difference = firstDifference(one[at], other[at], `${path}[${at}]`)
      if (difference !== null) return difference
    }
    return null
  }
  const texts = [one, other].map((value) => (value === undefined ? 'nothing' : brief(value)))
  const same =
    one !== undefined && other !== undefined && canonicalJson(one) === canonicalJson(other)
  return same || (one === undefined && other === undefined)
    ? null
    : { path, one: texts[0]!, other: texts[1]! }
}

const own = (value: { readonly [name: string]: Json }, name: string): Json | undefined =>
  Object.hasOwn(value, name) ? value[name] : undefined

const brief = (value: Json): string => {
  const text = canonicalJson(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
