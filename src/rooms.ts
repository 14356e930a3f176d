// Every room that keeps something: its streams, the rows made from them, its tables.
import type { AnyStreamType, Projection, Scratch } from './log/index.ts'
import type { Migration } from './plumbing/index.ts'

/** What a room registers, exported from its door as `<name>Room`. */
export type Room = {
  readonly streams: readonly AnyStreamType[]
  readonly projections: readonly Projection[]
  readonly scratch: readonly Scratch[]
  readonly migrations: readonly Migration[]
}

export const rooms: readonly Room[] = []
