// How fast elections are counted: real contests, and one of ten million ballots.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ballotPile, countPapers, type Election, nothingSetAside } from '../src/election/ballots.ts'
import { countElection } from '../src/election/count-election.ts'
import { readElection } from '../src/election/read-election.ts'
import type { ElectionRule } from '../src/election/stages.ts'
import { readContests, referenceFolder } from '../test/reference-contests.ts'
import { scottishByHand } from './stv-by-hand.ts'

type Measure = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly target?: string
  readonly note?: string
}

/** CPU seconds of this process, user and system, that some work takes. */
function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

const seconds = (value: number): number => Math.round(value * 1000) / 1000

export async function benchElections(): Promise<readonly Measure[]> {
  const folder = referenceFolder()
  const isHere = folder !== null && existsSync(join(folder, 'choice', 'stv'))
  return [...(isHere ? contests(folder) : []), ...tenMillion()]
}

function contests(folder: string): Measure[] {
  const texts = readContests(folder).map(({ text }) => text)
  const elections: Election[] = []
  const reading = cpuSeconds(() => {
    for (const text of texts) {
      const election = readElection(text)
      if (election.ok) elections.push(election.value)
    }
  })
  const papers = elections.reduce((sum, { ballots }) => sum + countPapers(ballots), 0)
  const countAll = (rule: ElectionRule): number =>
    cpuSeconds(() => {
      for (const election of elections) countElection(election, { rule })
    })
  const scottish = countAll('scottish-stv')
  const byHand = cpuSeconds(() => {
    for (const election of elections) scottishByHand(election)
  })
  return [
    {
      name: `Scottish STV, ${elections.length} contests, ${papers} papers`,
      value: seconds(scottish),
      unit: 's CPU',
      target: 'at most 0.25 s',
      note: 'the first pass of the process, after reading',
    },
    {
      name: 'the same, paper by paper',
      value: seconds(byHand),
      unit: 's CPU',
      note: `${Math.round(byHand / scottish)} times as long`,
    },
    { name: 'ERS97, the same contests', value: seconds(countAll('ers97')), unit: 's CPU' },
    { name: 'Northern Ireland 1985, the same', value: seconds(countAll('ni1985')), unit: 's CPU' },
    { name: 'Meek, the same', value: seconds(countAll('meek-prf')), unit: 's CPU' },
    { name: 'reading the ballot files', value: seconds(reading), unit: 's CPU' },
  ]
}

/** Ten million papers, no two put together: 20 candidates, 8 seats, about 5 preferences each. */
function tenMillion(): Measure[] {
  const pile = ballotPile()
  let state = 20_070_503
  const below = (limit: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % limit
  }
  const line = new Uint16Array(9)
  for (let paper = 0; paper < 10_000_000; paper += 1) {
    const length = 1 + below(9)
    const step = 1 + 2 * below(4)
    const first = below(20)
    for (let place = 0; place < length; place += 1) line[place] = ((first + place * step) % 20) + 1
    pile.add(1, line, Math.min(length, step === 5 ? 4 : length))
  }
  const election: Election = {
    title: 'Ten million ballots',
    seats: 8,
    candidates: Array.from({ length: 20 }, (_, at) => ({ name: `Candidate ${at + 1}` })),
    withdrawn: [],
    ballots: pile.ballots(),
    setAside: nothingSetAside,
  }
  const took = cpuSeconds(() => {
    countElection(election, { rule: 'scottish-stv' })
  })
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20)
  return [
    {
      name: 'Scottish STV, 10,000,000 papers, 8 of 20',
      value: seconds(took),
      unit: 's CPU',
      note: `${memory} MiB resident`,
    },
  ]
}
