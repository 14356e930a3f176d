// What a form or an address carried, cleaned: text that can be kept, nothing else.
import { tidyText } from '../basics/index.ts'
import type { FormValues } from './route.ts'

/**
 * Text as it can be kept: composed Unicode, one kind of line end, no control characters, which
 * PostgreSQL refuses and nobody types, and nothing that hides or turns round what stands by it.
 */
export const cleanText = (text: string): string => tidyText(text).normalize('NFC')

/** The fields of a form post, without the ones named in `leave`. */
export function readForm(body: unknown, leave: readonly string[]): FormValues {
  const form: Record<string, string | readonly string[]> = {}
  if (typeof body !== 'object' || body === null) return form
  for (const [name, value] of Object.entries(body)) {
    if (leave.includes(name) || name === '__proto__') continue
    if (typeof value === 'string') form[name] = cleanText(value)
    else if (Array.isArray(value)) form[name] = value.filter(isText).map(cleanText)
  }
  return form
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** One value a name: the first, where an address gives several. */
export function readQuery(query: unknown): Readonly<Record<string, string>> {
  const form = readForm(query, [])
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : (value[0] ?? ''),
    ]),
  )
}

/** The places of the path, or null when one holds what no address of ours holds. */
export function readParams(params: unknown): Readonly<Record<string, string>> | null {
  const read = readQuery(params)
  const same = Object.entries(params as Record<string, string>).every(
    ([name, value]) => read[name] === value,
  )
  return same ? read : null
}
