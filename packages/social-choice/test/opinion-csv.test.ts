// Votes read from files: every line counted, or refused by its number.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { ok } from '../src/ground/result.ts'
import { csvReader } from '../src/opinion/csv-records.ts'
import { readStatements } from '../src/opinion/read-statements.ts'
import { readVotes, voteReader } from '../src/opinion/read-votes.ts'
import type { VoteMatrix } from '../src/opinion/vote-matrix.ts'

const heading = 'timestamp,datetime,comment-id,voter-id,vote'

function votesIn(text: string): VoteMatrix {
  const read = readVotes(text)
  assert.ok(read.ok, read.ok ? '' : read.refusal.says)
  return read.value
}

function refusalOf(text: string): { code: string; says: string; line: number | undefined } {
  const read = readVotes(text)
  assert.ok(!read.ok, 'it was read')
  const { code, says, line } = read.refusal
  return { code, says, line }
}

describe('A list of votes', () => {
  it('may have CRLF, a byte order mark, empty lines, quotes and columns in any order', () => {
    const plain = votesIn(`${heading}\n10,Mon,4,7,1\n20,Tue,5,7,-1\n`)
    const other = votesIn(
      '\ufeffvote,"voter-id",comment-id,"remark, or none"\r\n\r\n' +
        '1,7,4,"a ""b"",\r\nc"\r\n-1,7,"5",',
    )
    assert.deepEqual(other, plain)
    assert.deepEqual([...plain.votes], [1, -1])
  })

  it('counts the vote with the latest timestamp, wherever its line is', () => {
    assert.deepEqual([...votesIn(`${heading}\n20,,4,7,1\n10,,4,7,-1\n`).votes], [1])
    assert.deepEqual([...votesIn(`${heading}\n10,,4,7,1\n10,,4,7,-1\n`).votes], [-1])
    assert.deepEqual([...votesIn('comment-id,voter-id,vote\n4,7,1\n4,7,0\n').votes], [0])
  })

  it('orders people and statements by number, then by text', () => {
    const matrix = votesIn('comment-id,voter-id,vote\n10,b,1\n9,a,1\nx,2,1\n9,10,0\n')
    assert.deepEqual(matrix.people, ['2', '10', 'a', 'b'])
    assert.deepEqual(matrix.statements, ['9', '10', 'x'])
  })

  it('is refused by line where a vote, a time, a name or a field is not what it should be', () => {
    const rows: [string, string, number | undefined][] = [
      ['', 'file-empty', undefined],
      ['\n\n', 'file-empty', undefined],
      ['voter,vote\n', 'columns-missing', 1],
      ['vote,vote\n', 'column-repeated', 1],
      [`${heading}\n`, 'no-votes', undefined],
      [`${heading}\n10,Mon,4,7,1\n10,Mon,4,7,2\n`, 'vote-unknown', 3],
      [`${heading}\n10,Mon,4,7,\n`, 'vote-unknown', 2],
      [`${heading}\nyesterday,Mon,4,7,1\n`, 'timestamp-unreadable', 2],
      [`${heading}\n10,Mon,,7,1\n`, 'identifier-missing', 2],
      [`${heading}\n10,Mon,4,,1\n`, 'identifier-missing', 2],
      [`${heading}\n10,Mon,4,7\n`, 'field-count', 2],
      [`${heading}\n10,"Mon,4,7,1\n10,Mon,4,7,1\n`, 'quote-not-closed', 2],
      [`${heading}\n10,Mo"n"day,4,7,1\n`, 'quote-misplaced', 2],
      [`${heading}\n10,"Mon"day,4,7,1\n`, 'quote-misplaced', 2],
    ]
    for (const [text, code, line] of rows) {
      const refused = refusalOf(text)
      assert.deepEqual([refused.code, refused.line], [code, line], text)
      if (line !== undefined) assert.match(refused.says, new RegExp(`^Line ${line} `))
    }
  })

  it('says which vote it found, shortened when it is long', () => {
    const { says } = refusalOf(`${heading}\n10,Mon,4,7,${'9'.repeat(500)}\n`)
    assert.equal(says, `Line 2 has the vote “${'9'.repeat(40)}…”`)
  })
})

