// What only shows when the entries of a file are held side by side: twins, loose ends, strangers.
import { type Refusal, refuse } from '../basics/index.ts'
import { referencesIn } from './faults.ts'
import { refusals } from './refusals.ts'
import { listOf, member, type Resource, subjectOf, textOf } from './resource.ts'

/** A resource of the file that can be kept. */
export type Received = {
  /** Its place in the file as people count, from 1, and what it is. */
  readonly entry: string
  /** Exactly as it was written. */
  readonly text: string
  /** The same without white space between its parts: what is digested. */
  readonly compact: string
  readonly resource: Resource
  readonly fullUrl: string | null
}

export type Unread = {
  /** Null when it concerns the file as a whole. */
  readonly entry: string | null
  readonly refusal: Refusal
}

export type FileRead = {
  readonly received: readonly Received[]
  readonly unread: readonly Unread[]
  /** Whom the file is about: the Patient it holds, if it holds one. */
  readonly patient: Resource | null
  /** What a reference in this file points at; null where that is not in the file. */
  find(reference: string): Resource | null
}

type Places = ReadonlyMap<string, Received>

export function readTogether(found: readonly Received[], before: readonly Unread[]): FileRead {
  const unread = [...before]
  const places = new Map<string, Received>()
  const single = found.filter((one) => {
    const names = [nameOfEntry(one.resource), one.fullUrl].filter((name) => name !== null)
    const twin = names.map((name) => places.get(name)).find((other) => other !== undefined)
    if (twin === undefined || twin.compact === one.compact) {
      for (const name of names) places.set(name, one)
      return true
    }
    const id = names[0] ?? ''
    unread.push({ entry: one.entry, refusal: refuse(refusals.identifierTwice, { id }).refusal })
    return false
  })
  const people = new Map(
    single.filter(isPatient).map((one) => [nameOfEntry(one.resource) ?? one.compact, one]),
  )
  if (people.size > 1) {
    const refusal = refuse(refusals.severalPeople, { count: people.size }).refusal
    return { received: [], unread: [...unread, { entry: null, refusal }], ...rest(places, null) }
  }
  const [patient] = people.values()
  const about = subjectsOf(single, places, patient)
  const received = single.filter((one) => {
    const refusal = looseEnd(one, places, found.length > 1) ?? stranger(one, places, about)
    if (refusal !== null) unread.push({ entry: one.entry, refusal })
    return refusal === null
  })
  return { received, unread, ...rest(places, patient?.resource ?? null) }
}

const rest = (places: Places, patient: Resource | null) => ({
  patient,
  find: (reference: string) => places.get(reference)?.resource ?? null,
})

const isPatient = ({ resource }: Received): boolean => resource.resourceType === 'Patient'

function nameOfEntry(resource: Resource): string | null {
  const id = textOf(resource.id)
  return id === null ? null : `${resource.resourceType}/${id}`
}

/**
 * Whether it points inside itself, or inside its file, at something that is not there. A resource
 * by itself may have come out of a bundle, and points back into that.
 */
function looseEnd({ resource }: Received, places: Places, several: boolean): Refusal | null {
  const inside = new Set(listOf(resource.contained).map((one) => `#${member(one, 'id')}`))
  for (const reference of referencesIn(resource)) {
    const local = reference.startsWith('#') && reference !== '#' && !inside.has(reference)
    const loose = local || (several && reference.startsWith('urn:') && !places.has(reference))
    if (loose) {
      return refuse(refusals.leadsNowhere, { reference: reference.slice(0, 80) }).refusal
    }
  }
  return null
}

/** The person an entry is about, by one name whichever way it is pointed at. */
function personOf({ resource }: Received, places: Places): string | null {
  const reference = subjectOf(resource)?.reference ?? null
  if (reference === null) return null
  const held = places.get(reference)?.resource
  if (held !== undefined) return held.resourceType === 'Patient' ? nameOfEntry(held) : null
  return /(?:^|\/)(Patient\/[^/]+)$/.exec(reference)?.[1] ?? null
}

/** The one person of the file: its Patient, else the first that an entry is about. */
function subjectsOf(
  found: readonly Received[],
  places: Places,
  patient: Received | undefined,
): string | null {
  if (patient !== undefined) return nameOfEntry(patient.resource)
  return found.map((one) => personOf(one, places)).find((one) => one !== null) ?? null
}

function stranger(one: Received, places: Places, about: string | null): Refusal | null {
  const person = personOf(one, places)
  const other = person !== null && about !== null && person !== about
  return other ? refuse(refusals.aboutAnother).refusal : null
}
