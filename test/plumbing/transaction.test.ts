// What a transaction promises: all of it or nothing, also what is kept for its end.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { freshDatabase } from '../database.ts'
import { allMigrations } from '../rooms.ts'

const { db } = await freshDatabase(allMigrations)
await db.ownerPool.query('create table kept (word text primary key)')
await db.ownerPool.query('grant all on kept to coproduce_app')

const kept = async () => (await db.text<{ word: string }>('select word from kept')).map(wordOf)
const wordOf = ({ word }: { readonly word: string }) => word
const insert = 'insert into kept (word) values ($1)'

describe('Work kept for the end of a transaction', () => {
  it('is done with the commit, after everything else', async () => {
    const value = await db.transaction(async (tx) => {
      tx.lastly(async () => {
        await tx.text("insert into kept select word || '!' from kept")
      })
      await tx.text(insert, ['first'])
      return 'done'
    })
    assert.equal(value, 'done')
    assert.deepEqual((await kept()).sort(), ['first', 'first!'])
  })

  it('takes the whole transaction back where it fails', async () => {
    const before = await kept()
    const failing = db.transaction(async (tx) => {
      tx.lastly(() => tx.text(insert, ['first']))
      await tx.text(insert, ['second'])
    })
    await assert.rejects(failing, { code: '23505' })
    assert.deepEqual(await kept(), before)
  })

  it('is not begun where something before it failed', async () => {
    let begun = false
    const failing = db.transaction(async (tx) => {
      tx.lastly(async () => {
        begun = true
      })
      await tx.text(insert, ['first'])
    })
    await assert.rejects(failing, { code: '23505' })
    assert.equal(begun, false)
  })

  it('can ask nothing once the commit has been asked for', async () => {
    const late = db.transaction(async (tx) => {
      tx.lastly(async () => {
        await tx.text('select 1')
        await tx.text(insert, ['too late'])
      })
    })
    await assert.rejects(late, /asked after the commit/)
    assert.ok(!(await kept()).includes('too late'))
  })
})

describe('Questions asked together', () => {
  it('are answered in their order, each with its own rows', async () => {
    const numbers = await db.transaction((tx) =>
      Promise.all([1, 2, 3].map((one) => tx.text('select $1::int as one', [one]))),
    )
    assert.deepEqual(
      numbers.map(([row]) => row?.one),
      [1, 2, 3],
    )
  })

  it('leave the connection well where one of them fails', async () => {
    const mixed = db.transaction((tx) =>
      Promise.allSettled([tx.text('select 1/0'), tx.text('select 1')]).then(([one]) => {
        if (one.status === 'rejected') throw one.reason
      }),
    )
    await assert.rejects(mixed, { code: '22012' })
    assert.equal((await db.text('select 1 as one')).length, 1)
  })
})
