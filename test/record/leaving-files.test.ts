// A10: letters and photos go along when a person leaves, and open again where they arrive.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, it } from 'node:test'
import type { Id } from '../../src/basics/index.ts'
import { exportStreams } from '../../src/log/index.ts'
import { readSigningKeys, readZip, sha256, type ZipEntry, zipOf } from '../../src/plumbing/index.ts'
import { addDocument } from '../../src/record/actions/add-document.ts'
import { importFiles, leaveWith, readableParts } from '../../src/record/index.ts'
import { done, person as register } from '../attacks/town.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { jpeg } from './pictures.ts'

const [here, there] = [await openWholeSite(), await openWholeSite()]
const { log, folder } = here
const asha = await register(here, 'Asha Patel')
const me = { person: asha, organisation: null, shownAs: 'Asha Patel' }
const PDF = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF')

const added: { title: string; bytes: Uint8Array; entry: Id }[] = []
for (const [title, bytes] of [
  ['A letter from the eye clinic', PDF],
  ['A photo of my hand', jpeg()],
] as const) {
  const where = '/record/documents/add'
  const document = { bytes, title, says: title, day: '2026-11-01' as never, labels: [], where }
  added.push({ title, bytes, entry: done(await addDocument(log, me, asha, document, null)) })
}

const key = (await readSigningKeys(join(folder, 'keys'))).at(-1)
assert.ok(key)
const left = done(
  await leaveWith(log, key, {
    person: asha,
    asker: { person: asha, via: 'self', organisation: null, roles: [] },
    where: '/record/leave',
    readable: (looked, tx) => readableParts({ log, looked, language: 'en' }, tx),
  }),
)
const archive = Buffer.concat(await Array.fromAsync(left))

async function bring(bytes: Uint8Array) {
  const path = join(there.folder, `${log.chance.hex(4)}.zip`)
  writeFileSync(path, bytes)
  const said: string[] = []
  const io = { out: (line: string) => said.push(line), err: () => {}, progress: () => {} }
  const request = { files: [path], person: null, yes: true, rest: false, json: true }
  const code = await importFiles(there.log, request, [key?.publicKey ?? ''], io)
  return { code, ...JSON.parse(said.at(-1) ?? '{}') }
}

async function* inOrder(parts: readonly ZipEntry[]) {
  yield* parts
}

describe('A10 The files of a person who leaves', () => {
  it('lie in what they take away, each under its digest and as it was', async () => {
    const parts = await Array.fromAsync(readZip(Readable.from([archive])))
    for (const { bytes } of added) {
      const part = parts.find(({ name }) => name === `files/${sha256(bytes)}`)
      assert.deepEqual(Buffer.from(part?.bytes ?? []), Buffer.from(bytes))
    }
  })

  it('are not taken in, and nothing else is, where one of them is missing', async () => {
    const parts = await Array.fromAsync(readZip(Readable.from([archive])))
    const some = parts.filter(({ name }) => name !== `files/${sha256(PDF)}`)
    const short = Buffer.concat(await Array.fromAsync(zipOf(inOrder(some))))
    const refused = await bring(short)
    assert.deepEqual([refused.code, refused.refused[0]?.code], [1, 'archive-broken'])
    assert.deepEqual(await there.log.files.list(asha), [])
  })

  it('open in another installation as they did here, and at once', async () => {
    const brought = await bring(archive)
    assert.deepEqual([brought.code, brought.refused], [0, []])
    const theirs = await there.visitorOf(asha)
    const ours = await here.visitorOf(asha)
    for (const { entry, title, bytes } of added) {
      const at = `/record/entry/${entry}`
      assert.ok((await theirs.get(at)).body.includes(title))
      const [file, same] = [await theirs.get(`${at}/file`), await ours.get(`${at}/file`)]
      assert.equal(file.statusCode, 200, title)
      assert.deepEqual(file.rawPayload, Buffer.from(bytes))
      assert.equal(file.headers['content-type'], same.headers['content-type'])
    }
  })

  it('can leave from there again, byte for byte', async () => {
    const again = exportStreams(there.log, key, asha)
    const names = (await Array.fromAsync(readZip(Readable.from(again)))).map(({ name }) => name)
    for (const { bytes } of added) assert.ok(names.includes(`files/${sha256(bytes)}`))
  })

  it('meet no mistake of ours', () => assert.deepEqual([here.failures, there.failures], [[], []]))
})
