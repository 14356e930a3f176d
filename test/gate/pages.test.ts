// What anyone sees of the numbers that left, in a browser, on a telephone, and as open data.
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, describe, it } from 'node:test'
import type { Day } from '../../src/basics/index.ts'
import { measureId, releaseTable } from '../../src/gate/index.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { axe, openBrowser, sidewaysScroll } from '../browser.ts'

const { app, log, newId } = await openWholeSite()
await app.listen({ host: '127.0.0.1', port: 0 })
const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
const browser = await openBrowser()
after(() => browser.close())

const done = await releaseTable(log, {
  actor: { by: newId(), onBehalfOf: null },
  measure: {
    code: 'replies',
    title: 'Replies, by place',
    says: 'How many people answered, each person once.',
    policy: 'four-and-exact',
  },
  asked: {
    title: 'October 2026',
    asOf: '2026-11-02' as Day,
    cells: ['Oak Lane', '=Elm "Street"', 'Mill Park'].map((label) => ({
      label,
      where: { from: null, until: null, only: { place: [label] } },
    })),
  },
  counted: [
    { day: '2026-10-01' as Day, at: { place: 'Oak Lane' }, count: 3 },
    { day: '2026-10-01' as Day, at: { place: '=Elm "Street"' }, count: 1_204 },
  ],
})
assert.ok(done.ok)

describe('Numbers about people', () => {
  it('are read without signing in, with the rule that hides small ones', async () => {
    const context = await browser.newContext({ baseURL: address, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/numbers')
    await page.getByRole('link', { name: 'Replies, by place' }).click()
    const text = (await page.locator('main').textContent()) ?? ''
    assert.match(text, /Oak Lane\s*(?:Number)?:?\s*1 to 4/)
    assert.match(text, /1,204/)
    assert.match(text, /Counts of 1 to 4 replies are not shown/)
    await context.close()
  })

  it('can be used by everybody: axe, 320 pixels wide', async () => {
    const page = await browser.newPage({ baseURL: address })
    for (const path of ['/numbers', `/numbers/${measureId('replies')}`]) {
      await page.goto(path)
      assert.deepEqual(await axe(page), [], path)
      await page.setViewportSize({ width: 320, height: 800 })
      assert.equal(await sidewaysScroll(page), 0, path)
    }
    await page.close()
  })

  it('can be saved as CSV, in which no cell is a formula, and as JSON', async () => {
    const saved = async (name: string) =>
      (await fetch(`${address}/numbers/${measureId('replies')}/${name}`)).text()
    assert.equal(
      await saved('tables.csv'),
      'table,counted on,what,from,until,number\r\n' +
        'October 2026,2026-11-02,Oak Lane,,,few\r\n' +
        `October 2026,2026-11-02,"'=Elm ""Street""",,,1204\r\n` +
        'October 2026,2026-11-02,Mill Park,,,0\r\n',
    )
    const { rule, tables } = JSON.parse(await saved('tables.json'))
    assert.equal(rule.hideUpTo, 4)
    assert.deepEqual(
      tables[0].cells.map((cell: { shown: unknown }) => cell.shown),
      ['few', 1_204, 0],
    )
  })

  it('of which there are none read the same as an address that is not there', async () => {
    const missing = await fetch(`${address}/numbers/${newId()}`)
    assert.equal(missing.status, 404)
  })
})
