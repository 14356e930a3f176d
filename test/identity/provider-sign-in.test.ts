// Promises of signing in through a real provider: matched exactly, or refused in words.
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { Registry } from 'prom-client'
import {
  findByNhsNumber,
  findVisitor,
  identityRoutes,
  joinRecords,
  loadPerson,
  nameOf,
} from '../../src/identity/index.ts'
import { openIdProvider } from '../../src/plumbing/index.ts'
import { createServer } from '../../src/web/index.ts'
import { freshDatabase, freshFolder } from '../database.ts'
import { formPost, hiddenField } from '../web/site.ts'
import { startNhsLogin, type Told, walkThrough } from './nhs-login.ts'
import { done, nobody, openTown, person, testNumber, townMigrations } from './town.ts'

const { db } = await freshDatabase(townMigrations)
const town = openTown(db, await freshFolder())
const { log, clock } = town
const returnAddress = 'http://127.0.0.1:9/sign-in/return'
const login = await startNhsLogin(returnAddress)
after(() => login.close())
const settings = { issuer: login.issuer, clientId: 'coproduce', clientKey: login.clientKey }

const siteWith = (issuer: string) => {
  const provider = openIdProvider({ ...settings, issuer, returnAddress })
  return createServer({
    routes: identityRoutes({ log, demonstrationPeople: null, provider }),
    findVisitor: findVisitor(log),
    clock,
    chance: log.chance,
    log: (event, detail) => assert.notEqual(event, 'page-failed', JSON.stringify(detail)),
    secure: false,
    demonstration: false,
    navigation: () => [],
    metrics: new Registry(),
    databaseIsUp: async () => true,
    signInOrigins: [provider.origin],
    paces: { signInByAddress: { burst: 1_000, perSecond: 1_000 } },
  })
}
const app = await siteWith(login.issuer)

const cookiesOf = (reply: { cookies: readonly { name: string; value: string }[] }) =>
  Object.fromEntries(reply.cookies.map(({ name, value }) => [name, value]))

async function begin(next = '/me') {
  const page = await app.inject({ url: `/sign-in?next=${next}` })
  const visit = cookiesOf(page)
  const fields = { 'form-guard': hiddenField(page.body, 'form-guard'), next }
  const reply = await app.inject({ ...formPost(fields), url: '/sign-in/start', cookies: visit })
  assert.equal(reply.statusCode, 303)
  return { visit, at: String(reply.headers.location) }
}

/** Signs in as whom the provider knows by this; gives the answer of our own page. */
async function signIn(who: Told | null) {
  login.who = who
  const { visit, at } = await begin()
  const back = await walkThrough(at, returnAddress)
  return app.inject({ url: back, cookies: visit })
}

const visitorOf = async (reply: Parameters<typeof cookiesOf>[0]) =>
  findVisitor(log)(cookiesOf(reply).session ?? null, log.clock.now())

const claims = (sub: string, more: Told = {}): Told => ({
  sub,
  given_name: 'Asha',
  family_name: 'Patel',
  birthdate: '1984-03-15',
  identity_proofing_level: 'P9',
  ...more,
})

