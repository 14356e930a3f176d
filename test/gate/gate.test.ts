// Promises of the gate: no small number about people can be worked out from what was released.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, type Day } from '../../src/basics/index.ts'
import { loadMeasure } from '../../src/gate/actions/release-table.ts'
import { loadSolver } from '../../src/gate/actions/solve.ts'
import type { Measure } from '../../src/gate/domain/measure.ts'
import { knownOf, mask, type Policy, policyNamed } from '../../src/gate/domain/policies.ts'
import { decideRelease } from '../../src/gate/domain/release.ts'
import { atomsOf, type Counted, type Where } from '../../src/gate/domain/where.ts'
import { measureId, releaseTable } from '../../src/gate/index.ts'
import { rebuild, verifyLog } from '../../src/log/index.ts'
import { openHouse } from '../rooms.ts'

const policy = policyNamed('seven-and-five') as Policy
const solver = await loadSolver(5)
const never = () => false
const day = (text: string) => text as Day

const measureWith = (code: string, released: Measure['released'] = []): Measure => ({
  opened: { code: 'test', title: 'Test', says: 'People counted in a test', policy: code },
  released,
})

const where = (only: Record<string, string[]> = {}, from = '', until = ''): Where => ({
  from: from === '' ? null : day(from),
  until: until === '' ? null : day(until),
  only,
})

const asked = (...cells: readonly (readonly [string, Where])[]) => ({
  title: 'Table',
  asOf: day('2026-11-01'),
  cells: cells.map(([label, about]) => ({ label, where: about })),
})

const inPlaces = (counts: Readonly<Record<string, number>>, on = '2026-10-01'): Counted[] =>
  Object.entries(counts).map(([place, count]) => ({ day: day(on), at: { place }, count }))

function released(
  measure: Measure,
  table: ReturnType<typeof asked>,
  counted: readonly Counted[],
): Measure {
  const done = decideRelease(measure, table, counted, solver, never)
  assert.ok(done.ok, JSON.stringify(done))
  return { ...measure, released: [...measure.released, done.value] }
}

const shownIn = (measure: Measure, table = -1) =>
  Object.fromEntries(measure.released.at(table)?.cells.map((c) => [c.label, c.shown]) ?? [])

describe('A number by itself', () => {
  const table: readonly (readonly [number, number | 'few'])[] = [
    [0, 0],
    [1, 'few'],
    [7, 'few'],
    [8, 10],
    [12, 10],
    [13, 15],
    [1_002, 1_000],
  ]
  for (const [count, shown] of table) {
    it(`is shown as ${shown} where it is ${count}`, () => assert.equal(mask(count, policy), shown))
  }

  it('always lies within what a stranger is taken to know of it', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.constantFrom('seven-and-five', 'four-and-exact'), (n, code) => {
        const rule = policyNamed(code) as Policy
        const { low, high } = knownOf(mask(n, rule), rule)
        assert.ok(low <= n && n <= high)
        for (let other = low; other <= high; other += 1) {
          assert.equal(mask(other, rule), mask(n, rule))
        }
      }),
    )
  })
})

describe('Cells cut into atoms', () => {
  it('are unions of atoms, by days and by values', () => {
    const cells = [
      where({ place: ['a', 'b'] }),
      where({ place: ['b', 'c'] }, '2026-01-01', '2026-01-31'),
      where({}, '2026-01-15', '2026-02-15'),
    ]
    const atoms = atomsOf(cells)
    assert.ok(atoms.ok)
    for (const place of ['a', 'b', 'c', 'elsewhere']) {
      for (let at = day('2025-12-20'); at < '2026-03-01'; at = addDays(at, 1)) {
        const holds = cells.flatMap(({ from, until, only }, cell) => {
          const inTime = (from === null || from <= at) && (until === null || at <= until)
          return inTime && (only.place?.includes(place) ?? true) ? [cell] : []
        })
        const atom: number | undefined = atoms.value.atomAt(at, { place })
        assert.deepEqual(
          atom === undefined ? [] : atoms.value.cellsOf[atom],
          holds,
          `${place} ${at}`,
        )
      }
    }
  })

  it('are refused where there would be more than 10,000 of them', () => {
    const many = (name: string) =>
      Array.from({ length: 120 }, (_, one) => where({ [name]: [`${one}`] }))
    const counted = inPlaces({})
    const cells = [...many('place'), ...many('age')].map((one) => ['x', one] as const)
    const done = decideRelease(
      measureWith('seven-and-five'),
      asked(...cells),
      counted,
      solver,
      never,
    )
    assert.ok(!done.ok)
    assert.equal(done.refusal.code, 'gate-too-fine')
  })
})

