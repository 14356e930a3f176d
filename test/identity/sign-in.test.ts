// Promises of signing in: sessions that cannot be forged or outstay, and the pages.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Registry } from 'prom-client'
import { addMilliseconds, asInstant, type Id, type Instant } from '../../src/basics/index.ts'
import { browserFamily, sessionEndsAt } from '../../src/identity/domain/session.ts'
import {
  abolishOrganisation,
  actAs,
  beginSession,
  endOtherSessions,
  endRole,
  endSession,
  findVisitor,
  forgetOldSessions,
  giveRole,
  identityRoutes,
  joinRecords,
  recordDeath,
  registerOrganisation,
} from '../../src/identity/index.ts'
import { sha256 } from '../../src/plumbing/index.ts'
import { createServer } from '../../src/web/index.ts'
import { freshDatabase, freshFolder } from '../database.ts'
import { formPost, hiddenField } from '../web/site.ts'
import {
  codeOf,
  demonstrationIn,
  done,
  monday,
  nobody,
  openTown,
  person,
  townMigrations,
} from './town.ts'

const { db } = await freshDatabase(townMigrations)
const town = openTown(db, await freshFolder())
const { log, clock } = town
const NINE = '2026-11-23T09:00:00.000Z'
const firefox = 'Mozilla/5.0 (Windows NT 10.0; rv:130.0) Gecko/20100101 Firefox/130.0'
const visitorOf = (cookie: string | null) => findVisitor(log)(cookie, log.clock.now())

const signIn = async (who: Awaited<ReturnType<typeof person>>) =>
  done(
    await beginSession(log, {
      person: who,
      wayIn: 'demonstration',
      identityLevel: 'P9',
      userAgent: firefox,
    }),
  )

const sessionOf = async (cookie: string) => {
  const visitor = await visitorOf(cookie)
  assert.ok(visitor.kind === 'person')
  return { person: visitor.person, session: visitor.session as Id }
}

const later = (minutes: number) => clock.moveTo(addMilliseconds(log.clock.now(), minutes * 60_000))

describe('A session', () => {
  it('is found by its cookie, and keeps the level of the sign-in', async () => {
    const asha = await person(town)
    const visitor = await visitorOf(await signIn(asha))
    assert.ok(visitor.kind === 'person')
    assert.equal(visitor.person, asha)
    assert.equal(visitor.name, 'Asha Patel')
    assert.equal(visitor.identityLevel, 'P9')
    assert.equal(visitor.acting, null)
  })

  it('is nobody’s when the cookie is missing, forged, changed or not in its form', async () => {
    const cookie = await signIn(await person(town))
    const changed = `${cookie[0] === 'A' ? 'B' : 'A'}${cookie.slice(1)}`
    for (const other of [null, '', 'x', changed, 'A'.repeat(43), sha256(cookie), `${cookie}A`]) {
      assert.equal((await visitorOf(other)).kind, 'nobody')
    }
  })

  it('is kept as a digest alone: the cookie stands nowhere in the database', async () => {
    const cookie = await signIn(await person(town))
    const rows = await Promise.all(
      ['sessions', 'session_tokens'].map((name) => db.text(`select * from identity.${name}`)),
    )
    assert.ok(JSON.stringify(rows).includes(sha256(cookie)))
    assert.ok(!JSON.stringify(rows).includes(cookie))
  })

  it('ends after half an hour without use, and after twelve hours whatever is done', async () => {
    clock.moveTo(NINE)
    const asha = await person(town)
    const [idle, busy] = [await signIn(asha), await signIn(asha)]
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      later(20)
      assert.equal((await visitorOf(busy)).kind, 'person', `after ${minutes} minutes`)
      if (minutes === 20) assert.equal((await visitorOf(idle)).kind, 'nobody')
    }
    later(20)
    assert.equal((await visitorOf(busy)).kind, 'nobody')
    clock.moveTo(NINE)
    assert.equal((await visitorOf(busy)).kind, 'nobody', 'an ended one does not come back')
  })

  it('of somebody who holds a role ends sooner, whatever the times', () => {
    const start = asInstant(NINE)
    fc.assert(
      fc.property(fc.nat(2_000), fc.nat(2_000), (made, seen) => {
        const session = {
          madeAt: start,
          seenAt: addMilliseconds(start, seen * 60_000),
        }
        const [staff, anybody] = [sessionEndsAt(session, true), sessionEndsAt(session, false)]
        assert.ok(staff < anybody)
        const now = addMilliseconds(start, made * 60_000)
        assert.equal(anybody <= now, made >= Math.min(720, seen + 30))
        assert.equal(staff <= now, made >= Math.min(600, seen + 15))
      }),
    )
  })

  it('is ended by its owner and by nobody else', async () => {
    const [asha, tom] = [await person(town), await person(town)]
    const [here, there] = [await signIn(asha), await signIn(asha)]
    const { session } = await sessionOf(there)
    assert.equal(codeOf(await endSession(log, { person: tom, session })), 'session-unknown')
    assert.equal((await visitorOf(there)).kind, 'person')
    done(await endSession(log, { person: asha, session }))
    assert.equal((await visitorOf(there)).kind, 'nobody')
    assert.equal((await visitorOf(here)).kind, 'person')
  })

  it('stays when its owner signs out everywhere else', async () => {
    const asha = await person(town)
    const [here, lost] = [await signIn(asha), await signIn(asha)]
    await endOtherSessions(log, await sessionOf(here))
    assert.equal((await visitorOf(lost)).kind, 'nobody')
    assert.equal((await visitorOf(here)).kind, 'person')
  })

  it('ends when its person is joined into another record or dies', async () => {
    const [one, two] = [await person(town), await person(town)]
    const [cookie, other] = [await signIn(one), await signIn(two)]
    done(await joinRecords(log, { actor: nobody, record: one, into: two, reason: 'same' }))
    assert.equal((await visitorOf(cookie)).kind, 'nobody')
    const again = await visitorOf(await signIn(one))
    assert.equal(again.kind === 'person' && again.person, two)
    done(await recordDeath(log, { actor: nobody, person: two, diedOn: monday }))
    assert.equal((await visitorOf(other)).kind, 'nobody')
    const after = {
      person: two,
      wayIn: 'demonstration',
      identityLevel: 'P9',
      userAgent: '',
    } as const
    assert.equal(codeOf(await beginSession(log, after)), 'cannot-sign-in')
  })

  it('is forgotten once nobody can use it any more', async () => {
    clock.moveTo(NINE)
    await signIn(await person(town))
    clock.moveTo('2026-11-25T09:00:00.000Z')
    const fresh = await signIn(await person(town))
    assert.ok((await forgetOldSessions(log)) >= 1)
    assert.equal((await visitorOf(fresh)).kind, 'person')
    assert.equal((await db.text('select 1 from identity.sessions')).length, 1)
    assert.equal((await db.text('select 1 from identity.session_tokens')).length, 1)
    clock.moveTo(NINE)
  })
})

