// Export: everything an owner has, as one file that anyone can open and check.
import { canonicalText, type Id, ok, type Result, refuse } from '../../basics/index.ts'
import { type SigningKey, sha256, type Tx, type ZipEntry, zipOf } from '../../plumbing/index.ts'
import {
  ARCHIVE_FORMAT,
  FACTS,
  FILES,
  factLine,
  MANIFEST,
  type Manifest,
  SIGNATURE,
} from '../domain/archive.ts'
import type { StoredFact } from '../domain/chain.ts'
import type { Fact } from '../domain/fact.ts'
import { refusals } from '../domain/refusals.ts'
import { unseal } from '../domain/seal.ts'
import { type HeadRow, readHead, readHeads, readStream } from '../store/facts.ts'
import type { Log } from '../store/open-log.ts'

/** The id, where anything is kept under it. Refuses with `owner-unknown`. */
export async function knownOwner(log: Pick<Log, 'db'>, owner: Id): Promise<Result<Id>> {
  const heads = await readHeads(log.db, owner)
  return heads.length > 0 ? ok(owner) : refuse(refusals.ownerUnknown)
}

/** What leaves besides the facts and files of the owner, and what of them does not. */
export type Leaving = {
  /** Streams that lie elsewhere and are the owner's as well; each owns itself. */
  also(tx: Tx): Promise<readonly { readonly stream: Id; readonly type: string }[]>
  /** Why a fact travels as its digests alone; null where it leaves whole. */
  withhold(fact: Fact): string | null
  /** The part that opens without our program; its names are its own. */
  readable(tx: Tx): AsyncIterable<ZipEntry>
}

/** All of an owner's own facts and files, and nothing to read. */
export const bareLeaving: Leaving = {
  also: async () => [],
  withhold: () => null,
  async *readable() {},
}

type Parts = Pick<Log, 'db' | 'files' | 'clock' | 'kinds'>

/**
 * The file as a stream of bytes: what can be read, `facts/`, `files/`, then `manifest.json` and
 * `manifest.sig`. All of it is as it stood at one moment.
 */
export async function* exportStreams(
  log: Parts,
  key: SigningKey,
  owner: Id,
  leaving: Leaving = bareLeaving,
): AsyncGenerator<Uint8Array> {
  const pipe = handOver<Uint8Array>()
  const written = log.db
    .transaction(async (tx) => {
      for await (const chunk of zipOf(entriesOf(log, tx, key, owner, leaving))) {
        await pipe.give(chunk)
      }
    }, 'read')
    .then(pipe.end, pipe.fail)
  try {
    yield* pipe.taken()
  } finally {
    pipe.leave()
    await written
  }
}

// Large enough that small facts travel together, small enough to hold.
const CHUNK_BYTES = 4 * 1024 ** 2

async function* entriesOf(
  log: Parts,
  tx: Tx,
  key: SigningKey,
  owner: Id,
  leaving: Leaving,
): AsyncGenerator<ZipEntry> {
  const parts: Manifest['parts'][number][] = []
  const noted = (entry: ZipEntry): ZipEntry => {
    const { name, bytes } = entry
    parts.push({ name, bytes: bytes.length, sha256: sha256(bytes) })
    return entry
  }
  for await (const entry of leaving.readable(tx)) yield noted(entry)
  const kept = new Kept(log, leaving)
  for await (const bytes of kept.chunks(tx, owner)) {
    const name = `${FACTS}${String(kept.count).padStart(6, '0')}.ndjson`
    yield noted({ name, bytes })
  }
  for (const digest of [...kept.digests].sort()) {
    const bytes = await log.files.read(owner, digest)
    if (bytes === null) throw new Error(`The file ${digest} is not as it was kept`)
    yield noted({ name: `${FILES}${digest}`, bytes })
  }
  const { streams, facts, withheld } = kept
  const at = log.clock.now()
  const manifest: Manifest = {
    format: ARCHIVE_FORMAT,
    owner,
    at,
    streams,
    facts,
    withheld,
    parts,
    key: key.publicKey,
  }
  const text = canonicalText(manifest)
  if (!text.ok) throw new Error(text.refusal.says)
  yield { name: MANIFEST, bytes: Buffer.from(text.value) }
  yield { name: SIGNATURE, bytes: Buffer.from(key.sign(text.value)) }
}

/** The facts that leave, and what the manifest says of them. */
class Kept {
  readonly streams: Manifest['streams'][number][] = []
  readonly withheld: Manifest['withheld'][number][] = []
  /** The files that facts which leave whole name. */
  readonly digests = new Set<string>()
  facts = 0
  /** Which chunk this is, from 1. */
  count = 0
  private readonly log: Parts
  private readonly leaving: Leaving

  constructor(log: Parts, leaving: Leaving) {
    this.log = log
    this.leaving = leaving
  }

  async *chunks(tx: Tx, owner: Id): AsyncGenerator<Uint8Array> {
    let text: string[] = []
    let size = 0
    for (const head of await this.heads(tx, owner)) {
      const lines = this.linesOf(await readStream(tx, head.owner, head.stream))
      const { stream, type, digest } = head
      this.streams.push({ owner: head.owner, stream, type, facts: lines.length, head: digest })
      this.facts += lines.length
      text.push(...lines)
      size += lines.reduce((sum, line) => sum + line.length, 0)
      if (size < CHUNK_BYTES) continue
      this.count += 1
      yield Buffer.from(text.join(''))
      text = []
      size = 0
    }
    if (text.length === 0) return
    this.count += 1
    yield Buffer.from(text.join(''))
  }

  private async heads(tx: Tx, owner: Id): Promise<HeadRow[]> {
    const heads = await readHeads(tx, owner)
    for (const { stream, type } of await this.leaving.also(tx)) {
      heads.push({ owner: stream, stream, type, ...(await readHead(tx, stream, stream)) })
    }
    return heads
  }

  private linesOf(stored: readonly StoredFact[]): string[] {
    return stored.map((one) => {
      const fact = unseal(this.log.kinds, one)
      const why = fact === null ? null : this.leaving.withhold(fact)
      if (why !== null) this.withheld.push({ stream: one.stream, place: one.place, why })
      else if (fact !== null) this.noteFiles(fact)
      return `${factLine(why === null ? one : { ...one, body: null, salt: null })}\n`
    })
  }

  private noteFiles(fact: Fact): void {
    const files = this.log.kinds.get(fact.kind)?.files as ((body: unknown) => string[]) | undefined
    for (const digest of files?.(fact.body) ?? []) this.digests.add(digest)
  }
}

/** Hands values from one loop to another, one at a time: neither runs ahead. */
function handOver<T>() {
  let waiting: { value: T; took(): void } | null = null
  let wake = () => {}
  let done = false
  let left = false
  let error: unknown = null
  return {
    give: (value: T) =>
      new Promise<void>((took, gone) => {
        if (left) return gone(new Error('Nobody takes it any more'))
        waiting = { value, took }
        wake()
      }),
    end() {
      done = true
      wake()
    },
    fail(cause: unknown) {
      error = left ? null : cause
      done = true
      wake()
    },
    leave() {
      left = true
      waiting?.took()
    },
    async *taken(): AsyncGenerator<T> {
      for (;;) {
        const next = waiting as { value: T; took(): void } | null
        if (next !== null) {
          waiting = null
          try {
            yield next.value
          } finally {
            // Also where whoever takes has stopped: who gives would wait for ever.
            next.took()
          }
        } else if (done) break
        else {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
      }
      if (error !== null) throw error
    },
  }
}
