// A letter, a photo or another document, as the FHIR resource that it is kept as.
import { canonicalText, type Day } from '../../basics/index.ts'
import { listOf, member, type Resource, textOf } from '../../fhir/index.ts'

export type DocumentWords = {
  readonly title: string
  /** What it shows or says, for those who do not see it. */
  readonly says: string
  readonly day: Day
  readonly writtenAt: string
  readonly mediaType: string
  /** SHA-1 of its bytes in base64. @source FHIR R4, Attachment.hash */
  readonly hash: string
  readonly size: number
}

/** The text of a FHIR R4 DocumentReference whose file is kept beside the facts. */
export function documentEntry(one: DocumentWords): string {
  const { title, says, day, writtenAt, mediaType, hash, size } = one
  const text = canonicalText({
    resourceType: 'DocumentReference',
    status: 'current',
    type: { text: title },
    description: says,
    date: writtenAt,
    content: [{ attachment: { contentType: mediaType, title, hash, size, creation: day } }],
    context: { period: { start: day } },
  })
  if (!text.ok) throw new TypeError(`A document has no text: ${text.refusal.says}`)
  return text.value
}

/** What a document shows or says, in words; empty where it does not say. */
export function wordsForDocument(received: string): string {
  const resource: Resource = JSON.parse(received)
  const [content] = listOf(resource.content)
  return textOf(resource.description) ?? textOf(member(content, 'attachment', 'title')) ?? ''
}