describe('A role in a session', () => {
  it('opens doors only while it holds and only while it is acted in', async () => {
    const ola = await person(town, { name: 'Ola Nowak' })
    const given = { actor: nobody, person: ola, organisation: null, from: monday, until: null }
    const role = done(await giveRole(log, { ...given, what: 'administrator' }))
    const cookie = await signIn(ola)
    const own = await sessionOf(cookie)
    const roles = async () => {
      const visitor = await visitorOf(cookie)
      return visitor.kind === 'person' ? visitor.roles : null
    }
    assert.deepEqual(await roles(), ['administrator'])
    done(await actAs(log, own, null))
    assert.deepEqual(await roles(), [])
    done(await actAs(log, own, role))
    assert.deepEqual(await roles(), ['administrator'])
    done(await endRole(log, { actor: nobody, person: ola, role, until: monday }))
    assert.deepEqual(await roles(), ['administrator'])
    await db.text(`update identity.sessions set made_at = $1, seen_at = $1 where person = $2`, [
      '2026-11-24T09:00:00Z',
      ola,
    ])
    clock.moveTo('2026-11-24T09:00:01.000Z')
    assert.deepEqual(await roles(), [])
    assert.equal(codeOf(await actAs(log, own, role)), 'role-unknown')
    clock.moveTo(NINE)
  })
})

describe('A role in an organisation that has ended', () => {
  it('gives nothing any more', async () => {
    const made = { name: 'South Board', odsCode: null, what: 'charity', from: monday }
    const organisation = done(await registerOrganisation(log, { actor: nobody, ...made }))
    const tom = await person(town, { name: 'Tom Okafor' })
    const given = { actor: nobody, person: tom, organisation, from: monday, until: null }
    done(await giveRole(log, { ...given, what: 'commissioner' }))
    const cookie = await signIn(tom)
    const before = await visitorOf(cookie)
    assert.deepEqual(before.kind === 'person' && before.roles, ['commissioner'])
    const ending = { actor: nobody, organisation, on: monday, source: 'an order' }
    done(await abolishOrganisation(log, ending))
    const after = await visitorOf(cookie)
    assert.deepEqual(after.kind === 'person' && after.roles, [])
    assert.equal(after.kind === 'person' && after.acting, null)
  })
})

