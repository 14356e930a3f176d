// Journeys in a browser of somebody at work, and of the person whose record it is.
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { asDay, type Id, nhsNumberOf } from '../../src/basics/index.ts'
import { recordDetails } from '../../src/identity/index.ts'
import { addOne } from '../../src/record/index.ts'
import { bringAsk } from '../../src/sharing/index.ts'
import { done, nobody } from '../attacks/town.ts'
import { openBrowser } from '../browser.ts'
import { type Hand, openDoors, ways } from '../hands.ts'
import { openFaces } from './faces.ts'

const browser = await openBrowser()
after(() => browser.close())

const { site, asha, sian, surgery } = await openFaces()
const { log } = site
const nhsNumber = nhsNumberOf('999000502')
assert.ok(nhsNumber, 'A number with a check digit')
const details = { birthDate: asDay('1985-03-14'), nhsNumber }
done(await recordDetails(log, { actor: nobody, person: asha, details }))
for (const [day, value] of [
  ['2026-09-01', 71],
  ['2026-10-01', 72.5],
  ['2026-11-01', 70.2],
] as const) {
  await weighed(day, value)
}

async function weighed(effectiveDateTime: string, value: number) {
  const received = JSON.stringify({
    resourceType: 'Observation',
    status: 'final',
    code: { text: 'Weight' },
    effectiveDateTime,
    valueQuantity: { value, unit: 'kg' },
    referenceRange: [{ low: { value: 55, unit: 'kg' }, high: { value: 75, unit: 'kg' } }],
  })
  const entry = {
    received,
    source: { what: 'file' as const, name: 'the records of Oak Lane Surgery', fullUrl: null },
    author: { person: sian, organisation: surgery, shownAs: 'Sian Rees, Oak Lane Surgery' },
    identifier: null,
    labels: [],
    batch: null,
  }
  done(await addOne(log, { by: sian, onBehalfOf: null }, asha, entry))
}

/** What was asked at work arrives with the person, as the job would bring it. */
async function arrive() {
  const asked = await log.db.text<{ owner: Id; stream: Id }>(
    `select owner, stream from log.facts where kind = 'share-ask-made'`,
  )
  for (const one of asked) await bringAsk(log, one)
}

async function born(hand: Hand, ...day: readonly [string, string, string]) {
  await hand.write(/^Day$/, day[0])
  await hand.write(/^Month$/, day[1])
  await hand.write(/^Year$/, day[2])
}

for (const way of ways) {
  describe(`A person and a nurse, with ${way}`, async () => {
    const enter = await openDoors(site, browser, way)

    it('A1 the person sees results as a picture and a table, her team, and paper', async () => {
      const own = await enter(asha)
      await own.page.goto('/record')
      await own.follow('Results and measurements over time')
      assert.match(await own.says(), /Weight.*70.2 kg/s)
      await own.isFine('results')
      await own.follow(/^Weight/)
      const table = own.page.locator('table').first()
      for (const text of ['71 kg', '72.5 kg', '70.2 kg']) {
        assert.match((await table.textContent()) ?? '', new RegExp(text))
      }
      const picture = own.page.locator('main svg[role="img"], main svg:has(title)').first()
      assert.match((await picture.locator('title').textContent()) ?? '', /Weight/)
      await own.isFine('over-time')
      await own.page.goto('/record/team')
      assert.match(await own.says(), /Sian Rees, Oak Lane Surgery/)
      await own.isFine('team')
      await own.page.goto('/record/print')
      await own.isFine('print')
      await own.page.context().close()
    })

    it('A2 A13 the nurse writes in the record as its author; the person sees it', async () => {
      const nurse = await enter(sian)
      await nurse.page.goto('/people')
      assert.match(await nurse.says(), /Asha Patel/)
      await nurse.isFine('work-people')
      await nurse.follow('Asha Patel')
      assert.match(await nurse.says(), /This may not be everything/)
      await nurse.follow('Write in this record')
      await nurse.isFine('work-write')
      await nurse.press('Add it to the record')
      assert.match(await nurse.says(), /Write what it is called/)
      await nurse.isFine('work-write-wrong')
      await nurse.choose('A note')
      await nurse.write('What is it called?', `Inhaler, ${way}`)
      await nurse.write(/What should the person know/, 'Use the blue inhaler when you need it.')
      await born(nurse, '20', '11', '2026')
      await nurse.press('Add it to the record')
      assert.match(await nurse.says(), /too short to measure|A reader of/)
      await nurse.isFine('work-write-reads')
      await nurse.press('Add it to the record')
      assert.match(await nurse.says(), /Use the blue inhaler/)
      const own = await enter(asha)
      await own.page.goto('/record/timeline')
      assert.match(
        await own.says(),
        new RegExp(`Inhaler, ${way}.*Sian Rees, Oak Lane Surgery`, 's'),
      )
      for (const { page } of [nurse, own]) await page.context().close()
    })

    it('A9 the nurse asks her to share for planning; she reads who, why, how long', async () => {
      const nurse = await enter(sian)
      await nurse.page.goto('/share/ask')
      await nurse.isFine('ask')
      await nurse.press('Ask them')
      assert.match(await nurse.says(), /Write why you ask/)
      await nurse.isFine('ask-wrong')
      await nurse.write(/NHS number/, String(nhsNumber))
      await born(nurse, '14', '3', '1985')
      await nurse.choose('Planning services')
      const why = `We plan more hours of the asthma nurse (${way}).`
      await nurse.write('Why do you ask?', why)
      await nurse.choose('For a week')
      await nurse.press('Ask them')
      await nurse.press('Ask them')
      assert.match(await nurse.says(), /Your ask is on its way/)
      await nurse.isFine('asked')
      await arrive()
      const own = await enter(asha)
      await own.page.goto('/share/asks')
      await own.isFine('asks')
      await own.follow(/Sian Rees/)
      const says = await own.says()
      assert.match(says, /Sian Rees.*Oak Lane Surgery/s)
      assert.ok(says.includes(why))
      assert.match(says, /How long/)
      await own.isFine('one-ask')
      const ask = own.page.url()
      await own.press('No')
      await own.page.goto(ask)
      assert.match(await own.says(), /You said no/)
      for (const { page } of [nurse, own]) await page.context().close()
    })
  })
}

describe('All of this', () => {
  it('meets no mistake of ours', () => assert.deepEqual(site.failures, []))
})
