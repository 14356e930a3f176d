// The preview is what the recipient sees, to the byte, in every state of what is shared.
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { Registry } from 'prom-client'
import { dayIn, LONDON } from '../../src/basics/index.ts'
import { findVisitor } from '../../src/identity/index.ts'
import { navigation, routes } from '../../src/routes.ts'
import { loadSharing } from '../../src/sharing/actions/look.ts'
import { type Grant, holds } from '../../src/sharing/domain/grant.ts'
import { whoStillActs } from '../../src/sharing/index.ts'
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
          assert.equal(preview.main, real.main, `${state}: ${recipient}`)
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

  it('A4 A8 shows what who acts for the person reaches; nothing once it is stopped', async () => {
    for (const [state, begin] of Object.entries(proxyStates(log, town))) {
      await database.undoing(async () => {
        await begin()
        const preview = await mainOf('Asha', `/proxies/${town.things.access}/seen`)
        const real = await mainOf('Ravi', `/people/${town.asha}/record/timeline`)
        for (const text of [PLAIN, MARKED]) {
          assert.equal(preview.main.includes(text), real.main.includes(text), `${state}: ${text}`)
        }
        assert.equal(real.main.includes(PLAIN), state === 'proxy')
        // The band that says for whom he acts goes with the access.
        const cookie = `session=${town.sessions.get('Ravi')}`
        const { body } = await app.inject({ url: '/me', headers: { cookie } })
        assert.equal(body.includes('You act for'), state === 'proxy', state)
      })
    }
    assert.deepEqual(failures, [])
  })
})
