// C4 in a browser: a nurse types in a form from paper and asks for it again; a person stops it.
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { openBrowser } from '../browser.ts'
import { openDoors, ways } from '../hands.ts'
import { openPlanTown } from './people.ts'

const browser = await openBrowser()
after(() => browser.close())

for (const way of ways) {
  describe(`A form that staff type in, with ${way}`, () => {
    it('C4 is found beside the answers, typed in, asked for again, and stopped', async () => {
      const { site, asha, sian } = await openPlanTown()
      const enter = await openDoors(site, browser, way)
      const nurse = await enter(sian)
      await nurse.page.goto(`/people/${asha}/outcomes`)
      await nurse.isFine()
      await nurse.follow(/How your life is going/)
      await nurse.isFine()
      await nurse.choose('Every four weeks')
      await nurse.press('Save')
      assert.match(await nurse.says(), /Every 4 weeks.*Set by Sian Rees/)
      await nurse.follow('Type in what they wrote on paper')
      await nurse.isFine()
      await nurse.press('Keep their answers')
      assert.match(await nurse.says(), /There is a problem.*Select whether somebody helped/s)
      await nurse.isFine()
      for (const name of ['satisfied', 'worthwhile', 'happy', 'anxious']) {
        const seven = nurse.page.locator(`input[type=radio][name="${name}"]`).nth(7)
        if (way !== 'keyboard') await seven.check()
        else await seven.press('Space')
      }
      await nurse.choose('Family or a friend')
      await nurse.press('Keep their answers')
      assert.match(await nurse.says(), /Typed in by Sian Rees.*Help: Family or a friend/s)
      await nurse.isFine()
      const own = await enter(asha)
      await own.page.goto('/outcomes/forms/ons4')
      assert.match(await own.says(), /Set by Sian Rees, Oak Lane Surgery/)
      await own.isFine()
      await own.choose('Not again by itself')
      await own.press('Save')
      assert.match(await own.says(), /not asked again by itself/)
      await own.page.goto('/outcomes/bring')
      await own.isFine()
      for (const { page } of [own, nurse]) await page.context().close()
      assert.deepEqual(site.failures, [])
    })
  })
}
