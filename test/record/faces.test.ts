// A3: what a person says against an entry is in every face, and no face is forgotten.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PersonId } from '../../src/basics/index.ts'
import { identityRoutes } from '../../src/identity/index.ts'
import { logRoutes } from '../../src/log/index.ts'
import { messageRoutes } from '../../src/messages/index.ts'
import { placeRoutes } from '../../src/places/index.ts'
import { promiseRoutes } from '../../src/promises/index.ts'
import { routes } from '../../src/routes.ts'
import { type Route, webRoutes } from '../../src/web/index.ts'
import { declinedAndDisagreed } from './corrections.ts'
import { diagnosisText, facesOf, openFaces, withoutEntries } from './faces.ts'

const stage = await openFaces()
const { site, asha, entry } = stage
const faces = await facesOf(stage)
const statement = 'I have never had asthma. The letter was about my sister.'

/** Rooms below sharing: the house rules keep them from reading a record. */
const deps = {
  log: site.log,
  keys: async () => [],
  demonstrationPeople: null,
  provider: null,
}
const rooms: readonly (readonly Route[])[] = [
  webRoutes,
  logRoutes(deps),
  identityRoutes({ ...deps, homeParts: { main: [], side: [] } }),
  placeRoutes(deps),
  messageRoutes(deps),
  promiseRoutes(deps),
]
const named = ({ method, path }: Route) => `${method} ${path}`

describe('Every address of a room that may read records', () => {
  const below = new Set(rooms.flat().map(named))
  const pages = routes(deps).map(named)
  const known = new Set([...faces.flatMap((face) => face.routes), ...Object.keys(withoutEntries)])

  for (const address of pages) {
    if (below.has(address) || address.startsWith('POST ')) continue
    it(`A3 is listed as a face, or as one without entries: ${address}`, () =>
      assert.ok(known.has(address), `Add ${address} to test/record/faces.ts`))
  }

  it('A3 is there: the list names no address that is gone', () =>
    assert.deepEqual(
      [...known].filter((address) => !pages.includes(address)),
      [],
    ))
})

describe('A statement of disagreement', async () => {
  const before = new Map<string, string>()
  for (const face of faces) before.set(face.name, await face.fetch(asha, entry))
  await declinedAndDisagreed(stage, statement)

  for (const face of faces) {
    it(`A3 is in ${face.name}`, async () => {
      assert.ok(before.get(face.name)?.includes(diagnosisText), 'the entry is shown there')
      const shown = await face.fetch(asha, entry)
      assert.ok(shown.includes(diagnosisText) && shown.includes(statement), shown)
    })
  }

  it('A3 stands on every page that shows the entry, whoever follows the links', async () => {
    for (const person of [asha, stage.ravi, stage.sian, stage.mo]) {
      const seen = await walk(person)
      assert.ok(seen.length > 0)
      for (const { path, body } of seen) assert.ok(body.includes(statement), path)
    }
  })

  it('meets no mistake of ours', () => assert.deepEqual(site.failures, []))
})

/** Every page that shows the entry, found by following links from the start page. */
async function walk(person: PersonId) {
  const visitor = await site.visitorOf(person)
  const waiting = ['/', `/share/with-me/${asha}/direct-care`, `/people/${asha}/record`]
  const been = new Set<string>()
  const found: { path: string; body: string }[] = []
  for (let path = waiting.pop(); path !== undefined && been.size < 300; path = waiting.pop()) {
    if (been.has(path)) continue
    been.add(path)
    const { body, headers } = await visitor.get(path)
    const isPage = String(headers['content-type']).startsWith('text/html')
    if (!isPage) continue
    for (const [, href = ''] of body.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
      const next = href.replaceAll('&amp;', '&')
      if (!/sign-out|\/received|\.css|\.svg/.test(next)) waiting.push(next)
    }
    const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'))
    if (main.includes(diagnosisText)) found.push({ path, body: main })
  }
  return found
}
