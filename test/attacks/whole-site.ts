// The whole site in memory, with visitors who may send exactly what they like.
import { join } from 'node:path'
import { after } from 'node:test'
import { Registry } from 'prom-client'
import type { PersonId } from '../../src/basics/index.ts'
import { beginSession, findVisitor } from '../../src/identity/index.ts'
import type { Log } from '../../src/log/index.ts'
import { readSigningKeys } from '../../src/plumbing/index.ts'
import { navigation, type RouteDeps, routes } from '../../src/routes.ts'
import { needsFlags, whoStillActs } from '../../src/sharing/index.ts'
import { createServer } from '../../src/web/index.ts'
import { openHouse } from '../rooms.ts'
import { formPost, hiddenField } from '../web/site.ts'

export type WholeSite = Awaited<ReturnType<typeof openWholeSite>>

/** Every room and route on a fresh database; `failures` tells of mistakes of ours. */
export async function openWholeSite(given: RouteDeps['keys'] | null = null) {
  const house = await openHouse()
  const { log } = house
  const keysAt = join(house.folder, 'keys')
  const failures: unknown[] = []
  const app = await createServer({
    // Those of the folder, where nobody gave others.
    routes: routes({
      log,
      keys: given ?? (() => readSigningKeys(keysAt)),
      provider: null,
      demonstrationPeople: null,
    }),
    findVisitor: whoStillActs(log, findVisitor(log)),
    flags: needsFlags(log),
    clock: { now: log.clock.now, elapsed: () => 0 },
    chance: log.chance,
    log: (event, detail) => event === 'page-failed' && failures.push(detail),
    secure: false,
    demonstration: false,
    navigation,
    metrics: new Registry(),
    databaseIsUp: async () => true,
    paces: {
      pagesByAddress: { burst: 10_000, perSecond: 1 },
      formsByAddress: { burst: 10_000, perSecond: 1 },
      pagesBySession: { burst: 10_000, perSecond: 1 },
      formsBySession: { burst: 1_000, perSecond: 1 },
    },
  })
  after(() => app.close())
  return { ...house, app, failures, visitorOf: (person: PersonId) => signIn(log, app, person) }
}

type Parts = Awaited<ReturnType<typeof createServer>>

/** Somebody signed in: asks for any address, and posts any fields with the guard of their own. */
async function signIn(log: Log, app: Parts, person: PersonId) {
  const begun = await beginSession(log, {
    person,
    wayIn: 'provider',
    identityLevel: 'P9',
    userAgent: '',
  })
  if (!begun.ok) throw new Error(begun.refusal.code)
  const headers = { cookie: `session=${begun.value}` }
  const get = (url: string) => app.inject({ url, headers })
  return {
    get,
    cookie: headers.cookie,
    async post(url: string, fields: Readonly<Record<string, string>>) {
      const page = (await get('/me')).body
      const guard = hiddenField(page, 'form-guard')
      const key = hiddenField(page, 'form-key')
      const sent = formPost({ 'form-guard': guard, 'form-key': key, ...fields })
      return app.inject({ ...sent, url, headers: { ...sent.headers, ...headers } })
    },
  }
}
