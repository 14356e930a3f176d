// A file somebody sent, by its bytes: what it is, without what a photo tells beside itself.
import { type DocumentType, documentType } from './document-type.ts'
import { stripJpeg, stripPng } from './strip-picture.ts'

export type PlainDocument = { readonly bytes: Uint8Array; readonly type: DocumentType }

/** Why it is not taken. */
export type DocumentFault = 'empty' | 'heic' | 'fhir' | 'archive' | 'unknown' | 'broken'

/** What can be kept of it and shown; of a photo without place, times and device. */
export function plainDocument(
  bytes: Uint8Array,
):
  | { readonly ok: true; readonly value: PlainDocument }
  | { readonly ok: false; readonly fault: DocumentFault } {
  if (bytes.length === 0) return { ok: false, fault: 'empty' }
  const type = documentType(bytes)
  switch (type) {
    case 'heic':
    case 'fhir':
    case 'archive':
    case 'unknown':
      return { ok: false, fault: type }
    case 'jpeg':
    case 'png': {
      const stripped = type === 'jpeg' ? stripJpeg(bytes) : stripPng(bytes)
      return stripped === null
        ? { ok: false, fault: 'broken' }
        : { ok: true, value: { bytes: stripped, type } }
    }
    default:
      return { ok: true, value: { bytes, type } }
  }
}
