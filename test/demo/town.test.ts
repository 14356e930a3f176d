// The demonstration town: the same for one seed and day, whole, checkable, and made once.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  asDay,
  type Id,
  isKeptForTesting,
  type PersonId,
  parseNhsNumber,
} from '../../src/basics/index.ts'
import { demonstrationPeople } from '../../src/demo/index.ts'
import { growDemonstrationTown, makeTown } from '../../src/demo/make-town.ts'
import { people } from '../../src/demo/names.ts'
import { diceFrom } from '../../src/demo/neighbours/dice.ts'
import { MOST_NEIGHBOURS, nhsNumberAt, streets } from '../../src/demo/neighbours/households.ts'
import { lifeOf } from '../../src/demo/neighbours/life.ts'
import { readFhirText } from '../../src/fhir/index.ts'
import { load, rebuild, verifyLog } from '../../src/log/index.ts'
import { sha256 } from '../../src/plumbing/index.ts'
import { followNow } from '../../src/reactions.ts'
import { correctionStanding, correctionStream } from '../../src/record/domain/correction.ts'
import { type House, openHouse } from '../rooms.ts'

const PEOPLE = 70

async function townOf(seed: string | null, people = PEOPLE, house?: House) {
  const inside = house ?? (await openHouse())
  const { log, folder } = inside
  const installation = { log, address: 'http://127.0.0.1:1', settings: { dataDir: folder } }
  const follow = followNow(installation as Parameters<typeof followNow>[0])
  const made = await makeTown(log, { people, seed }, follow, () => {})
  return { house: inside, made }
}

/** Every fact there is, envelope and text, as one digest. */
async function digestOf({ log }: House): Promise<string> {
  const facts = await log.db.text<{ line: string }>(
    `select concat_ws('|', owner, stream, place, id, kind, version, at, by, on_behalf_of, body,
       salt, encode(digest, 'hex')) as line from log.facts order by owner, stream, place`,
  )
  return sha256(facts.map(({ line }) => line).join('\n'))
}

async function countOf({ log }: House): Promise<number> {
  const [row] = await log.db.text<{ count: number }>('select count(*) as count from log.facts')
  return row?.count ?? 0
}

describe('A town', async () => {
  const first = await townOf('1')
  assert.ok(first.made.ok)

  it('is the same for one seed and one day: text, ids, times and salts', async () => {
    const again = await townOf('1')
    assert.equal(await digestOf(again.house), await digestOf(first.house))
  })

  it('is another one for another seed', async () => {
    const other = await townOf('2')
    assert.notEqual(await digestOf(other.house), await digestOf(first.house))
  })

  it('is made once: made again, also on a later day, nothing is added', async () => {
    const before = await digestOf(first.house)
    first.house.clock.moveTo('2026-12-02T15:00:00Z')
    const again = await townOf(null, PEOPLE, first.house)
    assert.deepEqual(again.made, { ok: true, value: { people: 0, entries: 0, seed: '1' } })
    assert.equal(await digestOf(first.house), before)
  })

  it('adds nothing when stories are told again that had been broken off', async () => {
    const before = await digestOf(first.house)
    await first.house.log.db.ownerPool.query(`delete from log.commands where key like '% told %'`)
    assert.ok((await townOf(null, PEOPLE, first.house)).made.ok)
    assert.equal(await digestOf(first.house), before)
  })

  it('is refused with another seed than it was begun with', async () => {
    const { made } = await townOf('7', PEOPLE, first.house)
    assert.equal(made.ok ? 'made' : made.refusal.code, 'demonstration-of-another-seed')
  })

  it('verifies, and its lists come out the same when they are made again', async () => {
    const { log } = first.house
    assert.equal((await verifyLog(log)).broken, null)
    const tables = log.projections.flatMap((one) => one.tables)
    const contents = () =>
      Promise.all(
        tables.map(async (table) => {
          const rows = await log.db.text<{ line: string }>(
            `select t::text as line from ${table} t order by 1`,
          )
          return { table, digest: sha256(rows.map(({ line }) => line).join('\n')) }
        }),
      )
    const before = await contents()
    await rebuild(log)
    assert.deepEqual(await contents(), before)
  })

  it('grows to a larger number, keeps whom it had, and stops where it is asked to', async () => {
    const { house } = first
    const before = await countOf(house)
    const stopped = { people: PEOPLE + 200, stop: AbortSignal.abort() }
    assert.deepEqual(await growDemonstrationTown(house.log, stopped), { people: 0, entries: 0 })
    const grown = await growDemonstrationTown(house.log, { people: PEOPLE + 30 })
    assert.equal(grown.people, 30)
    assert.ok((await countOf(house)) > before + grown.entries)
    const fewer = await growDemonstrationTown(house.log, { people: PEOPLE })
    assert.deepEqual(fewer, { people: 0, entries: 0 })
  })

  it('A3 has one request of Grace that is overdue, one declined, and one that waits', async () => {
    assert.deepEqual(await standingsOf(first.house, people.grace), [
      { standing: 'overdue', lapsed: true },
      { standing: 'declined', lapsed: false },
      { standing: 'waiting', lapsed: false },
    ])
    const [row] = await first.house.log.db.text<{ body: string }>(
      `select body from log.facts where owner = $1 and kind = 'entry-disagreed'`,
      [people.grace],
    )
    assert.match(row?.body ?? '', /I have never had a seizure/)
  })

  it('has no number twice, and none outside the range kept for testing', async () => {
    const rows = await first.house.log.db.text<{ nhs_number: string }>(
      'select nhs_number from identity.people where nhs_number is not null',
    )
    const numbers = rows.map((row) => row.nhs_number)
    assert.equal(new Set(numbers).size, numbers.length)
    for (const number of numbers) {
      const read = parseNhsNumber(number)
      assert.ok(read.ok && isKeptForTesting(read.value), number)
    }
  })

  it('keeps every resource as the strict reader takes it', async () => {
    const rows = await first.house.log.db.text<{ body: string }>(
      `select body from log.facts where kind = 'entry-added'`,
    )
    assert.ok(rows.length > 1_000)
    for (const { body } of rows) {
      const { received } = JSON.parse(body) as { received: string }
      const read = readFhirText(received, false)
      assert.deepEqual([read.received.length, read.unread], [1, []], received)
    }
  })
})

