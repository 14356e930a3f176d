// A journey in a browser: an entry is kept from the person, they ask about it, and it comes back.
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { openBrowser } from '../browser.ts'
import { type Hand, openDoors, ways } from '../hands.ts'
import { diagnosisText, openFaces, proxyOf } from './faces.ts'

const browser = await openBrowser()
after(() => browser.close())

const stage = await openFaces()
const { site, asha, ravi, sian, entry } = stage
await proxyOf(stage)
const at = `/people/${asha}/record/entry/${entry}`

async function dated(hand: Hand) {
  await hand.write(/^Day$/, '1')
  await hand.write(/^Month$/, '3')
  await hand.write(/^Year$/, '2027')
}

const said = /Asthma|her sister/

for (const way of ways) {
  describe(`Something is kept from Asha, with ${way}`, async () => {
    const enter = await openDoors(site, browser, way)
    const nurse = await enter(sian)
    const own = await enter(asha)
    after(async () => {
      for (const { page } of [nurse, own]) await page.context().close()
    })

    it('the nurse says why and until when, and looks twice', async () => {
      await nurse.page.goto(at)
      await nurse.follow('Keep this from the person')
      assert.match(await nurse.says(), /acts for them is told nothing: neither what it is, nor/)
      await nurse.isFine('withhold')
      await nurse.press('Go on')
      assert.match(await nurse.says(), /Select why it must be kept from them/)
      await nurse.isFine('withhold-wrong')
      await nurse.choose('It tells of somebody else')
      await nurse.write('Your reason, in your own words', 'It names her sister')
      await dated(nurse)
      await nurse.press('Go on')
      assert.match(await nurse.says(), /Check before you keep it from them.*1 March 2027/s)
      await nurse.isFine('withhold-check')
      await nurse.press('Keep it from the person')
      assert.match(await nurse.says(), /This is kept from the person/)
      await nurse.isFine('withheld-entry')
    })

    it('the person reads that something is kept, never what, and asks about it', async () => {
      await own.page.goto('/record')
      assert.doesNotMatch(await own.says(), said)
      await own.isFine('record-kept')
      await own.follow('Something is kept from you')
      assert.match(await own.says(), /It tells of somebody else.*Oak Lane Surgery/s)
      assert.doesNotMatch(await own.says(), said)
      await own.isFine('kept')
      await own.write('Do you want to say something to them?', 'I would rather know.')
      await own.press('Ask for it to be looked at again')
      assert.match(await own.says(), /You have asked. Oak Lane Surgery must answer you by/)
      await own.isFine('kept-asked')
      await own.follow('What they owe you, and what became of it')
      assert.match(await own.says(), /Look again at something that is kept from you/)
      assert.doesNotMatch(await own.says(), said)
      await own.isFine('kept-promise')
    })

    it('finds it by no word, and who looked is told of no more than that', async () => {
      await own.page.goto('/record/timeline')
      if (way === 'no scripts') await own.page.locator('main summary').first().click()
      else await own.page.locator('main summary').first().press('Enter')
      await own.write(/Words/, 'Asthma')
      await own.press('Show')
      assert.match(await own.says(), /Nothing/)
      assert.doesNotMatch(await own.says(), new RegExp(diagnosisText))
      await own.page.goto('/looks')
      assert.match(await own.says(), /something that is kept from you/)
      await own.isFine('looks-kept')
    })

    it('who acts for her is told nothing of it', async () => {
      const proxy = await enter(ravi)
      await proxy.page.goto('/proxies')
      await proxy.press(/Asha/)
      for (const path of [`/people/${asha}/record`, '/acting/everything']) {
        await proxy.page.goto(path)
        assert.match(await proxy.says(), /This may not be everything/)
        assert.doesNotMatch(await proxy.says(), /kept from|Asthma|her sister/)
      }
      await proxy.page.goto(`/record/kept/${await keptId()}`)
      assert.doesNotMatch(await proxy.says(), /Something is kept/)
      await proxy.page.context().close()
    })

    it('the nurse looks again and keeps it still; the person reads why', async () => {
      await nurse.page.goto('/corrections')
      assert.match(await nurse.says(), /Answer due .*Something is kept from Asha Patel/s)
      await nurse.isFine('kept-worklist')
      await nurse.follow('Something is kept from Asha Patel')
      assert.match(await nurse.says(), /In their words: “I would rather know.”/)
      await nurse.isFine('look-again')
      await nurse.write('What do you say to the person?', 'We asked, and the answer is still no.')
      await dated(nurse)
      await nurse.press('Keep it still')
      assert.match(await nurse.says(), /too short to measure|A reader of/)
      await nurse.isFine('look-again-reads')
      await nurse.press('Keep it still')
      await own.page.goto(`/record/kept/${await keptId()}`)
      assert.match(await own.says(), /and keep it from you still:.*the answer is still no/s)
      await own.isFine('kept-still')
      await own.press('Ask for it to be looked at again')
    })

    it('it is given back, and the person sees it and is asked whether it happened', async () => {
      await nurse.page.goto(at)
      await nurse.follow('Look at it again, or give it back')
      await nurse.write('Why do you give it back?', 'Her sister agrees now')
      await nurse.press('Give it back')
      assert.doesNotMatch(await nurse.says(), /This is kept from the person/)
      await own.page.goto('/record')
      assert.match(await own.says(), new RegExp(diagnosisText))
      assert.doesNotMatch(await own.says(), /is kept from you/)
      await own.page.goto('/promises')
      assert.match(await own.says(), /Waiting for you to say if it happened/)
    })
  })
}

/** The latest withholding, as the person's own page is addressed. */
async function keptId() {
  const [row] = await site.log.db.text<{ withholding: string }>(
    'select withholding from sharing.withheld where owner = $1',
    [asha],
  )
  return row?.withholding ?? ''
}

describe('All of this', () => {
  it('meets no mistake of ours', () => assert.deepEqual(site.failures, []))
})
