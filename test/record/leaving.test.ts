// A10: everything of a person's leaves in one file, is checked anywhere, and shows the same pages.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import type { Id, PersonId } from '../../src/basics/index.ts'
import {
  findByNhsNumber,
  giveRole,
  registerOrganisation,
  registerPerson,
} from '../../src/identity/index.ts'
import { readArchive, rebuild, verifyFile, verifyLog } from '../../src/log/index.ts'
import { readSigningKeys, readZip } from '../../src/plumbing/index.ts'
import { answer, promise, saySaidDone } from '../../src/promises/index.ts'
import { decided } from '../../src/record/domain/what-leaves.ts'
import { importFiles, leaveWith, readableParts } from '../../src/record/index.ts'
import { rooms } from '../../src/rooms.ts'
import { done, longAgo, nobody, person as register } from '../attacks/town.ts'
import { openWholeSite, type WholeSite } from '../attacks/whole-site.ts'
import { sayNeeds } from '../messages/say-needs.ts'
import { diagnosisText, openFaces } from './faces.ts'

const stage = await openFaces()
const { site, asha, ravi, sian, surgery, entry } = stage
const { log } = site
const keysOf = ({ folder }: Pick<WholeSite, 'folder'>) => readSigningKeys(join(folder, 'keys'))

type House = Pick<WholeSite, 'log' | 'folder'>

async function taken(house: House, person: PersonId): Promise<Buffer> {
  const key = (await keysOf(house)).at(-1)
  assert.ok(key)
  const left = await leaveWith(house.log, key, {
    person,
    asker: null,
    where: 'coproduce export',
    readable: (looked, tx) => readableParts({ log: house.log, looked, language: 'en' }, tx),
  })
  return Buffer.concat(await Array.fromAsync(done(left)))
}

const partsOf = async (bytes: Buffer) =>
  new Map(
    (await Array.fromAsync(readZip(Readable.from([bytes])))).map(({ name, bytes }) => [
      name,
      Buffer.from(bytes).toString('utf8'),
    ]),
  )

async function bring(house: House, bytes: Buffer, trusted: readonly string[]) {
  const path = join(house.folder, `${house.log.chance.hex(4)}.zip`)
  writeFileSync(path, bytes)
  const said: string[] = []
  const io = { out: (line: string) => said.push(line), err: () => {}, progress: () => {} }
  const request = { files: [path], person: null, yes: true, rest: false, json: true }
  const code = await importFiles(house.log, request, trusted, io)
  return { code, ...JSON.parse(said.at(-1) ?? '{}') }
}

const trustedOf = async (house: House) => (await keysOf(house)).map(({ publicKey }) => publicKey)

const ashas = await site.visitorOf(asha)
await sayNeeds(ashas, { form: 'large-print', needs: 'bsl-interpreter' })
const shared = done(
  await promise(
    log,
    { person: sian, organisation: surgery },
    {
      says: 'We open the side door at eight',
      promiser: { organisation: surgery, person: sian, shownAs: 'Sian Rees, Oak Lane Surgery' },
      to: [asha, ravi],
      due: '2026-12-01',
      source: { says: 'Agreed by hand', source: null, confirmed: null },
      about: null,
      escalateTo: null,
    },
  ),
)

