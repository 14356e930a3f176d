// Bringing a file in, measured: the commit after the preview, PostgreSQL counted.
import type { PersonId } from '../../src/basics/index.ts'
import { registerPerson } from '../../src/identity/index.ts'
import type { Log } from '../../src/log/index.ts'
import type { Database } from '../../src/plumbing/index.ts'
import { addMany } from '../../src/record/actions/add-entries.ts'
import { prepareBytes } from '../../src/record/actions/prepare-import.ts'
import { cpuOf, measured, middle } from './cpu.ts'
import { openHouse } from './house.ts'
import type { Row } from './log.ts'

const ROUNDS = 7
const ENTRIES = 2_000

/** A bundle of measurements, problems and visits, each as large as those of real files. */
function bundle(round: number): Uint8Array {
  const note = 'How the night was, how far the walk went and what the nurse said. '.repeat(6)
  const entry = Array.from({ length: ENTRIES }, (_, at) => ({
    fullUrl: `https://surgery.example/fhir/Observation/${round}-${at}`,
    resource: {
      resourceType: at % 5 === 0 ? 'Condition' : 'Observation',
      id: `${round}-${at}`,
      status: 'final',
      identifier: [{ system: 'https://surgery.example/ids', value: `${round}-${at}` }],
      category: [{ coding: [{ code: 'vital-signs' }] }],
      code: {
        coding: [{ system: 'http://loinc.org', code: `${29_000 + (at % 300)}-7` }],
        text: `Measurement ${at % 300}`,
      },
      effectiveDateTime: `20${10 + (at % 15)}-0${1 + (at % 9)}-1${at % 9}`,
      performer: [{ display: 'Sian Rees, Oak Lane Surgery' }],
      valueQuantity: { value: (at % 900) / 10, unit: 'mmol/L', code: 'mmol/L' },
      note: [{ text: note }],
    },
  }))
  return Buffer.from(JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }))
}

export async function benchImport(): Promise<readonly Row[]> {
  const house = await openHouse({
    also: [
      'create table public.plain (id integer primary key, body text not null)',
      'grant all on public.plain to coproduce_app',
    ],
  })
  const { log, pid } = house
  try {
    return await rounds({ log, db: log.db, pid })
  } finally {
    await house.close()
  }
}

type Bench = { readonly log: Log; readonly db: Database; readonly pid: number }

async function rounds({ log, db, pid }: Bench): Promise<readonly Row[]> {
  const { chance } = log
  const actor = { by: null, onBehalfOf: null }
  const [cpu, rate, read, ratio]: number[][] = [[], [], [], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    const person = chance.id<'person'>() as PersonId
    const about = { person, name: 'Asha Patel', birthDate: null, nhsNumber: null }
    await registerPerson(log, { actor, ...about })
    const bytes = bundle(round)
    const how = { named: person, newcomers: new Map(), by: 'command' as const }
    const arrived = { file: 'a.json', batch: chance.id(), bytes }
    let prepared = await prepareBytes(log, { ...arrived, bytes: Buffer.from('{}') }, how)
    const preview = await measured(pid, async () => {
      prepared = await prepareBytes(log, arrived, how)
    })
    const commit = await measured(pid, async () => {
      const done = await addMany(log, actor, person, prepared.fresh)
      if (!done.ok || done.value.added !== ENTRIES) throw new Error('Not every entry was added')
    })
    const bodies = prepared.fresh.map(({ added }) => JSON.stringify(added))
    const plain = await measured(pid, async () => {
      for (let from = 0; from < ENTRIES; from += 250) {
        const some = bodies.slice(from, from + 250)
        await db.text('insert into public.plain select * from unnest($1::int[], $2::text[])', [
          some.map((_, at) => round * ENTRIES + from + at),
          some,
        ])
      }
    })
    if (round === 0) continue
    cpu?.push((1_000 * cpuOf(commit)) / ENTRIES)
    rate?.push(ENTRIES / commit.wall)
    read?.push((1_000 * cpuOf(preview)) / ENTRIES)
    ratio?.push(cpuOf(commit) / cpuOf(plain))
  }
  return [
    { name: 'commit, CPU an entry', value: middle(cpu ?? []), unit: 'ms', target: '≤ 1.0' },
    { name: 'commit', value: middle(rate ?? []), unit: 'entries a second', target: '≥ 1,500' },
    { name: 'preview, CPU an entry', value: middle(read ?? []), unit: 'ms' },
    {
      name: 'commit against writing the same text into one table with one key, CPU',
      value: middle(ratio ?? []),
      unit: 'ratio',
    },
  ]
}
