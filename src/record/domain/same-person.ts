// Whether the person a file names is the one whose record it would go into.
import { type Day, type NhsNumber, parseDay, parseNhsNumber } from '../../basics/index.ts'
import {
  identifiersUnder,
  listOf,
  NHS_NUMBER_SYSTEM,
  nameOf,
  type Resource,
  textOf,
} from '../../fhir/index.ts'

/** Whom a file names. */
export type Named = {
  readonly names: readonly string[]
  readonly birthDate: Day | null
  /** As it is written. */
  readonly nhsNumber: string | null
}

/** Whom a record is about. */
export type Known = {
  readonly names: readonly string[]
  readonly birthDate: Day | null
  readonly nhsNumber: NhsNumber | null
}

/** What does not fit; none where nothing speaks against it. */
export type Doubt = 'nhs-number' | 'name' | 'birth-date'

export function namedBy(patient: Resource): Named {
  const { resourceType } = patient
  const names = listOf(patient.name)
    .map((name) => nameOf({ resourceType, name }))
    .filter((name) => name !== null)
  const born = textOf(patient.birthDate)
  const [nhsNumber = null] = identifiersUnder(patient, NHS_NUMBER_SYSTEM)
  return { names, birthDate: born !== null ? dayOrNull(born) : null, nhsNumber }
}

const dayOrNull = (text: string): Day | null => {
  const day = parseDay(text)
  return day.ok ? day.value : null
}

/** What both say and say otherwise; what one of them leaves out is no doubt. */
export function doubtsBetween(named: Named, known: Known): readonly Doubt[] {
  const doubts: Doubt[] = []
  const number = named.nhsNumber === null ? null : parseNhsNumber(named.nhsNumber)
  const other = number?.ok === true && known.nhsNumber !== null
  if (other && number.value !== known.nhsNumber) doubts.push('nhs-number')
  const bothNamed = named.names.length > 0 && known.names.length > 0
  const alike = named.names.some((one) => known.names.some((name) => mayBeOneName(one, name)))
  if (bothNamed && !alike) doubts.push('name')
  const bothBorn = named.birthDate !== null && known.birthDate !== null
  if (bothBorn && named.birthDate !== known.birthDate) doubts.push('birth-date')
  return doubts
}

/** Whether one name is the other with more or fewer words: titles, middle names, accents. */
function mayBeOneName(one: string, other: string): boolean {
  const [few, many] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.length - b.length)
  return few !== undefined && few.length > 0 && few.every((word) => many?.includes(word))
}

const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !titles.has(word))

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'sir', 'dame', 'rev'])
