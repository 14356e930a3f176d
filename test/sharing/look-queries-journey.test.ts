// A journey in a browser: a look that Asha does not know, asked about, explained, and judged.
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { giveRole } from '../../src/identity/index.ts'
import { done, longAgo, nobody, person as register } from '../attacks/town.ts'
import { openBrowser } from '../browser.ts'
import { openDoors, ways } from '../hands.ts'
import { openFaces } from '../record/faces.ts'

const browser = await openBrowser()
after(() => browser.close())

for (const way of ways) {
  describe(`A look that is not recognised, with ${way}`, () => {
    it('A7 is found among others, asked about, explained, and judged by the person', async () => {
      const { site, asha, sian, surgery } = await openFaces()
      const ewa = await register(site, 'Ewa Kowal')
      const role = { person: ewa, what: 'information-officer', organisation: surgery }
      done(await giveRole(site.log, { actor: nobody, from: longAgo, until: null, ...role }))
      const enter = await openDoors(site, browser, way)
      const nurse = await enter(sian)
      for (const path of ['', '/timeline', '']) {
        await nurse.page.goto(`/people/${asha}/record${path}`)
      }

      const own = await enter(asha)
      await own.page.goto('/looks')
      assert.match(await own.says(), /Sian Rees at Oak Lane Surgery.*[3-9] looks/s)
      await own.isFine('looks')
      await own.follow(/[3-9] looks Sian Rees/)
      await own.isFine('visit')
      await own.follow(/Why could they/)
      await own.isFine('look')
      await own.follow('I do not recognise this look')
      await own.isFine('ask')
      await own.write(/What do you want to know/, 'I have not been there since May.')
      await own.press('Ask them to explain it')
      assert.match(await own.says(), /Your question is sent.*Oak Lane Surgery must answer by/s)
      await own.isFine('asked')
      const question = own.page.url().replace('?sent=yes', '')

      await nurse.page.goto('/look-questions')
      assert.match(await nurse.page.title(), /not|another/i)
      const officer = await enter(ewa)
      await officer.page.goto('/look-questions')
      await officer.isFine('worklist')
      await officer.follow('Asha Patel asks about a look')
      assert.match(await officer.says(), /Sian Rees.*I have not been there since May/s)
      await officer.isFine('explain')
      await officer.choose('They needed it for their work')
      await officer.write('Tell the person', 'Sian wrote up the notes of your visit in May.')
      await officer.press('Send it')
      // Words to a person are looked at twice where nobody can say how hard they are.
      assert.match(await officer.says(), /too short to measure/)
      await officer.isFine('explain-again')
      await officer.press('Send it')
      assert.match(await officer.says(), /Your answer is sent/)

      await own.page.goto(question)
      assert.match(await own.says(), /They say why it was right.*Is this answer enough/s)
      await own.isFine('answered')
      await own.press('No, something is missing')
      assert.match(await own.says(), /Write what you want to say/)
      await own.isFine('missing')
      await own.write('What is missing?', 'There was no visit in May.')
      await own.press('No, something is missing')
      assert.match(await own.says(), /Answer due by.*Not enough: asked again/s)
      await officer.page.goto('/look-questions')
      assert.match(await officer.says(), /Asha Patel asks about a look/)
      await own.page.goto('/looks/asked')
      await own.isFine('asked-list')
      for (const { page } of [own, nurse, officer]) await page.context().close()
      assert.deepEqual(site.failures, [])
    })
  })
}
