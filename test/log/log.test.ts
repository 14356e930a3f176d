// Promises of the log against a real database: appended once, in order, chained, never lost.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Id } from '../../src/basics/index.ts'
import {
  act,
  load,
  makeCheckpoint,
  proveFact,
  rebuild,
  verifyLog,
  verifyProof,
} from '../../src/log/index.ts'
import { readSigningKeys, sha256, verifySignature } from '../../src/plumbing/index.ts'
import { freshDatabase, freshFolder } from '../database.ts'
import { migrations, newId, nobody, notebook, openDesk, write } from './notebook.ts'

const { db } = await freshDatabase(migrations)
const folder = await freshFolder()
const desk = openDesk(db, `${folder}/files`)
const { log } = desk
const keys = await readSigningKeys(`${folder}/keys`)

const writeLine = (owner: Id, stream: Id, text: string, key: string | null = null) =>
  act(log, { actor: nobody, type: notebook, owner, stream, key, decide: write(text) })

const table = (name: string) => db.text(`select * from ${name} order by 1, 2, 3`)

describe('A stream', () => {
  it('keeps what is written, in order, across any number of writers at once', async () => {
    const owner = newId(desk)
    const stream = newId(desk)
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, n) => writeLine(owner, stream, `line ${n}`)),
    )
    const accepted = results.filter((one) => one.ok).length
    const { state, head } = await load(log, db, notebook, { owner, stream })
    assert.equal(accepted, 8)
    assert.equal(state.lines.length, 8)
    assert.equal(head.place, 8)
    assert.equal((await verifyLog(log)).broken, null)
  })

  it('does nothing twice for one key, and gives the first answer again', async () => {
    const owner = newId(desk)
    const stream = newId(desk)
    const answers = await Promise.all([
      writeLine(owner, stream, 'once', 'k1'),
      writeLine(owner, stream, 'once', 'k1'),
      writeLine(owner, stream, 'once', 'k1'),
    ])
    assert.deepEqual(answers, Array(3).fill({ ok: true, value: { lines: 1 } }))
    assert.equal((await load(log, db, notebook, { owner, stream })).head.place, 1)
  })

  it('lets a refused command be sent again with the same key once it is mended', async () => {
    const owner = newId(desk)
    const stream = newId(desk)
    const close = () => ({ ok: true as const, value: { facts: [], answer: 0 } })
    const refused = await act(log, {
      actor: nobody,
      type: notebook,
      owner,
      stream,
      key: 'k',
      decide: () => write('x')({ lines: [], closed: true }),
    })
    assert.equal(refused.ok, false)
    const mended = await act(log, {
      actor: nobody,
      type: notebook,
      owner,
      stream,
      key: 'k',
      decide: close,
    })
    assert.equal(mended.ok, true)
  })

  it('queues what follows in the same transaction, or not at all', async () => {
    const owner = newId(desk)
    const stream = newId(desk)
    const jobs = () =>
      db.text(`select count(*) as n from graphile_worker.jobs where key like 'count-lines:%'`)
    const [before] = await jobs()
    await writeLine(owner, stream, 'one')
    const failed = act(log, {
      actor: nobody,
      type: notebook,
      owner,
      stream,
      decide: write('two'),
      also: async () => {
        throw new Error('the lights went out')
      },
    })
    await assert.rejects(failed, /lights/)
    const [after] = await jobs()
    assert.equal(Number(after?.n) - Number(before?.n), 1)
    assert.equal((await load(log, db, notebook, { owner, stream })).head.place, 1)
  })

  it('reads a body of an older version as today’s', async () => {
    const owner = newId(desk)
    const stream = newId(desk)
    const old = openDesk(db, folder).log
    const kinds = new Map(old.kinds)
    const kind = kinds.get('line-written')
    assert.ok(kind)
    kinds.set('line-written', { ...kind, version: 1, check: () => null })
    const decide = () => ({
      ok: true as const,
      value: {
        facts: [{ kind: 'line-written' as const, body: { text: 'old' } as never }],
        answer: 0,
      },
    })
    await act(
      { ...old, kinds, projections: [] },
      { actor: nobody, type: notebook, owner, stream, decide },
    )
    const { state } = await load(log, db, notebook, { owner, stream })
    assert.deepEqual(state.lines, ['old'])
    await rebuild(log)
  })

  it('cannot be changed or shortened by the role the program runs under', async () => {
    await assert.rejects(db.text(`update log.facts set body = '{}'`), /permission denied/)
    await assert.rejects(db.text('delete from log.facts'), /permission denied/)
    await assert.rejects(db.text('truncate log.facts'), /permission denied/)
  })
})

