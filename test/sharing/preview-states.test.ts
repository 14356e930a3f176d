// The preview is what the recipient sees, to the byte, in every state of what is shared.
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { Registry } from 'prom-client'
import { type Day, dayIn, type Id, LONDON, ok, type Result } from '../../src/basics/index.ts'
import { findVisitor } from '../../src/identity/index.ts'
import { navigation, routes } from '../../src/routes.ts'
import { giveUpProxy, stopProxy } from '../../src/sharing/actions/act-for-others.ts'
import { loadSharing } from '../../src/sharing/actions/look.ts'
import { type Grant, holds } from '../../src/sharing/domain/grant.ts'
import type { Granting } from '../../src/sharing/domain/proxy/decisions.ts'
import { everything, giveGrant, whoStillActs } from '../../src/sharing/index.ts'
import { createServer } from '../../src/web/index.ts'
import { openHouse } from '../rooms.ts'
import { proxyStates } from './matrix/proxy-states.ts'
import { buildTown, MARKED, PLAIN, states } from './matrix/town.ts'
import { undone } from './matrix/undone.ts'

const house = await openHouse()
const town = await buildTown(house)
const database = undone(house.log.db)
const log = { ...house.log, db: database.db }
const failures: unknown[] = []
const pace = { burst: 1_000_000, perSecond: 1 }
const app = await createServer({
  routes: routes({ log, keys: async () => [], provider: null, demonstrationPeople: null }),
  findVisitor: whoStillActs(log, findVisitor(log)),
  clock: { now: log.clock.now, elapsed: () => 0 },
  chance: log.chance,
  log: (event, detail) => event === 'page-failed' && failures.push(detail),
  secure: false,
  demonstration: false,
  navigation,
  metrics: new Registry(),
  databaseIsUp: async () => true,
  paces: { pagesByAddress: pace, pagesBySession: pace },
})
after(() => app.close())

async function mainOf(name: 'Asha' | 'Ravi' | 'Sian', url: string) {
  const headers = { cookie: `session=${town.sessions.get(name)}` }
  const { statusCode, body } = await app.inject({ url, headers })
  const [main = ''] = body.match(/<main.*<\/main>/s) ?? []
  return { statusCode, main: statusCode === 200 ? main : '' }
}

/** Who of the town a grant is for; null where it is for somebody of another place. */
function recipientOf({ to }: Grant): 'Ravi' | 'Sian' | null {
  if (to.person === town.ravi && to.organisation === null) return 'Ravi'
  return to.organisation === town.oakLane ? 'Sian' : null
}

const everyState = Object.entries(states(log, house.clock, town))
const expected: Readonly<Record<string, readonly [previews: number, seen: number]>> = {
  'no grant': [0, 0],
  grant: [2, 2],
  'denied label': [2, 2],
  expired: [2, 0],
  revoked: [2, 0],
  emergency: [1, 1],
  'emergency, denied label': [1, 1],
}

/** What a clinician keeps from her, others go on seeing; no preview of hers gives it away. */
const shownToHer = (main: string) =>
  main.replace(/<div class="cp-card"><h3 class="cp-card-heading">Kept from her<.*?<\/div>/s, '')

