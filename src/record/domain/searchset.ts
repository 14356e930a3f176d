// Entries for programs: a FHIR searchset put together as text, so that nothing received changes.
import type { Id } from '../../basics/index.ts'
import type { Entry } from './entry.ts'
import { statementResource } from './received-copy.ts'

/** An entry that has been added: what a place in a searchset is made of. */
export type Found = { readonly id: Id; readonly entry: Entry }

export const addressOf = (id: Id): string => `urn:uuid:${id}`

/**
 * One page of entries. Each resource stands as it came, character for character. What is known
 * beside it travels with it as resources of their own: a Provenance for who wrote it and where it
 * came from, for a mistake and for a newer entry; a Communication for each statement of the
 * person.
 * @source HL7 FHIR R4, Bundle (searchset: match, include), Provenance, Communication
 */
export function searchset(
  found: readonly Found[],
  links: { readonly self: string; readonly next: string | null },
): string {
  const link = [
    { relation: 'self', url: links.self },
    ...(links.next === null ? [] : [{ relation: 'next', url: links.next }]),
  ]
  const parts = found.flatMap((one) => [matchOf(one), ...companionsOf(one).map(included)])
  const entry = parts.length === 0 ? '' : `,"entry":[${parts.join(',')}]`
  return `{"resourceType":"Bundle","type":"searchset","link":${JSON.stringify(link)}${entry}}`
}

const matchOf = ({ id, entry }: Found): string =>
  `{"fullUrl":"${addressOf(id)}","resource":${entry.added?.received},"search":{"mode":"match"}}`

const included = (resource: string): string =>
  `{"resource":${resource},"search":{"mode":"include"}}`

/** What must be known with an entry, each as the text of a resource. */
export function companionsOf({ id, entry }: Found): readonly string[] {
  const { added, marks, supersededBy, disagreements } = entry
  if (added === null) return []
  const target = addressOf(id)
  const agent = (display: string) => [{ who: { display } }]
  const sources = [createdBy(target, added)]
  for (const { mark, says, shownAs, at } of marks) {
    const wrong = mark === 'entered-in-error'
    sources.push(
      JSON.stringify({
        resourceType: 'Provenance',
        target: [{ reference: target }],
        recorded: at,
        activity: activity(wrong ? 'NULLIFY' : 'APPEND'),
        reason: [{ text: says }],
        agent: agent(shownAs),
      }),
    )
  }
  if (supersededBy !== null) {
    sources.push(
      JSON.stringify({
        resourceType: 'Provenance',
        target: [{ reference: addressOf(supersededBy.entry) }],
        recorded: supersededBy.at,
        activity: activity('UPDATE'),
        agent: agent(added.author.shownAs),
        entity: [{ role: 'revision', what: { reference: target } }],
      }),
    )
  }
  return [...sources, ...disagreements.map((one) => statementResource(target, one))]
}

/** Put together as text: each entry of a page has one. */
const createdBy = (target: string, { at, author, source }: NonNullable<Entry['added']>): string =>
  `{"resourceType":"Provenance","target":[{"reference":"${target}"}],"recorded":"${at}",` +
  `"activity":${CREATED},"agent":[{"who":{"display":${JSON.stringify(author.shownAs)}}}],` +
  `"entity":[{"role":"source","what":{"display":${JSON.stringify(source.name)}}}]}`

/** @source HL7 v3 DataOperation */
const activity = (code: string) => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-DataOperation', code }],
})

const CREATED = JSON.stringify(activity('CREATE'))
