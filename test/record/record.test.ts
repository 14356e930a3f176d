// Promises of the record: added to and never taken from, seen only by a look that leaves a receipt.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Day, Id, OrganisationId, PersonId } from '../../src/basics/index.ts'
import { rebuild } from '../../src/log/index.ts'
import { addMany, addOne } from '../../src/record/actions/add-entries.ts'
import { ownLook, seeEntry, seeOverview, seeTimeline } from '../../src/record/actions/see-record.ts'
import { mark, supersede, writeEntry } from '../../src/record/actions/write-entry.ts'
import type { Speaker } from '../../src/record/domain/decide.ts'
import { glossesIn } from '../../src/record/domain/glosses.ts'
import { shownOf } from '../../src/record/domain/shown.ts'
import { noFilter } from '../../src/record/store/timeline.ts'
import { everything, giveGrant, stopGrant } from '../../src/sharing/index.ts'
import { openRecords } from './people.ts'

const { log, clock, someone, bring, file, newId } = await openRecords()

const speakerFor = (person: Id): Speaker => ({ person, organisation: null, shownAs: 'Asha Patel' })

async function write(person: PersonId, says: string, more: { labels?: string[]; day?: Day } = {}) {
  const written = {
    kind: 'symptom' as const,
    title: 'Symptom',
    says,
    day: more.day ?? ('2026-11-20' as Day),
    labels: more.labels ?? [],
    where: 'this site',
  }
  return writeEntry(log, speakerFor(person), person, written, null)
}

async function written(person: PersonId, says: string, more = {}): Promise<Id> {
  const done = await write(person, says, more)
  assert.ok(done.ok)
  return done.value
}

const factsOf = (person: PersonId) =>
  log.db.text<{ id: string; digest: string }>(
    `select id, encode(digest, 'hex') as digest from log.facts
     where owner = $1 and kind = 'entry-added' order by id`,
    [person],
  )

const rowsOf = async (person: PersonId) =>
  (await log.db.text('select 1 from record.entries where owner = $1', [person])).length

