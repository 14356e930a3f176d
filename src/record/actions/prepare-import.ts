// An import before it is done: whose record, what is new, what is here, what could not be read.
import { basename } from 'node:path'
import {
  type Day,
  type Id,
  type NhsNumber,
  ok,
  type PersonId,
  parseNhsNumber,
  type Refusal,
  type Result,
  refuse,
} from '../../basics/index.ts'
import { findByNhsNumber, isKnown, loadPerson, type Person } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { readWhole } from '../../plumbing/index.ts'
import type { ReadEntry } from '../domain/read-entries.ts'
import { refusals } from '../domain/refusals.ts'
import { type Doubt, doubtsBetween, type Known, type Named } from '../domain/same-person.ts'
import { type Held, holdAgainst, type LookingBy, nothingHere } from './hold-against.ts'
import { type Arrived, readBytes } from './read-bytes.ts'

/** @source Issue 3: 64 MB are taken, more is refused before it is read */
export const MOST_MEGABYTES = 64

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

/** Whose record it goes into, and whether the file may be about another person. */
export type About = {
  readonly record: Known
  readonly file: Named | null
  readonly doubts: readonly Doubt[]
}

export type Prepared = Held & {
  readonly file: string
  /** Of its bytes; empty where it was not read. */
  readonly digest: string
  readonly batch: Id
  /** Null when the file as a whole was refused. */
  readonly person: PersonId | null
  /** To be made known first; null when they are. */
  readonly newcomer: Newcomer | null
  readonly about: About | null
  readonly refused: readonly NotRead[]
}

/** Who was made known by the files before, by NHS number. */
export type Newcomers = Map<NhsNumber, { readonly person: PersonId; readonly known: Known }>

export type Preparing = {
  /** Whose record it is, where whoever imports says so. */
  readonly named: PersonId | null
  readonly newcomers: Newcomers
  readonly by: LookingBy
}

/** Reads a file and says what importing it would do. Writes nothing but the receipt of a look. */
export async function prepareFile(log: Log, path: string, how: Preparing): Promise<Prepared> {
  const file = basename(path)
  const bytes = await readWhole(path, MOST_MEGABYTES)
  const batch = log.chance.id() as Id
  if (bytes.ok) return prepareBytes(log, { file, batch, bytes: bytes.value }, how)
  return unprepared({ file, batch }, '', [{ file, entry: null, refusal: bytes.refusal }])
}

const unprepared = (
  at: Omit<Arrived, 'bytes'>,
  digest: string,
  refused: readonly NotRead[],
): Prepared => ({
  ...at,
  ...nothingHere([]),
  digest,
  person: null,
  newcomer: null,
  about: null,
  refused,
})

/** The same for bytes that have come already. */
export async function prepareBytes(
  log: Log,
  { bytes, ...at }: Arrived,
  how: Preparing,
): Promise<Prepared> {
  const { file } = at
  const { digest, ...read } = await readBytes({ ...at, bytes })
  const refused = read.unread.map((one) => ({ file, ...one }))
  if (read.entries.length === 0) return unprepared(at, digest, refused)
  const whose = await whoseRecord(log, read.named, how)
  if (!whose.ok) {
    return unprepared(at, digest, [...refused, { file, entry: null, refusal: whose.refusal }])
  }
  const { person, newcomer } = whose.value
  const single = onlyOnce(read.entries)
  const twice = read.entries.length - single.length
  const held =
    newcomer === null ? await holdAgainst(log, how.by, person, single) : nothingHere(single)
  return { ...at, digest, ...whose.value, refused, ...held, already: held.already + twice }
}

const onlyOnce = (entries: readonly ReadEntry[]): readonly ReadEntry[] => [
  ...new Map(entries.map((one) => [one.added.digest, one])).values(),
]

type Whose = {
  readonly person: PersonId
  readonly newcomer: Newcomer | null
  readonly about: About
}

/** Named by whoever imports, or by an exact NHS number in the file; never by a name alone. */
async function whoseRecord(
  log: Log,
  file: Named | null,
  { named, newcomers }: Preparing,
): Promise<Result<Whose>> {
  const number = file?.nhsNumber == null ? null : parseNhsNumber(file.nhsNumber)
  if (named !== null) {
    const { state } = await loadPerson(log, log.db, named)
    if (!isKnown(state)) return refuse(refusals.personUnknown)
    const about = aboutOf(knownAs(state), file)
    if (about.doubts.includes('nhs-number')) return refuse(refusals.anotherPersons)
    return ok({ person: named, newcomer: null, about })
  }
  if (file === null || number === null) return refuse(refusals.whoseNotSaid)
  if (!number.ok) return refuse(refusals.whoseNumberWrong)
  const found = await findByNhsNumber(log.db, number.value)
  const before = newcomers.get(number.value)
  if (found !== null || before !== undefined) {
    const person = found ?? (before?.person as PersonId)
    const { state } = await loadPerson(log, log.db, person)
    const about = aboutOf(found === null ? (before?.known as Known) : knownAs(state), file)
    if (about.doubts.length > 1) return refuse(refusals.numberOfTwo)
    const newcomer = found === null ? newcomerFrom(file, number.value) : null
    return ok({ person, newcomer, about })
  }
  const newcomer = newcomerFrom(file, number.value)
  if (newcomer === null) return refuse(refusals.whoseDetailsMissing)
  const person = log.chance.id<'person'>()
  const known = { ...newcomer, names: [newcomer.name] }
  newcomers.set(number.value, { person, known })
  return ok({ person, newcomer, about: aboutOf(known, file) })
}

const aboutOf = (record: Known, file: Named | null): About => ({
  record,
  file,
  doubts: file === null ? [] : doubtsBetween(file, record),
})

const knownAs = ({ names, birthDate, nhsNumber }: Person): Known => ({
  names: names.map(({ name }) => name),
  birthDate,
  nhsNumber,
})

function newcomerFrom({ names, birthDate }: Named, nhsNumber: NhsNumber): Newcomer | null {
  const [name] = names
  return name === undefined ? null : { name, birthDate, nhsNumber }
}
