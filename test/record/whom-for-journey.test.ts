// Journeys in a browser, by pointer, by keyboard and without scripts: a person writes something
// for whom they choose, shares a part, sees who looked, stops it; an emergency; and leaving.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { addMilliseconds, asDay, nhsNumberOf } from '../../src/basics/index.ts'
import { giveRole, recordDetails } from '../../src/identity/index.ts'
import { addSigningKey } from '../../src/plumbing/index.ts'
import { tellOfEmergency } from '../../src/sharing/index.ts'
import { done, longAgo, nobody, person as register } from '../attacks/town.ts'
import { openBrowser } from '../browser.ts'
import { type Hand, openDoors, ways } from '../hands.ts'
import { diagnosisText, openFaces, proxyOf } from './faces.ts'

const browser = await openBrowser()
after(() => browser.close())

const stage = await openFaces()
const { site, asha, ravi, sian, hospital } = stage
const { log } = site
await addSigningKey(join(site.folder, 'keys'))
const digits = nhsNumberOf('999000503')
assert.ok(digits)
await proxyOf(stage)
const details = { birthDate: asDay('1950-02-03'), nhsNumber: digits }
done(await recordDetails(log, { actor: nobody, person: asha, details }))

/** Another nurse of the hospital for each way, so that none has looked before. */
async function newNurse() {
  const person = await register(site, 'Gloria Santos')
  const role = { what: 'nurse', organisation: hospital, from: longAgo, until: null }
  done(await giveRole(log, { actor: nobody, person, ...role }))
  return person
}

const shared = `/share/with-me/${asha}/direct-care`

async function close(...hands: readonly Hand[]) {
  for (const { page } of hands) await page.context().close()
}

for (const way of ways) {
  describe(`With ${way}`, async () => {
    const enter = await openDoors(site, browser, way)
    const gloria = await newNurse()

    const writes = async (own: Hand, says: string, whom: string) => {
      await own.page.goto('/record/add')
      await own.choose('A note')
      await own.write('In your own words', says)
      await own.choose(whom)
      await own.isFine('add')
      await own.press('Add it to my record')
    }

    it('A2 A4 a person writes for those they share with, and reads who that is', async () => {
      const own = await enter(asha)
      await writes(own, `I slept well (${way})`, 'Me, and those I share with')
      const says = await own.says()
      assert.match(says, /Who can see it now/)
      for (const one of ['Ravi Patel', 'Oak Lane Surgery', 'Ravi Patel, who acts for you']) {
        assert.ok(says.includes(one), one)
      }
      assert.match(says, /In an emergency a doctor, nurse or pharmacist at work can open it/)
      await own.isFine('added')
      const seen = await enter(sian)
      await seen.page.goto(shared)
      assert.ok((await seen.says()).includes(`I slept well (${way})`))
      await close(own, seen)
    })

    it('A2 A4 a person writes for themselves alone, and nobody else finds it', async () => {
      const own = await enter(asha)
      await writes(own, `Only for my eyes (${way})`, 'Only me')
      assert.match(await own.says(), /Only you\.Nobody can open it in an emergency\./)
      await own.isFine('only-me')
      for (const [who, path] of [
        [sian, shared],
        [ravi, shared],
        [stage.mo, shared],
      ] as const) {
        const seen = await enter(who)
        await seen.page.goto(path)
        assert.ok((await seen.says()).includes(diagnosisText))
        assert.ok(!(await seen.says()).includes('Only for my eyes'))
        await close(seen)
      }
      await close(own)
    })

    it('A4 A7 shares one entry with a role, sees who looked and why, and stops it', async () => {
      const own = await enter(asha)
      await writes(own, `A rash on my arm (${way})`, 'Somebody I choose')
      assert.match(await own.says(), /They will see only this one entry/)
      await own.isFine('choose')
      await own.pick('Who may see it?', 'Elm Street Hospital')
      await own.pick('If it is an organisation', 'Nurse')
      await own.choose('Care')
      await own.choose('For a week')
      await own.press('See what they will see')
      assert.match(await own.says(), /They will see 1 entry/)
      await own.isFine('check')
      const preview = await own.page.locator('.cp-shared').first().innerHTML()
      await own.press('Share this')
      const seen = await enter(gloria)
      await seen.page.goto('/share/with-me')
      // A second later, so that this look is the newest.
      site.clock.moveTo(addMilliseconds(log.clock.now(), 1_000))
      await seen.follow('Asha Patel')
      assert.equal(await seen.page.locator('.cp-shared').first().innerHTML(), preview)
      assert.ok(!(await seen.says()).includes(diagnosisText))
      await seen.isFine('seen')
      await own.page.goto('/looks')
      assert.match(await own.says(), /Gloria Santos/)
      await own.isFine('looks')
      const visit = own.page.locator('tr', { hasText: 'Gloria Santos' }).first().getByRole('link')
      await own.page.goto((await visit.first().getAttribute('href')) ?? '')
      await own.follow(/Why could they/)
      assert.match(await own.says(), /They would see 1 entry fewer than now/)
      await own.isFine('why')
      await own.press(/^Stop sharing with/)
      assert.match(await own.says(), /You stopped it/)
      assert.equal((await seen.page.goto(shared))?.status(), 404)
      await close(own, seen)
    })

    it('A7 a nurse opens a record in an emergency; the person is told, and stops it', async () => {
      const opened = await enter(gloria)
      await opened.page.goto('/share/emergency')
      await opened.isFine('emergency')
      await opened.press('Open it')
      assert.match(await opened.says(), /There is a problem/)
      await opened.isFine('emergency-wrong')
      await opened.write('NHS number', digits)
      await opened.write(/^Day$/, '3')
      await opened.write(/^Month$/, '2')
      await opened.write(/^Year$/, '1950')
      await opened.write(/What is happening/, `Found on the floor (${way})`)
      await opened.press('Open it')
      assert.ok((await opened.says()).includes(diagnosisText))
      assert.ok(!(await opened.says()).includes('Only for my eyes'))
      await opened.isFine('opened')
      const facts = await log.db.text<{ id: never }>(
        `select id from log.facts where owner = $1 and kind = 'emergency-opened' and by = $2
         order by place desc limit 1`,
        [asha, gloria],
      )
      for (const { id } of facts) await tellOfEmergency(log, { owner: asha, fact: id })
      const own = await enter(asha)
      await own.page.goto('/messages')
      assert.match(await own.says(), /opened in an emergency/)
      await own.page.goto('/share')
      assert.ok((await own.says()).includes(`Found on the floor (${way})`))
      await own.isFine('told')
      const card = own.page.locator('form', { hasText: /Stop/ })
      assert.ok((await card.count()) > 0)
      await close(opened, own)
    })

    it('A10 a person takes everything with them, with how to check it', async () => {
      const own = await enter(asha)
      await own.page.goto('/record/leave')
      assert.match(await own.says(), /npx coproduce verify everything\.zip/)
      await own.isFine('leave')
      const download = own.page.waitForEvent('download')
      // A download loads no page, so the key is pressed and not waited for.
      await own.page.getByRole('button', { name: 'Save the file' }).press('Enter')
      const path = join(site.folder, `everything-${way.replace(' ', '-')}.zip`)
      await (await download).saveAs(path)
      assert.equal(readFileSync(path).subarray(0, 2).toString(), 'PK')
      await close(own)
    })
  })
}

describe('All of this', () => {
  it('meets no mistake of ours', () => assert.deepEqual(site.failures, []))
})
