// How an entry is shown: its kind, its title and its day, read from the resource as it came.
import { type Day, tidyLine, tidyText } from '../../basics/index.ts'
import {
  codeOf,
  dayOf,
  listOf,
  member,
  nameOf,
  type Resource,
  subjectMatter,
  textOf,
  wasInError,
} from '../../fhir/index.ts'
import { kindOf } from './entry-kinds.ts'
import { type Measured, measuredIn, quantityWords, valueWords } from './measured.ts'
import { type Proviso, standingOf } from './standing.ts'

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
  /** Whether it belongs to what is going on now or lies ahead, until which day. */
  readonly current: boolean
  readonly endsOn: Day | null
  readonly proviso: Proviso | null
  readonly measured: readonly Measured[]
  /** Whether its sender says that it was a mistake. */
  readonly inError: boolean
}

const LONGEST_TITLE = 300
const LONGEST_DETAIL = 4_000

/** Reads what is shown from a resource's text. */
export function shownOf(received: string): Shown {
  const resource: Resource = JSON.parse(received)
  const matter = subjectMatter(resource)
  const kind = kindOf(resource)
  const measured = measuredIn(resource, received)
  const named = kind === 'person' || kind === 'team' ? nameOf(resource) : null
  const title = named ?? matter?.words ?? titleBeside(resource) ?? spaced(resource.resourceType)
  const code = matter?.code ?? null
  return {
    resourceType: resource.resourceType,
    kind,
    title: plainTitle(title).slice(0, LONGEST_TITLE) || spaced(resource.resourceType),
    detail: tidyText(detailOf(resource, measured).join('\n')).slice(0, LONGEST_DETAIL),
    day: dayOf(resource),
    code: code === null ? null : tidyLine(`${matter?.system ?? ''}|${code}`).slice(0, 300),
    ...standingOf(resource),
    measured,
    inError: wasInError(resource),
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

function detailOf(resource: Resource, measured: readonly Measured[]): string[] {
  const parts: (string | null)[] = measured.map((one) => lineOf(one))
  if (resource.resourceType !== 'Observation') parts.push(plainValueIn(resource))
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
  if (resource.type !== undefined) parts.push(textOf(resource.description))
  parts.push(...whyOf(resource))
  return parts.filter((part) => part !== null)
}

/** Why somebody came, comes or was sent; unless that is its title already. */
function whyOf(resource: Resource): (string | null)[] {
  if (!visits.includes(resource.resourceType) || subjectMatter(resource) === null) return []
  const coming = resource.resourceType === 'Appointment' ? textOf(resource.description) : null
  return [coming, ...listOf(resource.reasonCode).map((reason) => codeOf(reason)?.words ?? null)]
}

const visits = ['Encounter', 'Appointment', 'ServiceRequest']

function lineOf(one: Measured): string {
  const value = one.name === null ? valueWords(one) : `${one.name}: ${valueWords(one)}`
  return one.range === null ? value : `${value} (usual range ${one.range.says})`
}

const plainValueIn = (resource: Resource): string | null =>
  quantityWords(resource.valueQuantity) ??
  codeOf(resource.valueCodeableConcept)?.words ??
  textOf(resource.valueString)
