// A file read into the entries it would add: pure, so that it can be done anywhere.
import type { Day, Id, Refusal } from '../../basics/index.ts'
import { type Resource, readFhirText } from '../../fhir/index.ts'
import type { EntryAdded } from './entry.ts'
import { importedEntry } from './import-entry.ts'
import { originOf } from './origin.ts'
import { type Named, namedBy } from './same-person.ts'
import { shownOf } from './shown.ts'

/** An entry of a file, and by what it is held against those that are here. */
export type ReadEntry = {
  readonly added: EntryAdded
  readonly kind: string
  readonly title: string
  readonly code: string | null
  readonly day: Day | null
  readonly origin: string | null
  /** When its source says that it was last changed. @source FHIR R4, Meta.lastUpdated */
  readonly changedAt: string | null
}

/** An entry of a file, ready to be added. */
export type Fresh = {
  readonly added: EntryAdded
  /** The other version of it that is here, and which of the two gives way. */
  readonly instead: { readonly of: Id; readonly givesWay: 'here' | 'new' } | null
}

export type ReadEntries = {
  readonly entries: readonly ReadEntry[]
  readonly unread: readonly { readonly entry: string | null; readonly refusal: Refusal }[]
  /** Whom the file names; null where it holds nobody's details. */
  readonly named: Named | null
}

export type Reading = { readonly file: string; readonly batch: Id; readonly text: string }

/** Reads every entry of a file; `digest` is SHA-256 in hexadecimal. */
export function readEntries(
  { file, batch, text }: Reading,
  digest: (text: string) => string,
): ReadEntries {
  const read = readFhirText(text, isLines(text, file))
  const entries = read.received.map((received) => {
    const added = importedEntry(received, digest(received.compact), read, { file, batch })
    const { kind, title, code, day, resourceType } = shownOf(received.text)
    const origin = originOf(added, resourceType, kind)
    return { added, kind, title, code, day, origin, changedAt: changedAt(received.resource) }
  })
  const { unread, patient } = read
  return { entries, unread, named: patient === null ? null : namedBy(patient) }
}

function changedAt(resource: Resource): string | null {
  const meta = resource.meta
  const changed =
    typeof meta === 'object' && meta !== null && 'lastUpdated' in meta ? meta.lastUpdated : null
  return typeof changed === 'string' && !Number.isNaN(Date.parse(changed)) ? changed : null
}

/** Whether each line is a resource: what the text says counts for more than its name. */
function isLines(text: string, file: string): boolean {
  const start = /\S/.exec(text)?.index ?? 0
  const ends = text.indexOf('\n', start)
  const first = text.slice(start, ends === -1 ? undefined : ends).trim()
  if (/\.(?:ndjson|jsonl)$/i.test(file)) return !/^[{[]$/.test(first)
  return ends !== -1 && /^\{.+\}$/.test(first) && /\S/.test(text.slice(ends)) && isJson(first)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
