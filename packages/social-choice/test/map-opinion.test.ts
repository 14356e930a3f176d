// The command map-opinion: what it prints, what it refuses and how it ends.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { Compile } from 'typebox/schema'
import { mapOpinionCommand } from '../src/command/map-opinion.ts'
import type { OpinionReport } from '../src/report/opinion-report.ts'
import { runOf } from './command-run.ts'

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/opinion/${name}`, import.meta.url))
const votes = fixture('surgery-votes.csv')
const statements = fixture('surgery-statements.csv')
const schema = JSON.parse(
  readFileSync(new URL('../schemas/map-opinion.schema.json', import.meta.url), 'utf8'),
)
const folder = mkdtempSync(join(tmpdir(), 'map-opinion-'))
after(() => rmSync(folder, { recursive: true }))

const run = runOf(mapOpinionCommand)

const written = (name: string, bytes: string | Uint8Array): string => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

describe('map-opinion --json', () => {
  it('prints one document of the published shape', async () => {
    const { code, out, err } = await run('--votes', votes, '--statements', statements, '--json')
    assert.deepEqual([code, err], [0, ''])
    const report: OpinionReport = JSON.parse(out)
    const validator = Compile(schema)
    const [valid, errors] = validator.Errors(report)
    assert.ok(valid, JSON.stringify(errors))
    assert.ok(!validator.Check({ ...report, people: 'many' }))
    assert.ok(!validator.Check({ ...report, more: 1 }))
    assert.deepEqual([report.people, report.statements], [36, 12])
    assert.equal(report.results.filter(({ leftOut }) => leftOut).length, 1)
    assert.equal(report.places.length, 36)
  })

  it('prints the same bytes for the same votes in another order, and gzipped', async () => {
    const [heading, ...lines] = readFileSync(votes, 'utf8').trim().split('\n')
    const turned = [heading, ...lines.toReversed()].join('\n')
    const first = await run('--votes', votes, '--json', '--seed', 'c0de')
    const plain = await run('--votes', written('a.csv', turned), '--json', '--seed', 'c0de')
    const packed = await run(
      '--votes',
      written('a.gz', gzipSync(turned)),
      '--json',
      '--seed',
      'c0de',
    )
    assert.equal(plain.out, first.out)
    assert.equal(packed.out, first.out)
  })
})

describe('map-opinion in words', () => {
  it('tells the groups, what each holds, what all hold and what divides', async () => {
    const { code, out } = await run('--votes', votes, '--statements', statements)
    assert.equal(code, 0)
    assert.match(out, /^36 people cast \d+ votes on 12 statements\. Those who answer alike /)
    assert.match(out, /\nGroup A, \d+ people, is told apart by:\n {2}\d+ of \d+ (dis)?agree; else/)
    assert.match(out, /\nMost of every group hold:\n {2}Agree \(A \d+%, B \d+%.*: Appointments by/)
    assert.match(out, /\nWhat divides:\n {2}[A-E] \d+% agree, [A-E] \d+%: /)
    assert.match(out, /\nOne more vote would tell most on: /)
    assert.ok(!out.includes('garden'), 'a statement that was left out is not told')
  })

  it('calls statements by number when it has no words for them', async () => {
    const { out } = await run('--votes', votes)
    assert.match(out, /: statement \d+\n/)
  })
})

describe('map-opinion --html', () => {
  it('gives a picture with title and description, and the same in tables', async () => {
    const { code, out } = await run('--votes', votes, '--statements', statements, '--html')
    assert.equal(code, 0)
    assert.match(out, /<svg [^>]*\n? role="img" aria-labelledby="(\S+) (\S+)">\n<title id="\1">/)
    const marks = out.match(/<(circle|polygon) [^>]*fill-opacity="0\.55"/g)
    const rows = out.match(/<tr><th scope="row">/g)
    const groups = out.match(/Group [A-E]: \d+ p/g)?.length
    assert.ok(marks !== null && marks.length > 10)
    assert.equal(rows?.length, 11 + (groups ?? 0))
    assert.ok(!out.includes('<script') && !/(src|href)=/.test(out))
  })

  it('writes words as words, whatever signs they have', async () => {
    const words = written('words.csv', 'comment-id,comment-body\n1,"<b>""Free"" & <i>"\n')
    const { out } = await run('--votes', votes, '--statements', words, '--html')
    assert.ok(out.includes('&lt;b&gt;&quot;Free&quot; &amp; &lt;i&gt;') && !out.includes('<b>'))
  })
})

describe('map-opinion refuses', () => {
  const refused = async (args: string[], code: number, sentence: RegExp): Promise<void> => {
    const result = await run(...args)
    assert.equal(result.code, code, result.err)
    assert.equal(result.out, '')
    assert.match(result.err, sentence)
    assert.match(result.err, /^[^\n]+\. [^\n]+\.\n$/)
  }

  it('a file that is not there, a folder, and bytes that are not text', async () => {
    await refused(['--votes', join(folder, 'none.csv')], 1, /^There is no file /)
    await refused(['--votes', folder], 1, / is a folder\. Name a file inside it\.$/m)
    await refused(['--votes', written('b', Uint8Array.of(255, 254))], 1, / is not text in UTF-8/)
    await refused(['--votes', written('c', Uint8Array.of(31, 139, 1, 2))], 1, / could not be read/)
  })

  it('a line that cannot be read, with file and line', async () => {
    const bad = written('bad.csv', 'comment-id,voter-id,vote\n1,1,1\n1,2,agree\n')
    await refused(['--votes', bad], 1, /bad\.csv: Line 3 has the vote “agree”\. Write 1 for agree/)
    await refused(['--votes', votes, '--statements', bad], 1, /bad\.csv: Line 1 does not name the/)
  })

  it('a call without a file, with a seed that is none, or in two forms at once', async () => {
    await refused(
      [],
      2,
      /^The file of votes is not named\. Name it: map-opinion --votes votes\.csv/,
    )
    await refused(['--votes', votes, '--seed', 'xyz'], 2, /^The seed “xyz” is not an even number/)
    await refused(['--votes', votes, '--json', '--html'], 2, /^Both --json and --html were asked/)
    await refused([votes, '--votes', votes], 2, /^“.*” is not an option of map-opinion/)
  })
})