describe('A4 The preview of what somebody shares', () => {
  it('is looked at in every state that the page of who sees what names', () =>
    assert.deepEqual(
      everyState.map(([state]) => state),
      Object.keys(expected),
    ))

  for (const [state, begin] of everyState) {
    it(`A4 is what the recipient gets, to the byte: ${state}`, async () => {
      await database.undoing(async () => {
        await begin()
        const { grants } = await loadSharing(log, log.db, town.asha)
        const permits = grants.filter(({ effect }) => effect === 'permit')
        let [previews, seen] = [0, 0]
        for (const grant of permits) {
          const recipient = recipientOf(grant)
          if (recipient === null) continue
          const purpose = grant.purposes[0]
          const preview = await mainOf('Asha', `/share/given/${grant.id}/seen`)
          const real = await mainOf(recipient, `/share/with-me/${town.asha}/${purpose}`)
          assert.equal(preview.main, shownToHer(real.main), `${state}: ${recipient}`)
          assert.equal(preview.statusCode, real.statusCode, `${state}: ${recipient}`)
          const now = log.clock.now()
          const held = holds(grant, now, () => dayIn(LONDON, now))
          assert.equal(real.main.includes(PLAIN), held)
          assert.equal(real.main.includes(MARKED), held && !state.includes('denied'))
          previews += 1
          seen += held ? 1 : 0
        }
        assert.deepEqual([previews, seen], expected[state])
      })
      assert.deepEqual(failures, [])
    })
  }

  for (const [state, { begin, shows, acts = shows.length > 0 }] of Object.entries(actingStates())) {
    it(`A4 A8 is what who acts for the person sees, to the byte: ${state}`, async () => {
      await database.undoing(async () => {
        const { access } = town.things
        await begin()
        const preview = await mainOf('Asha', `/proxies/${access}/seen`)
        const real = await mainOf('Ravi', '/acting/everything')
        // Where he is answered as by nobody, she is shown that he sees nothing.
        if (acts) assert.equal(preview.main, real.main)
        else assert.match(preview.main, /There is nothing to see yet/)
        for (const text of [PLAIN, MARKED]) {
          assert.equal(preview.main.includes(text), real.main.includes(text))
        }
        const shown = [PLAIN, MARKED].filter((text) => real.main.includes(text))
        assert.deepEqual(shown, shows)
        assert.equal(real.statusCode, acts ? 200 : 404)
        // The band that says for whom he acts goes with the access.
        const cookie = `session=${town.sessions.get('Ravi')}`
        const { body } = await app.inject({ url: '/me', headers: { cookie } })
        assert.equal(body.includes('You act for'), acts)
      })
      assert.deepEqual(failures, [])
    })
  }
})

type ActingState = {
  begin(): Promise<unknown>
  readonly shows: readonly string[]
  /** Whether he goes on acting, where it is not said by what he sees. */
  readonly acts?: boolean
}

/** Each way in which an access can stand, while he acts for her. */
function actingStates(): Readonly<Record<string, ActingState>> {
  const { asha, ravi, marked } = town
  const at = { person: asha, access: town.things.access as Id }
  const after =
    (end: () => Promise<Result<unknown>>, more: Partial<Granting> = {}) =>
    async () => {
      await proxyStates(log, town, more).proxy?.()
      const done = await end()
      if (!done.ok) throw new Error(done.refusal.code)
    }
  const held = async () => ok(null)
  const denies = {
    effect: 'deny' as const,
    to: { person: ravi, organisation: null, role: null },
    what: { ...everything, kinds: ['problem'] },
    acts: ['read' as const],
    purposes: ['direct-care' as const],
    until: null,
  }
  return {
    held: { begin: after(held), shows: [PLAIN] },
    'an entry let through': {
      begin: after(held, { level: 'whole', letThrough: [marked] }),
      shows: [PLAIN, MARKED],
    },
    'a label named': {
      begin: after(held, { level: 'whole', labels: ['mental'] }),
      shows: [PLAIN, MARKED],
    },
    'asked only': { begin: async () => {}, shows: [] },
    suspended: { begin: async () => proxyStates(log, town)['proxy suspended']?.(), shows: [] },
    'stopped by her': { begin: after(() => stopProxy(log, at)), shows: [] },
    'given up by him': { begin: after(() => giveUpProxy(log, at, ravi)), shows: [] },
    'ended by its day': {
      begin: async () => {
        house.clock.moveTo('2026-11-22T09:00:00Z')
        await after(held, { until: '2026-11-22' as Day })()
        house.clock.moveTo('2026-11-23T09:00:00Z')
      },
      shows: [],
    },
    'kept back by name': {
      begin: after(() => giveGrant(log, { person: asha, by: asha, giving: denies })),
      shows: [],
      acts: true,
    },
  }
}
