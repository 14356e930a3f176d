// What is wrong with a resource that is good JSON: its type, its dates, where it points.
import { parseDay, type Refusal, refuse } from '../basics/index.ts'
import { refusals } from './refusals.ts'
import { type Json, type Resource, textOf } from './resource.ts'
import { isResourceType } from './resource-types.ts'

/** Refuses `resource-missing`, `resource-type-unknown`, `date-not-real`; null for a good one. */
export function faultOf(value: Json): Refusal | null {
  if (!isResource(value)) return refuse(refusals.notResource).refusal
  const type = value.resourceType
  if (!isResourceType(type)) {
    return refuse(refusals.typeUnknown, { type: type.slice(0, 60) }).refusal
  }
  const unreal = unrealDate(value, '')
  return unreal === null ? null : refuse(refusals.dateNotReal, unreal).refusal
}

export const isResource = (value: Json | undefined): value is Resource =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  textOf((value as { readonly [name: string]: Json }).resourceType) !== null

// Elements of the types date, dateTime and instant, by their names in FHIR R4: free text may say
// whatever it likes, also a day that never was.
const datedNames =
  'date start end issued recorded created sent received authored started timestamp time lastUpdated'
const dated = new RegExp(`^(?:${datedNames.replaceAll(' ', '|')}|.*(?:Date|DateTime|Instant|On))$`)

function unrealDate(value: Json, path: string): { path: string; date: string } | null {
  if (typeof value !== 'object' || value === null) return null
  for (const [name, inside] of Object.entries(value)) {
    const at = Array.isArray(value) ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`
    const wrong = typeof inside === 'string' ? unreal(name, inside) : unrealDate(inside, at)
    if (wrong === true) return { path: at, date: String(inside).slice(0, 10) }
    if (typeof wrong === 'object' && wrong !== null) return wrong
  }
  return null
}

const unreal = (name: string, text: string): boolean =>
  dated.test(name) && /^\d{4}-\d{2}-\d{2}(?:T|$)/.test(text) && !parseDay(text.slice(0, 10)).ok

/** Everything that a resource points at, in order. */
export function referencesIn(value: Json): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inside]) =>
    name === 'reference' && typeof inside === 'string' ? [inside] : referencesIn(inside),
  )
}
