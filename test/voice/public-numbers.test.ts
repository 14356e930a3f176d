// Promises of the public pages: exact numbers with the waiting time stated, and no ranking.
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, describe, it } from 'node:test'
import { asDay, type Id } from '../../src/basics/index.ts'
import { rebuild } from '../../src/log/index.ts'
import { numbersAbout } from '../../src/voice/actions/count-stories.ts'
import { searchStories } from '../../src/voice/store/search.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { axe, openBrowser, sidewaysScroll } from '../browser.ts'
import { openTold } from './told.ts'

const site = await openWholeSite()
const { app, log, clock, newId } = site
clock.moveTo('2026-06-01T09:00:00Z')
await app.listen({ host: '127.0.0.1', port: 0 })
const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
const browser = await openBrowser()
after(() => browser.close())

const { clinic, addClinic, addArea, published, answered, said } = await openTold(site)
const zebra = await addClinic('Zebra clinic')
const area = await addArea('Millbrook', [clinic, zebra])

// Told on 2, 3, 4, 5 and 8 June, the last about both; and one on 20 July, too young to count.
const changed = await published('2026-06-02T09:00:00Z', { about: 'concern' })
const done = await answered('2026-06-05T09:00:00Z', changed, { change: 'made' })
await said('2026-06-08T09:00:00Z', changed, done, 'yes')
const disputed = await published('2026-06-03T09:00:00Z', { about: 'safety' })
const claim = await answered('2026-06-23T09:00:00Z', disputed, { change: 'made' })
await said('2026-06-25T09:00:00Z', disputed, claim, 'no')
const late = await published('2026-06-04T22:30:00Z', { about: 'concern' })
// Answered one day on in London, though not a whole day later.
await answered('2026-06-05T21:00:00Z', late, { change: 'planned', due: '2026-07-01' })
const silent = await published('2026-06-05T09:00:00Z', { about: 'praise' })
const both = await published('2026-06-08T09:00:00Z', { places: [clinic, zebra] })
await answered('2026-06-18T09:00:00Z', both)
const young = await published('2026-07-20T09:00:00Z')
await answered('2026-07-21T09:00:00Z', young, { change: 'planned', due: '2026-09-01' })
clock.moveTo('2026-08-01T09:00:00Z')

const get = async (path: string) => {
  const reply = await app.inject({ url: path })
  assert.equal(reply.statusCode, 200, path)
  return reply.body
}
const json = async (place: Id) =>
  JSON.parse(await get(`/stories/about/${place}/numbers.json`)) as {
    numbers: Record<string, number>
    oldEnoughDays: number
    countedAt: string
  }
const textOf = (markup: string) => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

// Counted by hand from what was told above.
const expected = {
  stories: 6,
  praise: 1,
  concerns: 3,
  old: 5,
  oldAnswered: 4,
  answered: 5,
  // Days to the first answer: 3, 20, 1, 10 and 1.
  medianDays: 3,
  oldConcerns: 3,
  oldConcernsChanged: 2,
  oldConcernsConfirmed: 1,
  promised: 4,
  confirmed: 1,
  disputed: 1,
  overdue: 1,
  waiting: 1,
}