async function standingsOf({ log }: House, person: PersonId) {
  const rows = await log.db.text<{ stream: Id }>(
    `select stream from log.facts where owner = $1 and kind = 'correction-asked' order by at`,
    [person],
  )
  const loaded = await Promise.all(
    rows.map(({ stream }) => load(log, log.db, correctionStream, { owner: person, stream })),
  )
  return loaded.map(({ state }) => ({
    standing: correctionStanding(state, log.clock.now()),
    lapsed: state.lapsed,
  }))
}

describe('The named people', () => {
  it('are at least fourteen, each with two lines and no name twice', () => {
    assert.ok(demonstrationPeople.length >= 14)
    const names = demonstrationPeople.map(({ name }) => name)
    assert.ok(names.length >= 14)
    assert.equal(new Set(names).size, names.length)
    for (const { story } of demonstrationPeople) {
      assert.ok(story.length >= 50 && story.length <= 100, story)
    }
  })
})

describe('Neighbours', () => {
  const today = asDay('2026-11-23')
  const some = [...take(streets('5', today), 60)].flat()

  it('have numbers of their own at every place, the first and the last', () => {
    const places = [...Array(2_000).keys(), MOST_NEIGHBOURS - 1]
    const numbers = places.map(nhsNumberAt)
    assert.equal(new Set(numbers).size, places.length)
    for (const number of numbers) assert.ok(parseNhsNumber(number).ok)
    assert.throws(() => nhsNumberAt(MOST_NEIGHBOURS + 20), RangeError)
  })

  it('are of the age that is said of them, and born before today', () => {
    for (const { born, age } of some) {
      assert.ok(born < today)
      const years = (Date.parse(today) - Date.parse(born)) / 31_557_600_000
      assert.ok(Math.abs(years - age - 0.5) <= 0.52, `${born} ${age}`)
    }
  })

  it('have records that begin after their birth, end today, and contradict nothing', () => {
    for (const one of some) {
      const life = lifeOf(diceFrom(`5 ${one.person}`), one, today).map(({ received }) =>
        JSON.parse(received),
      )
      const days = life.map(
        (entry) =>
          entry.onsetDateTime ??
          entry.effectiveDateTime ??
          entry.authoredOn ??
          entry.occurrenceDateTime ??
          entry.performedDateTime ??
          entry.recordedDate ??
          entry.period?.start,
      )
      for (const day of days) assert.ok(day >= one.born && day <= today, `${day} ${one.born}`)
      const words = life.map((entry) =>
        [entry.code, entry.medicationCodeableConcept].map((code) => code?.text ?? '').join(''),
      )
      const has = (text: string) => words.some((word) => word.startsWith(text))
      if (has('Penicillin')) assert.ok(!has('Amoxicillin'), one.name)
      if (has('Asthma')) assert.ok(!has('Bisoprolol'), one.name)
      if (has('Penicillin')) assert.ok(!has('No known allergy'))
      const current = life
        .filter((entry) => entry.resourceType === 'MedicationRequest' && entry.status === 'active')
        .map((entry) => entry.medicationCodeableConcept.text)
      assert.equal(new Set(current).size, current.length, `${one.name}: ${current.join(', ')}`)
    }
  })
})

function* take<T>(from: Iterable<T>, count: number): Generator<T> {
  let left = count
  for (const one of from) {
    if (left === 0) return
    left -= 1
    yield one
  }
}
