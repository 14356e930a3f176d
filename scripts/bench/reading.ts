// Reading a record measured: as JSON with decision and receipt, as pages, and during an import.
import type { PersonId } from '../../src/basics/index.ts'
import type { Log } from '../../src/log/index.ts'
import { reactions } from '../../src/reactions.ts'
import { addMany, digestOf } from '../../src/record/actions/add-entries.ts'
import type { Route } from '../../src/web/index.ts'
import { type Asked, type Asker, openAsker } from './asker.ts'
import { cpuOf, measured, middle } from './cpu.ts'
import { type App, ask, openHouse, type Somebody, serve, signedIn } from './house.ts'
import type { Row } from './log.ts'

const nobody = { by: null, onBehalfOf: null }
type Bench = {
  readonly log: Log
  readonly app: App
  readonly asker: Asker
  readonly pid: number
}

export async function benchReading(): Promise<readonly Row[]> {
  const house = await openHouse({ reactions })
  const { log, pid } = house
  const app = await serve(log, plainRoutes(log))
  const asker = await openAsker(app)
  try {
    const bench = { log, app, asker, pid }
    const readers: Somebody[] = []
    while (readers.length < READERS) readers.push(await somebody(log, 200))
    const [small] = readers as [Somebody]
    const large = await somebody(log, 20_000)
    // As the database would do by itself in the minute after: else it knows nothing of the tables.
    await log.db.ownerPool.query('analyze')
    return [
      ...(await asJson(bench, readers)),
      ...(await asPages(bench, small, large)),
      ...(await whileImporting(bench, small)),
    ]
  } finally {
    await asker.close()
    await app.close()
    await house.close()
  }
}

/** The same rows by the same server with nothing decided, folded or receipted. */
function plainRoutes({ db }: Log): readonly Route[] {
  const refusedAs = () => ({ type: 'application/json', body: '{}' })
  const send = async (sql: string, values: unknown[], name: string) => {
    const rows = await db.text<{ body: string }>(sql, values, name)
    const body = `[${rows.map((row) => row.body).join(',')}]`
    return { kind: 'data', type: 'application/json', body } as const
  }
  const plain = { method: 'GET', access: 'person', says: 'Plain', refusedAs } as const
  const newest = `select f.body from (
      select owner, stream, day from record.entries where owner = $1
      order by day desc, stream desc limit 50
    ) e join log.facts f on f.owner = e.owner and f.stream = e.stream and f.place = 1
    order by e.day desc, e.stream desc`
  const single = `select f.body from record.entries e join log.facts f
    on f.owner = e.owner and f.stream = e.stream and f.place = 1
    where e.owner = $1 and e.stream = $2`
  return [
    {
      ...plain,
      path: '/plain/:person/all',
      handle: ({ params }) => send(newest, [params.person], 'plain-all'),
    },
    {
      ...plain,
      path: '/plain/:person/:entry',
      handle: ({ params }) => send(single, [params.person, params.entry], 'plain-one'),
    },
  ]
}

async function somebody(log: Log, entries: number): Promise<Somebody> {
  const one = await signedIn(log, 'Asha Patel')
  await fill(log, one.person, 0, entries)
  return one
}

const things = ['Weight', 'HbA1c', 'Peak flow', 'Potassium', 'Haemoglobin']

/** Entries of the size that FHIR files have, over twenty years. */
async function fill(log: Log, person: PersonId, from: number, count: number): Promise<void> {
  const many = Array.from({ length: count }, (_, place) => {
    const at = from + place
    const text = things[at % things.length]
    const received = JSON.stringify({
      resourceType: 'Observation',
      id: `${person}-${at}`,
      status: 'final',
      category: [{ coding: [{ system: 'http://terminology.hl7.org', code: 'laboratory' }] }],
      code: { coding: [{ system: 'http://loinc.org', code: `${at % 5}-1`, display: text }], text },
      subject: { reference: `urn:uuid:${person}` },
      effectiveDateTime: `${2006 + (at % 20)}-${String(1 + (at % 12)).padStart(2, '0')}-10`,
      valueQuantity: { value: 40 + (at % 30), unit: 'mmol/L', code: 'mmol/L' },
      note: [
        { text: `${at === from ? 'A rare word: zebra. ' : ''}${'Taken at rest. '.repeat(12)}` },
      ],
    })
    const digest = digestOf(received)
    const source = { what: 'file' as const, name: 'a file', fullUrl: null }
    const author = { person: null, organisation: null, shownAs: 'Sian Rees, Oak Lane Surgery' }
    const rest = { identifier: null, labels: [], batch: null }
    return { added: { received, digest, source, author, ...rest }, instead: null }
  })
  const done = await addMany(log, nobody, person, many)
  if (!done.ok) throw new Error(done.refusal.code)
}

/** Rounds before those that count: a server in service is warm. */
const WARMING = 3
const ROUNDS = 7
/** So many read at once, each their own record, as in a service at work. */
const READERS = 8

