// A4: what a person keeps back by name stays kept back when a newer version takes its place.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asDay, type Id } from '../../src/basics/index.ts'
import { rebuild } from '../../src/log/index.ts'
import { supersede, writeEntry } from '../../src/record/actions/write-entry.ts'
import { importFiles } from '../../src/record/index.ts'
import { decide } from '../../src/sharing/domain/evaluator.ts'
import { keptFromThem } from '../../src/sharing/domain/following.ts'
import { everybody } from '../../src/sharing/domain/grant.ts'
import type { Followed } from '../../src/sharing/domain/sharing.ts'
import {
  endWithholding,
  everything,
  giveGrant,
  stopGrant,
  type Withholding,
  withholdItem,
} from '../../src/sharing/index.ts'
import { done } from '../attacks/town.ts'
import { anyAsking, anyItems, anySharing, grantWith, now } from '../sharing/asking.ts'
import { openFaces, proxyOf } from './faces.ts'

const stage = await openFaces()
const { site, asha, ravi, sian, surgery } = stage
const { log } = site
const own = await site.visitorOf(asha)
const nurse = await site.visitorOf(sian)
const father = await site.visitorOf(ravi)
const theirs = `/people/${asha}/record`

async function bring(name: string, resource: unknown): Promise<Id> {
  const path = join(site.folder, name)
  writeFileSync(path, JSON.stringify(resource))
  const io = { out: () => {}, err: () => {}, progress: () => {}, answer: async () => null }
  const wanted = { files: [path], person: asha, yes: true, rest: false, json: true }
  assert.equal(await importFiles(log, wanted, [], io), 0)
  const [row] = await log.db.text<{ stream: Id }>(
    'select stream from record.entries where owner = $1 and source = $2',
    [asha, name],
  )
  assert.ok(row)
  return row.stream
}

const scan = (more: Readonly<Record<string, unknown>> = {}) => ({
  resourceType: 'Procedure',
  id: 'scan',
  identifier: [{ system: 'https://hospital.example/scans', value: '12' }],
  code: { text: 'Scan of the womb' },
  performedDateTime: '2024-02-03',
  ...more,
})

const keepsBack = async (item: Id) =>
  done(
    await giveGrant(log, {
      person: asha,
      by: asha,
      giving: {
        ...{ effect: 'deny', to: { person: null, organisation: surgery, role: null } },
        ...{ what: { ...everything, items: [item] }, acts: ['read'], until: null },
        purposes: ['direct-care'],
      },
    }),
  )

const statusOf = async (visitor: typeof own, entry: Id, base = theirs) =>
  (await visitor.get(`${base}/entry/${entry}`)).statusCode
const timelineOf = async (visitor: typeof own) => (await visitor.get(`${theirs}/timeline`)).body

describe('A4 An entry that is kept back from a team', () => {
  it('A4 is kept back in every version that comes, until the person stops it', async () => {
    const first = await bring('a.json', scan())
    assert.equal(await statusOf(nurse, first), 200)
    const grant = await keepsBack(first)
    assert.equal(await statusOf(nurse, first), 404)
    const second = await bring('b.json', scan({ note: [{ text: 'Seen by two' }] }))
    const third = await bring('c.json', scan({ note: [{ text: 'Seen by three' }] }))
    for (const one of [first, second, third]) assert.equal(await statusOf(nurse, one), 404)
    assert.doesNotMatch(await timelineOf(nurse), /Scan of the womb/)
    // Her father, from whom it is not kept, and she herself see it.
    assert.equal(await statusOf(father, third), 200)
    assert.equal(await statusOf(own, third, '/record'), 200)
    await rebuild(log)
    assert.equal(await statusOf(nurse, third), 404)
    done(await stopGrant(log, { person: asha, by: asha, grant }))
    for (const one of [second, third]) assert.equal(await statusOf(nurse, one), 200)
  })

  it('A4 is kept back when she writes it anew herself', async () => {
    const speaker = { person: asha, organisation: null, shownAs: 'Asha Patel' }
    const note = (says: string) => ({
      ...{ kind: 'note' as const, title: 'Note', says, labels: [] },
      day: asDay('2026-11-20'),
      where: 'Written in my record',
    })
    const first = done(await writeEntry(log, speaker, asha, note('He shouts at night'), null))
    await keepsBack(first)
    const newer = done(await writeEntry(log, speaker, asha, note('He shouted, once'), null))
    done(await supersede(log, speaker, { person: asha, entry: first }, newer, null))
    assert.equal(await statusOf(nurse, newer), 404)
    assert.doesNotMatch(await timelineOf(nurse), /He shout/)
  })

  it('A4 is noted of nothing that nobody keeps back: no import fills what is shared', async () => {
    const identifier = [{ system: 'https://x.example', value: '1' }]
    for (const id of ['x', 'y']) await bring(`${id}.json`, scan({ id, identifier }))
    const noted = await log.db.text(
      `select id from log.facts where owner = $1 and kind = 'kept-back-followed'`,
      [asha],
    )
    // Two versions of the scan and one note, from above.
    assert.equal(noted.length, 3)
  })
})