describe('Everything of a person', async () => {
  const bytes = await taken(site, asha)
  const parts = await partsOf(bytes)

  it('A10 opens without our program: pages that need nothing else, in the same words', () => {
    const index = parts.get('index.html') ?? ''
    assert.match(index, /Asha Patel/)
    assert.match(index, /Large print/)
    assert.ok(index.includes(diagnosisText))
    for (const [name, text] of parts) {
      if (!name.endsWith('.html')) continue
      assert.doesNotMatch(text, /<script|<link|<img|src=|https?:/, name)
      for (const [, href = ''] of text.matchAll(/href="([^"]*)"/g)) assert.ok(parts.has(href), href)
    }
  })

  it('A10 holds each FHIR resource as it came, in the shape of Patient/$everything', () => {
    const text = parts.get('fhir/everything-001.json') ?? ''
    const bundle = JSON.parse(text)
    assert.equal(bundle.type, 'searchset')
    assert.ok(text.includes('"onsetDateTime":"2020-03-04"'))
    assert.equal(bundle.entry[0].fullUrl, `urn:uuid:${entry}`)
  })

  it('A10 holds every stream of theirs, and promises that they asked for with others', async () => {
    const archive = done(await readArchive(() => Readable.from([bytes])))
    const types = new Set(archive.manifest.streams.map(({ type }) => type))
    for (const type of ['person', 'record-entry', 'sharing', 'looks', 'communication-needs']) {
      assert.ok(types.has(type), type)
    }
    assert.ok(archive.manifest.streams.some(({ stream }) => stream === shared.stream))
  })

  it('A10 names other people by ids alone, but for the names they wrote under', () => {
    const facts = parts.get('facts/000001.ndjson') ?? ''
    assert.ok(facts.includes(ravi))
    assert.ok(!facts.includes('Ravi Patel'))
  })

  it('A10 leaves a receipt with the act of taking away, and a message to the person', async () => {
    const [row] = await log.db.text<{ act: string; by: Id | null; items: Id[] }>(
      `select act, by, items from sharing.looks where owner = $1 and page = 'coproduce export'`,
      [asha],
    )
    assert.ok(row)
    assert.ok(row.items.includes(entry))
    assert.deepEqual([row.act, row.by], ['export', null])
    assert.match((await ashas.get('/messages')).body, /A file with everything of yours was made/)
  })

  it('A10 is found changed, and the place named, at whatever byte it was changed', async () => {
    const names = [...parts.keys()]
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const changed = Buffer.from(bytes)
          changed[at] = (changed[at] as number) ^ flip
          const verified = await verifyFile(() => Readable.from([changed]), null)
          assert.ok(!verified.ok)
          assert.equal(verified.refusal.code, 'archive-broken')
        },
      ),
      { numRuns: 200 },
    )
    for (const name of names) {
      const at = placeOf(bytes, name)
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] as number) ^ 1
      const verified = await verifyFile(() => Readable.from([changed]), null)
      assert.ok(!verified.ok && verified.refusal.says.includes(name), name)
    }
  })
})

/** A byte in the middle of an entry. */
function placeOf(bytes: Buffer, name: string): number {
  let at = bytes.indexOf(name)
  while (bytes.readUInt32LE(at - 30) !== 0x04034b50) at = bytes.indexOf(name, at + 1)
  return at + name.length + Math.floor(bytes.readUInt32LE(at - 12) / 2)
}

describe('What of each kind of fact leaves', () => {
  it('A10 is decided for every kind that there is: what is not decided leaves as digests', () => {
    const known = new Set(decided.flatMap(({ kinds }) => kinds.split(' ')))
    const missing = rooms
      .flatMap(({ streams }) => streams)
      .flatMap(({ kinds }) => kinds.map(({ kind }) => kind))
      .filter((kind) => !known.has(kind))
    assert.deepEqual(missing, [], 'Add them to src/record/domain/what-leaves.ts')
  })
})

