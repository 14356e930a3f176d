// Files sent with a form: only from a page of ours, only so many, whatever they say of themselves.
import assert from 'node:assert/strict'
import { request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, it } from 'node:test'
import type { SentFile } from '../../src/web/index.ts'
import { multipart, type Part } from './multipart.ts'
import { formPost, hiddenField, openSite, pageAt } from './site.ts'

const MEGABYTE = 1_048_576
const many = { burst: 5_000, perSecond: 1 }
const asha = { cookie: 'session=cookie-of-asha' }

async function open(test: { after(done: () => Promise<void>): void }) {
  const got: { files: readonly SentFile[]; form: unknown; key: string | null }[] = []
  const takes = pageAt('/bring', {
    method: 'POST',
    access: 'person',
    files: { most: 3, megabytes: 2 },
    handle: async ({ files, form, formKey }) => {
      got.push({ files, form, key: formKey })
      return { kind: 'redirect', to: '/' }
    },
  })
  const plain = pageAt('/plain', { method: 'POST', access: 'person' })
  const { app, said } = await openSite([pageAt('/'), takes, plain], {
    paces: { formsBySession: many, formsByAddress: many },
  })
  test.after(() => app.close())
  const page = (await app.inject({ url: '/', headers: asha })).body
  const hidden: Part[] = ['form-guard', 'form-key'].map((name) => ({
    name,
    value: hiddenField(page, name),
  }))
  const send = (parts: readonly Part[], more: Record<string, string> = {}, url = '/bring') => {
    const { headers, ...rest } = multipart(parts)
    return app.inject({ ...rest, url, headers: { ...headers, ...asha, ...more } })
  }
  return { app, said, got, hidden, send }
}

const file = (name: string, bytes: string | Uint8Array = 'x'): Part => ({
  name: 'files',
  file: name,
  bytes,
})

describe('A form with files', () => {
  it('brings its fields, its one-time key and the bytes of every file', async (t) => {
    const { got, hidden, send } = await open(t)
    const bytes = Uint8Array.from({ length: 1_000 }, (_, at) => at % 256)
    const parts = [...hidden, { name: 'about', value: 'Mine' }, file('a.json', bytes), file('b')]
    assert.equal((await send(parts)).statusCode, 303)
    assert.deepEqual(got[0]?.form, { about: 'Mine' })
    assert.match(got[0]?.key ?? '', /^[0-9a-f-]{36}$/)
    assert.deepEqual(
      got[0]?.files.map(({ name }) => name),
      ['a.json', 'b'],
    )
    assert.deepEqual(Uint8Array.from(got[0]?.files[0]?.bytes ?? []), bytes)
  })

  it('has no file where a question was left empty, and keeps one of 0 bytes', async (t) => {
    const { got, hidden, send } = await open(t)
    await send([...hidden, file('', '')])
    await send([...hidden, file('empty.json', '')])
    assert.deepEqual(
      got.map(({ files }) => files.length),
      [0, 1],
    )
  })

  it('gives names without folders and without what misleads', async (t) => {
    const { got, hidden, send } = await open(t)
    const names = ['../../etc/passwd', 'C:\\fakepath\\x.json', 'cod\u202egpj.exe', '…<b>.json']
    for (const name of names) await send([...hidden, file(name)])
    await send([...hidden, file(`${'n'.repeat(500)}.json`)])
    const [one, two, three, four, five] = got.map(({ files }) => files[0]?.name ?? '')
    assert.deepEqual([one, two, three, four], ['passwd', 'x.json', 'codgpj.exe', '…_b_.json'])
    assert.equal(five?.length, 120)
  })
})

describe('A form with files that is not ours', () => {
  it('is refused before a file is kept', async (t) => {
    const { got, hidden, send } = await open(t)
    const [, key] = hidden
    const forged = { name: 'form-guard', value: 'x'.repeat(43) }
    for (const parts of [
      [file('a')],
      [forged, key as Part, file('a')],
      [file('a'), ...hidden],
      [{ name: 'about', value: 'x' }],
    ]) {
      assert.equal((await send(parts)).statusCode, 403)
    }
    const elsewhere = await send([...hidden, file('a')], { 'sec-fetch-site': 'cross-site' })
    assert.equal(elsewhere.statusCode, 403)
    assert.deepEqual(got, [])
  })

  it('is sent to sign in where nobody is signed in', async (t) => {
    const { hidden, send } = await open(t)
    const answer = await send([...hidden, file('a')], { cookie: '' })
    assert.equal(answer.statusCode, 303)
    assert.match(String(answer.headers.location), /^\/sign-in/)
  })

  it('is not taken by a route that takes no files', async (t) => {
    const { hidden, send } = await open(t)
    assert.equal((await send([...hidden, file('a')], {}, '/plain')).statusCode, 415)
  })
})