describe('A table', () => {
  it('hides small counts, rounds others and shows zero', () => {
    const counted = inPlaces({ a: 3, b: 41, c: 0, d: 68 })
    const table = asked(...['a', 'b', 'c', 'd'].map((p) => [p, where({ place: [p] })] as const))
    const after = released(measureWith('seven-and-five'), table, counted)
    assert.deepEqual(shownIn(after), { a: 'few', b: 40, c: 0, d: 70 })
  })

  it('keeps back the next smallest where exact totals would give a small one away', () => {
    const counted = inPlaces({ a: 2, b: 9, c: 30 })
    const table = asked(...['a', 'b', 'c'].map((p) => [p, where({ place: [p] })] as const), [
      'all',
      where({ place: ['a', 'b', 'c'] }),
    ])
    const after = released(measureWith('four-and-exact'), table, counted)
    assert.deepEqual(shownIn(after), { a: 'few', b: 'kept-back', c: 30, all: 41 })
  })

  it('that was released shows the same numbers when it is asked for again', () => {
    const table = asked(['a', where({ place: ['a'] })])
    const first = released(measureWith('seven-and-five'), table, inPlaces({ a: 22 }))
    const second = released(first, table, inPlaces({ a: 35 }))
    assert.deepEqual(shownIn(second), { a: 20 })
  })

  it('without numbers, or of a measure that is not open, is refused', () => {
    const none = decideRelease(measureWith('seven-and-five'), asked(), [], solver, never)
    assert.ok(!none.ok && none.refusal.code === 'gate-nothing-asked')
    const shut = { opened: null, released: [] }
    const table = asked(['a', where()])
    const unknown = decideRelease(shut, table, [], solver, never)
    assert.ok(!unknown.ok && unknown.refusal.code === 'measure-unknown')
  })

  it('that cannot be proven in time is not released', () => {
    const table = asked(['a', where({ place: ['a'] })], ['all', where({ place: ['a', 'b'] })])
    const counted = inPlaces({ a: 3, b: 50 })
    const late = decideRelease(
      measureWith('four-and-exact'),
      table,
      counted,
      () => () => null,
      () => true,
    )
    assert.ok(!late.ok)
    assert.equal(late.refusal.code, 'gate-unproven')
  })

  it('is not believed to be safe on the word of the optimiser alone', () => {
    const table = asked(['a', where({ place: ['a'] })], ['all', where({ place: ['a', 'b'] })])
    const counted = inPlaces({ a: 3, b: 50 })
    const lying = () => () => [-4, 57]
    const done = decideRelease(measureWith('seven-and-five'), table, counted, lying, never)
    assert.ok(!done.ok)
  })
})

