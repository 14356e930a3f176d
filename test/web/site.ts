// A small site to test the server with: a few routes, people by session cookie, a database switch.
import { Registry } from 'prom-client'
import type { PersonId } from '../../src/basics/index.ts'
import { heldClock, seededChance } from '../../src/plumbing/index.ts'
import {
  createServer,
  type DraftStore,
  type FormValues,
  type Route,
  type ServerDeps,
  type Visitor,
} from '../../src/web/index.ts'

export const asha: Visitor = {
  kind: 'person',
  person: '01920000-0000-7000-8000-00000000a5a5' as PersonId,
  name: 'Asha Patel',
  session: 'session-of-asha',
  acting: null,
  roles: [],
  identityLevel: 'P9',
}

export const dilys: Visitor = {
  ...asha,
  person: '01920000-0000-7000-8000-0000000d1115' as PersonId,
  name: 'Dilys Morgan',
  session: 'session-of-dilys',
  acting: { role: 'Practice manager', organisation: 'Oak Lane Surgery', organisationId: null },
  roles: ['manager'],
}

export type Said = { readonly event: string; readonly detail: Readonly<Record<string, unknown>> }

/** The site with these routes; `database.up` switches the database off and on. */
export async function openSite(routes: readonly Route[], deps: Partial<ServerDeps> = {}) {
  const clock = heldClock('2026-11-23T09:30:00.000Z')
  const said: Said[] = []
  const database = { up: true }
  const time = { elapsed: 0 }
  const app = await createServer({
    routes,
    findVisitor: async (cookie) => {
      if (!database.up) throw new Error('connection refused')
      if (cookie === 'cookie-of-asha') return asha
      return cookie === 'cookie-of-dilys' ? dilys : { kind: 'nobody' }
    },
    clock: { now: clock.now, elapsed: () => time.elapsed },
    chance: seededChance(clock, 'a small site'),
    log: (event, detail = {}) => said.push({ event, detail }),
    secure: false,
    demonstration: false,
    navigation: () => [{ href: '/', text: 'Home' }],
    metrics: new Registry(),
    databaseIsUp: async () => database.up,
    ...deps,
  })
  return { app, said, database, time }
}

/** A route that shows a page with this in it. */
export const pageAt = (path: string, rest: Partial<Route> = {}): Route => ({
  method: 'GET',
  path,
  access: 'anyone',
  says: 'Shows a page of the test',
  handle: async () => ({ kind: 'page', title: 'A page', main: 'A page of the test' }),
  ...rest,
})

/** The hidden field of a page, by name. */
export const hiddenField = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

export const formPost = (fields: Readonly<Record<string, string>>) => ({
  method: 'POST' as const,
  payload: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
})

/** Drafts as a test can look at them. */
export function draftsInMemory(): DraftStore & { readonly held: Map<string, FormValues> } {
  const held = new Map<string, FormValues>()
  const name = (key: { owner: string; journey: string }) => `${key.owner} ${key.journey}`
  return {
    held,
    load: async (key) => held.get(name(key)) ?? null,
    save: async (key, values) => void held.set(name(key), values),
    drop: async (key) => void held.delete(name(key)),
  }
}