describe('A browser', () => {
  it('is called by its family and system, and by nothing that tells it from others', () => {
    assert.equal(browserFamily(firefox), 'Firefox on Windows')
    const safari =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1'
    assert.equal(browserFamily(safari), 'Safari on iPhone')
    const edge = 'Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0'
    assert.equal(browserFamily(edge), 'Edge on Windows')
    assert.equal(browserFamily('curl/8'), 'A browser')
  })
})

describe('The pages of signing in', async () => {
  const demonstrationPeople = await demonstrationIn(town)
  const site = (demonstration: boolean) =>
    createServer({
      routes: identityRoutes({
        log,
        demonstrationPeople: demonstration ? demonstrationPeople : null,
        provider: null,
      }),
      findVisitor: findVisitor(log),
      clock: log.clock,
      chance: log.chance,
      log: (event, detail) => assert.notEqual(event, 'page-failed', JSON.stringify(detail)),
      secure: false,
      demonstration,
      navigation: () => [],
      metrics: new Registry(),
      databaseIsUp: async () => true,
    })
  type Site = Awaited<ReturnType<typeof site>>
  const cookiesOf = (reply: { cookies: readonly { name: string; value: string }[] }) =>
    Object.fromEntries(reply.cookies.map(({ name, value }) => [name, value]))
  const [asha] = demonstrationPeople
  assert.ok(asha)

  async function signInOnPage(app: Site) {
    const page = await app.inject({ url: '/sign-in?next=/me' })
    const visit = cookiesOf(page)
    const fields = {
      'form-guard': hiddenField(page.body, 'form-guard'),
      next: hiddenField(page.body, 'next'),
      person: asha?.person ?? '',
    }
    const reply = await app.inject({
      ...formPost(fields),
      url: '/sign-in/demonstration',
      cookies: visit,
    })
    return { page, reply, session: cookiesOf(reply).session ?? '' }
  }

  it('list everyone of the demonstration, and sign in as one of them, and out', async () => {
    const app = await site(true)
    const { page, reply, session } = await signInOnPage(app)
    for (const { name } of demonstrationPeople) assert.ok(page.body.includes(name), name)
    assert.equal(reply.statusCode, 303)
    assert.equal(reply.headers.location, '/me')
    const home = await app.inject({ url: '/', cookies: { session } })
    assert.ok(home.body.includes('Good morning, Asha'))
    const out = await app.inject({
      ...formPost({ 'form-guard': hiddenField(home.body, 'form-guard') }),
      url: '/sign-out',
      cookies: { session },
    })
    assert.equal(cookiesOf(out).session, '')
    const after = await app.inject({ url: '/', cookies: { session } })
    assert.ok(after.body.includes('Sharing power in health and care'))
    assert.ok(!after.body.includes('Good morning'))
  })

  it('give a new session at each sign-in and end the one before', async () => {
    const app = await site(true)
    const first = await signInOnPage(app)
    const page = await app.inject({ url: '/sign-in', cookies: { session: first.session } })
    const reply = await app.inject({
      ...formPost({
        'form-guard': hiddenField(page.body, 'form-guard'),
        person: asha.person,
        next: '//evil.example',
      }),
      url: '/sign-in/demonstration',
      cookies: { session: first.session },
    })
    assert.equal(reply.headers.location, '/')
    assert.notEqual(cookiesOf(reply).session, first.session)
    assert.equal((await visitorOf(first.session)).kind, 'nobody')
  })

  it('have no demonstration where there is none', async () => {
    const app = await site(false)
    const page = await app.inject({ url: '/sign-in' })
    assert.ok(!page.body.includes('Asha Patel'))
    const reply = await app.inject({ ...formPost({}), url: '/sign-in/demonstration' })
    assert.equal(reply.statusCode, 404)
  })

  it('greet by the time of day in London', async () => {
    const app = await site(true)
    const greetingAt = async (at: string) => {
      clock.moveTo(at)
      const session = await signIn(asha.person)
      const page = await app.inject({ url: '/', cookies: { session } })
      clock.moveTo(NINE)
      return /Good \w+/.exec(page.body)?.[0]
    }
    assert.equal(await greetingAt('2026-07-01T10:59:00Z'), 'Good morning')
    assert.equal(await greetingAt('2026-07-01T11:00:00Z'), 'Good afternoon')
    assert.equal(await greetingAt('2026-11-23T18:00:00Z' as Instant), 'Good evening')
  })
})