describe('V1 The public numbers of a service', () => {
  it('V1 are the time to first answer, % answered and % of concerns with change', async () => {
    const { numbers, oldEnoughDays } = await json(clinic)
    assert.deepEqual(numbers, expected)
    assert.equal(oldEnoughDays, 30)
    await rebuild(log)
    assert.deepEqual((await json(clinic)).numbers, expected)
  })

  it('V1 state the waiting time, and say one link away how each was made', async () => {
    const page = await get(`/stories/about/${clinic}`)
    const text = textOf(page)
    assert.ok(text.includes('4 of 5 stories at least 30 days old were answered (80%)'), text)
    assert.ok(text.includes('3 days or less to the first answer, for half of those answered'))
    assert.ok(
      text.includes(
        '2 of 3 concerns at least 30 days old led to a change, as the service says (67%)',
      ),
    )
    const hows = [...page.matchAll(/href="(\/stories\/numbers[^"#]*)#([a-z]+)"/g)]
    assert.equal(hows.length, 5)
    const how = await get(hows[0]?.[1]?.replaceAll('&amp;', '&') ?? '')
    for (const [, , part] of hows) assert.ok(how.includes(`id="${part}"`), part)
    assert.match(textOf(how), /public for at least 30 days/)
    assert.match(textOf(how), /stories wait for a moderator now/)
  })

  it('V1 are open data, as a table and as JSON, with the same numbers', async () => {
    const table = await get(`/stories/about/${clinic}/numbers.csv`)
    assert.match(table, /of them answered,4/)
    assert.equal(table.trim().split('\n').length, 1 + Object.keys(expected).length)
  })

  it('V1 show with a story how long it took, and how promises fare there', async () => {
    const text = textOf(await get(`/stories/${changed.stream}`))
    assert.ok(text.includes('3 days to the first answer'), text)
    assert.ok(text.includes('3 days from the story to the change, as the service says'))
    assert.ok(text.includes('1 of 4 promises here were confirmed by those who asked'))
    const other = textOf(await get(`/stories/${silent.stream}`))
    assert.ok(!other.includes('to the first answer'))
  })
})

describe('V1 The public numbers of an area', () => {
  it('V1 count a story about two of its services once', async () => {
    assert.deepEqual((await json(area)).numbers, expected)
    assert.equal((await json(zebra)).numbers.stories, 1)
  })

  it('V1 are counted once an hour, and say when', async () => {
    await published('2026-08-01T09:10:00Z', { places: [zebra] })
    clock.moveTo('2026-08-01T09:59:00Z')
    assert.equal((await json(area)).numbers.stories, 6)
    assert.match(textOf(await get(`/stories/about/${area}`)), /Counted on 1 August 2026 at 10am/)
    clock.moveTo('2026-08-01T10:00:00Z')
    assert.equal((await json(area)).numbers.stories, 7)
    assert.equal((await json(zebra)).numbers.stories, 2)
  })

  it('V1 are never rates of harm, and rank nothing', async () => {
    for (const query of ['', '?sort=answered', '?order=desc']) {
      const text = textOf(await get(`/stories/about/${area}${query}`))
      // Both services by name, the one with fewer stories not before or after for that.
      assert.ok(text.indexOf('Diabetes clinic') < text.indexOf('Zebra clinic'), text)
      assert.doesNotMatch(text, /\b(?:best|worst|top|bottom|league|rank(?:ed|ing)?|score)\b/i)
      assert.doesNotMatch(text, /rate of|per (?:1,?000|100,?000|patient)|harm/i)
    }
    const how = textOf(await get('/stories/numbers'))
    assert.match(how, /Do not rank services by them/)
  })
})

describe('V1 A search over stories', () => {
  const found = async (query: string) =>
    [...(await get(`/stories?${query}`)).matchAll(/href="\/stories\/([0-9a-f-]{36})"/g)].map(
      ([, stream]) => stream,
    )

  it('V1 finds by what became of it, where, of which kind and if it was answered', async () => {
    assert.deepEqual(await found(`place=${clinic}&became=confirmed`), [changed.stream])
    assert.deepEqual(await found('became=disputed'), [disputed.stream])
    assert.deepEqual(await found(`place=${area}&became=late`), [late.stream])
    assert.deepEqual(await found('became=waiting'), [young.stream])
    assert.equal((await found('became=promised')).length, 4)
    assert.deepEqual(await found(`place=${clinic}&answered=no`), [silent.stream])
    assert.deepEqual(await found('kind=safety'), [disputed.stream])
    assert.equal((await found('became=nonsense')).length, 7)
  })

  it('V1 goes on where a page of many places ended, each story once', async () => {
    const places = [area, clinic, zebra]
    const asked = { words: '', kind: null, answered: null, became: null, places, area: null }
    const today = asDay('2026-08-01')
    const all: string[] = []
    for (let after = null as Parameters<typeof searchStories>[1]['after']; ; ) {
      const { stories: some } = await searchStories(log.db, { ...asked, today, after, limit: 2 })
      all.push(...some.map(({ stream }) => stream))
      const last = some.at(-1)
      if (last === undefined) break
      after = { publishedAt: last.publishedAt, stream: last.stream }
    }
    assert.equal(all.length, 7)
    assert.equal(new Set(all).size, 7)
  })

  it('V1 can be used by everybody: axe, 320 pixels wide, JavaScript off', async () => {
    const page = await browser.newPage({ baseURL: address })
    for (const path of [
      '/stories?became=disputed',
      `/stories?place=${clinic}`,
      `/stories/about/${clinic}`,
      `/stories/about/${area}`,
      `/stories/numbers?place=${clinic}`,
      `/stories/${changed.stream}`,
    ]) {
      await page.goto(path)
      assert.deepEqual(await axe(page), [], path)
      await page.setViewportSize({ width: 320, height: 900 })
      assert.equal(await sidewaysScroll(page), 0, path)
    }
    await page.close()
    const context = await browser.newContext({ baseURL: address, javaScriptEnabled: false })
    const plain = await context.newPage()
    await plain.goto(`/stories/about/${clinic}`)
    await plain.getByRole('link', { name: '1 is disputed by the person who asked' }).click()
    assert.ok(plain.url().includes('became=disputed'))
    assert.equal(await plain.getByLabel('Only about Diabetes clinic').isChecked(), true)
    assert.equal(await plain.getByRole('link', { name: /^“Story/ }).count(), 1)
    await context.close()
  })
})

describe('V1 Numbers that are asked for of what is nowhere', () => {
  it('V1 read as any other address that is not there', async () => {
    for (const path of [`/stories/about/${newId()}`, `/stories/about/${newId()}/numbers.csv`]) {
      assert.equal((await app.inject({ url: path })).statusCode, 404)
    }
    const place = { kind: 'area' } as Parameters<typeof numbersAbout>[2]
    const { numbers } = await numbersAbout(log, newId(), place, log.clock.now())
    assert.equal(numbers?.stories, 0)
  })
})
