// A journey in a browser: a correction asked for, declined, disagreed with, and seen elsewhere.
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { giveRole } from '../../src/identity/index.ts'
import { everything, giveGrant } from '../../src/sharing/index.ts'
import { done, longAgo, nobody, person as register } from '../attacks/town.ts'
import { openBrowser } from '../browser.ts'
import { openDoors, type Way, ways } from '../hands.ts'
import { diagnosisText, openFaces } from './faces.ts'

const browser = await openBrowser()
after(() => browser.close())
/** Asha, the nurse who wrote in her record, and one elsewhere with whom she shares it. */
async function openStage(way: Way) {
  const stage = await openFaces()
  const { site, asha, hospital } = stage
  const { log } = site
  const gloria = await register(site, 'Gloria Santos')
  const role = { person: gloria, what: 'nurse', organisation: hospital }
  done(await giveRole(log, { actor: nobody, from: longAgo, until: null, ...role }))
  const giving = {
    effect: 'permit' as const,
    to: { person: null, organisation: hospital, role: 'nurse' },
    what: everything,
    acts: ['read' as const],
    purposes: ['direct-care' as const],
    until: null,
  }
  done(await giveGrant(log, { person: asha, by: asha, giving }))
  const enter = await openDoors(site, browser, way)
  return { ...stage, gloria, enter }
}

const statement = 'I have never had asthma. It was my sister who had it.'

for (const way of ways) {
  describe(`A correction, with ${way}`, () => {
    it('A3 is asked for, declined and disagreed with; the words go with the entry', async () => {
      const { site, asha, sian, gloria, entry, enter } = await openStage(way)
      const own = await enter(asha)
      await own.page.goto(`/record/entry/${entry}`)
      await own.isFine()
      await own.follow('Ask for a correction')
      await own.isFine()
      await own.press('Send the request')
      assert.match(await own.says(), /Write what is wrong/)
      await own.isFine()
      await own.write('What is wrong?', 'I have never had asthma.')
      await own.write('What would be right?', 'It should not be there.')
      await own.press('Send the request')
      assert.match(await own.says(), /Your request is sent.*Oak Lane Surgery must answer by/s)
      await own.isFine()
      const request = own.page.url().replace('?sent=yes', '')

      const nurse = await enter(sian)
      await nurse.page.goto('/corrections')
      await nurse.isFine()
      await nurse.follow(diagnosisText)
      assert.match(await nurse.says(), /Asha Patel asks for a correction/)
      await nurse.isFine()
      await nurse.follow('Decline')
      await nurse.isFine()
      await nurse.write('Why do you decline?', 'We looked at your old letters. One names asthma.')
      await nurse.press('Send it')
      // Words to a person are looked at twice where nobody can say how hard they are.
      assert.match(await nurse.says(), /too short to measure/)
      await nurse.isFine()
      await nurse.press('Send it')
      assert.match(await nurse.says(), /Your answer is sent/)
      await nurse.isFine()

      await own.page.goto(request)
      assert.match(await own.says(), /Declined.*One names asthma/s)
      await own.isFine()
      await own.write('What should everybody know who reads this entry?', statement)
      await own.press('Put my words beside the entry')
      assert.ok((await own.says()).includes(statement))
      await own.isFine()
      await own.page.goto('/record/corrections')
      assert.ok((await own.says()).includes(statement))
      await own.isFine()

      const elsewhere = await enter(gloria)
      for (const path of ['', `/entry/${entry}`]) {
        await elsewhere.page.goto(`/people/${asha}/record${path}`)
        assert.ok((await elsewhere.says()).includes(statement), path)
        await elsewhere.isFine()
      }
      for (const { page } of [own, nurse, elsewhere]) await page.context().close()
      assert.deepEqual(site.failures, [])
    })
  })
}
