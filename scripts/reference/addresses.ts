// The page of every address: how it is asked for, who may ask, and what it is for.
import type { Access, Route } from '../../src/web/index.ts'
import { byRoom, code, page, table } from './markdown.ts'
import { type Found, has, modulesAt } from './modules.ts'

type Addressed = { readonly room: string; readonly thing: Route }

const isRoute = (value: unknown): value is Route =>
  has(value, 'method', 'path', 'access', 'says', 'handle')

/** The routes of each room: what its `pages/routes.ts` gives as `routes`, and the web's own. */
export async function routesOfRooms(): Promise<readonly Addressed[]> {
  const rooms = await modulesAt('src/*/pages/routes.ts')
  const [web] = await modulesAt('src/web/index.ts')
  const own = { room: 'web', routes: web?.exports.webRoutes }
  return [...rooms.map(routesOf), own].flatMap(({ room, routes }) => addressed(room, routes))
}

/**
 * Every route that is answered, as `src/routes.ts` composes them, with the room it comes from. What
 * routes are made with is not looked at before a page is asked for, so a stand-in will do.
 */
export async function everyRoute(): Promise<readonly Addressed[]> {
  const [composed] = (await modulesAt('src/routes.ts')).map(routesOf)
  const rooms = new Map((await routesOfRooms()).map(({ room, thing }) => [key(thing), room]))
  return addressed('routes.ts', composed?.routes)
    .map(({ room, thing }) => ({ room: rooms.get(key(thing)) ?? room, thing }))
    .toSorted((one, other) => order(one.thing, other.thing))
}

const addressed = (room: string, routes: unknown): readonly Addressed[] =>
  (Array.isArray(routes) ? routes : []).map((thing: unknown) => {
    if (!isRoute(thing)) throw new TypeError(`${room} has a route without its five parts`)
    return { room, thing }
  })

/** What tells two routes apart. */
export const key = ({ method, path }: Route): string => `${method} ${path.replace(/:\w+/g, ':')}`

function routesOf({ room, path, exports: { routes } }: Found): { room: string; routes: unknown } {
  if (Array.isArray(routes)) return { room, routes }
  if (typeof routes !== 'function') throw new TypeError(`${path} exports no routes`)
  return { room, routes: routes(standIn) }
}

/** Gives itself for whatever it is asked. */
const standIn: unknown = new Proxy(() => {}, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => '' : standIn),
  apply: () => standIn,
})

const order = (one: Route, other: Route): number =>
  one.path.localeCompare(other.path, 'en') || one.method.localeCompare(other.method, 'en')

export async function addressesPage(): Promise<string> {
  return page(
    'Addresses',
    'Every address and who may ask for it. An address is closed unless it says otherwise. ' +
      'Besides these, `GET /health` and `GET /metrics` tell operators how the program is, and ' +
      '`GET /assets/*` sends styles, type and pictures.',
    byRoom(await everyRoute(), (inRoom) =>
      table(
        ['Method', 'Address', 'Who may ask', 'What it is for'],
        inRoom.map(({ thing }) => [
          thing.method,
          code(thing.path),
          whoMayAsk(thing.access),
          thing.says,
        ]),
      ),
    ),
  )
}

function whoMayAsk(access: Access): string {
  if (access === 'anyone') return 'anyone'
  if (access === 'person') return 'anybody signed in'
  return `signed in as ${access.roles.join(' or ')}`
}
