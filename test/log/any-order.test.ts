// What holds for any order of writing and erasing, and for every room at once.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Id } from '../../src/basics/index.ts'
import { makeDemonstrationTown } from '../../src/demo/index.ts'
import { act, eraseBody, load, rebuild, verifyLog } from '../../src/log/index.ts'
import { freshDatabase, freshFolder } from '../database.ts'
import { openHouse } from '../rooms.ts'
import { migrations, newId, nobody, notebook, openDesk, write } from './notebook.ts'

const { db } = await freshDatabase(migrations)
const house = await openHouse()
const desk = openDesk(db, `${await freshFolder()}/files`)
const { log } = desk

const writeLine = (owner: Id, stream: Id, text: string) =>
  act(log, { actor: nobody, type: notebook, owner, stream, decide: write(text) })

describe('Any interleaving of writers', () => {
  it('gives a chain that verifies and holds each accepted line once, in order', async () => {
    const writers = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(writers, async (lengths) => {
        const owner = newId(desk)
        const stream = newId(desk)
        const accepted: string[] = []
        await Promise.all(
          lengths.map(async (length, writer) => {
            for (let line = 0; line < length; line += 1) {
              const text = `${writer}:${line}`
              const done = await writeLine(owner, stream, text)
              if (done.ok) accepted.push(text)
            }
          }),
        )
        const { lines } = (await load(log, db, notebook, { owner, stream })).state
        assert.deepEqual([...lines].sort(), [...accepted].sort())
        for (const writer of lengths.keys()) {
          const own = lines.filter((text) => text.startsWith(`${writer}:`))
          assert.deepEqual(own, [...own].sort())
        }
      }),
      { numRuns: 10 },
    )
    assert.equal((await verifyLog(log)).broken, null)
  })
})

describe('Erasing any of the bodies, in any order', () => {
  it('keeps verify true and leaves no trace of the texts in any table', async () => {
    const erasing = fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(erasing, async (places) => {
        const owner = newId(desk)
        const stream = newId(desk)
        const texts = Array.from({ length: 5 }, () => `secret ${newId(desk)}`)
        for (const text of texts) await writeLine(owner, stream, text)
        const facts = await db.text<{ id: Id }>(
          'select id from log.facts where stream = $1 order by place',
          [stream],
        )
        for (const place of places) {
          const fact = facts[place]?.id as Id
          const done = await eraseBody(log, { fact, officer: newId(desk), reason: 'court-order' })
          assert.ok(done.ok)
        }
        assert.equal((await verifyLog(log)).broken, null)
        const gone = places.map((place) => texts[place])
        const kept = texts.filter((text) => !gone.includes(text))
        assert.deepEqual((await load(log, db, notebook, { owner, stream })).state.lines, kept)
        for (const [, rows] of await everything(db)) {
          for (const text of gone) assert.ok(!rows.includes(text as string))
        }
      }),
      { numRuns: 6 },
    )
  })
})

describe('A rebuild', () => {
  it('mends heads that were changed, and lets a reader go on meanwhile', async () => {
    const owner = newId(desk)
    const stream = newId(desk)
    await writeLine(owner, stream, 'a line')
    await db.ownerPool.query('update log.heads set place = 7 where stream = $1', [stream])
    assert.notEqual((await verifyLog(log)).broken, null)
    const lines = 'select count(*)::int as n from testing.lines where stream = $1'
    const [seen] = await db.transaction(async (tx) => {
      const rebuilding = rebuild(log)
      const rows = await tx.text<{ n: number }>(lines, [stream])
      await rebuilding
      return rows
    })
    assert.equal(seen?.n, 1)
    assert.equal((await verifyLog(log)).broken, null)
    assert.ok((await writeLine(owner, stream, 'another')).ok)
  })

  it('that meets writers makes each of their facts into rows once', async () => {
    const owner = newId(desk)
    const streams = Array.from({ length: 6 }, () => newId(desk))
    const writing = Promise.all(
      streams.map(async (stream) => {
        for (let line = 0; line < 4; line += 1) await writeLine(owner, stream, `${line}`)
      }),
    )
    await rebuild(log)
    await rebuild(log)
    await writing
    const rows = await db.text<{ n: number }>(
      'select count(*)::int as n from testing.lines where owner = $1',
      [owner],
    )
    assert.equal(rows[0]?.n, 24)
  })
})

describe('A rebuild of the whole house', () => {
  it('gives every table of every room as it was', async () => {
    await makeDemonstrationTown(house.log)
    const before = await everything(house.log.db)
    assert.ok(before.size > 15, 'the rooms have tables')
    await rebuild(house.log)
    const after = await everything(house.log.db)
    for (const [table, rows] of before) assert.equal(after.get(table), rows, table)
  })
})

/** Every row of every table of ours and of the job runner, as text. */
async function everything(from: typeof db): Promise<Map<string, string>> {
  const tables = await from.ownerPool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const found = new Map<string, string>()
  for (const { name } of tables.rows) {
    const rows = await from.ownerPool.query<{ row: string }>(
      `select t::text as row from ${name} t order by 1`,
    )
    found.set(name, rows.rows.map(({ row }) => row).join('\n'))
  }
  return found
}
