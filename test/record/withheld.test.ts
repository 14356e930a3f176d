// What is kept from a person: no address of theirs gives it away, and who keeps it gives it back.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { asDay, textOfMarkup } from '../../src/basics/index.ts'
import { readSigningKeys, readZip } from '../../src/plumbing/index.ts'
import { ownLook } from '../../src/record/actions/see-record.ts'
import { leaveWith } from '../../src/record/index.ts'
import { routes } from '../../src/routes.ts'
import { everything, giveGrant, withholdItem } from '../../src/sharing/index.ts'
import { done } from '../attacks/town.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { buildTown, MARKED } from '../sharing/matrix/town.ts'
import { diagnosisText, facesOf, openFaces } from './faces.ts'

describe('What is kept from a person, at each of their own addresses', async () => {
  const site = await openWholeSite()
  const { log } = site
  const town = await buildTown(site)
  const { asha, sian, oakLane, marked } = town
  const addresses = routes({ log, keys: async () => [], provider: null, demonstrationPeople: null })
    .filter(({ method, access }) => method === 'GET' && access === 'person')
    .map(({ path }) => path)
  const chosen: Readonly<Record<string, string>> = {
    '/record/add': `?instead=${marked}`,
    '/share/new': `?item=${marked}`,
    '/share/keep': `?item=${marked}`,
  }
  const answers = async () => {
    const visitor = await site.visitorOf(asha)
    const found = new Map<string, string>()
    for (const path of addresses) {
      const things: Readonly<Record<string, string>> = { ...town.things, entry: marked }
      const at = path.replace(/:(\w+)/g, (_, name) => things[name] ?? '-')
      found.set(path, (await visitor.get(`${at}${chosen[path] ?? ''}`)).rawPayload.toString())
    }
    return found
  }
  const saying = (all: ReadonlyMap<string, string>, what: string) =>
    [...all].filter(([, page]) => page.includes(what)).map(([path]) => path)

  it('neither its words nor its id are there, and two pages say that it is', async () => {
    const before = await answers()
    assert.ok(saying(before, MARKED).length > 5)
    const giving = {
      ...{ effect: 'permit' as const, what: everything, until: null },
      to: { person: null, organisation: oakLane, role: 'nurse' },
      acts: ['read' as const, 'add' as const],
      purposes: ['direct-care' as const],
    }
    done(await giveGrant(log, { person: asha, by: asha, giving }))
    const nurse = { person: sian, via: 'role', organisation: oakLane, roles: ['nurse'] } as const
    const item = { id: marked, kind: 'problem', labels: ['mental'], at: asDay('2026-01-31') }
    const why = { reason: 'serious-harm' as const, says: 'Not before the visit' }
    const reviewOn = asDay('2027-01-31')
    const asked = { person: asha, asker: nurse, item, own: false, ...why, reviewOn, key: null }
    done(await withholdItem(log, asked))
    const after = await answers()
    assert.deepEqual(saying(after, MARKED), [])
    assert.deepEqual(saying(after, 'Not before the visit'), [])
    // Where the id stands in the address, a page may lead back to that address; and a proof
    // names the stream of a fact whose id one has, with digests and without a word of it.
    const unasked = saying(after, marked).filter(
      (path) => !/:entry|:fact/.test(path) && chosen[path] === undefined,
    )
    assert.deepEqual(unasked, [])
    assert.deepEqual(saying(after, 'Something is kept from you'), [
      '/record',
      '/record/timeline',
      '/record/kept/:kept',
    ])
  })

  it('they can say nothing of it either, and it reads as if there were none', async () => {
    const visitor = await site.visitorOf(asha)
    for (const [way, field] of [
      ['explain', 'says'],
      ['mistake', 'wrong'],
    ] as const) {
      const sent = await visitor.post(`/record/entry/${marked}/${way}`, { [field]: 'Mine' })
      assert.equal(sent.statusCode, 404, way)
    }
  })

  it('meets no mistake of ours', () => assert.deepEqual(site.failures, []))
})

