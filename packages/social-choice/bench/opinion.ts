// How fast opinion maps are: live, at the largest size, and against a straightforward full table.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { openConversation } from '../src/opinion/live-conversation.ts'
import { mapOpinions } from '../src/opinion/opinion-map.ts'
import { readVotes } from '../src/opinion/read-votes.ts'
import { denseMap } from './opinion-dense.ts'
import { madeCasts, madeStore, type Size } from './opinion-made.ts'

export type Measured = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly target?: string
  readonly note?: string
}

/** CPU seconds that the work takes in this process. */
function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** Measures for the opinion part of the library; about half a minute. */
export async function benchOpinion(): Promise<readonly Measured[]> {
  return [...liveMeasures(), ...scaleMeasures(), ...denseMeasures(), ...readingMeasures()]
}

function liveMeasures(): Measured[] {
  const opened = openConversation({ seed: '00' })
  if (!opened.ok) throw new Error(opened.refusal.says)
  const live = opened.value
  const size: Size = { people: 10_000, statements: 1_000, votes: 200_000 }
  const casts = [...madeCasts(size)]
  const all = cpuSeconds(() => {
    for (const cast of casts) live.cast(cast)
  })
  const more = [...madeCasts({ ...size, votes: 220_000 })].slice(-20_000)
  let longest = 0
  const start = performance.now()
  for (const cast of more) {
    const began = performance.now()
    live.cast(cast)
    live.standingOf(cast.voter)
    live.statement(cast.statement)
    live.nextFor(cast.voter)
    longest = Math.max(longest, performance.now() - began)
  }
  const each = (performance.now() - start) / more.length
  const place = '10,000 people × 1,000 statements'
  const votes = live.voteCount().toLocaleString('en')
  return [
    {
      name: 'opinion: votes taken from an empty conversation on',
      value: size.votes / all,
      unit: 'votes a second of CPU',
      target: 'at least 6,500',
      note: `${place}, ${size.votes.toLocaleString('en')} votes, every redrawing counted`,
    },
    {
      name: 'opinion: a vote cast, counted and placed, and the next statement chosen',
      value: each,
      unit: 'ms amortised',
      target: 'under 5',
      note: `${place}, ${votes} votes; the longest, drawing groups anew, ${longest.toFixed(0)} ms`,
    },
  ]
}

type Scale = {
  votes: number
  groups: number
  fillSeconds: number
  mapSeconds: number
  mapCpuSeconds: number
  peakMebibytes: number
}

function scaleMeasures(): Measured[] {
  const script = fileURLToPath(new URL('./opinion-scale.ts', import.meta.url))
  const run = spawnSync(process.execPath, [script], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(run.stderr)
  const scale: Scale = JSON.parse(run.stdout)
  const place = `100,000 people × 10,000 statements × ${scale.votes.toLocaleString('en')} votes`
  return [
    {
      name: 'opinion: the whole map at the largest size',
      value: scale.mapSeconds,
      unit: 's',
      target: 'under 10',
      note: `${place}, ${scale.groups} groups; ${scale.mapCpuSeconds.toFixed(2)} s of CPU`,
    },
    {
      name: 'opinion: memory at its peak at the largest size',
      value: scale.peakMebibytes,
      unit: 'MiB',
      target: 'under 1,024',
      note: 'the whole process, votes and map',
    },
    {
      name: 'opinion: votes stored at the largest size',
      value: scale.votes / scale.fillSeconds,
      unit: 'votes a second of CPU',
      note: 'random order, making them included',
    },
  ]
}

function denseMeasures(): Measured[] {
  const size: Size = { people: 1_500, statements: 400, votes: 45_000 }
  const matrix = madeStore(size).matrix()
  let dense: ReturnType<typeof denseMap> | undefined
  let sparse: ReturnType<typeof mapOpinions> | undefined
  const slow = cpuSeconds(() => {
    dense = denseMap(matrix)
  })
  const fast = cpuSeconds(() => {
    sparse = mapOpinions(matrix, { seed: '00' })
  })
  if (dense === undefined || sparse?.ok !== true) throw new Error('There is no map to compare')
  const { first } = sparse.value.axes
  const cosine = Math.abs(dense.first.reduce((sum, part, j) => sum + part * first[j]!, 0))
  return [
    {
      name: 'opinion: times faster than a straightforward full table',
      value: slow / fast,
      unit: 'times',
      note:
        `1,500 × 400 × 45,000 votes: ${slow.toFixed(2)} s against ${fast.toFixed(3)} s of CPU; ` +
        `the first directions agree with cosine ${cosine.toFixed(9)}`,
    },
  ]
}

function readingMeasures(): Measured[] {
  const lines = ['timestamp,datetime,comment-id,voter-id,vote']
  let at = 1_700_000_000_000
  for (const { voter, statement, vote } of madeCasts({
    people: 10_000,
    statements: 1_000,
    votes: 300_000,
  })) {
    at += 250
    lines.push(`${at},Tue Nov 14 22:13:20 UTC 2023,${statement},${voter},${vote}`)
  }
  const text = lines.join('\n')
  const spent = cpuSeconds(() => {
    if (!readVotes(text).ok) throw new Error('The made file was refused')
  })
  return [
    {
      name: 'opinion: lines of votes.csv read',
      value: 300_000 / spent,
      unit: 'lines a second of CPU',
    },
  ]
}
