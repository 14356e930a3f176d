// Promises of the log about leaving: a body erased for good, a stream taken elsewhere whole.
import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Id } from '../../src/basics/index.ts'
import {
  act,
  eraseBody,
  exportStreams,
  importStreams,
  load,
  readArchive,
  verifyLog,
} from '../../src/log/index.ts'
import { readSigningKeys } from '../../src/plumbing/index.ts'
import { freshDatabase, freshFolder } from '../database.ts'
import { migrations, newId, nobody, notebook, openDesk, write } from './notebook.ts'

const { db } = await freshDatabase(migrations)
const folder = await freshFolder()
const desk = openDesk(db, `${folder}/files`)
const { log } = desk
const keys = await readSigningKeys(`${folder}/keys`)

const writeLine = (owner: Id, stream: Id, text: string, key: string | null = null) =>
  act(log, { actor: nobody, type: notebook, owner, stream, key, decide: write(text) })

describe('Erasing a body', () => {
  it('leaves no trace of the text in any table or file, and the chain still verifies', async () => {
    const owner = newId(desk)
    const stream = newId(desk)
    const secret = `the secret ${newId(desk)}`
    const picture = await log.files.keep(owner, Buffer.from(`picture of ${secret}`))
    await act(log, { actor: nobody, type: notebook, owner, stream, decide: write('before') })
    await act(log, {
      actor: nobody,
      type: notebook,
      owner,
      stream,
      key: secret,
      decide: write(secret, [picture]),
    })
    await act(log, { actor: nobody, type: notebook, owner, stream, decide: write('after') })
    await db.text('insert into testing.drafts (owner, text) values ($1, $2)', [owner, secret])
    const [row] = await db.text<{ id: Id }>(
      'select id from log.facts where stream = $1 and place = 2',
      [stream],
    )
    assert.ok(row)
    const officer = newId(desk)
    const erased = await eraseBody(log, { fact: row.id, officer, reason: 'unlawfully-held' })
    assert.deepEqual(erased, { ok: true, value: { owner, stream, place: 2 } })
    const everywhere = await db.ownerPool.query(`
      select table_schema || '.' || table_name as name from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`)
    for (const { name } of everywhere.rows) {
      const found = await db.ownerPool.query(
        `select count(*)::int as n from ${name} t where t::text like '%' || $1 || '%'`,
        [secret],
      )
      assert.equal(found.rows[0].n, 0, name)
    }
    assert.equal(await log.files.read(owner, picture), null)
    const { state } = await load(log, db, notebook, { owner, stream })
    assert.deepEqual(state.lines, ['before', 'after'])
    const rows = await db.text('select text from testing.lines where stream = $1 order by place', [
      stream,
    ])
    assert.deepEqual(rows, [{ text: 'before' }, { text: 'after' }])
    assert.equal((await verifyLog(log)).broken, null)
    const again = await eraseBody(log, { fact: row.id, officer, reason: 'unlawfully-held' })
    assert.ok(!again.ok && again.refusal.code === 'already-erased')
    const why = await eraseBody(log, { fact: row.id, officer, reason: 'because' })
    assert.ok(!why.ok && why.refusal.code === 'erasure-reason-unknown')
  })
})

describe('An export', () => {
  const collect = async (owner: Id): Promise<Buffer> => {
    const [key] = keys
    assert.ok(key)
    return Buffer.concat(await Array.fromAsync(exportStreams(log, key, owner)))
  }

  it('imports into another installation with the same facts, files and rows', async () => {
    const owner = newId(desk)
    const stream = newId(desk)
    const picture = await log.files.keep(owner, Buffer.from('a picture'))
    await act(log, {
      actor: nobody,
      type: notebook,
      owner,
      stream,
      decide: write('text', [picture]),
    })
    await writeLine(owner, stream, 'more')
    const bytes = await collect(owner)
    const archive = await readArchive(() => Readable.from([bytes]))
    assert.ok(archive.ok)
    const other = await freshDatabase(migrations)
    const elsewhere = openDesk(other.db, `${folder}/elsewhere`).log
    assert.deepEqual(await importStreams(elsewhere, archive.value, [archive.value.manifest.key]), {
      ok: true,
      value: { added: 2, already: 0 },
    })
    assert.deepEqual(await importStreams(elsewhere, archive.value, [archive.value.manifest.key]), {
      ok: true,
      value: { added: 0, already: 2 },
    })
    const facts = 'select * from log.facts where stream = $1 order by place'
    assert.deepEqual(await other.db.text(facts, [stream]), await db.text(facts, [stream]))
    assert.deepEqual(
      await other.db.text('select * from testing.lines order by place'),
      await db.text('select * from testing.lines where stream = $1 order by place', [stream]),
    )
    assert.deepEqual(await elsewhere.files.read(owner, picture), Buffer.from('a picture'))
    assert.equal((await verifyLog(elsewhere)).broken, null)
  })

  it('is refused when any single byte of its content has been changed', async () => {
    const owner = newId(desk)
    await writeLine(owner, newId(desk), 'unchanged')
    const bytes = await collect(owner)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const changed = Buffer.from(bytes)
          changed[at] = (changed[at] as number) ^ flip
          const read = await readArchive(() => Readable.from([changed]))
          assert.ok(!read.ok)
          assert.equal(read.refusal.code, 'archive-broken')
        },
      ),
      { numRuns: 150 },
    )
  })
})
