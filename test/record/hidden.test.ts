// A12: on a device where private things are left out, no address of one's own gives them away.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { routes } from '../../src/routes.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { buildTown, MARKED } from '../sharing/matrix/town.ts'

const site = await openWholeSite()
const { log } = site
const town = await buildTown(site)
const { asha, marked } = town

const addresses = routes({ log, keys: async () => [], provider: null, demonstrationPeople: null })
  .filter(({ method, access }) => method === 'GET' && access === 'person')
  .map(({ path }) => path)

/** What is asked besides, where an entry is chosen so. */
const chosen: Readonly<Record<string, string>> = {
  '/record/add': `?instead=${marked}`,
  '/share/new': `?item=${marked}`,
  '/share/keep': `?item=${marked}`,
}

type Visitor = Awaited<ReturnType<typeof site.visitorOf>>

/** Her own addresses that say what is marked, asked for with the id of the marked entry. */
async function saying(visitor: Visitor): Promise<readonly string[]> {
  const found: string[] = []
  for (const path of addresses) {
    const things: Readonly<Record<string, string>> = { ...town.things, entry: marked }
    const at = path.replace(/:(\w+)/g, (_, name) => things[name] ?? '-')
    const { rawPayload } = await visitor.get(`${at}${chosen[path] ?? ''}`)
    if (rawPayload.includes(MARKED)) found.push(path)
  }
  return found
}

describe('A12 A device on which private things are left out', async () => {
  const hiding = await site.visitorOf(asha)
  assert.equal((await hiding.post('/share/private', { do: 'hide-here' })).statusCode, 303)
  const shown = await saying(await site.visitorOf(asha))

  it('is asked for many pages that would show them', () => {
    const some = ['/record', '/record/timeline', '/record/entry/:entry', '/record/entries.json']
    for (const path of [...some, '/record/entry/:entry/received', '/record/entry/:entry/file']) {
      assert.ok(shown.includes(path), path)
    }
  })

  it('gives none of them away at any address, also where somebody kept the address', async () => {
    assert.deepEqual(await saying(hiding), [])
  })

  it('prints and saves nothing of them, whatever is chosen', async () => {
    const printed = await hiding.post('/record/print', { what: 'problem' })
    assert.equal(printed.statusCode, 200)
    assert.ok(!printed.body.includes(MARKED))
  })
})

describe('A12 Everything in one file', () => {
  it('is given only to somebody who has just signed in, whether or not they hide', async () => {
    const [hiding, open] = [await site.visitorOf(asha), await site.visitorOf(asha)]
    await hiding.post('/share/private', { do: 'hide-here' })
    const pages = async () =>
      Promise.all(
        [hiding, open].map(async (visitor) =>
          (await visitor.get('/record/leave')).body.replace(/value="[^"]*"/g, ''),
        ),
      )
    const [one, other] = await pages()
    assert.equal(one, other)
    assert.match(one ?? '', /It holds what is private too/)
    const now = log.clock.now()
    site.clock.moveTo('2026-11-23T09:11:00Z')
    for (const visitor of [hiding, open]) {
      const { statusCode, body } = await visitor.post('/record/leave', {})
      assert.equal(statusCode, 403)
      assert.match(body, /only in the 10 minutes after you sign in/)
    }
    const again = await site.visitorOf(asha)
    assert.equal((await again.post('/record/leave', {})).statusCode, 200)
    site.clock.moveTo(now)
  })

  it('meets no mistake of ours', () => assert.deepEqual(site.failures, []))
})
