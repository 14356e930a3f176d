// A file sent with what somebody tells: known by its bytes, and without what it tells of itself.
import {
  type DocumentFault,
  type DocumentType,
  type PlainDocument,
  plainDocument,
  type RefusalKind,
  type Result,
  refuse,
} from '../../basics/index.ts'
import { refusals } from '../domain/complaint/refusals.ts'

const faults: Readonly<Record<DocumentFault, RefusalKind>> = {
  empty: refusals.fileBroken,
  broken: refusals.fileBroken,
  heic: refusals.fileNotTaken,
  fhir: refusals.fileNotTaken,
  archive: refusals.fileNotTaken,
  unknown: refusals.fileNotTaken,
}

/**
 * Refuses `told-file-not-taken` where it is not one of these, whatever its name says, and
 * `told-file-broken`.
 */
export function takeFile(
  bytes: Uint8Array,
  types: readonly DocumentType[],
  field: string,
): Result<PlainDocument> {
  const plain = plainDocument(bytes)
  if (!plain.ok) return refuse(faults[plain.fault], {}, field)
  if (!types.includes(plain.value.type)) return refuse(refusals.fileNotTaken, {}, field)
  return plain
}
