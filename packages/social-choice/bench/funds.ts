// How fast funds are counted: the largest file, every file by rule, and the memory it takes.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { countFund, type FundOrder, fundRules, selectedIds } from '../src/fund/count-fund.ts'
import type { Fund } from '../src/fund/fund.ts'
import { readFund } from '../src/fund/read-fund.ts'
import { sharesByHand } from './fund-by-hand.ts'

export type Measured = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly target?: string
  readonly note?: string
}

const LARGEST = 'Poland_Lodz_2022.pb'

/** CPU seconds that the work takes in this process, and what it gives. */
function timed<T>(work: () => T): { seconds: number; given: T } {
  const before = process.cpuUsage()
  const given = work()
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1e6, given }
}

function read(bytes: Uint8Array): Fund {
  const fund = readFund(bytes)
  if (!fund.ok) throw new Error(fund.refusal.says)
  return fund.value
}

function bytesAt(path: string): Uint8Array {
  const bytes = readFileSync(path)
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

/**
 * Measures for the funds part of the library, in CPU seconds; under a minute with the reference
 * data that `REFERENCE_DATA` names, else a second with the library's own small files.
 */
export async function benchFunds(): Promise<readonly Measured[]> {
  const reference = process.env.REFERENCE_DATA
  const folder =
    reference === undefined
      ? fileURLToPath(new URL('../fixtures/pb/', import.meta.url))
      : join(reference, 'choice', 'pb', 'instances')
  const paths = readdirSync(folder)
    .filter((name) => /\.pb(\.gz)?$/.test(name))
    .map((name) => join(folder, name))
  const largest = paths.find((path) => path.includes(LARGEST)) ?? (paths[0] as string)
  return [...largestMeasures(largest), memoryMeasure(largest), ...ruleMeasures(paths)]
}

function largestMeasures(path: string): Measured[] {
  const bytes = bytesAt(path)
  const { seconds: reading, given: fund } = timed(() => read(bytes))
  const count = (order: FundOrder): string => {
    const counted = countFund(fund, order)
    if (!counted.ok) throw new Error(counted.refusal.says)
    return selectedIds(counted.value).join()
  }
  const first = timed(() => count({ rule: 'mes-cost' }))
  const add1 = timed(() => count({ rule: 'mes-cost', completion: 'add1' }))
  const byHand = timed(() => sharesByHand(fund))
  const winners = byHand.given.map((project) => fund.projects[project]!.id).sort()
  const warm = Math.min(...[1, 2, 3].map(() => timed(() => count({ rule: 'mes-cost' })).seconds))
  const voters = fund.ballots.voters.toLocaleString('en')
  const place = `${voters} voters × ${fund.projects.length} projects`
  const isSame = winners.join() === first.given
  return [
    { name: 'funds: read the largest file', value: reading, unit: 's CPU', note: place },
    {
      name: 'funds: Equal Shares, exact winners, first count',
      value: first.seconds,
      unit: 's CPU',
      target: 'at most 0.3',
      note: place,
    },
    {
      name: 'funds: Equal Shares with Add1',
      value: add1.seconds,
      unit: 's CPU',
      target: 'at most 1',
      note: place,
    },
    {
      name: 'funds: Equal Shares written from its definition, in floats',
      value: byHand.seconds,
      unit: 's CPU',
      note: isSame ? 'the same winners' : 'other winners',
    },
    {
      name: 'funds: Equal Shares, how many times faster than that',
      value: byHand.seconds / warm,
      unit: 'times',
      note: 'best of three counts',
    },
  ]
}

/** Memory of reading and counting in a process of its own, by the size of the file. */
function memoryMeasure(path: string): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'bench-funds-'))
  const plain = join(folder, 'largest.pb')
  writeFileSync(plain, bytesAt(path))
  const script = fileURLToPath(new URL('./fund-memory.ts', import.meta.url))
  const loader = fileURLToPath(new URL('../../../bin/load-tsx.js', import.meta.url))
  const args = ['--expose-gc', ...(existsSync(loader) ? ['--import', loader] : []), script, plain]
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  if (stdout === '') throw new Error(stderr)
  const found = JSON.parse(stdout)
  return {
    name: 'funds: memory to read and count the largest file, file included',
    value: found.live / found.file,
    unit: 'times the file',
    target: 'at most 4',
    note: `resident memory grew by ${(found.resident / found.file).toFixed(1)} times the file`,
  }
}

const orders: readonly FundOrder[] = [
  ...fundRules.map((rule): FundOrder => ({ rule })),
  ...(['mes-cost', 'mes-card', 'mes-points', 'mes-borda'] as const).flatMap((rule): FundOrder[] => [
    { rule, completion: 'add1' },
    { rule, completion: 'add1-exhaustive' },
  ]),
]

const nameOf = ({ rule, completion }: FundOrder): string =>
  completion === undefined ? rule : `${rule} ${completion}`

/** Every file by every rule that its ballots can feed: a line for each file, one for each rule. */
function ruleMeasures(paths: readonly string[]): Measured[] {
  const totals = new Map<
    string,
    { seconds: number; files: number; slowest: string; most: number }
  >()
  const files = paths.map((path): Measured => {
    const fund = read(bytesAt(path))
    const file = (path.split(/[\\/]/).at(-1) as string).replace(/\.pb(\.gz)?$/, '')
    const cells: string[] = []
    let all = 0
    for (const order of orders) {
      const { seconds, given } = timed(() => countFund(fund, order))
      const name = nameOf(order)
      if (!given.ok) {
        if (given.refusal.code !== 'utility-vote-type') cells.push(`${name} ${given.refusal.code}`)
        continue
      }
      all += seconds
      cells.push(`${name} ${(seconds * 1000).toFixed(0)}`)
      const total = totals.get(name) ?? { seconds: 0, files: 0, slowest: '', most: -1 }
      total.seconds += seconds
      total.files += 1
      if (seconds > total.most) Object.assign(total, { most: seconds, slowest: file })
      totals.set(name, total)
    }
    const note = `ms: ${cells.join(', ')}`
    return { name: `funds: ${file} by all rules`, value: all, unit: 's CPU', note }
  })
  const rules = [...totals].map(
    ([name, { seconds, files: counted, slowest, most }]): Measured => ({
      name: `funds: ${name} over ${counted} files`,
      value: seconds,
      unit: 's CPU',
      note: `slowest ${slowest} ${most.toFixed(2)} s`,
    }),
  )
  return [...rules, ...files]
}
