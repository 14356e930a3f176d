// What a file brings, turned into entries: who wrote each, where it came from, how private it is.
import { type Id, tidyLine } from '../../basics/index.ts'
import {
  type FileRead,
  identifierOf,
  listOf,
  member,
  nameOf,
  type Received,
  type Resource,
  securityCodesOf,
  textOf,
  writersOf,
} from '../../fhir/index.ts'
import type { EntryAdded } from './entry.ts'
import { labelsFor } from './labels.ts'

/** Shown where a file does not say who wrote an entry: no entry is without an author. */
export const AUTHOR_NOT_NAMED = 'Not named in the file'

export type Arrival = { readonly file: string; readonly batch: Id }

export function importedEntry(
  received: Received,
  digest: string,
  read: FileRead,
  { file, batch }: Arrival,
): EntryAdded {
  const { resource, text, fullUrl } = received
  const shownAs = tidyLine(authorOf(resource, read) ?? '').slice(0, 300)
  const identifier = identifierOf(resource)
  return {
    received: text,
    digest,
    source: { what: 'file', name: file, fullUrl: wellFormed(fullUrl) },
    author: {
      person: null,
      organisation: null,
      shownAs: shownAs === '' ? AUTHOR_NOT_NAMED : shownAs,
    },
    identifier:
      identifier === null
        ? null
        : { system: identifier.system.slice(0, 500), value: identifier.value.slice(0, 500) },
    labels: [...labelsFor(securityCodesOf(resource))],
    batch,
  }
}

const wellFormed = (text: string | null): string | null => text?.toWellFormed() ?? null

/** Who wrote it, else who saw the person at that visit, else who put the document together. */
function authorOf(resource: Resource, read: FileRead): string | null {
  const visit = textOf(member(resource.encounter, 'reference'))
  const seen = visit === null ? null : read.find(visit)
  return writerOf(resource, read) ?? (seen === null ? null : writerOf(seen, read))
}

function writerOf(resource: Resource, read: FileRead): string | null {
  for (const { reference, display } of writersOf(resource)) {
    if (display !== null) return display
    const found = reference === null ? null : inside(resource, reference, read)
    const name = found === null ? null : nameIn(found, read)
    if (name !== null) return name
  }
  return null
}

function inside(resource: Resource, reference: string, read: FileRead): Resource | null {
  if (!reference.startsWith('#')) return read.find(reference)
  const own = listOf(resource.contained).find((one) => `#${member(one, 'id')}` === reference)
  return own === undefined ? null : (own as Resource)
}

/** A role is shown by the person and the organisation that it joins. */
function nameIn(found: Resource, read: FileRead): string | null {
  if (found.resourceType !== 'PractitionerRole') return nameOf(found)
  const named = ['practitioner', 'organization'].map((part) => {
    const display = textOf(member(found, part, 'display'))
    const reference = textOf(member(found, part, 'reference'))
    const other = reference === null ? null : read.find(reference)
    return display ?? (other === null ? null : nameOf(other))
  })
  const said = named.filter((name) => name !== null)
  return said.length === 0 ? null : said.join(', ')
}