describe('A2 A record', () => {
  it('answers a form that is sent again later with the entry that is there', async () => {
    const person = await someone()
    const key = newId()
    const about = { kind: 'symptom' as const, title: 'Symptom', says: 'A cough', labels: [] }
    const one = { ...about, day: '2026-11-20' as Day, where: 'this site' }
    const first = await writeEntry(log, speakerFor(person), person, one, key)
    clock.moveTo('2026-11-23T09:00:07Z')
    const second = await writeEntry(log, speakerFor(person), person, one, key)
    assert.ok(first.ok && second.ok)
    assert.equal(second.value, first.value)
    assert.equal(await rowsOf(person), 1)
  })

  it('never loses an entry, and no earlier one changes, whatever is done by whom', async () => {
    const command = fc.record({
      what: fc.constantFrom('write', 'explain', 'mistake', 'supersede', 'import'),
      mine: fc.boolean(),
      at: fc.nat(5),
      says: fc.constantFrom('a', 'b', 'c', '', '<b>', 'Asthma'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 10 }), async (commands) => {
        const person = await someone()
        const doctor = newId()
        const entries: Id[] = []
        let before = new Map<string, string>()
        for (const { what, mine, at, says } of commands) {
          const by = speakerFor(mine ? person : doctor)
          const entry = entries[at % Math.max(1, entries.length)] ?? newId()
          const place = { person, entry }
          if (what === 'write') {
            const done = await write(person, says)
            if (done.ok) entries.push(done.value)
          } else if (what === 'explain') await mark(log, by, place, 'explained', says, null)
          else if (what === 'mistake') await mark(log, by, place, 'entered-in-error', says, null)
          else if (what === 'supersede') await supersede(log, by, place, newId(), null)
          else {
            const actor = { by: null, onBehalfOf: null }
            const received = JSON.stringify({ resourceType: 'Condition', code: { text: says } })
            const source = { what: 'file' as const, name: 'a file', fullUrl: null }
            const author = { person: null, organisation: null, shownAs: 'Dr Rees' }
            const rest = { identifier: null, labels: [], batch: null }
            const done = await addOne(log, actor, person, { received, source, author, ...rest })
            if (done.ok) entries.push(done.value.entry)
          }
          const now = new Map((await factsOf(person)).map((one) => [one.id, one.digest]))
          for (const [id, digest] of before) assert.equal(now.get(id), digest)
          assert.ok(now.size >= before.size)
          assert.equal(await rowsOf(person), now.size)
          before = now
        }
      }),
      { numRuns: 25 },
    )
  })

  it('is kept as it is by the database: no entry can be changed or removed', async () => {
    const person = await someone()
    await written(person, 'My toes tingle')
    await assert.rejects(log.db.text('delete from log.facts where owner = $1', [person]))
    await assert.rejects(log.db.text(`update log.facts set body = '{}' where owner = $1`, [person]))
  })

  it('takes an explanation from anybody and a mistake only from who wrote it', async () => {
    const person = await someone()
    const place = { person, entry: await written(person, 'My toes tingle') }
    const doctor = speakerFor(newId())
    assert.ok((await mark(log, doctor, place, 'explained', 'Seen today', null)).ok)
    const wrong = await mark(log, doctor, place, 'entered-in-error', 'No', null)
    assert.ok(!wrong.ok && wrong.refusal.code === 'entry-not-yours')
    assert.ok((await mark(log, speakerFor(person), place, 'entered-in-error', 'My hands', null)).ok)
    const again = await mark(log, speakerFor(person), place, 'entered-in-error', 'x', null)
    assert.ok(!again.ok && again.refusal.code === 'entry-already-in-error')
    const seen = await seeEntry(log, ownLook(person, 'test'), place.entry)
    assert.ok(seen.ok && seen.value !== null)
    assert.deepEqual([seen.value.listed.inError, seen.value.entry.marks.length], [true, 2])
  })

  it('keeps the earlier entry when a newer one takes its place', async () => {
    const person = await someone()
    const first = await written(person, 'My toes tingle')
    const second = await written(person, 'My toes and fingers tingle')
    const taken = await supersede(log, speakerFor(person), { person, entry: first }, second, null)
    assert.ok(taken.ok)
    const seen = await seeEntry(log, ownLook(person, 'test'), first)
    assert.ok(seen.ok)
    assert.equal(seen.value?.listed.supersededBy, second)
    assert.equal(await rowsOf(person), 2)
  })

  it('refuses an empty entry, a day to come and a label that is not on the list', async () => {
    const person = await someone()
    for (const [says, more, code] of [
      [' ', {}, 'entry-empty'],
      ['x'.repeat(10_001), {}, 'entry-too-long'],
      ['x', { day: '2026-11-24' as Day }, 'entry-day-in-future'],
      ['x', { labels: ['secret'] }, 'label-not-listed'],
    ] as const) {
      const done = await write(person, says, {
        ...more,
        labels: [...('labels' in more ? more.labels : [])],
      })
      assert.ok(!done.ok && done.refusal.code === code, code)
    }
    assert.equal(await rowsOf(person), 0)
  })

  it('comes out of a rebuild as it was', async () => {
    const person = await someone()
    const [first, second] = [await written(person, 'One'), await written(person, 'Two')]
    await supersede(log, speakerFor(person), { person, entry: first }, second, null)
    await mark(log, speakerFor(person), { person, entry: second }, 'explained', 'So', null)
    const all = () => log.db.text('select * from record.entries order by owner, stream')
    const before = await all()
    await rebuild(log)
    assert.deepEqual(await all(), before)
  })
})

