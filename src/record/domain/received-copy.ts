// A copy of an entry for taking away: the resource as it came, and what the person says against it.
import { canonicalText, type Id, type Instant } from '../../basics/index.ts'
import type { Entry } from './entry.ts'

/**
 * The resource as it came, character for character. Where the person disagrees, a FHIR bundle
 * with that same text in it and a Communication for each statement, so that no copy is without.
 * @source HL7 FHIR R4, Bundle (collection), Communication; HL7 Patient Request for Corrections,
 *   STU 1 (a disagreement is a Communication about the entry)
 */
export function receivedCopy(entry: Id, { added, disagreements }: Entry): string | null {
  if (added === null) return null
  if (disagreements.length === 0) return added.received
  const entries = bundleEntries(entry, { added, disagreements }).join(',')
  return `{"resourceType":"Bundle","type":"collection","entry":[${entries}]}`
}

/** The entries of a bundle that holds it: the resource as it came, and each statement. */
export function bundleEntries(
  entry: Id,
  { added, disagreements }: Pick<Entry, 'added' | 'disagreements'>,
): string[] {
  if (added === null) return []
  const about = `urn:uuid:${entry}`
  const whole = `{"fullUrl":"${about}","resource":${added.received}}`
  const said = disagreements.map((one) => `{"resource":${statementResource(about, one)}}`)
  return [whole, ...said]
}

type Said = { readonly says: string; readonly shownAs: string; readonly at: Instant }

/** A statement of the person as the resource that travels with the entry it is about. */
export function statementResource(about: string, { says, shownAs, at }: Said): string {
  const text = canonicalText({
    resourceType: 'Communication',
    status: 'completed',
    category: [{ text: 'Statement of disagreement' }],
    about: [{ reference: about }],
    sent: at,
    sender: { display: shownAs },
    payload: [{ contentString: says }],
  })
  if (!text.ok) throw new TypeError(`A statement has no text: ${text.refusal.says}`)
  return text.value
}