describe('A rebuild', () => {
  it('gives the rows that were there before, for any sequence of writes', async () => {
    const streams = Array.from({ length: 3 }, () => ({ owner: newId(desk), stream: newId(desk) }))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ at: fc.nat(2), text: fc.string() }), { maxLength: 12 }),
        async (writes) => {
          for (const { at, text } of writes) {
            const { owner, stream } = streams[at] as { owner: Id; stream: Id }
            await writeLine(owner, stream, text)
          }
          const before = [await table('testing.lines'), await table('log.attachments')]
          const jobs = await table('graphile_worker.jobs')
          await rebuild(log)
          assert.deepEqual([await table('testing.lines'), await table('log.attachments')], before)
          assert.deepEqual(await table('graphile_worker.jobs'), jobs)
        },
      ),
      { numRuns: 8 },
    )
  })
})

describe('Checkpoints and proofs', () => {
  it('follow each other, hold after more writing, and prove that a fact was recorded', async () => {
    const owner = newId(desk)
    const stream = newId(desk)
    await writeLine(owner, stream, 'first')
    const [row] = await db.text<{ id: Id }>('select id from log.facts where stream = $1', [stream])
    assert.ok(row)
    const trusted = keys.map((key) => key.publicKey)
    const early = await proveFact(log, keys, owner, row.id)
    assert.ok(early)
    assert.equal(early.inclusion, null)
    assert.equal(verifyProof(sha256, verifySignature, early, trusted), null)
    await writeLine(owner, stream, 'second')
    await makeCheckpoint(log, keys)
    await writeLine(owner, stream, 'third')
    await makeCheckpoint(log, keys)
    const later = await proveFact(log, keys, owner, row.id)
    assert.ok(later?.inclusion)
    assert.equal(verifyProof(sha256, verifySignature, later, trusted), null)
    assert.ok(!JSON.stringify(later).includes('first'))
    const moved = { ...later, statement: { ...later.statement, place: 9 } }
    assert.equal(verifyProof(sha256, verifySignature, moved, trusted), 'signature-wrong')
    const path = later.inclusion.path.map((step) => ({ ...step, digest: '0'.repeat(64) }))
    const forged = { ...later, inclusion: { ...later.inclusion, path } }
    assert.equal(verifyProof(sha256, verifySignature, forged, trusted), 'not-under-checkpoint')
    const verified = await verifyLog(log)
    assert.equal(verified.broken, null)
    assert.ok(verified.checkpoints >= 2)
  })
})

