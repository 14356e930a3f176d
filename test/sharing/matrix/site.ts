// The whole site on a database in which every request is undone, asked as each visitor of the page.
import assert from 'node:assert/strict'
import { after } from 'node:test'
import { Registry } from 'prom-client'
import { findVisitor } from '../../../src/identity/index.ts'
import type { Log } from '../../../src/log/index.ts'
import { addSigningKey, SignInRefused } from '../../../src/plumbing/index.ts'
import { navigation, routes } from '../../../src/routes.ts'
import { needsFlags, whoStillActs } from '../../../src/sharing/index.ts'
import { createServer, type Route } from '../../../src/web/index.ts'
import { openHouse } from '../../rooms.ts'
import { formPost, hiddenField } from '../../web/site.ts'
import { type VisitorName, visitors } from './page.ts'
import { proxyStates } from './proxy-states.ts'
import { buildTown, NAME, states, type Town } from './town.ts'
import { type Undone, undone } from './undone.ts'

export type Things = Readonly<Record<string, string>>

export type Told = {
  readonly status: number
  readonly body: string
  readonly location: string
  /** How long it may be kept, and what the next site is told of it. */
  readonly kept: string
  readonly statements: readonly string[]
  /** The things that each receipt names which the request left at Asha. */
  readonly receipts: readonly (readonly string[])[]
}

export const called = ({ method, path }: Pick<Route, 'method' | 'path'>) => `${method} ${path}`

/** The address with a thing in the place of each name. */
export const filled = (path: string, things: Things) =>
  path.replace(/:(\w+)/g, (_, name: string) => things[name] ?? `:${name}`)

export async function openMatrixSite() {
  const house = await openHouse()
  const town = await buildTown(house)
  const key = await addSigningKey(`${house.folder}/keys`)
  const database = undone(house.log.db)
  const log = { ...house.log, db: database.db }
  const failures: unknown[] = []
  const table = routes({
    log,
    keys: async () => [key],
    provider,
    demonstrationPeople: [{ person: town.asha, name: NAME, ...about }],
  })
  const app = await serve(log, table, failures)
  const guards = new Map<VisitorName, string>()
  const site = { town, log, database, failures, table, guards }
  const ask = asking({ ...site, app })
  await database.undoing(async () => {
    const me = table.find((one) => called(one) === 'GET /me')
    const signIn = table.find((one) => called(one) === 'GET /sign-in')
    assert.ok(me && signIn)
    for (const name of visitors) {
      const [route, path] = name === 'Nobody' ? [signIn, '/sign-in'] : [me, '/me']
      guards.set(name, hiddenField((await ask(route, path, name)).body, 'form-guard'))
    }
  })
  const everyState = { ...states(log, house.clock, town), ...proxyStates(log, town) }
  return { ...site, ask, everyState }
}

async function serve(log: Log, table: readonly Route[], failures: unknown[]) {
  const app = await createServer({
    routes: table,
    findVisitor: whoStillActs(log, findVisitor(log)),
    flags: needsFlags(log),
    clock: { now: log.clock.now, elapsed: () => 0 },
    chance: log.chance,
    log: (event, detail) => event === 'page-failed' && failures.push(detail),
    secure: false,
    signInOrigins: [origin],
    demonstration: false,
    navigation,
    metrics: new Registry(),
    databaseIsUp: async () => true,
    paces: {
      pagesByAddress: pace,
      formsByAddress: pace,
      signInByAddress: pace,
      pagesBySession: pace,
      formsBySession: pace,
    },
  })
  after(() => app.close())
  return app
}

type Opened = {
  readonly town: Town
  readonly log: Log
  readonly database: Undone
  readonly guards: ReadonlyMap<VisitorName, string>
  readonly app: Awaited<ReturnType<typeof createServer>>
}

/** Asks for an address as a visitor, and undoes whatever that changed. */
function asking({ town, log, database, guards, app }: Opened) {
  /** The receipts at Asha, which are read before a request is undone. */
  const receiptsLeft = () =>
    log.db.text<{ look: string; items: string[] }>(
      'select look, items from sharing.looks where owner = $1',
      [town.asha],
    )
  return async (
    route: Route,
    path: string,
    name: VisitorName,
    { guard = guards.get(name) ?? '', more = {}, session = town.sessions.get(name) }: Asking = {},
  ): Promise<Told> => {
    const cookie = session === undefined ? `visit=${'v'.repeat(32)}` : `session=${session}`
    const headers = { cookie }
    const typed = { ...fields, person: town.asha, ...more }
    const sent =
      route.method === 'GET'
        ? { method: 'GET' as const, headers }
        : formPost({ ...typed, 'form-guard': guard, 'form-key': log.chance.id() })
    return database.undoing(async () => {
      const before = (await receiptsLeft()).map(({ look }) => look)
      database.statements.length = 0
      const answer = await app.inject({
        ...sent,
        headers: { ...sent.headers, ...headers },
        url: path,
      })
      const statements = [...database.statements]
      const left = (await receiptsLeft()).filter(({ look }) => !before.includes(look))
      return {
        status: answer.statusCode,
        body: answer.body,
        location: String(answer.headers.location ?? ''),
        kept: `${answer.headers['cache-control']}, ${answer.headers['referrer-policy']}`,
        statements,
        receipts: left.map(({ items }) => items),
      }
    })
  }
}

export const writesReceipt = /insert into sharing\.looks/

type Asking = {
  readonly guard?: string
  /** Fields that are sent with a form besides those that every form is sent with. */
  readonly more?: Readonly<Record<string, string>>
  /** Another session than the one that the visitor has; a form is refused to it. */
  readonly session?: string
}

const origin = 'https://sign-in.example'
const provider = {
  origin,
  begin: async () => `${origin}/ask`,
  complete: async () => Promise.reject(new SignInRefused()),
}
const about = { group: 'people', story: 'She lives in this test.' } as const
const pace = { burst: 1_000_000, perSecond: 1 }

/** What every form is sent with: enough to come past what is asked for. */
const fields = {
  ...{ says: 'Words', wrong: 'Words', why: 'Words', reason: 'Words', done: 'Words' },
  ...{ role: 'none', end: 'others' },
}
