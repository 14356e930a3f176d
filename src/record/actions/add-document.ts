// Letters, photos and documents: checked by their bytes, stripped, kept as files, shown by a look.
import { createHash } from 'node:crypto'
import {
  type Day,
  type DocumentFault,
  type DocumentType,
  dayIn,
  documentType,
  type Id,
  LONDON,
  mediaTypes,
  ok,
  type PersonId,
  type PlainDocument,
  plainDocument,
  type RefusalKind,
  type Result,
  refuse,
  tidyLine,
  tidyText,
} from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import { keepToOneself, type LookRequest } from '../../sharing/index.ts'
import type { Speaker } from '../domain/decide.ts'
import { documentEntry } from '../domain/document-entry.ts'
import { refusals } from '../domain/refusals.ts'
import { addOne } from './add-entries.ts'
import { seeEntry } from './see-record.ts'

export type Document = {
  readonly bytes: Uint8Array
  readonly title: string
  readonly says: string
  readonly day: Day
  readonly labels: readonly string[]
  /** The page where it was added. */
  readonly where: string
  /** Whether it is kept from everybody else from the moment that it is there. */
  readonly onlyMe?: boolean
}

/**
 * Adds a document to a person's record. Of a photo, place, times and device are taken away first.
 * Refuses `file-empty`, `document-not-taken`, `document-heic`, `document-is-fhir`,
 * `picture-broken`, `entry-day-in-future`, and as `addEntry`.
 */
export async function addDocument(
  log: Log,
  speaker: Speaker,
  person: PersonId,
  document: Document,
  key: string | null,
): Promise<Result<Id>> {
  const now = log.clock.now()
  if (document.day > dayIn(LONDON, now)) return refuse(refusals.dayInFuture, {}, 'day')
  const plain = readDocument(document.bytes)
  if (!plain.ok) return plain
  const { bytes, type } = plain.value
  const before = await log.files.list(person)
  const digest = await log.files.keep(person, bytes)
  const { person: by, organisation, shownAs } = speaker
  const entry = {
    received: documentEntry({
      title: tidyLine(document.title),
      says: tidyText(document.says),
      day: document.day,
      writtenAt: now,
      mediaType: mediaTypes[type],
      hash: createHash('sha1').update(bytes).digest('base64'),
      size: bytes.length,
    }),
    source: { what: 'written' as const, name: document.where, fullUrl: null },
    author: { person: by, organisation, shownAs },
    identifier: null,
    labels: [...document.labels],
    batch: null,
    files: [digest],
  }
  const also = (tx: Tx, item: Id) => keepToOneself(log, tx, { person, item })
  const only = document.onlyMe === true ? also : null
  const done = await addOne(log, { by, onBehalfOf: null }, person, entry, key, only)
  if (done.ok) return ok(done.value.entry)
  if (!before.includes(digest)) await log.files.remove(person, digest)
  return done
}

const faults: Readonly<Record<DocumentFault, RefusalKind>> = {
  empty: refusals.fileEmpty,
  heic: refusals.documentHeic,
  fhir: refusals.documentIsFhir,
  archive: refusals.documentNotTaken,
  unknown: refusals.documentNotTaken,
  broken: refusals.pictureBroken,
}

function readDocument(bytes: Uint8Array): Result<PlainDocument> {
  const plain = plainDocument(bytes)
  return plain.ok ? plain : refuse(faults[plain.fault], {}, 'file')
}

export type SeenFile = {
  readonly bytes: Uint8Array
  /** By its bytes, whatever was said of it; null for what this site does not take. */
  readonly type: DocumentType | null
  readonly title: string
}

/** The file of an entry: every opening is a look. Null where there is none that may be seen. */
export async function seeFile(
  log: Log,
  request: LookRequest,
  id: Id,
): Promise<Result<SeenFile | null>> {
  const seen = await seeEntry(log, request, id)
  if (!seen.ok) return seen
  const [digest] = seen.value?.entry.added?.files ?? []
  if (seen.value === null || digest === undefined) return ok(null)
  const bytes = await log.files.read(request.person, digest)
  if (bytes === null) return refuse(refusals.fileGone)
  const type = documentType(bytes)
  const known = type in mediaTypes ? (type as DocumentType) : null
  return ok({ bytes, type: known, title: seen.value.listed.title })
}
