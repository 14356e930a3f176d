// Pabulib files: read whatever their dress, refused with a line to blame, and written.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { countFund, selectedIds } from '../src/fund/count-fund.ts'
import type { Fund } from '../src/fund/fund.ts'
import { fundOf } from '../src/fund/fund-of.ts'
import { fundDocument, readPabulib, writePabulib } from '../src/fund/pabulib.ts'
import { readFund } from '../src/fund/read-fund.ts'
import type { Refusal } from '../src/ground/result.ts'

const folder = new URL('../fixtures/pb/', import.meta.url)
const fixtures = readdirSync(folder).filter((name) => name.endsWith('.pb'))
const bytesOf = (name: string): Uint8Array => readFileSync(new URL(name, folder))
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function read(from: Uint8Array): Fund {
  const fund = readFund(from)
  if (!fund.ok) throw new Error(fund.refusal.says)
  return fund.value
}

function refusal(text: string): Refusal {
  const fund = readFund(bytes(text))
  if (fund.ok) throw new Error('The file was read')
  return fund.refusal
}

/** A small whole file; each test changes one thing in it. */
const whole = `META
key;value
description;Three wishes
num_projects;3
num_votes;4
budget;100.50
vote_type;approval
PROJECTS
project_id;cost;votes;name
a;40;3;First
b;60.25;2;"Second; or ""third"""
c;7;0;
VOTES
voter_id;vote
1;a,b
2;b,a
3;a
4;
`

describe('A Pabulib file', () => {
  it('is read with amounts to the penny and identical ballots as one', () => {
    const fund = read(bytes(whole))
    assert.equal(fund.budget, 10050n)
    assert.equal(fund.decimals, 2)
    assert.deepEqual(
      fund.projects.map(({ id, cost, name }) => [id, cost, name]),
      [
        ['a', 4000n, 'First'],
        ['b', 6025n, 'Second; or "third"'],
        ['c', 700n, ''],
      ],
    )
    assert.deepEqual([...fund.ballots.weights], [1, 1, 2])
    assert.deepEqual([...fund.ballots.starts], [0, 0, 1, 3])
    assert.deepEqual([...fund.ballots.projects], [0, 0, 1])
    assert.equal(fund.ballots.voters, 4)
    assert.deepEqual(fund.notes, [])
  })

  it('is the same with a byte order mark, Windows line ends and other column orders', () => {
    const plain = read(bytesOf('oakham-approval.pb'))
    const windows = read(bytesOf('oakham-windows.pb'))
    assert.deepEqual(windows.ballots, plain.ballots)
    assert.equal(windows.title, 'Oakham; the "second" round')
    assert.equal(windows.projects[0]?.name, 'Benches along the canal; phase "one"')
    assert.deepEqual(windows.projects[0]?.categories, ['nature', 'all'])
    assert.deepEqual(windows.projects[0]?.area, 'North')
    assert.equal(windows.projects[0]?.cost, 120005n)
  })

  it('may begin with its projects, behind a byte order mark', () => {
    const [meta, rest] = whole.split('PROJECTS') as [string, string]
    const [projects, votes] = rest.split('VOTES') as [string, string]
    const turned = `\ufeffPROJECTS${projects}${meta}VOTES${votes}`
    assert.deepEqual(read(bytes(turned)), read(bytes(whole)))
  })

  it('keeps ballots with points or ranks apart where approvals would be one', () => {
    const approvals = read(bytesOf('oakham-approval.pb')).ballots
    const ranked = read(bytesOf('oakham-ordinal.pb')).ballots
    assert.ok(ranked.weights.length > approvals.weights.length)
    const given = read(bytesOf('oakham-cumulative.pb'))
    const score = given.ballots.projects.reduce((sum, project, at) => {
      const ballot = given.ballots.starts.findIndex((start) => start > at) - 1
      const points = given.ballots.points?.[at] ?? 0
      return given.projects[project]?.id === '2'
        ? sum + points * given.ballots.weights[ballot]!
        : sum
    }, 0)
    const told = /^2;7500;\d+;(\d+);/m.exec(
      new TextDecoder().decode(bytesOf('oakham-cumulative.pb')),
    )
    assert.equal(score, Number(told?.[1]))
  })

  it('takes points with decimals exactly', () => {
    const text = whole
      .replace('approval', 'cumulative')
      .replace('voter_id;vote', 'voter_id;vote;points')
      .replace('1;a,b', '1;a,b;0.1,2.25')
      .replace('2;b,a', '2;b,a;1,1')
      .replace('3;a\n', '3;a;3\n')
      .replace('4;\n', '4;;\n')
    const { ballots } = read(bytes(text))
    assert.equal(ballots.pointUnits, 100)
    assert.deepEqual([...(ballots.points ?? [])], [10, 225, 100, 100, 300])
  })

  it('says where its own numbers of votes are not those of the ballots', () => {
    const { notes } = read(bytes(whole.replace('a;40;3', 'a;40;9')))
    assert.deepEqual(notes, [
      'The file says that a has 9 votes and its ballots have 3. The ballots are counted',
    ])
  })

  it('takes ballots that are longer than allowed and says so', () => {
    const { notes } = read(bytes(whole.replace('budget;', 'max_length;1\nbudget;')))
    assert.match(notes[0] ?? '', /^2 ballots name more projects than the 1 that the file allows/)
  })
})

