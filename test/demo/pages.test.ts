// Every page that a named person of the town comes to in two steps; the first ones in a browser.
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, describe, it } from 'node:test'
import { Registry } from 'prom-client'
import { demonstrationPeople, makeDemonstrationTown } from '../../src/demo/index.ts'
import { beginSession, findVisitor } from '../../src/identity/index.ts'
import { readSigningKeys } from '../../src/plumbing/index.ts'
import { followNow } from '../../src/reactions.ts'
import { navigation, routes } from '../../src/routes.ts'
import { createServer } from '../../src/web/index.ts'
import { axe, openBrowser, sidewaysScroll } from '../browser.ts'
import { openHouse } from '../rooms.ts'

const { log, folder } = await openHouse()
const installation = { log, address: 'http://127.0.0.1:1', settings: { dataDir: folder } }
const follow = followNow(installation as Parameters<typeof followNow>[0])
await makeDemonstrationTown(log, { follow })

const free = { burst: 100_000, perSecond: 100_000 }
const app = await createServer({
  routes: routes({
    log,
    keys: () => readSigningKeys(`${folder}/keys`),
    demonstrationPeople,
    provider: null,
  }),
  findVisitor: findVisitor(log),
  clock: log.clock,
  chance: log.chance,
  log: (event, detail) => assert.notEqual(event, 'page-failed', JSON.stringify(detail)),
  secure: false,
  demonstration: true,
  navigation,
  metrics: new Registry(),
  databaseIsUp: async () => true,
  paces: { signInByAddress: free, pagesByAddress: free, pagesBySession: free },
})
await app.listen({ host: '127.0.0.1', port: 0 })
after(() => app.close())
const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`

const PRINTED = '/record/print'

type Named = (typeof demonstrationPeople)[number]

async function sessionOf({ person }: Named): Promise<string> {
  const begun = { person, wayIn: 'demonstration', identityLevel: 'P9', userAgent: '' } as const
  const token = await beginSession(log, begun)
  assert.ok(token.ok)
  return token.value
}

const linksIn = (body: string): string[] =>
  [...body.matchAll(/<a[^>]* href="(\/[^"#]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  )

/** Pages reached from the first one by one link or two, few of a kind. */
async function reach(session: string): Promise<ReadonlyMap<string, number>> {
  const seen = new Map<string, number>()
  const kinds = new Map<string, number>()
  let next = ['/']
  for (let step = 0; step < 3; step += 1) {
    const found: string[] = []
    for (const path of next) {
      const kind = path.replace(/[0-9a-f-]{36}/g, ':id').replace(/\?.*/, '')
      if (seen.has(path) || (kinds.get(kind) ?? 0) >= 2) continue
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      const answer = await app.inject({ url: path, headers: { cookie: `session=${session}` } })
      seen.set(path, answer.statusCode)
      // The first step of a journey is reached by way of its address.
      if (answer.statusCode === 303) found.push(String(answer.headers.location))
      if (answer.headers['content-type']?.includes('html')) found.push(...linksIn(answer.body))
    }
    next = found
  }
  return seen
}

describe('Every page that can be reached in two steps', () => {
  for (const one of demonstrationPeople) {
    it(`is there for ${one.name}`, async () => {
      const seen = await reach(await sessionOf(one))
      // The record leads to its printed form, which another part of the house brings.
      const wrong = [...seen].filter(
        ([path, status]) => status !== 200 && status !== 303 && path !== PRINTED,
      )
      assert.deepEqual(wrong, [])
      assert.ok(seen.size > 15, `${seen.size} pages`)
    })
  }
})

describe('The first pages of people in four groups', async () => {
  const browser = await openBrowser()
  after(() => browser.close())
  const shown = ['Arthur Bell', 'Helen Whitaker', 'Farah Siddiqui', 'Beryl Cartwright']

  it('and the choice of whom to be keep nobody out, on a telephone and on a desk', async () => {
    const context = await browser.newContext({ baseURL: address })
    const page = await context.newPage()
    await page.goto('/sign-in')
    assert.deepEqual(await axe(page), [])
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      assert.equal(await sidewaysScroll(page), 0, `${width}`)
    }
    const groups = await page.locator('main h2').allTextContents()
    assert.equal(groups.length, 4)
    await context.close()
  })

  for (const name of shown) {
    it(`keep nobody out: ${name}`, async () => {
      const context = await browser.newContext({ baseURL: address })
      const page = await context.newPage()
      await page.goto('/sign-in')
      await page.getByRole('button', { name: `Sign in as ${name}` }).click()
      for (const path of ['/', '/record', '/messages', '/promises']) {
        await page.goto(path)
        assert.deepEqual(await axe(page), [], `${name} ${path}`)
        await page.setViewportSize({ width: 320, height: 900 })
        assert.equal(await sidewaysScroll(page), 0, `${name} ${path}`)
        await page.setViewportSize({ width: 1280, height: 900 })
      }
      await context.close()
    })
  }
})