/** CPU milliseconds of the site and PostgreSQL an answer over HTTP: two ways to ask, in turn. */
async function inTurn(
  { asker, pid }: Bench,
  ways: readonly [readonly Asked[], readonly Asked[]],
  times: number,
): Promise<readonly [number, number]> {
  const found: [number[], number[]] = [[], []]
  for (let round = -WARMING; round < ROUNDS; round += 1) {
    for (const place of [0, 1] as const) {
      const used = await measured(pid, () => asker.often(ways[place], times))
      if (round >= 0) found[place].push((1000 * cpuOf(used)) / times)
    }
  }
  return [middle(found[0]), middle(found[1])]
}

async function asJson(bench: Bench, readers: readonly Somebody[]): Promise<Row[]> {
  const ofOne: [Asked[], Asked[]] = [[], []]
  const ofFifty: [Asked[], Asked[]] = [[], []]
  for (const who of readers) {
    const all = JSON.parse(await ask(bench.app, '/record/entries.json', who))
    const id = all.entry[0].fullUrl.slice('urn:uuid:'.length)
    ofOne[0].push({ who, url: `/record/entry/${id}.json` })
    ofOne[1].push({ who, url: `/plain/${who.person}/${id}` })
    ofFifty[0].push({ who, url: '/record/entries.json' })
    ofFifty[1].push({ who, url: `/plain/${who.person}/all` })
  }
  const rows: Row[] = []
  for (const [what, ways, most] of [
    ['one entry as JSON', ofOne, '≤ 1.0'],
    ['50 entries as JSON', ofFifty, '≤ 2.0'],
  ] as const) {
    const [ours, plain] = await inTurn(bench, ways, 800)
    const alone = await inTurn(bench, [ways[0].slice(0, 1), ways[1].slice(0, 1)], 400)
    const name = `${what}, decision and receipt included`
    const against = (than: readonly [number, number]) => than[0] / than[1]
    rows.push(
      {
        name: `${name}, ${READERS} readers at once`,
        value: ours,
        unit: 'CPU ms',
        target: most,
        note: `${alone[0].toFixed(2)} ms where one asks alone, who waits for the disk each time`,
      },
      {
        name: `${what} against a plain SELECT by the same server`,
        value: against([ours, plain]),
        unit: 'ratio',
        target: '≤ 3',
        note: `${against(alone).toFixed(2)} where one asks alone`,
      },
    )
  }
  return rows
}

async function asPages(bench: Bench, small: Somebody, large: Somebody): Promise<Row[]> {
  const rows: Row[] = []
  const compare = async (name: string, url: string, target: string) => {
    const ways = [[{ who: small, url }], [{ who: large, url }]] as const
    const [short, long] = await inTurn(bench, ways, 25)
    const note = `${long.toFixed(1)} ms of CPU against ${short.toFixed(1)}`
    const value = long / short
    rows.push({ name, value, unit: 'ratio', note, target })
  }
  await compare('a timeline page of 20,000 entries against 200', '/record/timeline', '≤ 1.5')
  await compare('what is going on, of 20,000 entries against 200', '/record', '≤ 1.5')
  for (const [what, words] of [
    ['words that many entries have', 'at rest'],
    ['a word that one entry has', 'zebra'],
  ] as const) {
    for (const who of [small, large]) await choose(bench.app, who, words)
    const name = `a search for ${what}, of 20,000 entries against 200`
    await compare(name, '/record/timeline?chosen=yes', '≤ 2')
  }
  return rows
}

async function choose(app: App, who: Somebody, search: string): Promise<void> {
  const page = await ask(app, '/record/timeline', who)
  const hidden = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
  const fields = { 'form-guard': hidden('form-guard'), 'form-key': hidden('form-key'), search }
  const sent = await app.inject({
    method: 'POST',
    url: '/record/timeline',
    headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })
  if (sent.statusCode !== 303) throw new Error(`The search was answered with ${sent.statusCode}`)
}

/** The slowest hundredth of eight readers at once, with an import into the record and without. */
async function whileImporting({ app, log }: Bench, who: Somebody): Promise<Row[]> {
  const read = async (): Promise<number> => {
    const waits: number[] = []
    const reader = async () => {
      for (let time = 0; time < 100; time += 1) {
        const from = performance.now()
        await ask(app, '/record/entries.json', who)
        waits.push(performance.now() - from)
      }
    }
    await Promise.all(Array.from({ length: 8 }, reader))
    return waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? Number.NaN
  }
  await read()
  const quiet: number[] = []
  const busy: number[] = []
  for (let round = 0; round < 3; round += 1) {
    quiet.push(await read())
    let reading = true
    const importing = (async () => {
      for (let at = 0; reading; at += 1) {
        await fill(log, who.person, 1_000_000 * (round + 1) + at * 500, 500)
      }
    })()
    busy.push(await read())
    reading = false
    await importing
  }
  const [slow, usual] = [middle(busy).toFixed(1), middle(quiet).toFixed(1)]
  const note = `${slow} ms against ${usual}; one process does both`
  const name = '99th percentile of eight readers during an import against without'
  return [{ name, value: middle(busy) / middle(quiet), unit: 'ratio', target: '≤ 2', note }]
}