describe('A nurse keeps an entry from the person', async () => {
  const stage = await openFaces()
  const { site, asha, ravi, sian, dilys, surgery, hospital, mo, entry } = stage
  const [own, nurse, father] = [
    await site.visitorOf(asha),
    await site.visitorOf(sian),
    await site.visitorOf(ravi),
  ]
  const at = `/people/${asha}/record/entry/${entry}`
  const words = { reason: 'about-somebody-else', says: 'It names her sister' }
  const day = { 'review-day': '1', 'review-month': '3', 'review-year': '2027' }
  const typed = { ...words, ...day }

  it('has the way to it on the entry, and looks twice before it is done', async () => {
    assert.match((await nurse.get(at)).body, /Keep this from the person/)
    assert.equal((await nurse.get(`${at}/withhold`)).statusCode, 200)
    const wrong = await nurse.post(`${at}/withhold`, { ...typed, 'review-year': '2029' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /within 12 months/)
    const check = await nurse.post(`${at}/withhold`, typed)
    assert.match(check.body, /Check before you keep it from them/)
    assert.match((await own.get('/record')).body, new RegExp(diagnosisText))
    const sent = await nurse.post(`${at}/withhold`, { ...typed, sure: 'yes' })
    assert.equal(sent.statusCode, 303)
  })

  it('the person is told that something is kept, why, until when, and what to do', async () => {
    for (const page of ['/record', '/record/timeline']) {
      const { body } = await own.get(page)
      assert.ok(!body.includes(diagnosisText) && !body.includes(entry), page)
      assert.match(body, /Something is kept from you/)
      assert.match(body, /It tells of somebody else/)
      assert.match(body, /Oak Lane Surgery decided this/)
      assert.ok(!body.includes('her sister'))
    }
  })

  it('those who see it are told, and nobody elsewhere and no manager undoes it', async () => {
    const { body } = await nurse.get(at)
    assert.match(body, /This is kept from the person/)
    assert.match(body, new RegExp(diagnosisText))
    for (const person of [mo, dilys, ravi, asha]) {
      const visitor = await site.visitorOf(person)
      const sent = await visitor.post(`${at}/give-back`, { says: 'I want to' })
      assert.ok([403, 404].includes(sent.statusCode), String(sent.statusCode))
    }
    assert.ok(hospital !== surgery)
    assert.ok((await father.get(`/share/with-me/${asha}/direct-care`)).body.includes(diagnosisText))
  })

  it('is not in what they take away, in the pages that open nor in the facts', async () => {
    const faces = await facesOf(stage)
    for (const name of ['what a person takes away', 'what who acts for me sees']) {
      const face = faces.find((one) => one.name === name)
      assert.ok(face, name)
      assert.ok(!(await face.fetch(asha, entry)).includes(diagnosisText), name)
    }
  })

  it('is counted in no receipt, which says only that something kept was among it', async () => {
    const [seen] = await site.log.db.text<{ look: string; stream: string }>(
      `select look, stream from sharing.looks where owner = $1 and by = $2 and items = $3
       order by at desc limit 1`,
      [asha, sian, [entry]],
    )
    assert.ok(seen, 'The nurse looked at that entry alone')
    for (const path of [`/looks/${seen.look}`, `/looks/visits/${seen.stream}`, '/looks']) {
      const text = textOfMarkup((await own.get(path)).body)
      assert.match(text, /something that is kept from you/, path)
      assert.doesNotMatch(text, /Looked at 1 entry/, path)
      assert.ok(!text.includes(diagnosisText), path)
    }
  })

  it('travels as digests alone, and the manifest says so without a word of it', async () => {
    const { log, folder } = site
    const [key] = await readSigningKeys(join(folder, 'keys'))
    assert.ok(key)
    for (const asker of [ownLook(asha, 'test').visitor, null]) {
      const readable = async function* () {}
      const left = await leaveWith(log, key, { person: asha, asker, where: 'test', readable })
      const parts = await Array.fromAsync(readZip(done(left)))
      const all = parts.map(({ bytes }) => Buffer.from(bytes).toString()).join('\n')
      assert.ok(!all.includes(diagnosisText) && !all.includes('her sister'))
      assert.match(all, /kept-from-the-person/)
      // Its id is not in receipts either.
      const facts = parts.filter(({ name }) => name.startsWith('facts'))
      const bodies = facts.flatMap(({ bytes }) => bodiesIn(Buffer.from(bytes).toString()))
      assert.ok(bodies.length > 0 && !bodies.some((body) => body.includes(entry)))
    }
  })

  it('stands on the worklist of the organisation until it is given back', async () => {
    assert.match((await nurse.get('/corrections')).body, /Something is kept from Asha Patel/)
    assert.match((await nurse.get(`${at}/withhold`)).body, /It names her sister/)
    assert.equal((await nurse.post(`${at}/give-back`, { says: '' })).statusCode, 422)
    assert.equal((await nurse.post(`${at}/give-back`, { says: 'She agrees' })).statusCode, 303)
    const { body } = await own.get('/record')
    assert.match(body, new RegExp(diagnosisText))
    assert.ok(!body.includes('Something is kept from you'))
    assert.ok(!(await nurse.get('/corrections')).body.includes('Something is kept'))
  })

  it('meets no mistake of ours', () => assert.deepEqual(site.failures, []))
})

/** The bodies of the facts that leave whole. */
const bodiesIn = (lines: string): string[] =>
  lines.split('\n').flatMap((line) => {
    const { body } = line === '' ? { body: null } : JSON.parse(line)
    return body === null ? [] : [typeof body === 'string' ? body : JSON.stringify(body)]
  })
