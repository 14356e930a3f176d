// The bytes of a file read into entries: at once when it is small, in a thread when it is large.
import { Worker } from 'node:worker_threads'
import { documentType, type Id, type Refusal, refuse } from '../../basics/index.ts'
import { decodeUtf8 } from '../../fhir/index.ts'
import { sha256 } from '../../plumbing/index.ts'
import { type ReadEntries, type ReadEntry, readEntries } from '../domain/read-entries.ts'
import { refusals } from '../domain/refusals.ts'

export type Arrived = { readonly file: string; readonly batch: Id; readonly bytes: Uint8Array }

/** What a file says, and SHA-256 of its bytes. */
export type ReadBytes = ReadEntries & { readonly digest: string }

/** Some of what was read; `rest` comes with the last. */
export type ReadPart = {
  readonly entries: readonly ReadEntry[]
  readonly rest: Omit<ReadBytes, 'entries'> | null
}

/** To read more than this would be felt by everybody whose page is being made. */
const MOST_AT_ONCE = 1_048_576

export const readBytes = (arrived: Arrived): Promise<ReadBytes> =>
  arrived.bytes.length > MOST_AT_ONCE ? inTurn(arrived) : Promise.resolve(readAtOnce(arrived))

/** Reads it here and now. A file that cannot be read as a whole has one fault and no entries. */
export function readAtOnce({ file, batch, bytes }: Arrived): ReadBytes {
  const digest = sha256(bytes)
  const no = ({ refusal }: { readonly refusal: Refusal }): ReadBytes => {
    return { digest, entries: [], unread: [{ entry: null, refusal }], named: null }
  }
  if (bytes.length === 0) return no(refuse(refusals.fileEmpty))
  // A ZIP says so in its first bytes; to look further would be to decode it twice.
  if (documentType(bytes.subarray(0, 16)) === 'archive') return no(refuse(refusals.fileIsZip))
  const text = decodeUtf8(bytes)
  return text.ok ? { digest, ...readEntries({ file, batch, text: text.value }, sha256) } : no(text)
}

// One large file after the other: several at once would take every core and all the memory.
const turn: { last: Promise<unknown> } = { last: Promise.resolve() }

function inTurn(arrived: Arrived): Promise<ReadBytes> {
  const mine = turn.last.then(() => readApart(arrived))
  turn.last = mine.catch(() => null)
  return mine
}

/** What was read comes over in parts, each when it is asked for: a whole would hold up pages. */
function readApart(arrived: Arrived): Promise<ReadBytes> {
  return new Promise((resolve, reject) => {
    const file = new URL('./read-in-thread.ts', import.meta.url)
    const thread = new Worker(file, { workerData: arrived })
    const entries: ReadEntry[] = []
    thread.on('message', (part: ReadPart) => {
      for (const one of part.entries) entries.push(one)
      if (part.rest === null) setImmediate(() => thread.postMessage('more'))
      else resolve({ ...part.rest, entries })
    })
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`Reading a file ended with ${code}`)))
  })
}
