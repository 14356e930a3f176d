// A small town for the tests of identity: a log on a fresh database, and named people.
import {
  asDay,
  type Day,
  type NhsNumber,
  nhsNumberOf,
  type PersonId,
  type Result,
} from '../../src/basics/index.ts'
import { identityRoom, registerPerson } from '../../src/identity/index.ts'
import { type Log, migrations as logMigrations, openLog } from '../../src/log/index.ts'
import { type Database, heldClock, openFiles, systemChance } from '../../src/plumbing/index.ts'

export const townMigrations = [...logMigrations, ...identityRoom.migrations]

export type Town = { readonly log: Log; readonly clock: ReturnType<typeof heldClock> }

export function openTown(db: Database, folder: string): Town {
  const clock = heldClock('2026-11-23T09:00:00Z')
  const chance = systemChance(clock)
  const files = openFiles(folder, () => chance.hex(4))
  const log = openLog({ db, clock, chance, files, ...identityRoom, reactions: [] })
  return { log, clock }
}

export const nobody = { by: null, onBehalfOf: null }

export function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${result.refusal.code}`)
  return result.value
}

export const codeOf = (result: Result<unknown>): string | null =>
  result.ok ? null : result.refusal.code

/** An NHS number kept for testing, by its place in the range. */
export function testNumber(place: number): NhsNumber {
  for (let at = place; ; at += 100_000) {
    const number = nhsNumberOf(`999${String(at % 1_000_000).padStart(6, '0')}`)
    if (number !== null) return number
  }
}

type About = { readonly name?: string; readonly born?: string; readonly nhsNumber?: NhsNumber }

export const person = async (town: Town, about: About = {}): Promise<PersonId> =>
  done(
    await registerPerson(town.log, {
      actor: nobody,
      name: about.name ?? 'Asha Patel',
      birthDate: asDay(about.born ?? '1984-03-15'),
      nhsNumber: about.nhsNumber ?? null,
    }),
  )

export const monday: Day = asDay('2026-11-23')
