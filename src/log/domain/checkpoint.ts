// A checkpoint: a signed statement of how every stream stood on one day, chained to the one before.
import type { Sha256 } from './chain.ts'
import { treeRoot } from './merkle.ts'

/** Where a stream's head stood when a checkpoint was made; the salt keeps the leaf unguessable. */
export type Leaf = {
  readonly owner: string
  readonly stream: string
  readonly place: number
  readonly digest: string
  readonly salt: string
}

export type Checkpoint = {
  /** From 1. */
  readonly number: number
  readonly at: string
  /** The digest of the checkpoint before, or null for the first. */
  readonly previous: string | null
  readonly root: string
  readonly streams: number
  /** The key that signs this one, and the one that will sign the next: normally the same. */
  readonly key: string
  readonly nextKey: string
}

export type SignedCheckpoint = {
  /** The canonical text that was signed. */
  readonly text: string
  /** Ed25519, hexadecimal. */
  readonly signature: string
}

/** The canonical text of a checkpoint (RFC 8785). Keys are Ed25519 public keys in hexadecimal. */
export const checkpointText = (one: Checkpoint): string =>
  `{"at":"${one.at}","key":"${one.key}","nextKey":"${one.nextKey}","number":${one.number},` +
  `"previous":${one.previous === null ? 'null' : `"${one.previous}"`},"root":"${one.root}",` +
  `"streams":${one.streams}}`

/** What stands in the tree for one stream; the owner is not named. */
export const leafText = ({ salt, stream, place, digest }: Leaf): string =>
  `${salt}:${stream}:${place}:${digest}`

/** The leaves of the tree in order: by text, which begins with chance, so order says nothing. */
export const leavesInOrder = (leaves: readonly Leaf[]): string[] => leaves.map(leafText).sort()

export const rootOf = (sha256: Sha256, leaves: readonly Leaf[]): string =>
  treeRoot(sha256, leavesInOrder(leaves))

export type CheckpointBreak = {
  readonly checkpoint: number
  readonly why:
    | 'text-changed'
    | 'signature-wrong'
    | 'key-unknown'
    | 'chain-broken'
    | 'root-differs'
    | 'head-not-on-chain'
}

/** Whether `signature` is `key`'s over `text`; from Node's or the browser's own cryptography. */
export type VerifySignature = (key: string, text: string, signature: string) => boolean

/**
 * Verifies that signed checkpoints follow each other, each signed by the key that the one
 * before it named. `firstKey` is what the checker trusts, from where keys are published.
 */
export function verifyCheckpoints(
  sha256: Sha256,
  verifySignature: VerifySignature,
  signed: readonly SignedCheckpoint[],
  firstKey: string,
): { readonly checkpoints: Checkpoint[]; readonly broken: CheckpointBreak | null } {
  const checkpoints: Checkpoint[] = []
  let key = firstKey
  let previous: string | null = null
  for (const { text, signature } of signed) {
    const number = checkpoints.length + 1
    const broken = (why: CheckpointBreak['why']) => ({
      checkpoints,
      broken: { checkpoint: number, why },
    })
    const one = readCheckpoint(text)
    if (one === null) return broken('text-changed')
    if (one.key !== key) return broken('key-unknown')
    if (!verifySignature(one.key, text, signature)) return broken('signature-wrong')
    if (one.number !== number || one.previous !== previous) return broken('chain-broken')
    checkpoints.push(one)
    key = one.nextKey
    previous = sha256(text)
  }
  return { checkpoints, broken: null }
}

/** Reads a checkpoint's text; null unless writing it again gives the same text. */
export function readCheckpoint(text: string): Checkpoint | null {
  try {
    const one = JSON.parse(text) as Checkpoint
    return checkpointText(one) === text ? one : null
  } catch {
    return null
  }
}
