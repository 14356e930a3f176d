// Files that a person sends for their own record: a preview that waits, and is then carried out.
import {
  addMilliseconds,
  type Id,
  type Instant,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../basics/index.ts'
import { type Log, loadMany } from '../../log/index.ts'
import { idNamed } from '../../plumbing/index.ts'
import { type Look, look } from '../../sharing/index.ts'
import { previewsKept } from '../domain/dated-rules.ts'
import type { Speaker } from '../domain/decide.ts'
import { importStream } from '../domain/import.ts'
import { refusals } from '../domain/refusals.ts'
import { readSeenAmong } from '../store/entries.ts'
import { forgetPreviewsBefore } from '../store/forget-previews.ts'
import {
  dropPreview,
  type PreviewRow,
  readPreview,
  readPreviewEntries,
  readPreviews,
  savePreview,
} from '../store/previews.ts'
import { addMany } from './add-entries.ts'
import { beginImport } from './carry-out-import.ts'
import { type Prepared, prepareBytes } from './prepare-import.ts'
import { ownLook } from './see-record.ts'

/** A file as its preview is kept: all but the entries, which lie beside it. */
export type PreviewedFile = Omit<Prepared, 'fresh' | 'newcomer' | 'person'> & {
  readonly fresh: number
}

export type Preview = {
  readonly id: Id
  readonly at: Instant
  readonly files: readonly PreviewedFile[]
}

export type SentFile = { readonly name: string; readonly bytes: Uint8Array }

/** The most files that one preview takes. */
export const MOST_FILES = 10

/** Reads the files and keeps what was read as a preview; the same `key` makes one only. */
export async function makePreview(
  log: Log,
  { person }: Speaker & { readonly person: PersonId },
  files: readonly SentFile[],
  key: string | null,
): Promise<Id> {
  const preview = idNamed(person, `preview ${key ?? log.chance.id()}`)
  const prepared: Prepared[] = []
  for (const [place, { name, bytes }] of files.entries()) {
    const arrived = { file: name, batch: batchOf(preview, place), bytes }
    const how = { named: person, newcomers: new Map(), by: 'person' as const }
    prepared.push(await prepareBytes(log, arrived, how))
  }
  const says = JSON.stringify(prepared.map(withoutEntries))
  const entries = prepared.map(({ fresh }) => fresh)
  const at = log.clock.now()
  const one = { preview, by: person, at, says, entries }
  await inOwnLook(log, person, (leave) => savePreview(leave, one))
  return preview
}

/** Each file of a preview becomes one import, always the same one. */
const batchOf = (preview: Id, place: number): Id => idNamed(preview, `import ${place}`)

/** A page cannot show a thousand faults, and nobody would read them. */
const MOST_SHOWN = 100

function withoutEntries({ newcomer: _n, person: _p, fresh, ...rest }: Prepared): PreviewedFile {
  return { ...rest, fresh: fresh.length, refused: rest.refused.slice(0, 1_000) }
}

export const shownOnly = <T>(list: readonly T[]): readonly T[] => list.slice(0, MOST_SHOWN)

const previewFrom = ({ id, at, says }: PreviewRow): Preview => ({ id, at, files: JSON.parse(says) })

/** Whose preview it is, and whether they leave private things out where they look. */
type Own = { readonly person: PersonId; readonly hides?: boolean }

/**
 * One preview of one's own, beside what of the record they may see now: what is private here, or
 * is kept from them since, is not among it. Refuses `preview-gone`.
 */
export async function seePreview(
  log: Log,
  { person, hides = false }: Own,
  id: Id,
): Promise<Result<Preview>> {
  let found: Preview | null = null
  const request = ownLook(person, '/record/bring', 'read', hides)
  await log.db.transaction((tx) =>
    look(log, tx, request, async (leave, visible) => {
      const row = await readPreview(leave, id)
      if (row === null) return []
      const preview = previewFrom(row)
      const here = preview.files.flatMap(({ versions, alike }) => [...versions, ...alike])
      const ids = [...new Set(here.map((one) => one.here))]
      const seen = await readSeenAmong(leave, visible, ids)
      found = withOnly(preview, new Set(seen.map((one) => one.id)))
      return seen
    }),
  )
  return found === null ? refuse(refusals.previewGone) : ok(found)
}

/** What is said of entries that are here, of these and no others. */
function withOnly(preview: Preview, seen: ReadonlySet<Id>): Preview {
  const isSeen = ({ here }: { readonly here: Id }) => seen.has(here)
  const files = preview.files.map((file) => ({
    ...file,
    versions: file.versions.filter(isSeen),
    alike: file.alike.filter(isSeen),
  }))
  return { ...preview, files }
}

/** Those that wait, newest first. */
export async function seePreviews(log: Log, person: PersonId): Promise<readonly Preview[]> {
  return (await inOwnLook(log, person, readPreviews)).map(previewFrom)
}

async function inOwnLook<T>(
  log: Log,
  person: PersonId,
  read: (leave: Look) => Promise<T>,
): Promise<T> {
  const found: T[] = []
  await log.db.transaction((tx) =>
    look(log, tx, ownLook(person, '/record/bring'), async (leave) => {
      found.push(await read(leave))
      return []
    }),
  )
  return found[0] as T
}

/** What somebody chose of a preview, file by file from 0. */
export type Chosen = {
  /** Files of which what could be read is taken though some could not. */
  readonly rest: readonly number[]
  /** Files that name the person otherwise and are about them even so. */
  readonly mine: readonly number[]
}

/** Whether a file goes in, with what was chosen. */
export const isTaken = (file: PreviewedFile, place: number, chosen: Chosen): boolean =>
  file.fresh > 0 &&
  (file.refused.length === 0 || chosen.rest.includes(place)) &&
  ((file.about?.doubts.length ?? 0) === 0 || chosen.mine.includes(place))

/**
 * Carries a preview out, then drops it. Carried out before, it says so again.
 * Refuses `preview-gone`, `import-nothing-chosen`, and as `addEntry`.
 */
export async function carryOutPreview(
  log: Log,
  me: Speaker & { readonly person: PersonId },
  id: Id,
  chosen: Chosen,
): Promise<Result<readonly Id[]>> {
  const { person } = me
  const seen = await seePreview(log, { person }, id)
  if (!seen.ok) return doneBefore(log, person, id)
  const taken = seen.value.files.flatMap((file, place) =>
    isTaken(file, place, chosen) ? [{ file, place }] : [],
  )
  if (taken.length === 0) return refuse(refusals.nothingChosen)
  for (const { file, place } of taken) {
    const done = await carryOut(log, me, id, file, place)
    if (!done.ok) return done
  }
  await dropOwnPreview(log, person, id)
  return ok(taken.map(({ file }) => file.batch))
}

/** So many are held in memory at once. */
const READ = 2_500

async function carryOut(
  log: Log,
  me: Speaker & { readonly person: PersonId },
  preview: Id,
  { file, digest, batch, fresh, already, refused, about }: PreviewedFile,
  place: number,
): Promise<Result<null>> {
  const { person } = me
  const actor = { by: person, onBehalfOf: null }
  const doubted = (about?.doubts.length ?? 0) > 0
  const counts = { fresh, already, leftOut: refused.length }
  const made = { file, digest, ...counts, doubted, shownAs: me.shownAs }
  const begun = await beginImport(log, { actor, person, batch, made })
  if (!begun.ok) return begun
  for (let after = 0; ; ) {
    const at = { preview, file: place, after }
    const some = await inOwnLook(log, person, (leave) => readPreviewEntries(leave, at, READ))
    const last = some.at(-1)
    if (last === undefined) return ok(null)
    const entries = some.map(({ entry }) => entry)
    const done = await addMany(log, actor, person, entries)
    if (!done.ok) return done
    after = last.place
  }
}

/** The imports that a preview became, where it was carried out. */
async function doneBefore(log: Log, owner: PersonId, id: Id): Promise<Result<readonly Id[]>> {
  const streams = Array.from({ length: MOST_FILES }, (_, place) => batchOf(id, place))
  const loaded = await loadMany(log, log.db, importStream, { owner, streams })
  const done = streams.filter((stream) => loaded.get(stream)?.state.made != null)
  return done.length === 0 ? refuse(refusals.previewGone) : ok(done)
}

/** Drops a preview; one that is not there is dropped already. */
export const dropOwnPreview = (log: Log, person: PersonId, id: Id): Promise<void> =>
  inOwnLook(log, person, (leave) => dropPreview(leave, id))

/** Takes away previews that have waited too long. */
export const forgetOldPreviews = (log: Log): Promise<void> =>
  forgetPreviewsBefore(log.db, addMilliseconds(log.clock.now(), -previewsKept.value * 86_400_000))
