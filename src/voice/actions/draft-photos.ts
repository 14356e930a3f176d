// Photos of a story that has not been told yet: files of the draft, gone when it is told or old.
import { addMilliseconds } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import { idNamed } from '../../plumbing/index.ts'
import { photosKeptFor } from '../domain/dated-rules.ts'
import * as rows from '../store/draft-photos.ts'

const DAY = 86_400_000

/** Where the files of a draft lie until it is told. */
const placeOf = (owner: string) => idNamed(owner, 'photos of a draft')

type Photo = rows.DraftPhoto & { readonly bytes: Uint8Array }

export async function keepPhoto(log: Log, owner: string, photo: Photo): Promise<void> {
  await log.files.keep(placeOf(owner), photo.bytes)
  await rows.notePhoto(log.db, owner, photo, log.clock.now())
}

export async function readPhoto(log: Log, owner: string, digest: string): Promise<Photo | null> {
  const found = (await rows.photosOf(log.db, owner)).find((one) => one.digest === digest)
  const bytes = found === undefined ? null : await log.files.read(placeOf(owner), digest)
  return bytes === null || found === undefined ? null : { ...found, bytes }
}

export async function dropPhoto(log: Log, owner: string, digest: string): Promise<void> {
  const known = (await rows.photosOf(log.db, owner)).some((one) => one.digest === digest)
  if (!known) return
  await rows.forgetPhoto(log.db, owner, digest)
  await log.files.remove(placeOf(owner), digest)
}

export async function dropPhotos(log: Log, owner: string): Promise<void> {
  for (const { digest } of await rows.photosOf(log.db, owner)) await dropPhoto(log, owner, digest)
}

/** What lay in one draft lies in another now. */
export async function movePhotos(log: Log, from: string, to: string): Promise<void> {
  await dropPhotos(log, to)
  for (const { digest } of await rows.photosOf(log.db, from)) {
    const photo = await readPhoto(log, from, digest)
    if (photo !== null) await keepPhoto(log, to, photo)
    await dropPhoto(log, from, digest)
  }
}

/** Takes away photos that nobody has told a story with. */
export async function forgetOldPhotos(log: Log): Promise<void> {
  const before = addMilliseconds(log.clock.now(), -photosKeptFor.value * DAY)
  for (const { owner } of await rows.ownersOfOld(log.db, before)) await dropPhotos(log, owner)
}