const refusals: readonly [string, string, string, string | RegExp, string, number | undefined][] = [
  ['an unknown project', '3;a\n', '3;z\n', '', 'pb-project-unknown', 17],
  ['a project named twice', '3;a\n', '3;a,a\n', '', 'pb-project-twice', 17],
  ['nothing between commas', '3;a\n', '3;a,,b\n', '', 'pb-project-unknown', 17],
  ['a voter who voted before', '3;a\n', '2;a\n', '', 'pb-voter-twice', 17],
  ['a row cut short', '3;a\n', '3\n', '', 'pb-row-size', 17],
  ['a cost in words', 'a;40;', 'a;forty;', '', 'pb-amount', 10],
  ['a cost below zero', 'a;40;', 'a;-40;', '', 'pb-amount', 10],
  ['a cost with a comma for thousands', 'a;40;', 'a;40,000;', '', 'pb-amount', 10],
  ['a cost of too many digits', 'a;40;', 'a;1234567890123456;', '', 'pb-amount', 10],
  ['a project given twice', 'b;60.25', 'a;60.25', '', 'pb-id-twice', 11],
  ['no budget', 'budget;100.50\n', '', '', 'pb-no-budget', undefined],
  ['an unknown vote type', 'approval', 'applause', '', 'pb-vote-type', 7],
  ['no cost column', 'project_id;cost', 'project_id;price', '', 'pb-column-missing', 9],
  ['no vote column', 'voter_id;vote', 'voter_id;ballot', '', 'pb-column-missing', 14],
  ['fewer votes than it says', '4;\n', '', '', 'pb-count', 5],
  ['fewer projects than it says', 'c;7;0;\n', '', '', 'pb-count', 4],
  ['a quotation mark left open', '"Second; or ""third"""', '"Second', '', 'pb-quote-open', 11],
  [
    'text after a quotation mark',
    '"Second; or ""third"""',
    '"Second" or',
    '',
    'pb-quote-inside',
    11,
  ],
  ['no section at its head', 'META\n', '', '', 'pb-no-section', 1],
  ['no section of projects', 'PROJECTS\n', '', '', 'pb-section-order', 12],
  ['no votes', whole.slice(whole.indexOf('VOTES')), '', '', 'pb-section-missing', undefined],
  ['two budgets', 'vote_type', 'budget;5\nvote_type', '', 'pb-key-twice', 7],
]

