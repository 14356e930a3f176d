// A whole log with every room on a fresh database, for the tests of the rooms.
import type { Id } from '../src/basics/index.ts'
import { type Log, migrations as logMigrations, openLog } from '../src/log/index.ts'
import { heldClock, type Migration, openFiles, systemChance } from '../src/plumbing/index.ts'
import { reactions } from '../src/reactions.ts'
import { rooms } from '../src/rooms.ts'
import { freshDatabase, freshFolder } from './database.ts'

export const allMigrations: readonly Migration[] = [
  ...logMigrations,
  ...rooms.flatMap((one) => one.migrations),
]

export type House = {
  readonly log: Log
  readonly clock: ReturnType<typeof heldClock>
  readonly folder: string
  newId(): Id
}

/** Opens every room; the clock stands at `now` until it is moved. */
export async function openHouse(now = '2026-11-23T09:00:00Z'): Promise<House> {
  const { db } = await freshDatabase(allMigrations)
  const folder = await freshFolder()
  const clock = heldClock(now)
  const chance = systemChance(clock)
  const log = openLog({
    db,
    clock,
    chance,
    files: openFiles(`${folder}/files`, () => chance.hex(4)),
    streams: rooms.flatMap((one) => one.streams),
    projections: rooms.flatMap((one) => one.projections),
    scratch: rooms.flatMap((one) => one.scratch),
    countedIn: rooms.flatMap((one) => one.countedIn ?? []),
    reactions,
  })
  return { log, clock, folder, newId: () => chance.id() }
}
