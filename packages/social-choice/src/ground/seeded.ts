// Chance from a stated seed: the same seed gives the same draws on every machine, for ever.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'

export type SeededChance = {
  /** A whole number from 0 to `limit` - 1, each equally likely. `limit` is 1 to 2^32. */
  below(limit: number): number
  /** The items in a random order; the list passed in is left as it is. */
  shuffled<T>(items: readonly T[]): T[]
}

/**
 * A stream of 32-bit words, SHA-256(seed ‖ counter) for counter 0, 1, 2… as eight bytes
 * big-endian, eight words a digest; a word that would favour small numbers is passed over.
 * `seed` is an even number of hexadecimal digits.
 */
export function seededChance(seed: string): SeededChance {
  const seedBytes = hexToBytes(seed)
  const block = new Uint8Array(seedBytes.length + 8)
  block.set(seedBytes)
  const counter = new DataView(block.buffer, seedBytes.length)
  let words = new DataView(new ArrayBuffer(0))
  let at = 0
  let blocks = 0n
  const word = (): number => {
    if (at === words.byteLength) {
      counter.setBigUint64(0, blocks)
      blocks += 1n
      const digest = sha256(block)
      words = new DataView(digest.buffer, digest.byteOffset, digest.byteLength)
      at = 0
    }
    at += 4
    return words.getUint32(at - 4)
  }
  const below = (limit: number): number => {
    if (!Number.isInteger(limit) || limit < 1 || limit > 2 ** 32) {
      throw new RangeError(`A draw is below a whole number from 1 to 2^32, not ${limit}`)
    }
    const fair = 2 ** 32 - (2 ** 32 % limit)
    for (;;) {
      const drawn = word()
      if (drawn < fair) return drawn % limit
    }
  }
  const shuffled = <T>(items: readonly T[]): T[] => {
    const order = [...items]
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = below(last + 1)
      const held = order[last] as T
      order[last] = order[other] as T
      order[other] = held
    }
    return order
  }
  return { below, shuffled }
}

/** The SHA-256 digest of a text's UTF-8 bytes, as 64 hexadecimal digits. */
export const digestOf = (text: string): string => bytesToHex(sha256(new TextEncoder().encode(text)))
