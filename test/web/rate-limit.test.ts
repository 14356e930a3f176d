// Nobody can ask so often that others wait, and the memory for it is bounded.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { rateLimiter } from '../../src/web/rate-limit.ts'
import { openSite, pageAt } from './site.ts'

describe('A token bucket', () => {
  it('lets a burst through, then says how long to wait, then fills again', () => {
    let now = 0
    const limiter = rateLimiter(() => now)
    const pace = { burst: 3, perSecond: 0.5 }
    assert.deepEqual(
      [1, 2, 3, 4].map(() => limiter.wait('a', pace)),
      [0, 0, 0, 2],
    )
    assert.equal(limiter.wait('b', pace), 0)
    now = 2000
    assert.equal(limiter.wait('a', pace), 0)
    assert.equal(limiter.wait('a', pace), 2)
  })

  it('never lets more through than the burst and what has flowed in, at any times', () => {
    const steps = fc.array(fc.nat({ max: 3000 }), { maxLength: 200 })
    fc.assert(
      fc.property(steps, (waits) => {
        let now = 0
        const limiter = rateLimiter(() => now)
        let through = 0
        for (const wait of waits) {
          now += wait
          if (limiter.wait('a', { burst: 5, perSecond: 2 }) === 0) through += 1
        }
        assert.ok(through <= 5 + (now / 1000) * 2)
      }),
    )
  })

  it('holds only so many keys, and forgets the one that asked longest ago', () => {
    const limiter = rateLimiter(() => 0, 100)
    const pace = { burst: 1, perSecond: 1 }
    for (let one = 0; one < 1000; one += 1) limiter.wait(`address ${one}`, pace)
    assert.equal(limiter.size(), 100)
    assert.equal(limiter.wait('address 999', pace), 1)
    assert.equal(limiter.wait('address 900', pace), 1)
    assert.equal(limiter.wait('another', pace), 0)
    assert.equal(limiter.wait('address 900', pace), 1)
    assert.equal(limiter.wait('address 901', pace), 0)
  })
})

describe('A site that is asked too often', () => {
  const slow = { burst: 2, perSecond: 0.1 }

  it('answers 429 with when to come back, to that address and not to others', async (t) => {
    const { app, time } = await openSite([pageAt('/')], { paces: { pagesByAddress: slow } })
    t.after(() => app.close())
    const ask = (remoteAddress: string) => app.inject({ url: '/', remoteAddress })
    const answers = [await ask('10.0.0.1'), await ask('10.0.0.1'), await ask('10.0.0.1')]
    assert.deepEqual(
      answers.map(({ statusCode }) => statusCode),
      [200, 200, 429],
    )
    assert.equal(answers[2]?.headers['retry-after'], '10')
    assert.match(answers[2]?.body ?? '', /many pages in a short time/)
    assert.equal((await ask('10.0.0.2')).statusCode, 200)
    time.elapsed = 10_000
    assert.equal((await ask('10.0.0.1')).statusCode, 200)
  })

  it('counts one household of IPv6 as one address', async (t) => {
    const { app } = await openSite([pageAt('/')], { paces: { pagesByAddress: slow } })
    t.after(() => app.close())
    const ask = async (remoteAddress: string) =>
      (await app.inject({ url: '/', remoteAddress })).statusCode
    assert.equal(await ask('2001:db8:1:2:a::1'), 200)
    assert.equal(await ask('2001:db8:1:2:b::2'), 200)
    assert.equal(await ask('2001:db8:1:2:c::3'), 429)
    assert.equal(await ask('2001:db8:1:3:a::1'), 200)
  })

  it('slows signing in by itself, and one session wherever it asks from', async (t) => {
    const routes = [pageAt('/'), pageAt('/sign-in')]
    const paces = { signInByAddress: slow, pagesBySession: slow }
    const { app } = await openSite(routes, { paces })
    t.after(() => app.close())
    const ask = async (url: string, remoteAddress: string, cookie = '') =>
      (await app.inject({ url, remoteAddress, headers: { cookie } })).statusCode
    for (const status of [200, 200, 429]) assert.equal(await ask('/sign-in', '10.0.0.1'), status)
    assert.equal(await ask('/', '10.0.0.1'), 200)
    const asha = 'session=cookie-of-asha'
    assert.equal(await ask('/', '10.0.0.2', asha), 200)
    assert.equal(await ask('/', '10.0.0.3', asha), 200)
    assert.equal(await ask('/', '10.0.0.4', asha), 429)
  })

  it('believes a proxy about the address only when it is told that there is one', async (t) => {
    const ask = async (proxyHops: number) => {
      const { app } = await openSite([pageAt('/')], { proxyHops, paces: { pagesByAddress: slow } })
      t.after(() => app.close())
      const statuses: number[] = []
      for (const from of ['1.1.1.1', '2.2.2.2', '3.3.3.3']) {
        const headers = { 'x-forwarded-for': from }
        statuses.push((await app.inject({ url: '/', headers })).statusCode)
      }
      return statuses
    }
    assert.deepEqual(await ask(0), [200, 200, 429])
    assert.deepEqual(await ask(1), [200, 200, 200])
  })
})
