// Asking more often, or keeping more, than the limits allow.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sessionsOf } from '../../src/identity/store/sessions.ts'
import { openSite, pageAt } from '../web/site.ts'
import { peopleIn } from './town.ts'
import { openWholeSite } from './whole-site.ts'

const slow = { burst: 2, perSecond: 0.1 }
const fast = { burst: 100, perSecond: 10 }

async function open(test: { after(done: () => Promise<void>): void }) {
  const post = (path: string) => pageAt(path, { method: 'POST' })
  const routes = [pageAt('/sign-in/recovery'), post('/sign-in/recovery'), pageAt('/')]
  const paces = { signInByAddress: slow, formsByAddress: slow, pagesByAddress: fast }
  const { app } = await openSite(routes, { paces })
  test.after(() => app.close())
  return app
}

describe('Somebody who tries codes quickly', () => {
  it('is slowed down however the address of the page is written', async (t) => {
    const app = await open(t)
    const ways = [
      '/sign-in/recovery',
      '/%73ign-in/recovery',
      '/sign-in/recover%79',
      '/sign%2din/recovery',
    ]
    const answers: number[] = []
    for (const url of ways) answers.push((await app.inject({ url })).statusCode)
    assert.deepEqual(answers, [200, 200, 429, 429])
  })
})

describe('Somebody who asks for files that are not there', () => {
  it('is slowed down, and may still have those that are', async (t) => {
    const app = await open(t)
    const asset = /href="(\/assets\/[^"]+\.css)"/.exec((await app.inject('/')).body)?.[1] ?? ''
    const send = () => app.inject({ method: 'POST', url: '/assets/x' })
    const answers = [await send(), await send(), await send()]
    assert.deepEqual(
      answers.map(({ statusCode }) => statusCode),
      [404, 404, 429],
    )
    for (let once = 0; once < 99; once += 1) await app.inject('/assets/x')
    assert.equal((await app.inject('/assets/x')).statusCode, 429)
    assert.equal((await app.inject(asset)).statusCode, 200)
  })
})

describe('Somebody with a whole network of addresses', () => {
  it('has the pace of one, however each address is shortened', async (t) => {
    const app = await open(t)
    const ask = (remoteAddress: string) => app.inject({ url: '/sign-in/recovery', remoteAddress })
    const theirs = ['2001:db8::1', '2001:db8::2', '2001:db8::a:b:c:d', '2001:db8:0:0:1::']
    const answers: number[] = []
    for (const address of theirs) answers.push((await ask(address)).statusCode)
    assert.deepEqual(answers, [200, 200, 429, 429])
    for (const other of [
      '2001:db8:0:1::1',
      '2001:db8:1::1',
      '::ffff:10.0.0.1',
      '::ffff:10.0.0.2',
    ]) {
      assert.equal((await ask(other)).statusCode, 200)
    }
  })
})

describe('Somebody who signs in again and again', () => {
  it('has a list of the last of their devices, and can end them all', async () => {
    const site = await openWholeSite()
    const { asha } = await peopleIn(site)
    await site.log.db.text(
      `insert into identity.sessions
         (person, session, made_at, seen_at, identity_level, way_in, browser)
       select $1, gen_random_uuid(), $2, $2, 'P0', 'provider', 'Firefox'
       from generate_series(1, 120)`,
      [asha, site.log.clock.now()],
    )
    const last = await site.visitorOf(asha)
    const list = await last.get('/me/devices')
    assert.equal(list.body.match(/name="end" value="[0-9a-f-]{36}"/g)?.length, 100)
    assert.equal((await last.post('/me/devices', { end: 'all' })).statusCode, 303)
    assert.deepEqual(await sessionsOf(site.log.db, asha), [])
  })
})
