// Journeys in a browser: two people linked by a code, details changed, an access made less.
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { acceptTieCode, makeTieCode, seeTieCode } from '../../src/identity/actions/tie-by-code.ts'
import { endTie, loadPerson } from '../../src/identity/index.ts'
import { done, person as register } from '../attacks/town.ts'
import { refusalIn } from '../basics/outcome.ts'
import { openBrowser } from '../browser.ts'
import { openDoors } from '../hands.ts'
import { openFaces, proxyOf } from '../record/faces.ts'

const browser = await openBrowser()
after(() => browser.close())
const stage = await openFaces()
const { site } = stage
const { log } = site
const gwen = await register(site, 'Gwen Lloyd')

const offer = { what: 'carer', makerIs: 'helped', until: null } as const
const ties = async () => (await loadPerson(log, log.db, gwen)).state.ties

describe('A code that one gives the other', () => {
  it('links the two once, and says to nobody who is here', async () => {
    const code = await makeTieCode(log, stage.ravi, offer)
    assert.equal(done(await seeTieCode(log, gwen, code.toLowerCase())).person, stage.ravi)
    assert.equal(refusalIn(await seeTieCode(log, stage.ravi, code)).code, 'tie-with-oneself')
    const [one, other] = await Promise.all([
      acceptTieCode(log, gwen, code),
      acceptTieCode(log, stage.sian, code),
    ])
    assert.equal([one, other].filter(({ ok }) => ok).length, 1)
    assert.equal(refusalIn(await seeTieCode(log, gwen, code)).code, 'code-not-known')
    assert.equal(
      refusalIn(await seeTieCode(log, gwen, 'AAAA-AAAA-AAAA-AAAA')).code,
      'code-not-known',
    )
    for (const { tie } of await ties()) {
      const until = log.clock.now().slice(0, 10) as never
      done(await endTie(log, { actor: { by: gwen, onBehalfOf: null }, by: gwen, tie, until }))
    }
  })

  it('works for 7 days and not a moment longer', async () => {
    const now = log.clock.now()
    const code = await makeTieCode(log, stage.ravi, offer)
    site.clock.moveTo('2026-11-30T08:59:59Z')
    assert.ok((await seeTieCode(log, gwen, code)).ok)
    site.clock.moveTo('2026-11-30T09:00:00Z')
    assert.equal(refusalIn(await acceptTieCode(log, gwen, code)).code, 'code-not-known')
    site.clock.moveTo(now)
  })

  it('is lost to the eleventh that the same person makes', async () => {
    const first = await makeTieCode(log, stage.mo, offer)
    for (let more = 0; more < 10; more += 1) {
      site.clock.moveTo(`2026-11-23T09:00:0${more % 10}.5Z`)
      await makeTieCode(log, stage.mo, offer)
    }
    assert.equal(refusalIn(await seeTieCode(log, gwen, first)).code, 'code-not-known')
  })
})

for (const way of ['pointer', 'no scripts'] as const) {
  describe(`About me, with ${way}`, () => {
    it('somebody links with another by a code, and is reached otherwise', async () => {
      const enter = await openDoors(site, browser, way)
      const own = await enter(stage.asha)
      await own.page.goto('/me')
      await own.follow('Link with somebody')
      await own.isFine('tie-new')
      await own.press('Make a code')
      assert.match(await own.says(), /Select what they are to you/)
      await own.choose('They care for me')
      await own.press('Make a code')
      const code = (await own.page.locator('.cp-reference').textContent()) ?? ''
      await own.isFine('tie-made')

      const other = await enter(gwen)
      await other.page.goto('/me')
      await other.follow('I was given a code')
      await other.isFine('tie-enter')
      await other.write('The code', 'ABCD')
      await other.press('See who it is from')
      assert.match(await other.says(), /This code is not known/)
      await other.isFine('tie-wrong')
      await other.write('The code', code)
      await other.press('See who it is from')
      assert.match(await other.says(), /Link with Asha Patel\?.*You care for them/s)
      await other.isFine('tie-answer')
      await other.press('Yes, link with Asha Patel')
      assert.match(await other.says(), /Asha Patel.*You care for them.*Since/s)

      await own.page.goto('/me')
      assert.match(await own.says(), /Gwen Lloyd.*Your carer/s)
      await own.follow('Change how to reach you')
      await own.write('Phone', 'call me')
      await own.press('Save')
      assert.match(await own.says(), /Enter a phone number with 7 to 15 digits/)
      await own.isFine('contact')
      await own.write('Phone', '07700 900123')
      await own.press('Save')
      assert.match(await own.says(), /07700 900123/)
      await own.isFine('me')
      for (const { page } of [own, other]) await page.context().close()
      assert.deepEqual(site.failures, [])
    })
  })
}

describe('Who acts for somebody', () => {
  it('A8 is let see less, by staff and by the person, and never more', async () => {
    const access = await proxyOf(stage)
    const enter = await openDoors(site, browser, 'pointer')
    const manager = await enter(stage.dilys)
    await manager.page.goto(`/proxies/work/${stage.asha}/${access}`)
    await manager.follow('Make it less')
    await manager.isFine('alter')
    assert.equal(await manager.page.getByLabel(/marked as sensitive where it is named/).count(), 0)
    await manager.choose('Visits, plans, problems, medicines, allergies and vaccinations')
    await manager.press('Make it less')
    assert.match(await manager.says(), /Visits, plans, problems, medicines/)

    const own = await enter(stage.asha)
    await own.page.goto('/proxies')
    await own.isFine('proxies')
    await own.follow('Make it less')
    await own.choose('Visits and plans only')
    await own.press('Make it less')
    assert.match(await own.says(), /Visits and plans only/)
    // A form that asks for more than there is, whoever sends it, changes nothing.
    const visitor = await site.visitorOf(stage.asha)
    const more = await visitor.post(`/proxies/${access}/alter`, { level: 'record' })
    assert.equal(more.statusCode, 422)
    assert.match(more.body, /only be made less/)
    await own.page.goto('/proxies')
    assert.match(await own.says(), /Visits and plans only/)
    for (const { page } of [own, manager]) await page.context().close()
    assert.deepEqual(site.failures, [])
  })
})
