// A journey in a browser: Ravi passes on what Asha shares with him, never more, until she stops.
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { acceptTie, offerTie } from '../../src/identity/index.ts'
import { addOne } from '../../src/record/index.ts'
import { stopGrant } from '../../src/sharing/index.ts'
import { done, longAgo, nobody, person as register } from '../attacks/town.ts'
import { openBrowser } from '../browser.ts'
import { openDoors, type Way } from '../hands.ts'
import { diagnosisText, openFaces } from '../record/faces.ts'

const browser = await openBrowser()
after(() => browser.close())

const PRIVATE = 'Seen for low mood'

/** Asha shares all with Ravi, who may pass it on; Gwen is family of his. */
async function openStage(way: Way) {
  const stage = await openFaces()
  const { site, asha, ravi } = stage
  const { log } = site
  const gwen = await register(site, 'Gwen Lloyd')
  const between = { what: 'family', helper: ravi, helped: gwen, offeredBy: ravi }
  const tie = done(await offerTie(log, { actor: nobody, from: longAgo, until: null, ...between }))
  done(await acceptTie(log, { actor: nobody, by: gwen, tie }))
  const code = { text: PRIVATE }
  const marked = {
    received: JSON.stringify({ resourceType: 'Condition', code, recordedDate: '2026-03-01' }),
    source: { what: 'file' as const, name: 'a file', fullUrl: null },
    author: { person: null, organisation: null, shownAs: 'Oak Lane Surgery' },
    identifier: null,
    labels: ['mental'],
    batch: null,
  }
  done(await addOne(log, nobody, asha, marked))
  return { ...stage, gwen, enter: await openDoors(site, browser, way) }
}

for (const way of ['pointer', 'no scripts'] as const) {
  describe(`What is shared is passed on, with ${way}`, () => {
    it('A4 delegation never exceeds what the giver sees, and ends with it', async () => {
      const { site, asha, ravi, gwen, grant, enter } = await openStage(way)
      const father = await enter(ravi)
      await father.page.goto('/share/with-me')
      await father.isFine('with-me')
      await father.follow('Pass on what you see here')
      await father.isFine('pass-on')
      await father.press('See what they will see')
      assert.match(await father.says(), /Select who may see it/)
      await father.isFine('pass-on-missing')
      await father.pick('To whom?', 'Gwen Lloyd (Your family)')
      await father.choose('Everything')
      await father.choose('For a week')
      await father.press('See what they will see')
      const preview = await father.says()
      assert.ok(preview.includes(diagnosisText) && preview.includes('Gwen Lloyd'))
      // He sees it himself; what is marked as private goes no further.
      assert.ok(!preview.includes(PRIVATE))
      assert.doesNotMatch(preview, /kept from them/)
      await father.isFine('pass-on-check')
      await father.press('Pass this on')
      assert.match(await father.says(), /What you passed on.*Gwen Lloyd.*Stop passing on/s)
      await father.isFine('passed-on')

      const friend = await enter(gwen)
      await friend.page.goto(`/share/with-me/${asha}/direct-care`)
      const seen = await friend.says()
      assert.ok(seen.includes(diagnosisText) && !seen.includes(PRIVATE))
      // Whoever was only passed something cannot pass it on further.
      await friend.page.goto('/share/with-me')
      assert.doesNotMatch(await friend.says(), /Pass on what you see here/)
      await friend.page.goto(`/share/with-me/${asha}/direct-care/pass-on`)
      assert.match(await friend.says(), /nothing here that is shared with you/)

      const own = await enter(asha)
      await own.page.goto('/share')
      assert.match(await own.says(), /Gwen Lloyd.*Passed on by Ravi Patel/s)
      await own.isFine('share-passed-on')
      await own.page.goto('/looks')
      assert.match(await own.says(), /Gwen Lloyd/)

      done(await stopGrant(site.log, { person: asha, by: asha, grant }))
      await friend.page.goto(`/share/with-me/${asha}/direct-care`)
      assert.match(await friend.says(), /nothing here that is shared with you/)
      await friend.page.goto('/share/with-me')
      assert.match(await friend.says(), /Nobody shares anything with you/)
      for (const { page } of [father, friend, own]) await page.context().close()
      assert.deepEqual(site.failures, [])
    })
  })
}
