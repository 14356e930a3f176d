// Files sent with a form: read part by part, the guard first, within limits, held in memory.
import { Busboy, type BusboyInstance } from '@fastify/busboy'
import type { FastifyRequest } from 'fastify'
import { ok, type Refusal, type Result, refuse, tidyLine } from '../basics/index.ts'
import { refusals } from './refusals.ts'

/** What one route takes. */
export type FileLimits = {
  /** How many files at most. */
  readonly most: number
  /** Megabytes of 1,048,576 bytes, in all files together. */
  readonly megabytes: number
}

/** A file as it was sent. What it is, its bytes say: neither name nor sender is believed. */
export type SentFile = {
  readonly field: string
  /** Without folders and without what misleads; 120 characters at most. */
  readonly name: string
  readonly bytes: Uint8Array
}

export type SentForm = {
  readonly fields: Readonly<Record<string, string | readonly string[]>>
  readonly files: readonly SentFile[]
}

/** Room for files that are on their way: so many bytes in all, and one form a session. */
export type UploadRoom = { held: number; readonly sessions: Set<string> }

export const uploadRoom = (): UploadRoom => ({ held: 0, sessions: new Set() })

const MOST_HELD = 256 * 1_048_576
const SMALL = { fields: 100, fieldSize: 64 * 1024, fieldNameSize: 100, headerPairs: 20 }
/** What a form with files may be beside its files: fields, and the lines between the parts. */
const BESIDE = 256 * 1024

export const isMultipart = (request: FastifyRequest): boolean =>
  /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '')

/**
 * Reads the form. The first file begins to be kept only when `isOurs` holds for the fields before
 * it. Refuses `files-too-large` (by what the sender says of the length before anything is read,
 * and by count), `files-too-many`, `form-not-from-here`, `request-not-understood`,
 * `uploads-too-many`.
 */
export async function readSentForm(
  request: FastifyRequest,
  limits: FileLimits,
  { room, session }: { readonly room: UploadRoom; readonly session: string },
  isOurs: (fields: SentForm['fields']) => boolean,
): Promise<Result<SentForm>> {
  const most = limits.megabytes * 1_048_576
  const { megabytes } = limits
  const length = Number(request.headers['content-length'] ?? 0)
  if (length > most + BESIDE) return refuse(refusals.filesTooLarge, { megabytes })
  if (room.sessions.has(session) || room.held + length > MOST_HELD) {
    return refuse(refusals.uploadsTooMany)
  }
  room.sessions.add(session)
  const taken = { bytes: 0 }
  const grow = (bytes: number): Refusal | null => {
    taken.bytes += bytes
    room.held += bytes
    if (taken.bytes > most) return refuse(refusals.filesTooLarge, { megabytes }).refusal
    return room.held > MOST_HELD ? refuse(refusals.uploadsTooMany).refusal : null
  }
  try {
    return await read(request, limits, grow, isOurs)
  } finally {
    room.sessions.delete(session)
    room.held -= taken.bytes
  }
}

function read(
  request: FastifyRequest,
  { most }: FileLimits,
  grow: (bytes: number) => Refusal | null,
  isOurs: (fields: SentForm['fields']) => boolean,
): Promise<Result<SentForm>> {
  return new Promise((done) => {
    const fields: Record<string, string[]> = Object.create(null)
    const files: SentFile[] = []
    const incoming = request.raw
    const parser = parserFor(incoming.headers, most)
    const stop = (refusal: Refusal) => {
      if (parser !== null) incoming.unpipe(parser)
      // What is still on its way is let go by: only so can the browser show our answer.
      incoming.resume()
      done({ ok: false, refusal })
    }
    const unclear = () => stop(refuse(refusals.requestNotUnderstood).refusal)
    if (parser === null) return unclear()
    parser.on('field', (name, value, nameCut, valueCut) => {
      if (nameCut || valueCut) return stop(refuse(refusals.tooMuchAtOnce).refusal)
      fields[name] = [...(fields[name] ?? []), value]
    })
    parser.on('file', (field, stream, name) => {
      if (!isOurs(single(fields))) {
        stream.resume()
        return stop(refuse(refusals.formNotFromHere).refusal)
      }
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => {
        const refusal = grow(chunk.length)
        if (refusal === null) chunks.push(chunk)
        else stop(refusal)
      })
      stream.on('error', unclear)
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks)
        // A file question that was left empty is sent as a file without a name and without bytes.
        if (name || bytes.length > 0) files.push({ field, name: plainName(name), bytes })
      })
    })
    for (const limit of ['partsLimit', 'filesLimit'] as const) {
      parser.on(limit, () => stop(refuse(refusals.filesTooMany, { most }).refusal))
    }
    parser.on('fieldsLimit', () => stop(refuse(refusals.tooMuchAtOnce).refusal))
    parser.on('error', unclear)
    parser.on('finish', () => done(ok({ fields: single(fields), files })))
    incoming.on('aborted', unclear)
    incoming.pipe(parser)
  })
}

/** Null where the request does not say where its parts end. */
function parserFor(headers: FastifyRequest['headers'], files: number): BusboyInstance | null {
  try {
    return new Busboy({
      headers: { ...headers, 'content-type': headers['content-type'] ?? '' },
      limits: { ...SMALL, files, parts: SMALL.fields + files },
    })
  } catch {
    return null
  }
}

const single = (fields: Readonly<Record<string, readonly string[]>>): SentForm['fields'] =>
  Object.fromEntries(
    Object.entries(fields).map(([name, values]) => [
      name,
      values.length === 1 ? (values[0] ?? '') : values,
    ]),
  )

/** Only to be read by people: no path, nothing that turns text round, and never empty. */
function plainName(sent: string | undefined): string {
  const last = (sent ?? '').split(/[\\/]/).at(-1) ?? ''
  const plain = tidyLine(last).replace(/[<>:"|?*]/g, '_')
  return Array.from(plain).slice(0, 120).join('').normalize('NFC') || 'file'
}
