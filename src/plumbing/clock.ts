// The time of day, passed in wherever time matters so that tests can hold it still.
import type { Instant } from '../basics/index.ts'

export type Clock = {
  now(): Instant
  /** Milliseconds that only ever grow, for measuring how long something took. */
  elapsed(): number
}

export const systemClock: Clock = {
  now: () => new Date().toISOString() as Instant,
  elapsed: () => performance.now(),
}

/** A clock that stands at `start` until it is moved. */
export function heldClock(start: string): Clock & { moveTo(instant: string): void } {
  let at = new Date(start).toISOString() as Instant
  return {
    now: () => at,
    elapsed: () => performance.now(),
    moveTo: (instant) => {
      at = new Date(instant).toISOString() as Instant
    },
  }
}

/** The date written where none should matter, so that the same content gives the same bytes. */
export const EPOCH = new Date(0)
