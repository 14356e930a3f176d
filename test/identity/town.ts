// A small town for the tests of identity: a log on a fresh database, and named people.
import {
  asDay,
  type Day,
  type NhsNumber,
  nhsNumberOf,
  type PersonId,
  type Result,
} from '../../src/basics/index.ts'
import {
  type DemonstrationGroup,
  type DemonstrationPerson,
  giveRole,
  identityRoom,
  registerOrganisation,
  registerPerson,
} from '../../src/identity/index.ts'
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

/** A few people to sign in as: Asha, Gwen, and Sian, who is a nurse at Oak Lane Surgery. */
export async function demonstrationIn(town: Town): Promise<readonly DemonstrationPerson[]> {
  const { log } = town
  const made = async (name: string, story: string, group: DemonstrationGroup = 'people') => ({
    person: await person(town, { name }),
    name,
    story,
    group,
  })
  const sian = await made('Sian Rees', 'Diabetes nurse at Oak Lane Surgery.', 'staff')
  const from = asDay('2024-01-01')
  const surgery = { name: 'Oak Lane Surgery', odsCode: null, what: 'gp-practice', from }
  const organisation = done(await registerOrganisation(log, { actor: nobody, ...surgery }))
  const role = { what: 'nurse', organisation, from, until: null }
  done(await giveRole(log, { actor: nobody, person: sian.person, ...role }))
  return [
    await made('Asha Patel', 'Finds loud rooms hard.'),
    await made('Gwen Lloyd', 'A retired teacher.'),
    sian,
  ]
}
