// Promises of places: found by any name, linked through time, answered for through mergers.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Day } from '../../src/basics/index.ts'
import { mergeOrganisations, registerOrganisation } from '../../src/identity/index.ts'
import { rebuild } from '../../src/log/index.ts'
import {
  addPlace,
  close,
  isOpenOn,
  linkedOn,
  linkedTo,
  linkTo,
  loadPlace,
  placeNameOn,
  providersOf,
  rename,
  searchPlaces,
  unlinkFrom,
} from '../../src/places/index.ts'
import { openHouse } from '../rooms.ts'

const house = await openHouse()
const { log } = house
const actor = { by: house.newId(), onBehalfOf: null }
const day = (text: string) => text as Day

async function place(kind: string, name: string, code: string | null = null) {
  const added = await addPlace(log, { actor, kind, name, code, from: day('2020-01-01') })
  assert.ok(added.ok)
  return added.value
}

async function practice(name: string) {
  const from = day('2010-01-01')
  const added = await registerOrganisation(log, {
    actor,
    name,
    odsCode: null,
    what: 'gp-practice',
    from,
  })
  assert.ok(added.ok, JSON.stringify(added))
  return added.value
}

describe('A place', () => {
  it('is found by its name, by a word in it, by an earlier name, and without accents', async () => {
    const service = await place('service', 'Tŷ Derwen Diabetes Clinic')
    await rename(log, {
      actor,
      place: service,
      name: 'Oak House Diabetes Clinic',
      from: day('2025-04-01'),
    })
    for (const words of ['oak house', 'diabetes', 'ty derwen', 'TŶ']) {
      const found = await searchPlaces(log.db, words, null)
      assert.ok(
        found.some(({ stream }) => stream === service),
        words,
      )
    }
    assert.deepEqual(await searchPlaces(log.db, '100%', null), [])
    const known = await loadPlace(log, service)
    assert.equal(placeNameOn(known, day('2024-01-01')), 'Tŷ Derwen Diabetes Clinic')
    assert.equal(placeNameOn(known, day('2026-01-01')), 'Oak House Diabetes Clinic')
  })

  it('keeps its links with their days', async () => {
    const service = await place('service', 'Walk-in centre')
    const [first, second] = [await place('site', 'Mill Road'), await place('site', 'High Street')]
    await linkTo(log, { actor, place: service, link: 'at', to: first, from: day('2020-01-01') })
    await unlinkFrom(log, {
      actor,
      place: service,
      link: 'at',
      to: first,
      until: day('2024-06-01'),
    })
    await linkTo(log, { actor, place: service, link: 'at', to: second, from: day('2024-06-01') })
    const known = await loadPlace(log, service)
    assert.deepEqual(linkedOn(known, 'at', day('2024-05-31')), [first])
    assert.deepEqual(linkedOn(known, 'at', day('2024-06-01')), [second])
    assert.deepEqual(await linkedTo(log.db, first, 'at', day('2023-01-01')), [service])
    assert.deepEqual(await linkedTo(log.db, first, 'at', day('2025-01-01')), [])
  })

  it('is refused a link that makes no sense, to nothing or the wrong thing', async () => {
    const condition = await place('condition', 'Type 2 diabetes', '44054006')
    const area = await place('area', 'Newtown', 'E05000001')
    const from = day('2024-01-01')
    for (const [at, link, to] of [
      [condition, 'at', area],
      [area, 'within', condition],
      [area, 'within', house.newId()],
      [area, 'beside', condition],
    ] as const) {
      const linked = await linkTo(log, { actor, place: at, link, to, from })
      assert.ok(!linked.ok && linked.refusal.code === 'place-link-not-possible')
    }
  })

  it('is answered for by whoever took over its provider’s duties', async () => {
    const [oak, elm] = [await practice('Oak Lane Surgery'), await practice('Elm Street Practice')]
    const service = await place('service', 'Nurse clinic')
    await linkTo(log, {
      actor,
      place: service,
      link: 'provided-by',
      to: oak,
      from: day('2020-01-01'),
    })
    assert.deepEqual(await providersOf(log, await loadPlace(log, service), day('2026-01-01')), [
      oak,
    ])
    const merged = await mergeOrganisations(log, {
      actor,
      merging: [oak],
      into: elm,
      on: day('2026-04-01'),
      source: 'Merger letter',
    })
    assert.ok(merged.ok, JSON.stringify(merged))
    const known = await loadPlace(log, service)
    assert.deepEqual(await providersOf(log, known, day('2026-03-31')), [oak])
    assert.deepEqual(await providersOf(log, known, day('2026-04-01')), [elm])
  })

  it('that has closed says what took its place, and is still found', async () => {
    const [old, fresh] = [
      await place('site', 'Cottage Hospital'),
      await place('site', 'Health Hub'),
    ]
    await close(log, { actor, place: old, on: day('2026-01-01'), successor: fresh })
    const known = await loadPlace(log, old)
    assert.equal(isOpenOn(known, day('2025-12-31')), true)
    assert.equal(isOpenOn(known, day('2026-01-01')), false)
    assert.equal(known.successor, fresh)
    const [found] = await searchPlaces(log.db, 'cottage', null)
    assert.equal(found?.closed_on, '2026-01-01')
    const again = await close(log, { actor, place: old, on: day('2026-02-01'), successor: null })
    assert.ok(!again.ok && again.refusal.code === 'place-closed-before')
  })

  it('is refused without a name, of no kind, or with a code of another form', async () => {
    const from = day('2020-01-01')
    for (const [kind, name, code, refusal] of [
      ['castle', 'Castle', null, 'place-kind-unknown'],
      ['site', '   ', null, 'place-name-missing'],
      ['area', 'Newtown', 'Y01234', 'place-code-not-real'],
    ] as const) {
      const added = await addPlace(log, { actor, kind, name, code, from })
      assert.ok(!added.ok)
      assert.equal(added.refusal.code, refusal)
    }
  })

  it('has the same rows after a rebuild', async () => {
    const rows = () =>
      Promise.all(
        ['names', 'links'].map((table) =>
          log.db.text(`select * from places.${table} order by 1, 2, 3`),
        ),
      )
    const before = await rows()
    await rebuild(log)
    assert.deepEqual(await rows(), before)
  })
})
