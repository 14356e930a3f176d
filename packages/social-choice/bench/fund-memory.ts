// Reads and counts one fund in a process of its own and prints what memory that took.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { countFund } from '../src/fund/count-fund.ts'
import { readFund } from '../src/fund/read-fund.ts'

const inUse = (): number => {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

function count(bytes: Uint8Array): { peak: number; kept: unknown } {
  const fund = readFund(bytes)
  if (!fund.ok) throw new Error(fund.refusal.says)
  const afterReading = inUse()
  const counted = countFund(fund.value, { rule: 'mes-cost', completion: 'add1' })
  return { peak: Math.max(afterReading, inUse()), kept: counted }
}

const file = process.argv[2] as string
const small = fileURLToPath(new URL('../fixtures/pb/oakham-approval.pb', import.meta.url))
count(readFileSync(small))
const before = inUse()
const residentBefore = process.resourceUsage().maxRSS
const bytes = readFileSync(file)
const { peak, kept } = count(bytes)
const resident = (process.resourceUsage().maxRSS - residentBefore) * 1024
process.stdout.write(
  JSON.stringify({ file: bytes.length, live: peak - before, resident, isKept: kept !== null }),
)
