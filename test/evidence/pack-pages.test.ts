// A pack of evidence on the web: read, led to its facts, taken, checked; by anybody.
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { makeCheckpoint } from '../../src/log/index.ts'
import { readSigningKeys } from '../../src/plumbing/index.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { axe, openBrowser, sidewaysScroll } from '../browser.ts'
import { freshFolder } from '../database.ts'
import { coproduce } from '../site-process.ts'
import { openTold } from '../voice/told.ts'

const folder = await freshFolder()
const keys = () => readSigningKeys(join(folder, 'keys'))
const site = await openWholeSite(keys)
const { app, log, clock, newId } = site
clock.moveTo('2026-06-01T09:00:00Z')
await app.listen({ host: '127.0.0.1', port: 0 })
const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
const browser = await openBrowser()
after(() => browser.close())

const { clinic, published, answered, said } = await openTold(site)
const get = (path: string) => app.inject({ url: path })

describe('V10 The page of a pack', () => {
  it('V10 says that there is none while no checkpoint was made', async () => {
    const page = await get(`/evidence/${clinic}`)
    assert.match(page.body, /There is no pack yet/)
    assert.equal((await get(`/evidence/${newId()}`)).statusCode, 404)
  })

  it('V10 is one button from the service, and leads from each sentence to its facts', async () => {
    const ref = await published('2026-06-02T09:00:00Z', { about: 'concern' })
    const promise = await answered('2026-06-05T09:00:00Z', ref, { change: 'made' })
    await said('2026-06-08T09:00:00Z', ref, promise, 'not yet')
    await published('2026-07-20T09:00:00Z')
    clock.moveTo('2026-08-01T00:07:00Z')
    await makeCheckpoint(log, await keys())
    const context = await browser.newContext({ baseURL: address, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`/stories/about/${clinic}`)
    await page.getByRole('link', { name: /Evidence pack/ }).click()
    await page.getByRole('heading', { name: 'Evidence: Diabetes clinic' }).waitFor()
    const line = page.getByRole('listitem').filter({ hasText: '1 is disputed' })
    await line.getByRole('link').click()
    await page.getByRole('link', { name: 'said whether it happened: not yet' }).click()
    assert.equal(new URL(page.url()).pathname, `/stories/${ref.stream}`)
    await page.goto(`/evidence/${clinic}`)
    await page.getByLabel('Which time?').selectOption({ label: 'The year 2025' })
    await page.getByRole('button', { name: 'Show the pack' }).click()
    assert.ok(await page.getByText('Nobody told anything in public in this time.').isVisible())
    await context.close()
  })

  it('V10 can be used by everybody: axe, 320 pixels wide, on paper without its form', async () => {
    const page = await browser.newPage({ baseURL: address })
    for (const path of [`/evidence/${clinic}`, `/evidence/${clinic}/facts?sentence=1`]) {
      await page.goto(path)
      assert.deepEqual(await axe(page), [], path)
      await page.setViewportSize({ width: 320, height: 900 })
      assert.equal(await sidewaysScroll(page), 0, path)
    }
    await page.goto(`/evidence/${clinic}`)
    await page.emulateMedia({ media: 'print' })
    assert.equal(await page.getByLabel('Which time?').isVisible(), false)
    assert.ok(await page.getByText('2 stories were published.').isVisible())
    await page.close()
  })

  it('V10 is a file that the command checks, and a page to keep with every fact', async () => {
    const pack = await get(`/evidence/${clinic}/pack.json`)
    assert.equal(pack.statusCode, 200)
    const file = join(folder, 'pack.json')
    await writeFile(file, pack.body)
    const verified = await coproduce(['verify', file], {})
    assert.equal(verified.code, 0, verified.err)
    assert.match(verified.out, /sentences follow from .* facts under checkpoint 1/)
    await writeFile(file, pack.body.replace('"not yet"', '"yes"'))
    const changed = await coproduce(['verify', file], {})
    assert.equal(changed.code, 1)
    assert.match(changed.err, /The pack does not hold: a fact in it was changed: /)
    const kept = (await get(`/evidence/${clinic}/pack.html`)).body
    const links = [...kept.matchAll(/href="#(fact-[^"]+)"/g)]
    assert.ok(links.length > 10)
    for (const [, id] of links) assert.ok(kept.includes(`id="${id}"`), id)
  })

  it('V10 is the same for the same address, and refuses what it cannot make', async () => {
    const at = `/evidence/${clinic}/pack.json?from=2026-01-01&until=2026-12-31&checkpoint=1`
    const before = (await get(at)).body
    await published('2026-08-02T09:00:00Z')
    await makeCheckpoint(log, await keys())
    assert.equal((await get(at)).body, before)
    for (const [path, code] of [
      [`/evidence/${clinic}?from=2026-02-30&until=2026-12-31`, 422],
      [`/evidence/${clinic}?from=2026-12-31&until=2026-01-01`, 422],
      [`/evidence/${clinic}/facts?sentence=500`, 404],
      [`/evidence/${clinic}/facts?sentence=-1`, 404],
      ['/evidence/nothing', 404],
    ] as const) {
      assert.equal((await get(path)).statusCode, code, path)
    }
  })
})
