// What a question asked again by its name promises: the same rows, described once on a connection.
import assert from 'node:assert/strict'
import { describe, it, mock } from 'node:test'
import pg from 'pg'
import { freshDatabase } from '../database.ts'
import { allMigrations } from '../rooms.ts'

const { db } = await freshDatabase(allMigrations)
await db.ownerPool.query('create table asked (word text primary key, day date, many bigint)')
await db.ownerPool.query('grant all on asked to coproduce_app')
await db.text("insert into asked values ('first', '2026-11-30', 12), ('second', null, null)")

const all = 'select word, day, many from asked order by word'
const first = { word: 'first', day: '2026-11-30', many: 12 }
const second = { word: 'second', day: null, many: null }

/** How often the work asked for a description, all of it on one connection. */
async function described(work: (ask: typeof db.text) => Promise<unknown>): Promise<number> {
  const { prototype } = pg.Connection as unknown as { prototype: { describe(): void } }
  const counted = mock.method(prototype, 'describe')
  try {
    await db.transaction((tx) => work(tx.text))
  } finally {
    counted.mock.restore()
  }
  return counted.mock.callCount()
}

describe('A question asked again by its name', () => {
  it('is answered with the same rows and types, and is described once', async () => {
    const times = await described(async (ask) => {
      for (let time = 0; time < 3; time += 1) {
        assert.deepEqual(await ask(all, [], 'asked-all'), [first, second])
      }
    })
    assert.equal(times, 1)
  })

  it('is described once where it answers no rows at all', async () => {
    const times = await described(async (ask) => {
      for (const many of [1, 2]) {
        await ask("update asked set many = $1 where word = 'second'", [many], 'asked-update')
      }
      assert.equal((await ask(all, [], 'asked-after'))[1]?.many, 2)
    })
    assert.equal(times, 2)
  })

  it('keeps each answer apart from the next', async () => {
    const [one, other] = await db.transaction(async (tx) => {
      const ask = (word: string) =>
        tx.text('select word from asked where word = $1', [word], 'asked-one')
      return [await ask('first'), await ask('second'), await ask('nothing')]
    })
    assert.deepEqual([one, other], [[{ word: 'first' }], [{ word: 'second' }]])
  })

  it('fails, and reads nothing wrongly, where the columns have changed since', async () => {
    const ask = () => db.text('select * from asked order by word', [], 'asked-star')
    assert.equal((await ask()).length, 2)
    await db.ownerPool.query('alter table asked drop column day')
    await assert.rejects(ask(), { code: '0A000' })
  })
})