describe('A form with too much', () => {
  it('is refused by its length before it is read, and by its bytes where that lied', async (t) => {
    const { app, got, hidden, send } = await open(t)
    const all = await send([...hidden, file('a', new Uint8Array(2 * MEGABYTE))])
    assert.equal(all.statusCode, 303)
    const more = await send([...hidden, file('a', new Uint8Array(2 * MEGABYTE + 1))])
    assert.equal(more.statusCode, 413)
    assert.match(more.body, /larger than 2 MB together/)
    const told = multipart([file('a')]).headers
    const length = { 'content-length': String(100 * MEGABYTE) }
    const before = await app.inject({
      method: 'POST',
      url: '/bring',
      headers: { ...told, ...asha, ...length },
      payload: 'not read at all',
    })
    assert.equal(before.statusCode, 413)
    assert.equal(got.length, 1)
  })

  it('is refused for the files and for the fields that are too many or too long', async (t) => {
    const { got, hidden, send } = await open(t)
    const four = [1, 2, 3, 4].map((place) => file(`${place}`))
    assert.equal((await send([...hidden, ...four])).statusCode, 413)
    const fields = Array.from({ length: 200 }, (_, at) => ({ name: `f${at}`, value: '' }))
    assert.equal((await send([...hidden, ...fields])).statusCode, 413)
    const long = { name: 'about', value: 'x'.repeat(70_000) }
    assert.equal((await send([...hidden, long])).statusCode, 413)
    assert.deepEqual(got, [])
  })
})

describe('A form that lies about what it is', () => {
  it('is told so, and nothing breaks', async (t) => {
    const { app, said, got, hidden } = await open(t)
    const good = multipart([...hidden, file('a')])
    const cut = { ...good, payload: good.payload.subarray(0, good.payload.length - 20) }
    const noBoundary = { ...good, headers: { 'content-type': 'multipart/form-data' } }
    const other = { ...good, headers: { 'content-type': 'multipart/form-data; boundary=other' } }
    const plain = { ...formPost({ a: 'b' }), headers: good.headers }
    for (const sent of [cut, noBoundary, other, plain]) {
      const answer = await app.inject({
        ...sent,
        url: '/bring',
        headers: { ...sent.headers, ...asha },
      })
      assert.ok([400, 403].includes(answer.statusCode), String(answer.statusCode))
    }
    const names = ['__proto__', 'constructor', 'toString'].map((name) => ({ name, value: 'x' }))
    const { headers, ...rest } = multipart([...hidden, ...names, file('a')])
    const answer = await app.inject({ ...rest, url: '/bring', headers: { ...headers, ...asha } })
    assert.equal(answer.statusCode, 303)
    assert.equal(({} as Record<string, unknown>).x, undefined)
    assert.equal(got.length, 1)
    assert.ok(said.every(({ event }) => event === 'page-answered'))
  })

  it('waits for another of the same session, until that has come or gone away', async (t) => {
    const { app, hidden, send } = await open(t)
    await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = app.server.address() as AddressInfo
    const { headers, payload } = multipart([...hidden, file('a', new Uint8Array(100_000))])
    const to = { host: '127.0.0.1', port, path: '/bring', method: 'POST' }
    const first = ask({ ...to, headers: { ...headers, ...asha } })
    const gone = new Promise((done) => first.on('error', done))
    first.write(payload.subarray(0, 50_000))
    const until = async (status: number) => {
      for (let tries = 0; tries < 1_000; tries += 1) {
        if ((await send([...hidden, file('a')])).statusCode === status) return
        await new Promise((again) => setImmediate(again))
      }
      assert.fail(`never ${status}`)
    }
    await until(503)
    first.destroy()
    await gone
    await until(303)
  })
})