describe('A8 An entry that is kept from who acts for a person', () => {
  it('A8 is kept from them in its next version too', async () => {
    const other = { id: 'z', identifier: [{ system: 'https://z.example', value: '2' }] }
    const first = await bring('f.json', scan(other))
    await proxyOf(stage, { keptBack: [first] })
    const acting = await site.visitorOf(ravi)
    assert.equal((await acting.post(`/acting/${asha}`, {})).statusCode, 303)
    assert.equal(await statusOf(acting, first), 404)
    const second = await bring('g.json', scan({ ...other, note: [{ text: 'More' }] }))
    assert.notEqual(second, first)
    assert.equal(await statusOf(acting, second), 404)
    assert.equal(await statusOf(own, second, '/record'), 200)
  })

  it('meets no mistake of ours', () => assert.deepEqual(site.failures, []))
})

describe('A4 Whatever grants there are, and whatever takes the place of what', () => {
  it('A4 a newer version never shows where the earlier one is kept back by name', () => {
    const id = fc.integer({ min: 0, max: 11 })
    const chain = fc.uniqueArray(id, { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(anyAsking, anySharing, anyItems, chain, (asking, sharing, items, places) => {
        const line = places.flatMap((at) => items[at]?.id ?? [])
        const followed = line.slice(1).map((newer, at) => {
          return { earlier: line[at] as Id, newer, own: false }
        })
        const seen = (state: typeof sharing) => {
          const { visible } = decide(asking, state, now)
          return items.filter((one) => visible.matches(one)).map(({ id }) => id)
        }
        const [kept] = line
        if (kept === undefined) return
        const what = { ...everything, items: [kept] }
        const deny = grantWith({ effect: 'deny', to: everybody, what, purposes: [asking.purpose] })
        const with_ = { ...sharing, grants: [...sharing.grants, deny] }
        const [before, after] = [seen(with_), seen({ ...with_, followed })]
        assert.ok(after.every((one) => before.includes(one) && !line.includes(one)))
        const stopped = { ...deny, withdrawnAt: now }
        const ended = { ...sharing, grants: [...sharing.grants, stopped] }
        // Others that keep something back by name follow on their own.
        assert.deepEqual(seen({ ...ended, followed }), seen({ ...sharing, followed }))
      }),
    )
  })
})

describe('An entry that is kept from the person', () => {
  it('is kept from her in each version that comes, until it is given back', async () => {
    const other = { system: 'https://hospital.example/scans', value: '77' }
    const coded = (more = {}) => scan({ id: 'kept', identifier: [other], ...more })
    const first = await bring('k1.json', coded())
    const asker = { person: sian, via: 'role', organisation: surgery, roles: ['nurse'] } as const
    const item = { id: first, kind: 'procedure', labels: [], at: asDay('2024-02-03') }
    const why = { reason: 'serious-harm' as const, says: 'Not before the visit', own: false }
    const reviewOn = asDay('2027-01-31')
    done(await withholdItem(log, { person: asha, asker, item, ...why, reviewOn, key: null }))
    const second = await bring('k2.json', coded({ note: [{ text: 'Seen by two' }] }))
    for (const one of [first, second]) assert.equal(await statusOf(own, one, '/record'), 404)
    for (const one of [first, second]) assert.equal(await statusOf(nurse, one), 200)
    await rebuild(log)
    assert.equal(await statusOf(own, second, '/record'), 404)
    const says = 'We have talked about it'
    done(await endWithholding(log, { person: asha, asker, item: first, says, key: null }))
    for (const one of [first, second]) assert.equal(await statusOf(own, one, '/record'), 200)
  })

  it('is not kept from her in a version that she brings herself', () => {
    const held = { item: 'first' } as unknown as Withholding
    const keptOf = (own: boolean) =>
      keptFromThem({
        withheld: [held],
        followed: [{ earlier: 'first', newer: 'second', own } as Followed],
      })
    assert.deepEqual([keptOf(true), keptOf(false)], [['first'], ['first', 'second']])
  })
})
