// People and files for the tests of the record.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nhsNumberOf, type PersonId } from '../../src/basics/index.ts'
import { registerPerson } from '../../src/identity/index.ts'
import { verifyLog } from '../../src/log/index.ts'
import { type ImportRequest, importFiles } from '../../src/record/index.ts'
import { openHouse } from '../rooms.ts'

const nobody = { by: null, onBehalfOf: null }

export type Imported = {
  readonly code: number
  readonly added: number
  readonly already: number
  readonly refused: readonly {
    readonly file: string
    readonly entry: string | null
    readonly code: string
    readonly says: string
  }[]
}

/** A house in which people are registered and files imported. */
export async function openRecords() {
  const house = await openHouse()
  const { log, folder } = house
  let count = 0
  const someone = async (digits: string | null = null): Promise<PersonId> => {
    const person = house.newId() as PersonId
    const nhsNumber = digits === null ? null : nhsNumberOf(digits)
    const name = `Asha Patel ${person.slice(-4)}`
    const done = await registerPerson(log, {
      actor: nobody,
      person,
      name,
      birthDate: null,
      nhsNumber,
    })
    if (!done.ok) throw new Error(done.refusal.says)
    return person
  }
  const file = (content: string | Uint8Array, ending = 'json'): string => {
    count += 1
    const path = join(folder, `file-${count}.${ending}`)
    writeFileSync(path, content)
    return path
  }
  const bring = async (
    files: readonly string[],
    more: Partial<ImportRequest> & { readonly answers?: readonly string[] } = {},
  ): Promise<Imported> => {
    const { answers = [], ...rest } = more
    const lines = [...answers]
    const said: string[] = []
    const io = {
      out: (text: string) => void said.push(text),
      err: () => {},
      progress: () => {},
      answer: async () => lines.shift() ?? null,
    }
    const usual = { person: null, yes: true, rest: false, json: true }
    const code = await importFiles(log, { ...usual, ...rest, files }, [], io)
    return { code, ...JSON.parse(said.at(-1) ?? '{}') }
  }
  /** The resources in the export of one person, as they were received. */
  const exported = async (person: PersonId): Promise<string[]> => {
    const rows = await log.db.text<{ body: string }>(
      `select body from log.facts where owner = $1 and kind = 'entry-added'`,
      [person],
    )
    return rows.map(({ body }) => JSON.parse(body).received)
  }
  return { ...house, someone, file, bring, exported, verify: () => verifyLog(log) }
}

/** The folder of the large real inputs; undefined, and said so, where there is none. */
export function referenceData(what: string): string | undefined {
  const folder = process.env.REFERENCE_DATA
  if (folder === undefined) console.log(`Not run without REFERENCE_DATA: ${what}`)
  return folder
}
