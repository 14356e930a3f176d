// Dice for the town: chance that follows from a text, so that the same town comes out every time.
import { sha256 } from '../../plumbing/index.ts'

export type Dice = {
  /** From 0 until before 1. */
  roll(): number
  /** A whole number, both ends within reach. */
  whole(from: number, to: number): number
  /** A number around a middle; two thirds lie within `spread` of it. */
  around(middle: number, spread: number): number
  /** Whether something that happens in `share` of all cases happens now. */
  happens(share: number): boolean
  pick<T>(list: readonly [T, ...T[]] | readonly T[]): T
  /** The same, where some are as many times likelier as their number says. */
  weigh<T>(list: readonly (readonly [weight: number, value: T])[]): T
}

/**
 * Dice from a text.
 * @source Chris Doty-Humphrey, PractRand (sfc32); the seed is the SHA-256 of the text
 */
export function diceFrom(text: string): Dice {
  const hex = sha256(text)
  const part = (place: number) => Number.parseInt(hex.slice(place * 8, place * 8 + 8), 16) | 0
  let [a, b, c, count] = [part(0), part(1), part(2), part(3)]
  const roll = () => {
    const sum = (((a + b) | 0) + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  const whole = (from: number, to: number) => from + Math.floor(roll() * (to - from + 1))
  const pick = <T>(list: readonly T[]): T => list[whole(0, list.length - 1)] as T
  return {
    roll,
    whole,
    pick,
    around: (middle, spread) => middle + (roll() + roll() + roll() + roll() - 2) * spread * 1.7,
    happens: (share) => roll() < share,
    weigh: <T>(list: readonly (readonly [number, T])[]): T => {
      let left = roll() * list.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, value] of list) {
        left -= weight
        if (left < 0) return value
      }
      return (list.at(-1) as readonly [number, T])[1]
    },
  }
}
