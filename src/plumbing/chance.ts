// Chance: ids, salts and secrets, passed in wherever they are made.
import { createHash, hash, randomFillSync } from 'node:crypto'
import type { Id } from '../basics/index.ts'
import type { Clock } from './clock.ts'

export type Chance = {
  /** A UUIDv7: 48 bits of time, then chance. @source RFC 9562 section 5.7 */
  id<Name extends string>(): Id<Name>
  bytes(length: number): Uint8Array
  /** `length` random bytes in hexadecimal. */
  hex(length: number): string
}

/** Chance from the system's generator, drawn in blocks since single small draws are dear. */
export function systemChance(clock: Clock): Chance {
  const pool = Buffer.allocUnsafe(16_384)
  let used = pool.length
  const draw = (length: number): Buffer => {
    if (length > pool.length) return randomFillSync(Buffer.allocUnsafe(length))
    if (used + length > pool.length) {
      randomFillSync(pool)
      used = 0
    }
    used += length
    return pool.subarray(used - length, used)
  }
  return chanceFrom(clock, draw)
}

/** Chance that is the same for the same seed: for the demonstration town and for tests only. */
export function seededChance(clock: Clock, seed: string): Chance {
  let count = 0
  const draw = (length: number): Buffer => {
    const parts: Buffer[] = []
    for (let made = 0; made < length; made += 32) {
      parts.push(createHash('sha256').update(`${seed}:${count}`).digest())
      count += 1
    }
    return Buffer.concat(parts).subarray(0, length)
  }
  return chanceFrom(clock, draw)
}

function chanceFrom(clock: Clock, draw: (length: number) => Buffer): Chance {
  return {
    id: <Name extends string>() => uuidAt(Date.parse(clock.now()), draw(10)) as Id<Name>,
    bytes: (length) => Uint8Array.from(draw(length)),
    hex: (length) => draw(length).toString('hex'),
  }
}

function uuidAt(milliseconds: number, chance: Buffer): string {
  const time = milliseconds.toString(16).padStart(12, '0')
  const hex = chance.toString('hex')
  const variant = ((Number.parseInt(hex.slice(3, 4), 16) & 0x3) | 0x8).toString(16)
  const parts = [
    time.slice(0, 8),
    time.slice(8),
    `7${hex.slice(0, 3)}`,
    variant + hex.slice(4, 7),
    hex.slice(7, 19),
  ]
  return parts.join('-')
}

/** SHA-256 of a text's UTF-8 bytes or of bytes, in hexadecimal. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex')

/**
 * An id that follows from an owner and a name, for a thing of which an owner has just one: a
 * UUIDv8 of their digest. @source RFC 9562 section 5.8
 */
export function idNamed<Name extends string>(owner: string, name: string): Id<Name> {
  const hex = sha256(`${owner}:${name}`)
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ]
  return parts.join('-') as Id<Name>
}