describe('Signing in through the provider', () => {
  it('registers somebody new, knows them again, and keeps the level with the session', async () => {
    const number = testNumber(100)
    const first = await signIn(claims('s1', { nhs_number: number }))
    assert.equal(first.headers.location, '/me')
    const visitor = await visitorOf(first)
    assert.ok(visitor.kind === 'person')
    assert.equal(visitor.identityLevel, 'P9')
    const { state } = await loadPerson(log, db, visitor.person)
    assert.equal(nameOf(state), 'Asha Patel')
    assert.equal(state.birthDate, '1984-03-15')
    assert.equal(state.nhsNumber, number)
    const again = await visitorOf(await signIn(claims('s1', { nhs_number: number })))
    assert.equal(again.kind === 'person' && again.person, visitor.person)
  })

  it('asks with a proof of our key, PKCE, a state, a nonce and the vectors of trust', async () => {
    await signIn(claims('s1', { nhs_number: testNumber(100) }))
    const asked = login.asked.at(-1)
    assert.equal(asked?.get('code_challenge_method'), 'S256')
    assert.equal(asked?.get('code_challenge')?.length, 43)
    assert.equal(asked?.get('state')?.length, 43)
    assert.equal(asked?.get('nonce')?.length, 43)
    assert.ok(JSON.parse(asked?.get('vtr') ?? '[]').includes('P9.Cp.Cd'))
  })

  it('leads to the record with the same NHS number and birth date, whatever the name', async () => {
    const nhsNumber = testNumber(110)
    const record = await person(town, { name: 'A. Rees', nhsNumber })
    const visitor = await visitorOf(await signIn(claims('s2', { nhs_number: nhsNumber })))
    assert.equal(visitor.kind === 'person' && visitor.person, record)
    assert.equal(nameOf((await loadPerson(log, db, record)).state), 'A. Rees')
  })

  it('follows a join from the record that has the number', async () => {
    const nhsNumber = testNumber(120)
    const record = await person(town, { nhsNumber })
    const into = await person(town)
    done(await joinRecords(log, { actor: nobody, record, into, reason: 'the same person' }))
    for (const _ of [1, 2]) {
      const visitor = await visitorOf(await signIn(claims('s3', { nhs_number: nhsNumber })))
      assert.equal(visitor.kind === 'person' && visitor.person, into)
    }
  })

  it('is refused in words when the date of birth differs, and links nothing', async () => {
    const nhsNumber = testNumber(130)
    const record = await person(town, { nhsNumber, born: '1984-03-16' })
    const reply = await signIn(claims('s4', { nhs_number: nhsNumber }))
    assert.equal(reply.statusCode, 403)
    assert.match(reply.body, /differs from the record that is held here/)
    assert.ok(!reply.body.includes(nhsNumber))
    assert.equal(cookiesOf(reply).session, undefined)
    assert.equal((await loadPerson(log, db, record)).state.signIns.length, 0)
  })

  it('is refused when the provider tells another number of somebody known', async () => {
    await signIn(claims('s5', { nhs_number: testNumber(140) }))
    const reply = await signIn(claims('s5', { nhs_number: testNumber(150) }))
    assert.equal(reply.statusCode, 403)
  })

  it('does not count a number that nobody has checked: below level P9', async () => {
    const nhsNumber = testNumber(160)
    const record = await person(town, { nhsNumber })
    const told = claims('s6', { nhs_number: nhsNumber, identity_proofing_level: 'P5' })
    const visitor = await visitorOf(await signIn(told))
    assert.ok(visitor.kind === 'person')
    assert.notEqual(visitor.person, record)
    assert.equal(visitor.identityLevel, 'P5')
    assert.equal((await loadPerson(log, db, visitor.person)).state.nhsNumber, null)
    assert.equal(await findByNhsNumber(db, nhsNumber), record)
  })

  it('says so when the person stops at the provider', async () => {
    const reply = await signIn(null)
    assert.equal(reply.statusCode, 400)
    assert.match(reply.body, /You are not signed in/)
  })

  it('holds once, in the browser it was begun in, and not for long', async () => {
    login.who = claims('s7')
    const { visit, at } = await begin()
    const back = await walkThrough(at, returnAddress)
    const elsewhere = cookiesOf(await app.inject({ url: '/sign-in' }))
    const stolen = await app.inject({ url: back, cookies: elsewhere })
    assert.equal(stolen.statusCode, 400)
    const after = await app.inject({ url: back, cookies: visit })
    assert.equal(after.statusCode, 400, 'the answer was used up by whoever tried it first')
    const second = await begin()
    const late = await walkThrough(second.at, returnAddress)
    clock.moveTo('2026-11-23T09:15:00.000Z')
    assert.equal((await app.inject({ url: late, cookies: second.visit })).statusCode, 400)
    clock.moveTo('2026-11-23T09:00:00.000Z')
  })

  it('does not take an answer with a code or state that is not the provider’s', async () => {
    login.who = claims('s8')
    for (const change of [
      (back: string) => back.replace(/code=[^&]+/, 'code=forged'),
      (back: string) => back.replace(/state=[^&]+/, 'state=forged'),
      (back: string) => back.replace(/iss=[^&]+/, 'iss=http%3A%2F%2Felsewhere'),
    ]) {
      const { visit, at } = await begin()
      const back = change(await walkThrough(at, returnAddress))
      const reply = await app.inject({ url: back, cookies: visit })
      assert.equal(reply.statusCode, 400)
      assert.equal(cookiesOf(reply).session, undefined)
    }
  })

  it('says so when the provider cannot be reached', async () => {
    const alone = await siteWith('http://127.0.0.1:9')
    const page = await alone.inject({ url: '/sign-in' })
    const fields = { 'form-guard': hiddenField(page.body, 'form-guard'), next: '/' }
    const reply = await alone.inject({
      ...formPost(fields),
      url: '/sign-in/start',
      cookies: cookiesOf(page),
    })
    assert.equal(reply.statusCode, 503)
    assert.match(reply.body, /cannot be reached just now/)
  })
})