describe('A table with one line a person', () => {
  it('has a column for each statement and nothing where it was not seen', () => {
    const matrix = votesIn(
      'participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,0,3\n' +
        '5,,1,0,1,1,0,1,\n6,,0,0,2,0,1,-1,0\n',
    )
    assert.deepEqual(matrix.people, ['5', '6'])
    assert.deepEqual(matrix.statements, ['0', '3'])
    assert.deepEqual([...matrix.votes], [1, -1, 0])
  })

  it('is refused when a person comes twice, or no statement is named', () => {
    assert.equal(refusalOf('participant,0\n5,1\n5,1\n').line, 3)
    assert.equal(refusalOf('participant,0\n5,1\n5,1\n').code, 'person-repeated')
    assert.equal(refusalOf('participant,group-id\n5,1\n').code, 'columns-missing')
    assert.equal(refusalOf('participant,0\n,1\n').code, 'identifier-missing')
    assert.equal(refusalOf('participant,0\n5,yes\n').code, 'vote-unknown')
  })
})

describe('A list of statements', () => {
  it('gives their words, with commas and line ends, and those left out', () => {
    const read = readStatements(
      'comment-id,moderated,comment-body\n1,1,"Free, and\nnear"\n2,-1,Rude\n',
    )
    assert.ok(read.ok)
    assert.equal(read.value.texts.get('1'), 'Free, and\nnear')
    assert.deepEqual([...read.value.leftOut], ['2'])
  })

  it('is refused without its columns, and where a line has too many fields', () => {
    const codes = ['', 'a,b\n', 'comment-id,comment-body\n1,Yes, but\n'].map((text) => {
      const read = readStatements(text)
      return read.ok ? '' : read.refusal.code
    })
    assert.deepEqual(codes, ['file-empty', 'columns-missing', 'field-count'])
  })
})

const anyCell = fc.string({ maxLength: 8, unit: fc.constantFrom(...'ab1-0,"\n\r é') })

describe('Comma-separated text', () => {
  it('comes back field by field after being written', () => {
    const table = fc.array(fc.array(anyCell, { minLength: 2, maxLength: 4 }), { maxLength: 6 })
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows
          .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
          .join('\r\n')
        const found: string[][] = []
        const reader = csvReader((fields) => {
          found.push(fields)
          return ok(null)
        })
        assert.ok(reader.push(text).ok && reader.end().ok)
        assert.deepEqual(found, rows)
      }),
    )
  })

  it('gives the same votes or the same refusal wherever the pieces are cut', () => {
    const line = fc.oneof(
      fc.constantFrom('10,Mon,4,7,1', '20,"Tue, 9 h",4,8,-1', '30,"a\nb",5,7,0', '\r', ''),
      anyCell,
    )
    const file = fc.array(line, { maxLength: 8 }).map((lines) => [heading, ...lines].join('\n'))
    fc.assert(
      fc.property(file, fc.array(fc.nat({ max: 120 }), { maxLength: 6 }), (text, cuts) => {
        const reader = voteReader()
        const ends = [...new Set(cuts)].sort((a, b) => a - b)
        const pieces = [...ends, text.length].map((to, i) => text.slice(ends[i - 1] ?? 0, to))
        const stopped = pieces.map((piece) => reader.push(piece)).find(({ ok }) => !ok)
        assert.deepEqual(stopped ?? reader.end(), readVotes(text))
      }),
      { numRuns: 300 },
    )
  })

  it('is read or refused with a sentence and a remedy, whatever the file holds', () => {
    const start = fc.constantFrom(
      '',
      `${heading}\n`,
      'participant,0,1\n',
      'comment-id,voter-id,vote\n',
    )
    const rest = fc.string({ maxLength: 80, unit: fc.constantFrom(...'01-,"\n\r7a \0') })
    fc.assert(
      fc.property(start, rest, (first, after) => {
        const read = readVotes(first + after)
        if (read.ok) {
          const { votes, columns, starts, people } = read.value
          assert.ok(votes.length > 0 && votes.every((vote) => Math.abs(vote) <= 1))
          assert.equal(columns.length, starts[people.length])
        } else assert.ok(read.refusal.says.length > 10 && read.refusal.remedy.length > 10)
      }),
      { numRuns: 1000 },
    )
  })
})
