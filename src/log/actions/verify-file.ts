// Verifying a file that somebody holds: an archive of their facts, or the proof of one.
import { ok, type Result, refuse } from '../../basics/index.ts'
import { type SigningKey, sha256, verifySignature } from '../../plumbing/index.ts'
import { type Proof, verifyProof } from '../domain/proof.ts'
import { refusals } from '../domain/refusals.ts'
import type { Log } from '../store/open-log.ts'
import { type ArchiveBytes, readArchive } from './read-archive.ts'

export type VerifiedFile = {
  /** One sentence for whoever asked. */
  readonly says: string
  readonly detail: Readonly<Record<string, string | number | boolean | null>>
}

/** A kind of file that another room writes: JSON that names its format. */
export type FileKind = {
  readonly format: string
  verify(held: unknown, trusted: string | null): Result<VerifiedFile>
  /** Makes the file again from the facts that are here, and compares. */
  remake(log: Log, keys: readonly SigningKey[], text: string): Promise<Result<VerifiedFile>>
}

/**
 * Verifies an archive, a proof or a file of one of the kinds given with nothing but the file and
 * the public key that the checker trusts, where one is given. Refuses with `archive-broken`,
 * `proof-broken`, `key-not-trusted`, and as the kind does.
 */
export async function verifyFile(
  bytes: ArchiveBytes,
  trusted: string | null,
  kinds: readonly FileKind[] = [],
): Promise<Result<VerifiedFile>> {
  // Proofs and the like are JSON; an archive begins with the signature of its kind of file.
  if ((await firstByte(bytes())) === '{'.charCodeAt(0)) {
    const held = readJson(await gather(bytes()))
    const kind = kinds.find(({ format }) => format === held?.format)
    return kind === undefined ? verifyProofFile(held, trusted) : kind.verify(held, trusted)
  }
  const archive = await readArchive(bytes)
  if (!archive.ok) return archive
  const { owner, facts, key, at, withheld } = archive.value.manifest
  if (trusted !== null && trusted !== key) return refuse(refusals.keyNotTrusted, { key })
  const some = withheld.length === 0 ? '' : `, ${withheld.length} of them as digests`
  return ok({
    says: `${facts} facts${some}, signed with key ${key} at ${at}: all hold.`,
    detail: { owner, facts, withheld: withheld.length, key, at, broken: null },
  })
}

async function firstByte(source: AsyncIterable<Uint8Array>): Promise<number | undefined> {
  for await (const chunk of source) if (chunk.length > 0) return chunk[0]
  return undefined
}

// A proof names a chain of facts from its own to a head; a year of them stays well below.
const PROOF_BYTES = 64 * 1024 ** 2

async function gather(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > PROOF_BYTES) break
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function verifyProofFile(held: object | null, trusted: string | null): Result<VerifiedFile> {
  const proof = readProof(held)
  if (proof === null) return refuse(refusals.proofBroken, { why: 'it is not a proof of ours' })
  const { statement, inclusion } = proof
  if (trusted !== null && trusted !== statement.key) {
    return refuse(refusals.keyNotTrusted, { key: statement.key })
  }
  const keys = trusted === null ? keysNamed(proof) : [trusted, ...keysNamed(proof)]
  const broken = verifyProof(sha256, verifySignature, proof, keys)
  if (broken !== null) return refuse(refusals.proofBroken, { why: broken })
  const { at, key, digest } = statement
  const under = inclusion === null ? 'no checkpoint covers it yet' : 'it lies under a checkpoint'
  return ok({
    says: `Recorded at ${at}, signed with key ${key}: the proof holds, and ${under}.`,
    detail: { at, key, digest, underCheckpoint: inclusion !== null, broken: null },
  })
}

/** The keys that the proof itself names: that of the statement, and that of the checkpoint. */
function keysNamed({ statement, inclusion }: Proof): string[] {
  const named = /"key":"([0-9a-f]{64})"/.exec(inclusion?.checkpoint.text ?? '')?.[1]
  return named === undefined ? [statement.key] : [statement.key, named]
}

function readJson(bytes: Uint8Array): { readonly format?: unknown } | null {
  try {
    const held: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
    return typeof held === 'object' ? held : null
  } catch {
    return null
  }
}

function readProof(held: object | null): Proof | null {
  const { statement, inclusion } = (held ?? {}) as Partial<Proof>
  if (typeof statement?.signature !== 'string' || typeof statement.key !== 'string') return null
  if (inclusion === undefined || (inclusion !== null && !Array.isArray(inclusion.path))) return null
  if (inclusion !== null && !Array.isArray(inclusion.after)) return null
  return { statement, inclusion }
}
