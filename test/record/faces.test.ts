// A3: what a person says against an entry is in every face, and no face is forgotten.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { type PersonId, textOfMarkup } from '../../src/basics/index.ts'
import { careFirst, careItems, careRoutes } from '../../src/care/index.ts'
import { recordItems, recordRoutes } from '../../src/record/index.ts'
import { sharingRoutes } from '../../src/sharing/index.ts'
import type { Route } from '../../src/web/index.ts'
import { done } from '../attacks/town.ts'
import { asks, declinedAndDisagreed } from './corrections.ts'
import { diagnosisText, facesOf, openFaces, withoutEntries } from './faces.ts'

const stage = await openFaces()
const { site, asha, entry } = stage
const first = done(await asks(stage))
const faces = await facesOf(stage)
const statement = 'I have never had asthma. The letter was about my sister.'

const deps = { log: site.log, keys: async () => [], demonstrationPeople: null, provider: null }
/** The rooms that may read records by the house rules, each with its addresses. */
const readers: Readonly<Record<string, readonly Route[]>> = {
  record: recordRoutes(deps),
  sharing: sharingRoutes({ ...deps, sources: [careFirst, recordItems, careItems] }),
  care: careRoutes(deps),
}
const house: { storeys: { rooms: Record<string, { mayUse: string[] | string }> }[] } = JSON.parse(
  readFileSync(new URL('../../house.json', import.meta.url), 'utf8'),
)

describe('Every address of a room that may read records', () => {
  const names = [...faces.flatMap((face) => face.routes), ...Object.keys(withoutEntries)]
  const isNamed = (address: string, name: string) =>
    name.endsWith('*') ? address.startsWith(name.slice(0, -1)) : address === name
  const pages = Object.values(readers)
    .flat()
    .map(({ method, path }) => `${method} ${path}`)

  for (const address of pages.filter((one) => one.startsWith('GET '))) {
    it(`A3 is listed as a face, or as one without entries: ${address}`, () =>
      assert.ok(
        names.some((name) => isNamed(address, name)),
        `Add ${address} to test/record/faces.ts`,
      ))
  }

  it('A3 is there: the list names no address that is gone', () =>
    assert.deepEqual(
      names.filter((name) => !pages.some((address) => isNamed(address, name))),
      [],
    ))

  it('A3 is looked for in every room that may use the record', () => {
    const may = house.storeys
      .flatMap(({ rooms }) => Object.entries(rooms))
      .filter(([, { mayUse }]) => Array.isArray(mayUse) && mayUse.includes('record'))
      .map(([room]) => room)
    const here = [...may, 'api'].filter((room) =>
      existsSync(new URL(`../../src/${room}/index.ts`, import.meta.url)),
    )
    assert.deepEqual(
      here.filter((room) => readers[room] === undefined),
      [],
    )
  })
})

describe('A statement of disagreement', async () => {
  const before = new Map<string, string>()
  for (const face of faces) before.set(face.name, await face.fetch(asha, entry))
  await declinedAndDisagreed(stage, first, statement)

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

  it('A3 is on no page that is listed as one without entries, for the reason given', async () => {
    const shown: string[] = []
    for (const person of [asha, stage.sian]) {
      const visitor = await site.visitorOf(person)
      for (const { method, path } of Object.values(readers).flat()) {
        if (method !== 'GET' || !isWithout(`GET ${path}`) || path.endsWith('/file')) continue
        const { body } = await visitor.get(filled(path))
        if (body.includes(diagnosisText) && !body.includes(statement)) shown.push(path)
      }
    }
    assert.deepEqual(shown, [])
  })

  it('A3 stands beside the entry whatever form is sent, also where it is sent back', async () => {
    const bare: string[] = []
    let shown = 0
    // Forms change things, so this comes last; what was taken away shows nothing.
    for (const person of [stage.sian, stage.ravi, asha]) {
      const visitor = await site.visitorOf(person)
      for (const { method, path } of Object.values(readers).flat()) {
        if (method !== 'POST') continue
        const body = textOfMarkup(mainOf((await visitor.post(filled(path), typed)).body))
        if (!body.includes(diagnosisText)) continue
        shown += 1
        if (!body.includes(statement)) bare.push(`${path} to ${person}`)
      }
    }
    assert.deepEqual(bare, [])
    assert.ok(shown >= 8, String(shown))
  })

  it('meets no mistake of ours', () => assert.deepEqual(site.failures, []))
})

const isWithout = (address: string): boolean =>
  Object.keys(withoutEntries).some((name) =>
    name.endsWith('*') ? address.startsWith(name.slice(0, -1)) : address === name,
  )

/** The address with what there is of hers in place of each name. */
const filled = (path: string): string => {
  const { grant } = stage
  const things: Record<string, string> = { person: asha, entry, request: first, grant }
  return path.replace(/:(\w+)/g, (_, name: string) => things[name] ?? 'direct-care')
}

/** Enough for many forms to come past what they ask for first. */
const typed = {
  ...{ what: 'going-on', kinds: 'everything', until: 'week', purpose: 'direct-care' },
  ...{ to: `organisation ${stage.surgery}` },
}

const mainOf = (body: string): string => body.slice(body.indexOf('<main'), body.indexOf('</main>'))

/** Pages of the rooms that may read a record; those of other rooms lead nowhere near one. */
const names =
  'record|people|share|looks|look-questions|proxies|acting|corrections|plan|care|outcomes|me'
const ofThisRoom = new RegExp(`^/($|(${names}|messages)\\b)`)

/** Every page that shows the entry, found by following links from the start page. */
async function walk(person: PersonId) {
  const visitor = await site.visitorOf(person)
  const waiting = ['/', `/share/with-me/${asha}/direct-care`, `/people/${asha}/record`]
  const been = new Set<string>()
  const found: { path: string; body: string }[] = []
  for (let path = waiting.pop(); path !== undefined && been.size < 2_000; path = waiting.pop()) {
    if (been.has(path)) continue
    been.add(path)
    const { body, headers } = await visitor.get(path)
    const isPage = String(headers['content-type']).startsWith('text/html')
    if (!isPage) continue
    for (const [, href = ''] of body.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
      const next = href.replaceAll('&amp;', '&')
      if (ofThisRoom.test(next) && !/\/received/.test(next)) waiting.push(next)
    }
    const main = mainOf(body)
    if (main.includes(diagnosisText)) found.push({ path, body: main })
  }
  assert.deepEqual(waiting, [], 'Some pages were not reached')
  return found
}
