// What compiling a decision aid costs: the shipped ones, and the longest text that is read.
import { shippedAids } from '../../src/care/actions/aid/keep-aids.ts'
import { compileAid, LONGEST_SOURCE } from '../../src/care/domain/aid/compile.ts'
import type { Row } from './log.ts'

/** Milliseconds of CPU for one; the best of five rounds after warming up. */
function millisecondsOf(text: string): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 6; round += 1) {
    const before = process.cpuUsage()
    for (let turn = 0; turn < 20; turn += 1) compileAid(text)
    const { user, system } = process.cpuUsage(before)
    if (round > 0) best = Math.min(best, (user + system) / 1_000 / 20)
  }
  return best
}

/** The longest text that is read: options and figures again and again. */
function longest(): string {
  const [first = ''] = shippedAids()
  const lines = first.split('\n')
  let text = first
  for (let at = 0; text.length < LONGEST_SOURCE - 200; at += 1)
    text += `${lines[at % lines.length]}\n`
  return text
}

export async function benchAids(): Promise<readonly Row[]> {
  const shipped = Math.max(...shippedAids().map(millisecondsOf))
  const target = '≤ 100'
  return [
    { name: 'slowest of the shipped decision aids', value: shipped, unit: 'ms', target },
    { name: 'the longest text that is read', value: millisecondsOf(longest()), unit: 'ms', target },
  ]
}