describe('Changing anything behind the program’s back', () => {
  const changes: Record<string, string> = {
    'one byte of a body': `update log.facts
      set body = overlay(body placing '!' from 10) where id = $1`,
    'the salt': `update log.facts set salt = reverse(salt) where id = $1`,
    'the kind': `update log.facts set kind = 'notebook-closed' where id = $1`,
    'the version': `update log.facts set version = version + 1 where id = $1`,
    'the time': `update log.facts set at = at + interval '1 ms' where id = $1`,
    'who did it': `update log.facts set by = owner where id = $1`,
    'for whom': `update log.facts set on_behalf_of = owner where id = $1`,
    'the id': `update log.facts set id = owner where id = $1`,
    'a digest': `update log.facts set digest = sha256(digest) where id = $1`,
    'the digest of a body': `update log.facts set body_digest = sha256(digest) where id = $1`,
    'only the body away': `update log.facts set body = null where id = $1`,
    'a fact away': `delete from log.facts where id = $1`,
    'the order': `update log.facts set place = place + 1000 where id = $1`,
    'a head': `update log.heads h set place = h.place + 1 from log.facts f
      where f.id = $1 and h.owner = f.owner and h.stream = f.stream`,
  }
  for (const [what, sql] of Object.entries(changes)) {
    it(`is noticed and named: ${what}`, async () => {
      const owner = newId(desk)
      const stream = newId(desk)
      for (const text of ['first line', 'second line', 'third line']) {
        await writeLine(owner, stream, text)
      }
      const [row] = await db.text<{ id: Id }>(
        'select id from log.facts where stream = $1 and place = 2',
        [stream],
      )
      const client = await db.ownerPool.connect()
      const kept = await client.query('select * from log.facts where stream = $1', [stream])
      await client.query(sql, [row?.id])
      const { broken } = await verifyLog(log)
      assert.ok(broken !== null, 'verify still says that everything holds')
      assert.ok('stream' in broken && broken.stream === stream)
      await client.query('delete from log.facts where stream = $1', [stream])
      await client.query('delete from log.heads where stream = $1', [stream])
      client.release()
      assert.equal(kept.rowCount, 3)
      assert.equal((await verifyLog(log)).broken, null)
    })
  }

  it('is noticed when a whole stream goes that a checkpoint had seen', async () => {
    const owner = newId(desk)
    const stream = newId(desk)
    await writeLine(owner, stream, 'kept')
    const { text } = await makeCheckpoint(log, keys)
    const number = JSON.parse(text).number
    const client = await db.ownerPool.connect()
    await client.query('begin')
    const facts = await client.query('select * from log.facts where stream = $1', [stream])
    const columns = Object.keys(facts.rows[0]).join(', ')
    await client.query(
      'create temp table kept_facts as select * from log.facts where stream = $1'.replace(
        '$1',
        `'${stream}'`,
      ),
    )
    await client.query(
      `create temp table kept_heads as select * from log.heads where stream = '${stream}'`,
    )
    await client.query(`delete from log.facts where stream = '${stream}'`)
    await client.query(`delete from log.heads where stream = '${stream}'`)
    await client.query('commit')
    assert.deepEqual((await verifyLog(log)).broken, {
      checkpoint: number,
      why: 'head-not-on-chain',
    })
    await client.query(`insert into log.facts (${columns}) select ${columns} from kept_facts`)
    await client.query('insert into log.heads select * from kept_heads')
    client.release()
    assert.equal((await verifyLog(log)).broken, null)
  })

  it('is noticed in a checkpoint: its text, its signature, its leaves', async () => {
    const client = await db.ownerPool.connect()
    const attempts = [
      [
        `update log.checkpoints set text = replace(text, '"streams":', '"streams":1')
         where number = 1`,
        'signature-wrong',
      ],
      [
        `update log.checkpoints set signature = reverse(signature) where number = 1`,
        'signature-wrong',
      ],
      [`update log.leaves set salt = reverse(salt) where checkpoint = 1`, 'root-differs'],
    ] as const
    for (const [sql, why] of attempts) {
      await client.query('create temp table c as select * from log.checkpoints')
      await client.query('create temp table l as select * from log.leaves')
      await client.query(sql)
      assert.deepEqual((await verifyLog(log)).broken, { checkpoint: 1, why })
      await client.query(
        `update log.checkpoints k set text = c.text, signature = c.signature from c
         where c.number = k.number`,
      )
      await client.query(
        `update log.leaves k set salt = l.salt from l
         where l.owner = k.owner and l.stream = k.stream and l.checkpoint = k.checkpoint`,
      )
      await client.query('drop table c, l')
    }
    client.release()
    assert.equal((await verifyLog(log)).broken, null)
  })
})