describe('A1 A timeline', () => {
  it('gives every entry once, newest first, page by page', async () => {
    const person = await someone()
    const resources = Array.from({ length: 120 }, (_, at) => ({
      resource: {
        resourceType: 'Observation',
        id: `o${at}`,
        code: { text: `Weight ${at}` },
        effectiveDateTime: `2026-0${1 + (at % 9)}-01`,
      },
    }))
    const path = file(
      JSON.stringify({ resourceType: 'Bundle', type: 'searchset', entry: resources }),
    )
    assert.equal((await bring([path], { person })).added, 120)
    const found: { at: string; id: string }[] = []
    let before: Id | null = null
    for (let pages = 0; pages < 4; pages += 1) {
      const page = { ...noFilter, kind: 'result', before, limit: 50 }
      const seen: Awaited<ReturnType<typeof seeTimeline>> = await seeTimeline(
        log,
        ownLook(person, 'test'),
        page,
      )
      assert.ok(seen.ok)
      found.push(...seen.value)
      const last = seen.value.at(-1)
      before = last === undefined ? before : last.id
    }
    assert.equal(new Set(found.map(({ id }) => id)).size, 120)
    const order = found.map(({ at, id }) => `${at} ${id}`)
    assert.deepEqual(order, order.toSorted().toReversed())
  })

  it('looks for words as they are typed, signs included', async () => {
    const person = await someone()
    await written(person, 'I feel 100% better')
    await written(person, 'I feel 1000 times better')
    const page = { ...noFilter, search: '100%', before: null, limit: 50 }
    const seen = await seeTimeline(log, ownLook(person, 'test'), page)
    assert.ok(seen.ok)
    assert.deepEqual(
      seen.value.map(({ detail }) => detail),
      ['I feel 100% better'],
    )
  })

  it('shows what is going on now, and not what has ended or was a mistake', async () => {
    const person = await someone()
    const problem = (text: string, status: string) =>
      JSON.stringify({
        resourceType: 'Condition',
        code: { text },
        clinicalStatus: { coding: [{ code: status }] },
      })
    const lines = [problem('Asthma', 'active'), problem('Measles', 'resolved')].join('\n')
    await bring([file(lines, 'ndjson')], { person })
    const seen = await seeOverview(log, ownLook(person, 'test'))
    assert.ok(seen.ok)
    assert.deepEqual(
      seen.value.goingOn.map(({ title }) => title),
      ['Asthma'],
    )
  })
})

describe('A record that is shared', () => {
  const surgery = newId() as OrganisationId
  const nurse = {
    person: newId() as PersonId,
    via: 'role',
    organisation: surgery,
    roles: ['nurse'],
  } as const
  const nurseLook = (person: PersonId) =>
    ({
      person,
      visitor: nurse,
      purpose: 'direct-care',
      act: 'read',
      where: '/people/record',
    }) as const
  const page = { ...noFilter, before: null, limit: 50 }

  it('shows what the grant chooses, leaves a receipt of just that, and stops at once', async () => {
    const person = await someone()
    const open = await written(person, 'My toes tingle')
    const kept = await written(person, 'I feel low', { labels: ['mental'] })
    const denied = await seeTimeline(log, nurseLook(person), page)
    assert.ok(!denied.ok && denied.refusal.code === 'nothing-shared')
    const given = await giveGrant(log, {
      person,
      by: person,
      giving: {
        effect: 'permit',
        to: { person: null, organisation: surgery, role: 'nurse' },
        what: { ...everything, without: ['mental'] },
        acts: ['read'],
        purposes: ['direct-care'],
        until: null,
      },
    })
    assert.ok(given.ok)
    const seen = await seeTimeline(log, nurseLook(person), page)
    assert.ok(seen.ok)
    assert.deepEqual(
      seen.value.map(({ id }) => id),
      [open],
    )
    const hidden = await seeEntry(log, nurseLook(person), kept)
    assert.deepEqual(hidden, { ok: true, value: null })
    const [receipt] = await log.db.text<{ body: string }>(
      `select body from log.facts where owner = $1 and kind = 'looked-at' and by = $2
       order by place limit 1`,
      [person, nurse.person],
    )
    assert.deepEqual(JSON.parse(receipt?.body ?? '{}').items, [open])
    assert.ok((await stopGrant(log, { person, by: person, grant: given.value })).ok)
    assert.ok(!(await seeTimeline(log, nurseLook(person), page)).ok)
  })

  it('reads for one who shares nothing as for one who is not there', async () => {
    const person = await someone()
    await written(person, 'My toes tingle')
    const [one, other] = [nurseLook(person), nurseLook(newId() as PersonId)]
    assert.deepEqual(await seeOverview(log, one), await seeOverview(log, other))
  })

  it('shows the person everything, and leaves their own receipt too', async () => {
    const person = await someone()
    await written(person, 'I feel low', { labels: ['mental'] })
    const seen = await seeOverview(log, ownLook(person, '/record'))
    assert.equal(seen.ok && seen.value.own.length, 1)
    const receipts = await log.db.text(
      `select 1 from log.facts where owner = $1 and kind = 'looked-at'`,
      [person],
    )
    assert.equal(receipts.length, 1)
  })
})

