// A1: large files are read beside the site, and a ZIP file is answered in words.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readAtOnce, readBytes } from '../../src/record/actions/read-bytes.ts'
import { openRecords } from './people.ts'

const { newId, someone, file, bring } = await openRecords()

const bundle = (count: number, more = '') => {
  const entry = Array.from({ length: count }, (_, at) => ({
    resource: {
      resourceType: 'Condition',
      id: `${at}`,
      code: { text: `Asthma ${at} ${'and what was said '.repeat(25)}` },
    },
  }))
  return Buffer.from(
    `${JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry })}${more}`,
  )
}

/** How often the event loop came round while something was done. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0
  let next: NodeJS.Immediate | null = null
  const turn = () => {
    turns += 1
    next = setImmediate(turn)
  }
  next = setImmediate(turn)
  await work()
  clearImmediate(next)
  return turns
}

describe('A1 A file of more than a megabyte', () => {
  const large = { file: 'a.json', batch: newId(), bytes: bundle(3_000) }

  it('says the same as when it is read at once, entry for entry', async () => {
    assert.ok(large.bytes.length > 1_048_576)
    const read = await readBytes(large)
    assert.equal(read.entries.length, 3_000)
    assert.deepEqual(read, readAtOnce(large))
  })

  it('leaves the event loop free, so that pages are answered meanwhile', async () => {
    const small = { ...large, bytes: bundle(400) }
    assert.equal(await turnsDuring(() => readBytes(small)), 0)
    assert.ok((await turnsDuring(() => readBytes(large))) > 100)
  })

  it('is told of in the same words where it is broken', async () => {
    const broken = { ...large, bytes: bundle(3_000, 'and more') }
    const { entries, unread } = await readBytes(broken)
    assert.deepEqual([entries.length, unread[0]?.refusal.code], [0, 'json-broken'])
  })

  it('waits for the one before it, and both are read', async () => {
    const both = await Promise.all([readBytes(large), readBytes(large)])
    assert.deepEqual(
      both.map(({ entries }) => entries.length),
      [3_000, 3_000],
    )
  })

  it('goes in like any other', async () => {
    const done = await bring([file(large.bytes)], { person: await someone() })
    assert.deepEqual([done.code, done.added], [0, 3_000])
  })
})

describe('A1 A ZIP file', () => {
  it('is answered with what to do with it', () => {
    const zip = { file: 'a.zip', batch: newId(), bytes: Buffer.from('PK\u0003\u0004 and more') }
    const [only] = readAtOnce(zip).unread
    assert.equal(only?.refusal.code, 'file-is-zip')
    assert.match(only?.refusal.next ?? '', /ask whoever runs this site/)
  })
})