describe('Another installation', async () => {
  const other = await openWholeSite()
  const mainOf = (body: string) => body.slice(body.indexOf('<main'), body.indexOf('</main>'))
  const pages = [
    '/record',
    '/record/timeline',
    `/record/entry/${entry}`,
    '/share',
    '/looks',
    '/promises',
    '/messages/needs',
  ]
  let bytes: Buffer = Buffer.alloc(0)
  before(async () => {
    await ashas.get('/messages/needs')
    bytes = await taken(site, asha)
  })
  for (const [id, name, what] of [
    [surgery, 'Oak Lane Surgery', 'gp-practice'],
    [stage.hospital, 'Elm Street Hospital', 'nhs-trust'],
  ] as const) {
    const request = { organisation: id, name, odsCode: null, what, from: longAgo }
    done(await registerOrganisation(other.log, { actor: nobody, ...request }))
  }
  for (const [id, name] of [
    [ravi, 'Ravi Patel'],
    [sian, 'Sian Rees'],
    [stage.mo, 'Mo Adeyemi'],
  ] as const) {
    const details = { birthDate: null, nhsNumber: null }
    done(await registerPerson(other.log, { actor: nobody, person: id, name, ...details }))
  }
  const trusted = await trustedOf(site)

  it('A10 takes nothing in that it was not told to trust', async () => {
    const refused = await bring(other, bytes, await trustedOf(other))
    assert.equal(refused.code, 1)
    assert.equal(refused.refused[0].code, 'key-not-trusted')
  })

  it('A10 shows the same pages, to the byte, where it knows the same organisations', async () => {
    const brought = await bring(other, bytes, trusted)
    assert.deepEqual([brought.code, brought.refused], [0, []])
    const theirs = await other.visitorOf(asha)
    for (const page of pages) {
      const [here, there] = [(await ashas.get(page)).body, (await theirs.get(page)).body]
      const once = (body: string) =>
        mainOf(body).replace(/name="form-(?:guard|key)" value="[^"]*"/g, '')
      assert.equal(once(there), once(here), page)
    }
    assert.equal((await verifyLog(other.log)).broken, null)
  })

  it('A10 takes nothing in twice', async () => {
    const again = await bring(other, bytes, trusted)
    assert.equal(again.code, 0)
    assert.equal(again.added, 0)
  })

  it('A10 has the same rows after a rebuild', async () => {
    const tables = ['record.entries', 'sharing.given', 'identity.people', 'messages.inbox']
    const read = () =>
      Promise.all(
        tables.map((table) =>
          other.log.db.text(`select t::text from ${table} t where owner = $1 order by 1`, [asha]),
        ),
      )
    const before = await read()
    await rebuild(other.log)
    assert.deepEqual(await read(), before)
    const here = await log.db.text(
      'select stream, title from record.entries where owner = $1 order by 1',
      [asha],
    )
    const there = await other.log.db.text(
      'select stream, title from record.entries where owner = $1 order by 1',
      [asha],
    )
    assert.deepEqual(there, here)
  })

  it('A10 that knows none of the organisations says so, and lets none of them in', async () => {
    const strange = await openWholeSite()
    assert.equal((await bring(strange, bytes, trusted)).code, 0)
    const theirs = await strange.visitorOf(asha)
    const { statusCode, body } = await theirs.get('/share')
    assert.equal(statusCode, 200)
    assert.doesNotMatch(body, /Oak Lane/)
    const stranger = await register(strange, 'Mallory')
    const mallory = await strange.visitorOf(stranger)
    assert.equal((await mallory.get(`/share/with-me/${asha}/direct-care`)).statusCode, 404)
  })

  it('A10 gives nobody a role that they held elsewhere', async () => {
    const elsewhere = await openWholeSite()
    const chief = await register(elsewhere, 'Ola Nowak')
    const role = { what: 'administrator', organisation: null, from: longAgo, until: null }
    done(await giveRole(elsewhere.log, { actor: nobody, person: chief, ...role }))
    const theirs = await taken(elsewhere, chief)
    assert.equal((await bring(other, theirs, await trustedOf(elsewhere))).code, 0)
    const visitor = await other.visitorOf(chief)
    assert.equal((await visitor.get('/organisations/add')).statusCode, 403)
    assert.doesNotMatch((await visitor.get('/me')).body, /Administrator/)
    await rebuild(other.log)
    assert.equal((await visitor.get('/organisations/add')).statusCode, 403)
    assert.equal((await bring(other, theirs, await trustedOf(elsewhere))).added, 0)
  })

  it('A10 refuses in words somebody whose NHS number is another’s here', async () => {
    const [one, two] = [await openWholeSite(), await openWholeSite()]
    const number = { birthDate: null, nhsNumber: '9990000018' as never }
    const there = done(await registerPerson(one.log, { actor: nobody, name: 'Asha', ...number }))
    done(await registerPerson(two.log, { actor: nobody, name: 'Beth', ...number }))
    const refused = await bring(two, await taken(one, there), await trustedOf(one))
    assert.equal(refused.refused[0].code, 'arrives-as-another')
    assert.notEqual(await findByNhsNumber(two.log.db, '9990000018' as never), there)
    const [row] = await two.log.db.text('select 1 from log.facts where owner = $1', [there])
    assert.equal(row, undefined)
  })
})

describe('Somebody else who wants everything of a person', () => {
  it('A10 is refused, whatever they were let see', async () => {
    const [key] = await keysOf(site)
    assert.ok(key)
    for (const asker of [
      { person: ravi, via: 'self', organisation: null, roles: [] },
      { person: ravi, via: 'proxy', actsFor: asha, organisation: null, roles: [] },
      { person: sian, via: 'role', organisation: surgery, roles: ['nurse'] },
    ] as const) {
      const readable = async function* () {}
      const request = { person: asha, asker, where: '/record/leave', readable }
      const left = await leaveWith(log, key, request)
      assert.ok(!left.ok && left.refusal.code === 'everything-not-yours')
    }
  })
})

describe('A promise that several asked for', () => {
  it('A10 says what travels as digests, and why: what another wrote in confidence', async () => {
    const speaker = { person: ravi, organisation: null }
    const words = { answer: 'no' as const, says: 'They told me in private that it will not be' }
    const maker = { person: sian, organisation: surgery }
    done(await saySaidDone(log, shared, maker, 'The door is open at eight', null))
    const told = await answer(log, shared, speaker, words, null)
    if (!told.ok) return assert.fail(told.refusal.code)
    const again = await taken(site, asha)
    const archive = done(await readArchive(() => Readable.from([again])))
    assert.deepEqual(
      archive.manifest.withheld.map(({ stream, why }) => [stream, why]),
      [[shared.stream, 'words-of-others']],
    )
    assert.ok(!again.includes('They told me in private'))
    const verified = await verifyFile(() => Readable.from([again]), null)
    assert.ok(verified.ok && verified.value.detail.withheld === 1)
  })
})
