// What leaves the site: word to addresses outside, and lines of the log.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { beginSession, findVisitor } from '../../src/identity/index.ts'
import { needsOf } from '../../src/messages/actions/tell.ts'
import { aboutError } from '../../src/plumbing/index.ts'
import { sayNeeds } from '../messages/say-needs.ts'
import { formPost, hiddenField } from '../web/site.ts'
import { done, peopleIn } from './town.ts'
import { openWholeSite } from './whole-site.ts'

const site = await openWholeSite()
const { log, app } = site
const { asha, gwen } = await peopleIn(site)
const ashas = await site.visitorOf(asha)
const needs = (channel: string, address: string) => sayNeeds(ashas, { channel, address })

describe('Word that a message waits', () => {
  it('goes to the address that was given, not to one that is like it', async () => {
    assert.equal((await needs('email', 'asha-patel@oak-lane.example')).statusCode, 303)
    assert.equal((await needsOf(log, asha)).address, 'asha-patel@oak-lane.example')
    assert.equal((await needs('text', '(07700) 900-123')).statusCode, 303)
    assert.equal((await needsOf(log, asha)).address, '07700900123')
  })

  it('goes to one address and no other', async () => {
    const several = ['a@b.example,c', 'gwen,asha@b.example', '<asha@b.example>', 'a;b@c.example']
    for (const address of [...several, 'a"b@c.example', 'a@b.example>', 'a\r\nBcc:b@c.example']) {
      assert.equal((await needs('email', address)).statusCode, 422, address)
    }
  })
})

describe('A line of the log about a mistake', () => {
  it('holds nothing of its message, also where that looks like a place in the code', () => {
    const told = 'Asha wrote\n    at Asha Patel, 12 Oak Lane\n    at home'
    const error = new TypeError(told)
    assert.doesNotMatch(JSON.stringify(aboutError(error)), /Oak Lane|home/)
    assert.match(JSON.stringify(aboutError(error)), /outside\.test\.ts/)
  })
})

describe('Signing in with a recovery code where somebody is signed in', () => {
  it('ends the session that was there', async () => {
    const begin = (person: typeof asha) =>
      beginSession(log, { person, wayIn: 'provider', identityLevel: 'P9', userAgent: '' })
    const codes = (await (await site.visitorOf(gwen)).post('/me/recovery', {})).body
    const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(codes)?.[0] ?? ''
    const cookies = { session: done(await begin(asha)) }
    const page = (await app.inject({ url: '/sign-in/recovery', cookies })).body
    const fields = { code, 'form-guard': hiddenField(page, 'form-guard') }
    const answer = await app.inject({ ...formPost(fields), url: '/sign-in/recovery', cookies })
    assert.equal(answer.statusCode, 303)
    const before = await findVisitor(log)(cookies.session, log.clock.now())
    assert.equal(before.kind, 'nobody')
  })
})
