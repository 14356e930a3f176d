// The benchmarks: every claim of speed or memory, as a table and as JSON.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { benchElections } from '../packages/social-choice/bench/elections.ts'
import { benchFunds } from '../packages/social-choice/bench/funds.ts'
import { benchOpinion } from '../packages/social-choice/bench/opinion.ts'
import { benchPanels } from '../packages/social-choice/bench/panels.ts'
import { benchAids } from './bench/aids.ts'
import { benchFollows } from './bench/follows.ts'
import { benchImport } from './bench/import.ts'
import { benchLeaving } from './bench/leaving.ts'
import { benchLog, type Row } from './bench/log.ts'
import { benchPage } from './bench/page.ts'
import { benchPlan } from './bench/plan.ts'
import { benchReading } from './bench/reading.ts'
import { benchStart } from './bench/start.ts'
import { benchTown } from './bench/town.ts'
import { benchVerdicts } from './bench/verdicts.ts'
import { benchVoice } from './bench/voice.ts'

const { values } = parseArgs({
  options: {
    part: { type: 'string', multiple: true },
    facts: { type: 'string', default: '1000000' },
    town: { type: 'string', default: '300' },
    stories: { type: 'string', default: '1000000' },
    long: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})

const facts = Number(values.facts)
if (!Number.isInteger(facts) || facts < 20_000) {
  process.stderr.write('Say how many facts with --facts, a whole number of 20000 or more.\n')
  process.exit(2)
}

const people = Number(values.town)
if (!Number.isInteger(people) || people < 40 || people > 100_000) {
  process.stderr.write('Say how many people with --town, a whole number from 40 to 100000.\n')
  process.exit(2)
}

const parts: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  start: benchStart,
  page: benchPage,
  plan: benchPlan,
  reading: benchReading,
  log: () => benchLog({ facts }),
  voice: () => benchVoice({ stories: Number(values.stories) }),
  follows: benchFollows,
  verdicts: benchVerdicts,
  aids: benchAids,
  town: () => benchTown({ people }),
  import: benchImport,
  leaving: benchLeaving,
  elections: benchElections,
  funds: benchFunds,
  opinion: benchOpinion,
  panels: () => benchPanels({ long: values.long }),
}

const wanted = values.part ?? Object.keys(parts)
const unknown = wanted.find((name) => !(name in parts))
if (unknown !== undefined) {
  const known = Object.keys(parts).join(', ')
  process.stderr.write(`There is no part ${unknown}. Choose from: ${known}.\n`)
  process.exit(2)
}

const shown = (value: number): string =>
  Math.abs(value) >= 100
    ? Math.round(value).toLocaleString('en-GB')
    : Number(value.toPrecision(3)).toString()

/** Whether a figure keeps to its target, `≤ 1.5` or `≥ 0.7`; null where there is none. */
function keeps({ value, target }: Row): boolean | null {
  const [, sign, limit] = /^([≤≥])\s*([\d.,]+)/.exec(target ?? '') ?? []
  if (sign === undefined || limit === undefined) return null
  const bound = Number(limit.replaceAll(',', ''))
  return sign === '≤' ? value <= bound : value >= bound
}

const tableOf = (rows: readonly Row[]): string =>
  [
    '| what | value | unit | target | keeps to it | note |',
    '|---|---:|---|---|---|---|',
    ...rows.map((row) => {
      const held = keeps(row)
      const words = held === null ? '' : held ? 'yes' : '**no**'
      const { name, value, unit, target = '', note = '' } = row
      return `| ${name} | ${shown(value)} | ${unit} | ${target} | ${words} | ${note} |`
    }),
  ].join('\n')

/** What one part came to, and when and where it was measured. */
type Part = {
  readonly day: string
  readonly size: string
  readonly node: string
  readonly rows: readonly Row[]
}

const day = new Date().toISOString().slice(0, 10)
const size = `${cpus().length} cores, ${Math.round(totalmem() / 1024 ** 3)} GiB of memory`
const titleOf = (name: string) =>
  name === 'town' && people !== 300 ? `town of ${people.toLocaleString('en-GB')}` : name

const measured: Record<string, Part> = {}
for (const name of wanted) {
  const rows = await (parts[name] as () => Promise<readonly Row[]>)()
  measured[titleOf(name)] = { day, size, node: process.versions.node, rows }
  process.stdout.write(`\n## ${titleOf(name)}\n\n${tableOf(rows)}\n`)
}

if (values.write) {
  const folder = resolve(import.meta.dirname, '..', 'docs', 'reference')
  const kept = join(folder, 'benchmarks.json')
  // The parts that were not measured now stand as they were, each with its day.
  const all: Record<string, Part> = { ...JSON.parse(readFileSync(kept, 'utf8')), ...measured }
  const head = `# Benchmarks

Measured by \`npm run bench -- --write\`, each part on the day that it says. Ratios compare two
things run in turn in the same run. CPU is that of Node.js and PostgreSQL together where both take
part.
`
  const body = Object.entries(all).map(
    ([name, part]) =>
      `\n## ${name}\n\n${part.day}, ${part.size}, Node ${part.node}.\n\n${tableOf(part.rows)}\n`,
  )
  writeFileSync(join(folder, 'benchmarks.md'), head + body.join(''))
  writeFileSync(kept, `${JSON.stringify(all, null, 2)}\n`)
}
