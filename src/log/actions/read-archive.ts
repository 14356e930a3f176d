// Reading an archive: every byte of it checked before anything is believed, an entry at a time.
import { ok, type Result, refuse } from '../../basics/index.ts'
import { readZip, sha256, verifySignature, ZipBroken, type ZipEntry } from '../../plumbing/index.ts'
import {
  FACTS,
  FILES,
  MANIFEST,
  type Manifest,
  readFactLine,
  readManifest,
  SIGNATURE,
} from '../domain/archive.ts'
import { CHAIN_START, type Link, type StoredFact, verifyFact } from '../domain/chain.ts'
import { refusals } from '../domain/refusals.ts'

/** The bytes of a file, from its beginning each time it is asked for. */
export type ArchiveBytes = () => AsyncIterable<Uint8Array>

/** An archive that was found whole. */
export type Archive = {
  readonly manifest: Manifest
  /** Its entries again. */
  entries(): AsyncIterable<ZipEntry>
}

const broken = (what: string) => refuse(refusals.archiveBroken, { what })

/** Reads and verifies an archive. Refuses with `archive-broken`, which names the first break. */
export async function readArchive(bytes: ArchiveBytes): Promise<Result<Archive>> {
  const seen = new Seen()
  try {
    for await (const entry of readZip(bytes())) seen.take(entry)
  } catch (error) {
    if (!(error instanceof ZipBroken)) throw error
    return broken(seen.first?.what ?? `${error.at} has been changed, or the file ends early`)
  }
  const checked = seen.check()
  if (!checked.ok) return checked
  return ok({ manifest: checked.value, entries: () => readZip(bytes()) })
}

/** The facts of one entry. Throws when a line is none: `readArchive` has found the file whole. */
export function factsIn({ bytes }: ZipEntry): StoredFact[] {
  return linesOf(bytes).map((line) => {
    const fact = readFactLine(line)
    if (fact === null) throw new Error('An archive changed while it was read')
    return fact
  })
}

const linesOf = (bytes: Uint8Array): string[] =>
  Buffer.from(bytes).toString('utf8').split('\n').slice(0, -1)

type Break = { readonly at: number; readonly what: string }

/** What has been read so far, and the first thing that does not hold. */
class Seen {
  first: Break | null = null
  private readonly parts: Manifest['parts'][number][] = []
  private readonly streams: (Omit<Manifest['streams'][number], 'type'> & { at: number })[] = []
  private open: Link = CHAIN_START
  private text: string | null = null
  private signature: string | null = null

  take(entry: ZipEntry): void {
    const { name, bytes } = entry
    const at = this.parts.length
    if (this.signature !== null) this.note(at, `${name} stands behind its signature`)
    else if (this.text === null && name === MANIFEST) {
      this.text = Buffer.from(bytes).toString('utf8')
    } else if (this.text === null) this.part(at, entry)
    else if (name === SIGNATURE) this.signature = Buffer.from(bytes).toString('latin1')
    else this.note(at, `${name} stands in the place of its signature`)
  }

  private part(at: number, { name, bytes }: ZipEntry): void {
    const digest = sha256(bytes)
    this.parts.push({ name, bytes: bytes.length, sha256: digest })
    if (name.startsWith(FACTS)) this.facts(at, name, bytes)
    if (name.startsWith(FILES) && name !== FILES + digest) this.note(at, `${name} has been changed`)
  }

  private note(at: number, what: string): void {
    this.first ??= { at, what }
  }

  private facts(at: number, name: string, bytes: Uint8Array): void {
    for (const [index, line] of linesOf(bytes).entries()) {
      const fact = readFactLine(line)
      const broke = fact === null ? 'is no fact' : this.follow(at, fact)
      if (broke === null) continue
      this.note(at, `${name}, line ${index + 1} ${broke}`)
      return
    }
  }

  private follow(at: number, fact: StoredFact): string | null {
    const { owner, stream, place, digest } = fact
    const last = this.streams.at(-1)
    const goesOn = last?.stream === stream && last.owner === owner && last.at === at
    const broke = verifyFact(sha256, goesOn ? this.open : CHAIN_START, fact)
    if (broke !== null) return `is ${place} of stream ${stream}: ${broke.why}`
    this.open = { place, digest }
    if (goesOn) this.streams.pop()
    this.streams.push({ owner, stream, facts: place, head: digest, at })
    return null
  }

  /** Holds what was read against the signed list. */
  check(): Result<Manifest> {
    const { text, signature } = this
    if (text === null || signature === null) {
      return broken(this.first?.what ?? 'its manifest is missing')
    }
    const manifest = readManifest(verifySignature, { text, signature })
    if (manifest === null) {
      return broken(this.first?.what ?? `${MANIFEST} does not carry the signature it names`)
    }
    const wrong = [this.first, this.wrongPart(manifest), this.wrongStream(manifest)]
    const [first] = wrong.filter((one) => one !== null).toSorted((a, b) => a.at - b.at)
    return first === undefined ? ok(manifest) : broken(first.what)
  }

  private wrongPart({ parts }: Manifest): Break | null {
    for (let at = 0; at < Math.max(parts.length, this.parts.length); at += 1) {
      const said = parts[at]
      const found = this.parts[at]
      if (said === undefined) return { at, what: `${found?.name} is not in its manifest` }
      if (found?.name !== said.name) return { at, what: `${said.name} is missing` }
      if (found.sha256 !== said.sha256) return { at, what: `${said.name} has been changed` }
    }
    return null
  }

  private wrongStream(manifest: Manifest): Break | null {
    const named = manifest.streams
    for (let index = 0; index < Math.max(named.length, this.streams.length); index += 1) {
      const said = named[index]
      const found = this.streams[index]
      const at = found?.at ?? this.parts.length
      const place = `stream ${said?.stream ?? found?.stream}`
      if (said === undefined || found === undefined) return { at, what: `${place} is not whole` }
      const same =
        said.stream === found.stream &&
        said.owner === found.owner &&
        said.facts === found.facts &&
        said.head === found.head
      if (!same) return { at, what: `${place} does not end where the manifest says` }
      const own = said.owner === manifest.owner || said.owner === said.stream
      if (!own) return { at, what: `${place} is of somebody else` }
    }
    return null
  }
}
