// Promises of asking somebody to share: who, what, why and how long; and nothing told by silence.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay, type Id, nhsNumberOf, type PersonId } from '../../src/basics/index.ts'
import { giveRole, registerOrganisation, registerPerson } from '../../src/identity/index.ts'
import { countInbox } from '../../src/messages/index.ts'
import { askToShare, bringAsk } from '../../src/sharing/actions/ask-to-share.ts'
import { done, looked, nobody, typed } from '../attacks/town.ts'
import { openWholeSite } from '../attacks/whole-site.ts'

const site = await openWholeSite()
const { log } = site
const from = asDay('2024-01-01')
const registered = async (name: string, birthDate: string | null, digits: string | null) =>
  done(
    await registerPerson(log, {
      actor: nobody,
      name,
      birthDate: birthDate === null ? null : asDay(birthDate),
      nhsNumber: digits === null ? null : nhsNumberOf(digits),
    }),
  )
const asha = await registered('Asha Patel', '1984-03-15', '999000001')
const lin = await registered('Lin Chen', null, null)
const about = { name: 'Two Rivers Research', odsCode: null, what: 'nhs-trust', from }
const organisation = done(await registerOrganisation(log, { actor: nobody, ...about }))
const nurse = { what: 'nurse', organisation, from, until: null }
done(await giveRole(log, { actor: nobody, person: lin, ...nurse }))
const lins = await site.visitorOf(lin)
const ashas = await site.visitorOf(asha)

const form = {
  number: nhsNumberOf('999000001') ?? '',
  ...typed('born', '1984-03-15'),
  purpose: 'research',
  ...looked({ why: 'We study how people with diabetes sleep' }),
  span: 'week',
}

/** What would follow as a job: every ask is brought. */
async function bringAll(): Promise<void> {
  const made = await log.db.text<{ owner: Id; stream: Id }>(
    'select owner, stream from sharing.asks_made',
  )
  for (const one of made) await bringAsk(log, one)
}

const asked = async () =>
  [...(await ashas.get('/share/asks')).body.matchAll(/\/share\/asks\/([0-9a-f-]{36})/g)].map(
    ([, id = '']) => id,
  )
const seen = () => lins.get(`/share/with-me/${asha}/research`)

describe('A9 Somebody new who asks', () => {
  it('is told the same, with as many steps, whether or not there is such a person', async () => {
    const strip = (body: string) => body.replace(/value="[^"]*"/g, '')
    const right = await lins.post('/share/ask', form)
    const nobodyThere = await lins.post('/share/ask', {
      ...form,
      number: nhsNumberOf('999000777') ?? '',
    })
    const wrongDay = await lins.post('/share/ask', { ...form, ...typed('born', '1985-03-15') })
    assert.equal(right.statusCode, 200)
    assert.equal(strip(nobodyThere.body), strip(right.body))
    assert.equal(strip(wrongDay.body), strip(right.body))
  })

  it('is shown to the person with who, what, why and how long, once', async () => {
    await bringAll()
    await bringAll()
    const [ask, ...others] = await asked()
    assert.ok(ask)
    assert.deepEqual(others, [])
    const page = (await ashas.get(`/share/asks/${ask}`)).body
    for (const part of [
      'Lin Chen',
      'Two Rivers Research',
      'Research',
      'how people with diabetes',
    ]) {
      assert.ok(page.includes(part), part)
    }
    assert.match(page, /For a week/)
    assert.equal((await countInbox(log.db, asha)).all, 1)
    assert.equal((await seen()).statusCode, 404)
  })

  it('sees nothing after a no, and is not told', async () => {
    const [ask] = await asked()
    assert.equal((await ashas.post(`/share/asks/${ask}`, { answer: 'no' })).statusCode, 303)
    assert.equal((await seen()).statusCode, 404)
    assert.equal((await ashas.post(`/share/asks/${ask}`, { answer: 'yes' })).statusCode, 409)
    assert.equal((await lins.get(`/share/asks/${ask}`)).statusCode, 404)
  })

  it('sees it after a yes, for that purpose alone, and each use is listed', async () => {
    await lins.post('/share/ask', { ...form, ...looked({ why: 'We ask once more' }) })
    await bringAll()
    const open = await asked()
    const [newest] = open
    assert.equal(open.length, 2)
    assert.equal((await ashas.post(`/share/asks/${newest}`, { answer: 'yes' })).statusCode, 303)
    assert.equal((await seen()).statusCode, 200)
    assert.equal((await lins.get(`/share/with-me/${asha}/direct-care`)).statusCode, 404)
    assert.match((await ashas.get('/looks')).body, /Lin Chen[\s\S]*For research/)
    assert.match((await ashas.get('/looks?purpose=research')).body, /Lin Chen/)
    const taught = (await ashas.get('/looks?purpose=teaching')).body
    assert.match(taught, /There is no such look/)
    assert.doesNotMatch(taught.slice(taught.indexOf('</form></div></details>')), /Lin Chen/)
    await ashas.post('/share/purposes', { purposes: 'direct-care' })
    assert.equal((await seen()).statusCode, 404)
  })

  it('is led to a form that begins with what was asked after a yes to less', async () => {
    await lins.post('/share/ask', { ...form, ...looked({ why: 'A third time' }) })
    await bringAll()
    const [newest] = await asked()
    const answer = await ashas.post(`/share/asks/${newest}`, { answer: 'less' })
    assert.equal(answer.headers.location, `/share/new?ask=${newest}`)
    const page = (await ashas.get(`/share/new?ask=${newest}`)).body
    assert.match(page, new RegExp(`<option[^>]*value="organisation ${organisation}"[^>]*selected`))
  })

  it('asks 20 people in 24 hours and no more', async () => {
    const asking = {
      by: lin,
      organisation,
      role: 'nurse',
      purpose: 'research',
      span: 'week',
    } as const
    const ask = (person: PersonId | null) =>
      askToShare(log, { ...asking, why: 'Many' }, person, null)
    for (let times = 0; times < 15; times += 1) done(await ask(null))
    const last = await ask(asha)
    assert.equal(last.ok ? null : last.refusal.code, 'ask-too-often')
    const page = await lins.post('/share/ask', form)
    assert.match(page.body, /as many people today/)
  })
})

describe('All of this', () => {
  it('meets no mistake of ours', () => {
    assert.deepEqual(site.failures, [])
  })
})
