// Where an entry stands at its source: two entries of one origin are versions of the same thing.

import { cameInFile } from './decide.ts'
import type { EntryAdded } from './entry.ts'

/** People, services and places bear numbers of the whole country: those are no source's own. */
const shared = new Set(['person', 'team'])

/**
 * The source and the identifier of what came in a file; null where it has none, or where it was
 * written here. An address that a server gave it says the most, then a number that its source
 * gave it, then its place in a file of that name.
 * @source FHIR R4, Resource identity (2.3.0.2), Identifier, Bundle.entry.fullUrl
 */
export function originOf(added: EntryAdded, resourceType: string, kind: string): string | null {
  if (!cameInFile(added)) return null
  const { identifier, source } = added
  const address = source.fullUrl ?? ''
  if (/^https?:\/\//.test(address)) return `${resourceType}|${address}`
  if (identifier === null) return named(resourceType, address)
  const { system, value } = identifier
  const own = system !== '' && !shared.has(kind)
  if (own) return `${resourceType}|${system}|${value}`
  return named(resourceType, address) ?? `${resourceType}|${source.name}|${value}`
}

/** An address of the form urn:uuid is one in the whole world. */
const named = (resourceType: string, address: string): string | null =>
  /^urn:uuid:/.test(address) ? `${resourceType}|${address.toLowerCase()}` : null
