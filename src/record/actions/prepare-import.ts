// An import before it is done: whose record, what is new, what is here, what could not be read.
import { basename } from 'node:path'
import {
  asDay,
  type Day,
  type Id,
  type NhsNumber,
  ok,
  type PersonId,
  parseDay,
  parseNhsNumber,
  type Refusal,
  type Result,
  refuse,
} from '../../basics/index.ts'
import {
  decodeUtf8,
  type FileRead,
  identifiersUnder,
  NHS_NUMBER_SYSTEM,
  nameOf,
  type Resource,
  readFhirText,
  textOf,
} from '../../fhir/index.ts'
import { findByNhsNumber, isKnown, loadPerson } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { readWhole } from '../../plumbing/index.ts'
import type { EntryAdded } from '../domain/entry.ts'
import { importedEntry } from '../domain/import-entry.ts'
import { refusals } from '../domain/refusals.ts'
import { alreadyHere, digestOf } from './add-entries.ts'

/** @source Issue 3: 64 MB are taken, more is refused before it is read */
const MOST_MEGABYTES = 64

export type NotRead = {
  readonly file: string
  /** Null when it concerns the file as a whole. */
  readonly entry: string | null
  readonly refusal: Refusal
}

/** Somebody whom the file makes known. */
export type Newcomer = {
  readonly name: string
  readonly birthDate: Day | null
  readonly nhsNumber: NhsNumber
}

export type Prepared = {
  readonly file: string
  /** Null when the file as a whole was refused. */
  readonly person: PersonId | null
  /** To be made known first; null when they are. */
  readonly newcomer: Newcomer | null
  readonly fresh: readonly EntryAdded[]
  readonly already: number
  readonly refused: readonly NotRead[]
}

/** Who was made known by the files before, by NHS number. */
export type Newcomers = Map<NhsNumber, PersonId>

/** Reads a file and says what importing it would do. Writes nothing. */
export async function prepareFile(
  log: Log,
  path: string,
  named: PersonId | null,
  newcomers: Newcomers = new Map(),
): Promise<Prepared> {
  const file = basename(path)
  const nothing = { file, person: null, newcomer: null, fresh: [], already: 0 }
  const bytes = await readWhole(path, MOST_MEGABYTES)
  const text = bytes.ok ? decodeUtf8(bytes.value) : bytes
  if (!text.ok) return { ...nothing, refused: [{ file, entry: null, refusal: text.refusal }] }
  const read = readFhirText(text.value, /\.(?:ndjson|jsonl)$/i.test(path))
  const refused = read.unread.map((one) => ({ file, ...one }))
  if (read.received.length === 0) return { ...nothing, refused }
  const whose = await whoseRecord(log, read, named, newcomers)
  if (!whose.ok) {
    return { ...nothing, refused: [...refused, { file, entry: null, refusal: whose.refusal }] }
  }
  const { person, newcomer } = whose.value
  return { file, person, newcomer, refused, ...(await sorted(log, person, read, file)) }
}

async function sorted(log: Log, person: PersonId, read: FileRead, file: string) {
  const arrival = { file, batch: log.chance.id() as Id }
  const digested = read.received.map((received) => ({
    received,
    digest: digestOf(received.compact),
  }))
  const here = await alreadyHere(
    log,
    person,
    digested.map(({ digest }) => digest),
  )
  const fresh = new Map<string, EntryAdded>()
  for (const { received, digest } of digested) {
    if (here.has(digest) || fresh.has(digest)) continue
    fresh.set(digest, importedEntry(received, digest, read, arrival))
  }
  return { fresh: [...fresh.values()], already: digested.length - fresh.size }
}

type Whose = { readonly person: PersonId; readonly newcomer: Newcomer | null }

/** Named by whoever imports, or by an exact NHS number in the file; never by a name alone. */
async function whoseRecord(
  log: Log,
  { patient }: FileRead,
  named: PersonId | null,
  newcomers: Newcomers,
): Promise<Result<Whose>> {
  const [written] = patient === null ? [] : identifiersUnder(patient, NHS_NUMBER_SYSTEM)
  const number = written === undefined ? null : parseNhsNumber(written)
  if (named !== null) {
    const { state } = await loadPerson(log, log.db, named)
    if (!isKnown(state)) return refuse(refusals.personUnknown)
    const other = number?.ok === true && state.nhsNumber !== null
    if (other && state.nhsNumber !== number.value) return refuse(refusals.anotherPersons)
    return ok({ person: named, newcomer: null })
  }
  if (patient === null || number === null) return refuse(refusals.whoseNotSaid)
  if (!number.ok) return refuse(refusals.whoseNumberWrong)
  const known = await findByNhsNumber(log.db, number.value)
  if (known !== null) return ok({ person: known, newcomer: null })
  const newcomer = newcomerFrom(patient, number.value)
  if (newcomer === null) return refuse(refusals.whoseDetailsMissing)
  const person = newcomers.get(number.value) ?? log.chance.id<'person'>()
  newcomers.set(number.value, person)
  return ok({ person, newcomer })
}

function newcomerFrom(patient: Resource, nhsNumber: NhsNumber): Newcomer | null {
  const name = nameOf(patient)
  const born = textOf(patient.birthDate)
  if (name === null) return null
  const birthDate = born !== null && parseDay(born).ok ? asDay(born) : null
  return { name, birthDate, nhsNumber }
}
