// Canonical text: one way to write plain data, so that equal data has equal bytes.
import canonicalize from 'canonicalize'
import { refusals } from './refusals.ts'
import { ok, type Result, refuse } from './result.ts'

/** Data that has a canonical text. */
export type PlainData =
  | null
  | boolean
  | number
  | string
  | readonly PlainData[]
  | { readonly [key: string]: PlainData }

const deepest = 500

/**
 * The canonical JSON text of plain data: keys sorted by UTF-16 code unit, no spaces, numbers as
 * ECMAScript writes them. What JSON would drop or change in silence is refused instead.
 * Refuses: `not-plain-data` for undefined, NaN, an infinity, half a surrogate pair (in keys too),
 * a big integer, a function, a symbol, an object of a class, a hole in a list, or data that is
 * more than 500 deep (as a circle is).
 * @source RFC 8785 (JSON Canonicalization Scheme)
 */
export function canonicalText(value: unknown): Result<string> {
  const fault = findFault(value, '', 0)
  if (fault !== null) return refuse(refusals.notPlainData, fault)
  return ok(canonicalize(value) as string)
}

type Fault = { readonly where: string; readonly what: string }

function findFault(value: unknown, path: string, depth: number): Fault | null {
  const fault = (what: string): Fault => ({ where: path === '' ? 'the top' : path.slice(1), what })
  switch (typeof value) {
    case 'boolean':
      return null
    case 'string':
      return value.isWellFormed() ? null : fault('text with half a character')
    case 'number':
      return Number.isFinite(value) ? null : fault(`the number ${value}`)
    case 'object':
      if (value === null) return null
      if (depth === deepest) return fault('more than 500 levels deep')
      return Array.isArray(value)
        ? findFaultInList(value, path, depth)
        : findFaultInObject(value, path, depth, fault)
    default:
      return fault(value === undefined ? 'undefined' : `a ${typeof value}`)
  }
}

function findFaultInList(list: readonly unknown[], path: string, depth: number): Fault | null {
  for (let at = 0; at < list.length; at++) {
    const found = findFault(list[at], `${path}/${at}`, depth + 1)
    if (found !== null) return found
  }
  return null
}

function findFaultInObject(
  object: object,
  path: string,
  depth: number,
  fault: (what: string) => Fault,
): Fault | null {
  const prototype: unknown = Object.getPrototypeOf(object)
  if (prototype !== null && prototype !== Object.prototype) return fault('an object of a class')
  for (const [key, inside] of Object.entries(object)) {
    if (!key.isWellFormed()) return fault('an object whose key has half a character')
    const found = findFault(inside, `${path}/${key}`, depth + 1)
    if (found !== null) return found
  }
  return null
}
