// An archive of what somebody has: every fact as stored, the files, and a signed list of it all.
import type { StoredFact } from './chain.ts'
import type { VerifySignature } from './checkpoint.ts'

export const ARCHIVE_FORMAT = 'coproduce-archive-2'

export type Manifest = {
  readonly format: typeof ARCHIVE_FORMAT
  /** Whose it is. */
  readonly owner: string
  readonly at: string
  /** In the order of their facts. The owner is the person, or the thing itself. */
  readonly streams: readonly {
    readonly owner: string
    readonly stream: string
    readonly type: string
    readonly facts: number
    readonly head: string
  }[]
  readonly facts: number
  /** The facts that travel as digests alone, with the class of the reason. */
  readonly withheld: readonly {
    readonly stream: string
    readonly place: number
    readonly why: string
  }[]
  /** Every entry of the file before this one, in order. */
  readonly parts: readonly {
    readonly name: string
    readonly bytes: number
    readonly sha256: string
  }[]
  /** The public key that signed this, 64 hexadecimal digits. */
  readonly key: string
}

export const MANIFEST = 'manifest.json'
export const SIGNATURE = 'manifest.sig'
/** Facts lie in entries whose name begins so, whole streams in each. */
export const FACTS = 'facts/'
/** Files lie under their digest. */
export const FILES = 'files/'

export type SignedManifest = { readonly text: string; readonly signature: string }

/** Reads a signed manifest: null unless it is of our format and its own key signed it. */
export function readManifest(
  verifySignature: VerifySignature,
  { text, signature }: SignedManifest,
): Manifest | null {
  try {
    const manifest = JSON.parse(text) as Manifest
    if (manifest.format !== ARCHIVE_FORMAT) return null
    return verifySignature(manifest.key, text, signature) ? manifest : null
  } catch {
    return null
  }
}

/** One fact as a line of NDJSON, keys in order. */
export const factLine = (fact: StoredFact): string =>
  JSON.stringify({
    at: fact.at,
    body: fact.body,
    bodyDigest: fact.bodyDigest,
    by: fact.by,
    digest: fact.digest,
    id: fact.id,
    kind: fact.kind,
    onBehalfOf: fact.onBehalfOf,
    owner: fact.owner,
    place: fact.place,
    salt: fact.salt,
    stream: fact.stream,
    version: fact.version,
  })

/** Reads a line back; null when it is not a fact. */
export function readFactLine(line: string): StoredFact | null {
  try {
    const fact = JSON.parse(line) as StoredFact
    return factLine(fact) === line && Number.isInteger(fact.place) ? fact : null
  } catch {
    return null
  }
}
