// An id of one kind of thing, given where another kind is asked for, tells and changes nothing.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Id, OrganisationId } from '../../src/basics/index.ts'
import { registerOrganisation } from '../../src/identity/index.ts'
import { verifyLog } from '../../src/log/index.ts'
import { addPlace } from '../../src/places/index.ts'
import { done, longAgo, nobody, peopleIn, promised, typed } from './town.ts'
import { openWholeSite } from './whole-site.ts'

const site = await openWholeSite()
const { log, app, newId } = site
const { asha, gwen, dilys, ceri, surgery } = await peopleIn(site)
const own = await promised(site, { person: dilys, organisation: surgery }, [asha])
const shared = await promised(site, { person: dilys, organisation: surgery }, [asha, gwen])
const [ashas, ceris] = [await site.visitorOf(asha), await site.visitorOf(ceri)]

const withoutReference = (body: string) => body.replace(/[0-9A-Z]{4}-[0-9A-Z]{4}/g, '')

/** The answer to an address that ends with an id, as it reads for anything. */
async function told(ask: (url: string) => ReturnType<typeof ashas.get>, start: string, id: Id) {
  const { statusCode, body } = await ask(start + id)
  return {
    statusCode,
    page: withoutReference(body)
      .replaceAll(id, '')
      .replace(/value="[^"]*"/g, ''),
  }
}

describe('Somebody who asks for a place', () => {
  it('cannot learn whether an id is a person’s, an organisation’s or a promise’s', async () => {
    const ask = (url: string) => app.inject({ url, cookies: { visit: 'v'.repeat(32) } })
    const none = await told(ask, '/places/', newId())
    assert.equal(none.statusCode, 404)
    for (const id of [asha, surgery, shared.stream]) {
      assert.deepEqual(await told(ask, '/places/', id), none)
    }
  })
})

describe('Somebody who asks for a message', () => {
  it('finds none where another thing of theirs has the id', async () => {
    const none = await told(ashas.get, '/messages/', newId())
    assert.equal(none.statusCode, 404)
    for (const id of [asha, own.stream]) {
      assert.deepEqual(await told(ashas.get, '/messages/', id), none)
    }
  })
})

describe('An administrator', () => {
  it('finds no organisation where another thing has the id, and cannot rename it', async () => {
    for (const id of [asha, shared.stream]) {
      assert.equal((await ceris.get(`/organisations/${id}`)).statusCode, 404)
      const fields = { name: 'Mine now', ...typed('from', '2026-01-01') }
      assert.equal((await ceris.post(`/organisations/${id}/rename`, fields)).statusCode, 404)
    }
  })

  it('cannot make an organisation out of somebody by choosing the key of the form', async () => {
    const about = { name: 'Key Clinic', what: 'gp-practice', ...typed('from', '2026-01-01') }
    const sent = await ceris.post('/organisations/add', { ...about, 'form-key': asha })
    assert.equal(sent.statusCode, 303)
    assert.notEqual(sent.headers.location, `/organisations/${asha}`)
    assert.equal((await ashas.get('/me')).statusCode, 200)
    const again = await ceris.post('/organisations/add', { ...about, 'form-key': asha })
    assert.equal(again.headers.location, sent.headers.location)
  })
})

describe('A form that is sent twice at once', () => {
  it('adds one place, and one organisation', async () => {
    const asked = { actor: { by: ceri, onBehalfOf: null }, key: newId(), from: longAgo }
    const place = { ...asked, kind: 'site', name: 'Two Rivers', code: null }
    const [one, two] = await Promise.all([addPlace(log, place), addPlace(log, place)])
    assert.deepEqual(done(one), done(two))
    const about = { ...asked, name: 'Two Rivers', odsCode: null, what: 'gp-practice' }
    const add = () => registerOrganisation(log, about)
    const [first, second] = await Promise.all([add(), add()])
    assert.deepEqual(done(first), done(second))
    const others = { ...asked, actor: { by: dilys, onBehalfOf: null } }
    assert.notEqual(done(await addPlace(log, { ...place, ...others })), done(one))
  })
})

describe('The log', () => {
  it('lets nobody write facts of one kind of thing onto another', async () => {
    const about = { name: 'Person Clinic', odsCode: null, what: 'gp-practice', from: longAgo }
    const organisation = asha as string as OrganisationId
    const made = await registerOrganisation(log, { actor: nobody, organisation, ...about })
    assert.equal(made.ok, false)
    assert.equal((await ashas.get('/me')).statusCode, 200)
    assert.equal((await verifyLog(log)).broken, null)
    assert.ok(done(await registerOrganisation(log, { actor: nobody, ...about })))
  })
})

describe('All of this', () => {
  it('meets no mistake of ours', () => {
    assert.deepEqual(site.failures, [])
  })
})
