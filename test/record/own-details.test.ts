// A person's own details that are wrong: asked for, put right or declined, in a browser and around.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { asDay, type Id, nhsNumberOf } from '../../src/basics/index.ts'
import { loadPerson, recordDetails, registerPerson } from '../../src/identity/index.ts'
import { askForDetails, lapseRequest } from '../../src/record/actions/ask-correction.ts'
import { ownLook } from '../../src/record/actions/see-record.ts'
import { changesAsked } from '../../src/record/domain/own-details.ts'
import { done, nobody } from '../attacks/town.ts'
import { openBrowser } from '../browser.ts'
import { type Hand, openDoors, ways } from '../hands.ts'
import { openFaces } from './faces.ts'

const browser = await openBrowser()
after(() => browser.close())

const { site, asha, sian, mo, ravi, surgery } = await openFaces()
const { log } = site
const born = asDay('1985-03-14')
done(await recordDetails(log, { actor: nobody, person: asha, details: { birthDate: born } }))

const stands = async () => (await loadPerson(log, log.db, asha)).state

describe('A3 What a person asks to have put right among their details', () => {
  const now = { name: 'Asha Patel', birthDate: born, nhsNumber: null }
  it('is what differs; what is left empty or as it stands is not asked for', () => {
    const asked = changesAsked(now, { ...now, name: ' Asha Patle ' })
    assert.deepEqual(asked.ok && asked.value, {
      name: 'Asha Patle',
      birthDate: null,
      nhsNumber: null,
    })
    for (const wanted of [now, { name: '', birthDate: null, nhsNumber: null }]) {
      const same = changesAsked(now, wanted)
      assert.ok(!same.ok && same.refusal.code === 'correction-details-unchanged')
    }
  })
})

async function born1980(hand: Hand, month: string) {
  await hand.page.getByLabel('Month').fill(month)
}

for (const [place, way] of ways.entries()) {
  describe(`A3 Asha’s details are wrong, with ${way}`, async () => {
    const enter = await openDoors(site, browser, way)
    const own = await enter(asha)
    const nurse = await enter(sian)
    after(async () => {
      for (const { page } of [nurse, own]) await page.context().close()
    })
    const month = String(place + 4)

    it('she says what is right and who should do it, and reads by when', async () => {
      await own.page.goto('/me')
      await own.follow('Ask for it to be put right')
      await own.isFine('details-ask')
      await own.write('What is wrong?', 'My birthday is wrong.')
      await own.press('Ask for it to be put right')
      assert.match(await own.says(), /Nothing is different from what stands here now/)
      await own.isFine('details-unchanged')
      await born1980(own, month)
      await own.press('Ask for it to be put right')
      assert.match(await own.says(), /There is a problem/)
      await own.pick('Who should put it right?', 'Oak Lane Surgery')
      await own.press('Ask for it to be put right')
      assert.match(await own.says(), /Your request is sent.*must answer by.*one month/s)
      await own.isFine('details-sent')
      await own.page.goto('/record/corrections')
      assert.match(await own.says(), /Answer due by.*Name, date of birth or NHS number/s)
      await own.isFine('details-list')
      await own.page.goto('/me/put-right')
      assert.match(await own.says(), /Request for a correction/)
    })

    it('it stands on the worklist with its clock, and is put right as she asked', async () => {
      await nurse.page.goto('/corrections')
      assert.match(await nurse.says(), /Answer due by.*Name, date of birth or NHS number/s)
      await nurse.follow(/Name, date of birth or NHS number/)
      assert.match(await nurse.says(), /Date of birth.*14 .* 1985.*14 .* 1985/s)
      assert.doesNotMatch(await nurse.says(), /Add a note/)
      await nurse.isFine('details-to-answer')
      await nurse.follow('Put it right as they ask')
      await nurse.isFine('details-put-right')
      await nurse.write('How do you know that it is right?', 'I saw her passport.')
      await nurse.press('Send it')
      await nurse.press('Send it')
      assert.match(await nurse.says(), /Your answer is sent/)
      assert.equal((await stands()).birthDate, `1985-0${month}-14`)
      await own.page.goto('/me')
      assert.match(await own.says(), /What was put right.*Sian Rees.*I saw her passport/s)
    })

    it('it is declined with a reason, and she reads what she can do', async () => {
      await own.page.goto('/me/put-right')
      await own.page.getByLabel('Your name').fill('Asha Patle')
      await own.write('What is wrong?', 'It is spelt otherwise.')
      await own.pick('Who should put it right?', 'Oak Lane Surgery')
      await own.press('Ask for it to be put right')
      const at = own.page.url().split('?')[0] ?? ''
      await nurse.page.goto('/corrections')
      await nurse.follow(/Name, date of birth or NHS number/)
      await nurse.follow('Decline, and say why')
      await nurse.write('Why do you decline?', 'Your passport says Patel.')
      await nurse.press('Send it')
      await nurse.press('Send it')
      await own.page.goto(at)
      assert.match(await own.says(), /Declined.*Your passport says Patel.*If you do not agree/s)
      assert.match(await own.says(), /Complain to them.*Information Commissioner.*Ask again/s)
      await own.isFine('details-declined')
      assert.equal((await stands()).names[0]?.name, 'Asha Patel')
    })
  })
}

