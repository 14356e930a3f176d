// Pools and quotas as files: what is read, what is refused, and on which line.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Result } from '../src/ground/result.ts'
import { readCsv } from '../src/pool/csv.ts'
import { panelTask } from '../src/pool/panel-task.ts'
import { readPeople } from '../src/pool/people.ts'
import { type Quota, readQuotas } from '../src/pool/quotas.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/sortition/${name}`, import.meta.url), 'utf8')

const refusal = (result: Result<unknown>) =>
  result.ok ? ['read'] : [result.refusal.code, result.refusal.line]

const cellsOf = (text: string) => {
  const read = readCsv(text)
  return read.ok ? read.value.map((row) => [row.line, ...row.cells]) : refusal(read)
}

describe('A file of comma-separated values', () => {
  it('may begin with a byte order mark and end its lines in any of three ways', () => {
    assert.deepEqual(cellsOf('\ufeffa,b\r\n1,2\n3,4\r5,6'), [
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, '3', '4'],
      [4, '5', '6'],
    ])
  })

  it('may quote cells that hold commas, quotes and line ends', () => {
    assert.deepEqual(cellsOf('a,"b, ""c""\r\nd"\n"",e'), [
      [1, 'a', 'b, "c"\r\nd'],
      [3, '', 'e'],
    ])
  })

  it('has its blank lines passed over and counted', () => {
    assert.deepEqual(cellsOf('a\n\n , \n  b '), [
      [1, 'a'],
      [4, 'b'],
    ])
  })

  it('is refused with the line on which a quote opens or a cell goes on after one', () => {
    assert.deepEqual(cellsOf('a\n"b\nc'), ['csv-quote-open', 2])
    assert.deepEqual(cellsOf('a\n"b\nc"d'), ['csv-after-quote', 3])
  })

  it('reads back whatever cells were written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'é') })
    const row = fc.array(cell, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        const quoted = rows.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`))
        const read = readCsv(quoted.map((cells) => cells.join(',')).join('\r\n'))
        assert.ok(read.ok)
        assert.deepEqual(
          read.value.map(({ cells }) => cells),
          rows,
        )
      }),
    )
  })

  it('never makes the readers throw, whatever is in it', () => {
    const mark = fc.constantFrom('category', 'feature', 'min', 'max', ',', '"', '\n', '1', 'x', '-')
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 40 }), (marks) => {
        const quotas = readQuotas(marks.join(''))
        readPeople(marks.join(''), quotas.ok ? quotas.value : [])
      }),
    )
  })
})

describe('The quotas', () => {
  const after = (lines: string) => refusal(readQuotas(`category,feature,min,max\n${lines}`))

  it('are read with their flex columns, in any order of columns', () => {
    const read = readQuotas('max_flex,max,min,min_flex,name,category\n5,4,2,1,"north, far",area\n')
    assert.ok(read.ok)
    const expected: Quota = {
      category: 'area',
      feature: 'north, far',
      min: 2,
      max: 4,
      minFlex: 1,
      maxFlex: 5,
    }
    assert.deepEqual(read.value, [expected])
  })

  it('are refused with the line to blame', () => {
    assert.deepEqual(after('age,old,1,x'), ['quotas-number', 2])
    assert.deepEqual(after('age,old,-1,2'), ['quotas-number', 2])
    assert.deepEqual(after('age,old,3,2'), ['quotas-order', 2])
    assert.deepEqual(after('age,old,1'), ['quotas-cells', 2])
    assert.deepEqual(after('age,,1,2'), ['quotas-blank', 2])
    assert.deepEqual(after('age,old,1,2\n\nage,old,1,3'), ['quotas-twice', 4])
    assert.deepEqual(refusal(readQuotas('category,feature,min\na,b,1')), [
      'quotas-column-missing',
      1,
    ])
    assert.deepEqual(refusal(readQuotas('')), ['quotas-empty', undefined])
  })
})

describe('The pool', () => {
  const quotas = readQuotas('category,feature,min,max\nage,old,0,1\nage,young,0,1\n')
  assert.ok(quotas.ok)
  const from = (text: string, idColumn?: string) => readPeople(text, quotas.value, idColumn)

  it('is read with its ids, and other columns are left aside', () => {
    const read = from('note,person_id,age\n"a, b",K-1,old\n,K-2,young\n')
    assert.ok(read.ok)
    assert.deepEqual(read.value, [
      { id: 'K-1', features: ['old'] },
      { id: 'K-2', features: ['young'] },
    ])
  })

  it('is numbered from 1 where there is no column of ids', () => {
    const read = from('age\nold\n\nyoung\n')
    assert.ok(read.ok)
    assert.deepEqual(
      read.value.map(({ id }) => id),
      ['1', '2'],
    )
  })

  it('is refused with the line to blame', () => {
    assert.deepEqual(refusal(from('age\nold\nancient')), ['pool-feature-unknown', 3])
    assert.deepEqual(refusal(from('id,age\n1,old\n1,young')), ['pool-id-twice', 3])
    assert.deepEqual(refusal(from('id,age\n,old')), ['pool-id-blank', 2])
    assert.deepEqual(refusal(from('id,age\n1')), ['pool-cells', 2])
    assert.deepEqual(refusal(from('id,years\n1,2')), ['pool-column-missing', 1])
    assert.deepEqual(refusal(from('age,age\nold,old')), ['pool-column-twice', 1])
    assert.deepEqual(refusal(from('age\nold', 'who')), ['pool-column-missing', 1])
    assert.deepEqual(refusal(from('age\n')), ['pool-empty', undefined])
  })

  it('must be at least as large as the panel', () => {
    const people = from('age\nold\nyoung\n')
    assert.ok(people.ok)
    assert.deepEqual(refusal(panelTask(quotas.value, people.value, 3)), ['panel-size', undefined])
    assert.deepEqual(refusal(panelTask(quotas.value, people.value, 1.5)), ['panel-size', undefined])
  })
})

describe('The Riverside fixture', () => {
  it('has sixty people in groups of people who are alike', () => {
    const quotas = readQuotas(fixture('riverside-features.csv'))
    assert.ok(quotas.ok)
    const people = readPeople(fixture('riverside-pool.csv'), quotas.value)
    assert.ok(people.ok)
    const task = panelTask(quotas.value, people.value, 16)
    assert.ok(task.ok)
    assert.equal(people.value.length, 60)
    assert.equal(task.value.groups.flatMap((group) => group.members).length, 60)
    assert.ok(task.value.groups.length < 60)
  })
})
