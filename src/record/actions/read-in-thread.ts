// The thread in which a large file is read: seconds of reading would hold up every page.
import { parentPort, workerData } from 'node:worker_threads'
import { type Arrived, type ReadPart, readAtOnce } from './read-bytes.ts'

const SOME = 250

const { entries, ...rest } = readAtOnce(workerData as Arrived)
let from = 0

function give(): void {
  const some = entries.slice(from, from + SOME)
  from += SOME
  const part: ReadPart = { entries: some, rest: from < entries.length ? null : rest }
  parentPort?.postMessage(part)
  if (part.rest !== null) parentPort?.close()
}

parentPort?.on('message', give)
give()