describe('An attack by subtraction', () => {
  // One person more each month: whoever subtracts two windows would see the third.
  const months = ['2026-01', '2026-02', '2026-03']
  const counted: Counted[] = [
    { day: day('2026-01-10'), at: { place: 'a' }, count: 40 },
    { day: day('2026-02-10'), at: { place: 'a' }, count: 30 },
    { day: day('2026-03-10'), at: { place: 'a' }, count: 2 },
  ]
  const until = (month: string) =>
    addDays(
      day(`${month === '2026-03' ? '2026-04' : month === '2026-02' ? '2026-03' : '2026-02'}-01`),
      -1,
    )
  const window = (month: string) => where({ place: ['a'] }, '2026-01-01', until(month))

  it('by windows of time finds the small month where nothing tests for it', () => {
    const exact = policyNamed('four-and-exact') as Policy
    const shown = months.map((_, place) =>
      mask(
        counted.slice(0, place + 1).reduce((sum, { count }) => sum + count, 0),
        exact,
      ),
    )
    assert.equal(Number(shown[2]) - Number(shown[1]), 2, `${months[2]} is laid open`)
  })

  it('by windows of time is caught: the last window is kept back', () => {
    let measure = measureWith('four-and-exact')
    for (const month of months) {
      measure = released(measure, asked([month, window(month)]), counted)
    }
    assert.deepEqual(
      measure.released.map(({ cells }) => cells[0]?.shown),
      [40, 70, 'kept-back'],
    )
  })

  it('by nested areas and overlapping groups never pins a small count, by brute force', () => {
    const places = ['a', 'b', 'c']
    const someOf = fc.uniqueArray(fc.constantFrom(...places), { minLength: 1, maxLength: 3 })
    const tables = fc.array(fc.array(someOf, { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
    })
    const counts = fc.tuple(fc.nat(11), fc.nat(11), fc.nat(11))
    const code = fc.constantFrom('seven-and-five', 'four-and-exact')
    fc.assert(
      fc.property(tables, counts, code, (wanted, [a, b, c], rule) => {
        const truth: Readonly<Record<string, number>> = { a, b, c }
        let measure = measureWith(rule)
        for (const sets of wanted) {
          const table = asked(...sets.map((set) => [set.join('+'), where({ place: set })] as const))
          const done = decideRelease(measure, table, inPlaces(truth), solver, never)
          if (done.ok) measure = { ...measure, released: [...measure.released, done.value] }
        }
        nobodyIsFound(measure, truth, policyNamed(rule) as Policy)
      }),
      { numRuns: 60, seed: 20261123 },
    )
  })
})

/** Tries every count up to 60 a place against all that was released, as a stranger could. */
function nobodyIsFound(
  measure: Measure,
  truth: Readonly<Record<string, number>>,
  rule: Policy,
): void {
  const rows = measure.released.flatMap(({ cells }) =>
    cells.map(({ where: about, shown }) => ({
      set: about.only.place ?? [],
      ...knownOf(shown, rule),
    })),
  )
  const most = 45
  const possible = new Map<string, Set<number>>()
  const about = [...new Set(rows.map(({ set }) => [...set].sort().join('')))]
  for (let a = 0; a <= most; a += 1) {
    for (let b = 0; b <= most; b += 1) {
      for (let c = 0; c <= most; c += 1) {
        const at: Readonly<Record<string, number>> = { a, b, c }
        const sum = (set: readonly string[]) => set.reduce((all, one) => all + (at[one] ?? 0), 0)
        if (!rows.every(({ set, low, high }) => low <= sum(set) && sum(set) <= high)) continue
        for (const name of about) {
          const seen = possible.get(name) ?? new Set()
          possible.set(name, seen.add(sum([...name])))
        }
      }
    }
  }
  for (const [name, values] of possible) {
    const count = [...name].reduce((all, one) => all + (truth[one] ?? 0), 0)
    if (count < 1 || count > rule.hideUpTo) continue
    const bounds = Math.max(...values) - Math.min(...values) + 1
    assert.ok(bounds >= rule.leastCandidates, `${name} is ${count}, left ${[...values].join(' ')}`)
  }
}

describe('What left', async () => {
  const { log, newId } = await openHouse()
  const actor = { by: newId(), onBehalfOf: null }
  const measure = { code: 'replies', title: 'Replies', says: 'Replies', policy: 'seven-and-five' }

  it('is a fact that anyone can read, without the counts behind it', async () => {
    const table = asked(['a', where({ place: ['a'] })], ['b', where({ place: ['b'] })])
    const counted = inPlaces({ a: 6, b: 23 })
    const done = await releaseTable(log, { actor, measure, asked: table, counted })
    assert.ok(done.ok, JSON.stringify(done))
    const id = measureId('replies')
    assert.deepEqual(shownIn(await loadMeasure(log, id)), { a: 'few', b: 25 })
    const bodies = await log.db.text<{ body: string }>(
      `select body from log.facts where owner = $1`,
      [id],
    )
    assert.equal(bodies.length, 2)
    assert.ok(bodies.every(({ body }) => !/count":|\b23\b/.test(body)))
    assert.equal((await verifyLog(log)).broken, null)
  })

  it('is tested together by two who release at once', async () => {
    const both = { ...measure, code: 'at-once', policy: 'four-and-exact' }
    const counted = inPlaces({ a: 2, b: 30 })
    const ask = (label: string, place: string[]) =>
      releaseTable(log, { actor, measure: both, asked: asked([label, where({ place })]), counted })
    const done = await Promise.all([ask('all', ['a', 'b']), ask('b', ['b'])])
    assert.ok(done.every((one) => one.ok))
    const state = await loadMeasure(log, measureId('at-once'))
    const shown = state.released.flatMap(({ cells }) => cells.map((cell) => cell.shown))
    assert.equal(shown.filter((one) => one === 'kept-back').length, 1)
  })

  it('has the same rows after a rebuild', async () => {
    const rows = () => log.db.text('select * from gate.measures order by owner')
    const before = await rows()
    assert.equal(before.length, 2)
    await rebuild(log)
    assert.deepEqual(await rows(), before)
  })
})
