// The 580 Scottish contests and their trusted results, read from the folder of reference data.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

export type Contest = {
  readonly file: string
  readonly text: string
  readonly valid: number
  readonly candidates: number
  readonly scottish: {
    readonly quota: number
    readonly elected: readonly number[]
    readonly order: readonly number[]
    readonly stages: readonly {
      readonly action: { readonly type: string; readonly candidate?: number }
      readonly votes: readonly string[]
    }[]
  }
  readonly ers97: { readonly elected: readonly number[] }
  readonly ni1985: { readonly elected: readonly number[] }
  readonly meek_prf?: { readonly elected: readonly number[] }
  readonly official?: {
    readonly quota: number
    readonly elected: readonly number[]
    readonly stage_check: string
    readonly stages: readonly (readonly number[])[]
  }
}

/** The folder of reference data, or null where there is none on this machine. */
export const referenceFolder = (): string | null => process.env.REFERENCE_DATA ?? null

/** All contests with their ballot files; about 8 MB of text. */
export function readContests(folder: string): readonly Contest[] {
  const place = join(folder, 'choice', 'stv')
  const files = untar(gunzipSync(readFileSync(join(place, 'contests.tar.gz'))))
  const json = gunzipSync(readFileSync(join(place, 'expected.json.gz'))).toString('utf8')
  const contests: readonly Omit<Contest, 'text'>[] = JSON.parse(json)
  return contests.map((contest) => {
    const text = files.get(contest.file)
    if (text === undefined) throw new Error(`The archive does not hold ${contest.file}`)
    return { ...contest, text }
  })
}

/** Small ballot files with the winners of another counting program, by file and rule. */
export function readEdgeFiles(
  folder: string,
): readonly { file: string; text: string; winners: Readonly<Record<string, number[]>> }[] {
  const place = join(folder, 'choice', 'stv', 'edge')
  const expected: Readonly<Record<string, Record<string, number[]>>> = JSON.parse(
    readFileSync(join(place, 'expected_droop.json'), 'utf8'),
  )
  return Object.entries(expected).map(([file, winners]) => ({
    file,
    text: readFileSync(join(place, file), 'utf8'),
    winners,
  }))
}

/** Names and texts of the plain files in a tar archive. */
function untar(archive: Buffer): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (let at = 0; at + 512 <= archive.length; ) {
    const field = (from: number, length: number): string =>
      archive.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '')
    const name = field(0, 100)
    if (name === '') break
    const size = Number.parseInt(field(124, 12), 8)
    const content = archive.subarray(at + 512, at + 512 + size)
    files.set(name.replace(/^.*\//, ''), content.toString('utf8'))
    at += 512 + Math.ceil(size / 512) * 512
  }
  return files
}