describe('A3 A request about details', async () => {
  const taken = nhsNumberOf('999000777')
  assert.ok(taken)
  const other = { actor: nobody, name: 'Bea Ray', birthDate: born, nhsNumber: taken }
  done(await registerPerson(log, other))
  const petitioner = { by: asha, person: asha, shownAs: 'Asha Patel' }
  const look = ownLook(asha, '/me/put-right', 'read', false)
  const asking = {
    wanted: { name: '', birthDate: null, nhsNumber: taken },
    wrong: 'My number is another',
    right: () => 'My number',
    evidence: '',
    holder: surgery,
  }
  const [own, nurse] = [await site.visitorOf(asha), await site.visitorOf(sian)]
  let request = asha as string as Id
  let at = ''
  // Once what is asked in the browser is answered: one request at a time is open.
  before(async () => {
    request = done(await askForDetails(log, petitioner, asking, look, null))
    at = `/corrections/${asha}/${request}`
  })

  it('shows her details to those who answer alone, with a receipt', async () => {
    assert.equal((await nurse.get(at)).statusCode, 200)
    for (const somebody of [mo, ravi]) {
      const visitor = await site.visitorOf(somebody)
      assert.ok([403, 404].includes((await visitor.get(at)).statusCode))
    }
    const [receipt] = await log.db.text<{ purpose: string; items: Id[] }>(
      `select purpose, items from sharing.looks where owner = $1 and by = $2
         and $1 = any(items)`,
      [asha, sian],
    )
    assert.deepEqual([receipt?.purpose, receipt?.items], ['correction', [asha]])
  })

  it('never says that a number is somebody else’s, and changes nothing then', async () => {
    const says = 'I saw a letter with this number.'
    const sent = await nurse.post(`${at}/correct`, { says, 'says-scored': says })
    assert.equal(sent.statusCode, 409)
    assert.match(sent.body, /cannot be recorded from here/)
    assert.doesNotMatch(sent.body, /belongs|already|Bea/)
    assert.equal((await stands()).nhsNumber, null)
  })

  it('takes no note, and no words of disagreement, which would have no place', async () => {
    assert.equal((await nurse.get(`${at}/note`)).statusCode, 404)
    const noted = await nurse.post(`${at}/note`, { says: 'A note' })
    assert.equal(noted.statusCode, 404)
    const said = await own.post(`/record/corrections/${request}/disagree`, { says: 'No' })
    assert.equal(said.statusCode, 409)
  })

  it('is late when its month is over, and she is told what to do', async () => {
    site.clock.moveTo('2027-01-05T10:00:00Z')
    done(await lapseRequest(log, { person: asha, request }))
    const later = await site.visitorOf(asha)
    assert.match((await later.get(`/record/corrections/${request}`)).body, /Late: was due/)
  })

  it('meets no mistake of ours', () => assert.deepEqual(site.failures, []))
})
