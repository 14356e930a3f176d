// Leaving with everything, measured: the memory it takes for a long record, against a short one.
import { join } from 'node:path'
import type { PersonId } from '../../src/basics/index.ts'
import { registerPerson } from '../../src/identity/index.ts'
import { actTogether, type Log } from '../../src/log/index.ts'
import { addSigningKey, type SigningKey } from '../../src/plumbing/index.ts'
import { addForMany, leaveWith, readableParts } from '../../src/record/index.ts'
import { openHouse } from './house.ts'
import type { Row } from './log.ts'

const [SHORT, LONG] = [200, 20_000]

/** A record of so many measurements, each with a note as real files have them. */
async function recordOf(log: Log, count: number): Promise<PersonId> {
  const person = log.chance.id<'person'>() as PersonId
  const actor = { by: null, onBehalfOf: null }
  await registerPerson(log, { actor, person, name: 'Asha', birthDate: null, nhsNumber: null })
  const note = [{ text: 'How the night was, and how far the walk went. '.repeat(8) }]
  const entries = Array.from({ length: count }, (_, at) => ({
    received: JSON.stringify({
      resourceType: 'Observation',
      id: String(at),
      status: 'final',
      code: { text: `Measurement ${at % 300}` },
      effectiveDateTime: `20${10 + (at % 15)}-0${1 + (at % 9)}-1${at % 9}`,
      valueQuantity: { value: at / 10, unit: 'mmol/L' },
      note,
    }),
    source: { what: 'file' as const, name: 'a file', fullUrl: null },
    author: { person: null, organisation: null, shownAs: 'Oak Lane Surgery' },
    identifier: null,
    labels: [],
    batch: null,
  }))
  for (let from = 0; from < entries.length; from += 500) {
    const some = entries.slice(from, from + 500)
    const done = await actTogether(log, (tx) =>
      addForMany(log, tx, [{ actor, person, entries: some }]),
    )
    if (!done.ok) throw new Error(done.refusal.says)
  }
  return person
}

type Taken = { readonly bytes: number; readonly seconds: number; readonly most: number }

/** Takes everything as the site does, a piece at a time, and notes the most memory in use. */
async function take(log: Log, key: SigningKey, person: PersonId): Promise<Taken> {
  global.gc?.()
  const before = process.memoryUsage().rss
  const begun = performance.now()
  const readable: Parameters<typeof leaveWith>[2]['readable'] = (looked, tx) =>
    readableParts({ log, looked, language: 'en' }, tx)
  const left = await leaveWith(log, key, { person, asker: null, where: 'bench', readable })
  if (!left.ok) throw new Error(left.refusal.says)
  let [bytes, most] = [0, before]
  for await (const piece of left.value) {
    bytes += piece.length
    most = Math.max(most, process.memoryUsage().rss)
  }
  const seconds = (performance.now() - begun) / 1_000
  return { bytes, seconds, most: (most - before) / 1024 ** 2 }
}

export async function benchLeaving(): Promise<readonly Row[]> {
  const house = await openHouse()
  const { log, folder } = house
  const key = await addSigningKey(join(folder, 'keys'))
  try {
    const [short, long] = [await recordOf(log, SHORT), await recordOf(log, LONG)]
    // Once before, so that what is loaded for the first time is not counted.
    await take(log, key, short)
    const [few, many] = [await take(log, key, short), await take(log, key, long)]
    return [
      { name: 'memory for 200 entries', value: few.most, unit: 'MiB' },
      { name: 'memory for 20,000 entries', value: many.most, unit: 'MiB', target: '≤ 256' },
      { name: 'the file of 20,000', value: many.bytes / 1024 ** 2, unit: 'MiB' },
      { name: 'time for 20,000', value: many.seconds, unit: 's', target: '≤ 60' },
    ]
  } finally {
    await house.close()
  }
}
