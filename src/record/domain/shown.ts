// How an entry is shown: its kind, its title and its day, read from the resource as it came.
import { type Day, tidyLine, tidyText } from '../../basics/index.ts'
import {
  codeOf,
  dayOf,
  type Json,
  listOf,
  member,
  nameOf,
  type Resource,
  statusOf,
  subjectMatter,
  textAt,
  textOf,
  wasInError,
} from '../../fhir/index.ts'
import { kindOf } from './entry-kinds.ts'

export type Shown = {
  readonly resourceType: string
  readonly kind: string
  readonly title: string
  /** What it says beyond its title: a value, a dose, a note. */
  readonly detail: string
  /** The day it is about; null where it says none. */
  readonly day: Day | null
  /** The code by which two sources speak of the same thing. */
  readonly code: string | null
  /** Whether it belongs to what is going on now. */
  readonly current: boolean
}

const LONGEST_TITLE = 300
const LONGEST_DETAIL = 4_000

/** Reads what is shown from a resource's text. */
export function shownOf(received: string): Shown {
  const resource: Resource = JSON.parse(received)
  const matter = subjectMatter(resource)
  const kind = kindOf(resource)
  const named = kind === 'person' || kind === 'team' ? nameOf(resource) : null
  const title = named ?? matter?.words ?? titleBeside(resource) ?? spaced(resource.resourceType)
  const code = matter?.code ?? null
  return {
    resourceType: resource.resourceType,
    kind,
    title: plainTitle(title).slice(0, LONGEST_TITLE) || spaced(resource.resourceType),
    detail: tidyText(detailOf(resource, received).join('\n')).slice(0, LONGEST_DETAIL),
    day: dayOf(resource),
    code: code === null ? null : tidyLine(`${matter?.system ?? ''}|${code}`).slice(0, 300),
    current: isCurrent(resource, kind),
  }
}

// What kind of concept a term is, written behind it for coders. @source SNOMED CT, semantic tags
const semanticTag =
  / \((?:disorder|finding|procedure|situation|event|substance|product|regime\/therapy)\)$/

const plainTitle = (title: string): string => tidyLine(title).replace(semanticTag, '')

const spaced = (type: string): string => type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')

const titleBeside = (resource: Resource): string | null =>
  textOf(resource.title) ??
  textOf(resource.description) ??
  textOf(member(resource.description, 'text')) ??
  codeOf(listOf(resource.reasonCode)[0])?.words ??
  nameOf(resource)

const ended = new Set([
  'inactive',
  'remission',
  'resolved',
  'stopped',
  'completed',
  'cancelled',
  'entered-in-error',
  'not-taken',
  'draft',
  'unknown',
])

const goingOn = new Set(['problem', 'medicine', 'allergy'])

function isCurrent(resource: Resource, kind: string): boolean {
  if (!goingOn.has(kind) || wasInError(resource)) return false
  if (resource.abatementDateTime !== undefined) return false
  const once = ['MedicationDispense', 'MedicationAdministration', 'Medication']
  return !once.includes(resource.resourceType) && !ended.has(statusOf(resource) ?? 'active')
}

function detailOf(resource: Resource, received: string): string[] {
  const parts: (string | null)[] = [valueIn(resource, received)]
  for (const part of listOf(resource.component)) {
    const name = codeOf(member(part, 'code'))?.words
    const value = quantityOf(member(part, 'valueQuantity'), null)
    if (name !== undefined && name !== null && value !== null) parts.push(`${name}: ${value}`)
  }
  for (const dose of [...listOf(resource.dosageInstruction), ...listOf(resource.dosage)]) {
    parts.push(textOf(member(dose, 'text')))
  }
  for (const reaction of listOf(resource.reaction)) {
    for (const sign of listOf(member(reaction, 'manifestation'))) {
      parts.push(codeOf(sign)?.words ?? null)
    }
  }
  for (const note of listOf(resource.note)) parts.push(textOf(member(note, 'text')))
  parts.push(textOf(resource.conclusion))
  return parts.filter((part) => part !== null)
}

function valueIn(resource: Resource, received: string): string | null {
  if (resource.valueQuantity !== undefined) {
    return quantityOf(resource.valueQuantity, textAt(received, 'valueQuantity', 'value'))
  }
  const named = codeOf(resource.valueCodeableConcept)?.words ?? textOf(resource.valueString)
  if (named !== null && named !== undefined) return named
  const plain = resource.valueInteger ?? resource.valueBoolean ?? resource.valueDateTime
  return plain === undefined ? null : String(plain)
}

/** The number as it was written, 1.10 and not 1.1, unless a machine wrote many decimals. */
function quantityOf(quantity: Json | undefined, written: string | null): string | null {
  const value = member(quantity, 'value')
  if (typeof value !== 'number') return null
  const plain = written ?? String(value)
  const number = /\.\d{4,}|e/i.test(plain) ? String(Number(value.toPrecision(4))) : plain
  const unit = textOf(member(quantity, 'unit')) ?? textOf(member(quantity, 'code'))
  return unit === null ? number : `${number} ${unit}`
}