describe('A Pabulib file that cannot be counted', () => {
  for (const [what, from, to, , code, line] of refusals) {
    it(`with ${what} is refused, and the line named`, () => {
      const found = refusal(whole.replace(from, to))
      assert.equal(found.code, code)
      assert.equal(found.line, line)
      if (line !== undefined) assert.match(found.says, new RegExp(`line ${line}`, 'i'))
    })
  }

  it('with letters that are not UTF-8 is refused, and the line named', () => {
    const broken = bytes(whole)
    broken[whole.indexOf('First')] = 0xe9
    const fund = readFund(broken)
    assert.equal(fund.ok ? 0 : fund.refusal.line, 10)
  })

  it('with more than one choice in a vote for one is refused', () => {
    assert.equal(refusal(whole.replace('approval', 'choose-1')).code, 'pb-more-than-one')
  })

  it('cut off anywhere is refused or told, unless only its last cell is shorter', () => {
    const file = bytesOf('oakham-approval.pb')
    const selected = (from: Fund): string => {
      const count = countFund(from, { rule: 'mes-cost' })
      return count.ok ? selectedIds(count.value).join() : 'refused'
    }
    const right = selected(read(file))
    for (let end = 0; end < file.length; end += 1) {
      const fund = readFund(file.subarray(0, end))
      if (!fund.ok || fund.value.notes.length > 0) continue
      assert.equal(selected(fund.value), right)
      assert.ok(end >= file.lastIndexOf(59))
    }
  })

  it('changed by chance is refused with words or counted within its budget', () => {
    const files = fixtures.map(bytesOf)
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(), fc.nat(255), fc.nat(2)), { minLength: 1, maxLength: 8 }),
        (file, changes) => {
          let changed = [...file]
          for (const [at, byte, kind] of changes) {
            const place = at % changed.length
            if (kind === 0) changed[place] = byte
            else if (kind === 1) changed.splice(place, 1 + (byte % 40))
            else changed = changed.concat(changed.slice(place, place + byte))
          }
          const fund = readFund(Uint8Array.from(changed))
          if (!fund.ok) {
            assert.match(fund.refusal.code, /^pb-/)
            assert.ok(fund.refusal.remedy.length > 10)
            return
          }
          for (const rule of ['mes-cost', 'greedy-votes', 'phragmen'] as const) {
            const count = countFund(fund.value, { rule, completion: 'none' })
            assert.ok(!count.ok || count.value.cost <= fund.value.budget)
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it('made of nothing but noise is refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        assert.ok(!readFund(noise).ok)
      }),
    )
  })
})

describe('A Pabulib document', () => {
  it('is written and read again cell for cell', () => {
    for (const name of fixtures) {
      const first = readPabulib(bytesOf(name))
      assert.ok(first.ok)
      const again = readPabulib(bytes(writePabulib(first.value)))
      assert.deepEqual(again, first)
    }
  })

  it('keeps any text in a cell', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('META', 'a;b', '"', ' x ', '1\n2', '\r\n'))
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), (rows) => {
        const filled = rows.filter((row) => row.some((text) => text !== ''))
        const table = (columns: string[], cells: string[][]) => ({ columns, rows: cells })
        const document = {
          meta: table(['key', 'value'], filled),
          projects: table(['project_id', 'cost'], []),
          votes: table(['voter_id', 'vote'], []),
        }
        assert.deepEqual(readPabulib(bytes(writePabulib(document))), { ok: true, value: document })
      }),
    )
  })

  it('made from a fund gives the same fund again', () => {
    for (const name of fixtures) {
      const fund = read(bytesOf(name))
      const again = read(bytes(writePabulib(fundDocument(fund))))
      assert.deepEqual({ ...again, notes: [] }, { ...fund, notes: [] })
    }
  })

  it('made in memory is the fund that is read from its file', () => {
    const fund = fundOf({
      title: 'Three wishes',
      budget: 10050n,
      decimals: 2,
      voteType: 'approval',
      projects: [
        { id: 'a', cost: 4000n, name: 'First' },
        { id: 'b', cost: 6025n, name: 'Second; or "third"' },
        { id: 'c', cost: 700n },
      ],
      ballots: [{ projects: ['b', 'a'], people: 2 }, { projects: ['a'] }, { projects: [] }],
    })
    assert.deepEqual(fund, { ok: true, value: read(bytes(whole)) })
  })
})
