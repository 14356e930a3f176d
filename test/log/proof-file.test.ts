// A proof that somebody holds: given to its owner alone, checked anywhere with the file alone.
import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, it } from 'node:test'
import type { Id } from '../../src/basics/index.ts'
import { act, logRoutes, makeCheckpoint, verifyFile } from '../../src/log/index.ts'
import { readSigningKeys } from '../../src/plumbing/index.ts'
import type { PageReply, PageRequest } from '../../src/web/index.ts'
import { freshDatabase, freshFolder } from '../database.ts'
import { migrations, newId, nobody, notebook, openDesk, write } from './notebook.ts'

const { db } = await freshDatabase(migrations)
const folder = await freshFolder()
const desk = openDesk(db, `${folder}/files`)
const keys = () => readSigningKeys(`${folder}/keys`)
const proofs = logRoutes({ log: desk.log, keys }).find(({ path }) =>
  path.startsWith('/check/proofs'),
)

async function ask(person: Id | null, fact: string): Promise<PageReply> {
  assert.ok(proofs)
  const visitor = person === null ? { kind: 'nobody' } : { kind: 'person', person }
  return proofs.handle({ visitor, params: { fact } } as unknown as PageRequest)
}

const owner = newId(desk)
const stream = newId(desk)
await act(desk.log, { actor: nobody, type: notebook, owner, stream, decide: write('mine') })
const [row] = await db.text<{ id: Id }>('select id from log.facts where stream = $1', [stream])
const fact = row?.id as Id

const textOf = (reply: PageReply): string => {
  assert.equal(reply.kind, 'download')
  return reply.kind === 'download' ? String(reply.body) : ''
}

const bytesOf = (text: string) => () => Readable.from(text === '' ? [] : [Buffer.from(text)])

describe('The proof of a fact', () => {
  it('is given to its owner, and to others reads as if there were no such fact', async () => {
    assert.ok(textOf(await ask(owner, fact)).includes('"statement"'))
    for (const [person, asked] of [
      [newId(desk), fact],
      [null, fact],
      [owner, newId(desk)],
      [owner, 'no id'],
    ] as const) {
      const reply = await ask(person, asked)
      assert.ok(reply.kind === 'refused' && reply.refusal.code === 'fact-unknown')
    }
  })

  it('holds at once, and once a checkpoint covers it says so', async () => {
    const early = await verifyFile(bytesOf(textOf(await ask(owner, fact))), null)
    assert.ok(early.ok)
    assert.equal(early.value.detail.underCheckpoint, false)
    await makeCheckpoint(desk.log, await keys())
    const later = await verifyFile(bytesOf(textOf(await ask(owner, fact))), null)
    assert.ok(later.ok)
    assert.equal(later.value.detail.underCheckpoint, true)
  })

  it('is refused by name once changed, for another key, or when it is no proof', async () => {
    const text = textOf(await ask(owner, fact))
    const changed = text.replace('"place": 1', '"place": 2')
    assert.notEqual(changed, text)
    for (const [file, trusted, code] of [
      [changed, null, 'proof-broken'],
      [text, '0'.repeat(64), 'key-not-trusted'],
      ['{"statement":{}}', null, 'proof-broken'],
      ['{', null, 'proof-broken'],
      ['', null, 'archive-broken'],
    ] as const) {
      const verified = await verifyFile(bytesOf(file), trusted)
      assert.ok(!verified.ok && verified.refusal.code === code, file.slice(0, 30))
    }
  })
})