describe('A13 An entry', () => {
  it('says in plain words what short and medical words mean, each once', () => {
    assert.deepEqual(
      glossesIn('COPD, copd and hypertension').map(({ word }) => word),
      ['COPD', 'hypertension'],
    )
    assert.deepEqual(glossesIn('A subtle copdx'), [])
  })

  it('is shown without what stands behind a term for coders', () => {
    const text = '{"resourceType":"Condition","code":{"text":"Pulmonary emphysema (disorder)"}}'
    assert.equal(shownOf(text).title, 'Pulmonary emphysema')
  })

  it('says why somebody came, comes or was sent, unless that is its title', () => {
    const detailOf = (resource: object) => shownOf(JSON.stringify(resource)).detail
    const cough = [{ text: 'A cough for three weeks' }]
    const visit = { resourceType: 'Encounter', type: [{ text: 'Appointment' }], reasonCode: cough }
    assert.equal(detailOf(visit), 'A cough for three weeks')
    assert.equal(detailOf({ resourceType: 'Encounter', reasonCode: cough }), '')
    const sent = { resourceType: 'ServiceRequest', code: { text: 'X-ray' }, reasonCode: cough }
    assert.equal(detailOf(sent), 'A cough for three weeks')
    const clinic = [{ text: 'Eye clinic' }]
    const coming = { resourceType: 'Appointment', description: 'Somebody drives you home' }
    assert.equal(detailOf({ ...coming, serviceType: clinic }), 'Somebody drives you home')
    assert.equal(detailOf(coming), '')
  })
  it('is shown by its words, with numbers as they were written', () => {
    const text =
      '{"resourceType":"Observation","code":{"coding":[{"code":"1","display":"Weight"}]},' +
      '"valueQuantity":{"value":71.50,"unit":"kg"},"effectiveDateTime":"2026-05"}'
    const { title, detail, day, kind } = shownOf(text)
    assert.deepEqual([title, detail, day, kind], ['Weight', '71.50 kg', '2026-05-01', 'result'])
  })
})

describe('Many entries at once', () => {
  it('are added once each when two imports of one file run side by side', async () => {
    const person = await someone()
    const lines = Array.from({ length: 300 }, (_, at) => `{"resourceType":"Basic","id":"b${at}"}`)
    const path = file(lines.join('\n'), 'ndjson')
    const [one, other] = await Promise.all([bring([path], { person }), bring([path], { person })])
    assert.equal(one.added + other.added, 300)
    assert.equal(await rowsOf(person), 300)
    assert.deepEqual(await addMany(log, { by: null, onBehalfOf: null }, person, []), {
      ok: true,
      value: { added: 0, already: 0 },
    })
  })
})
