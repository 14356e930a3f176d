// The commands count-election and recount, as a person or a program calls them.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Compile } from 'typebox/schema'
import type { Command } from '../src/command/command.ts'
import { countElectionCommand } from '../src/command/count-election.ts'
import { recountCommand } from '../src/command/recount.ts'
import { electionRules } from '../src/election/stages.ts'

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/stv/${name}`, import.meta.url))
const schemaOf = (name: string) =>
  Compile(
    JSON.parse(readFileSync(new URL(`../schemas/${name}.schema.json`, import.meta.url), 'utf8')),
  )
const folder = mkdtempSync(join(tmpdir(), 'count-election-'))
after(() => rmSync(folder, { recursive: true }))

async function run(command: Command, ...args: string[]) {
  const parsed = parseArgs({ args, options: command.options, allowPositionals: true })
  const told = { out: '', err: '' }
  const code = await command.run(parsed, {
    out: (text) => {
      told.out += text
    },
    err: (text) => {
      told.err += text
    },
    progress: () => {},
  })
  return { code, ...told }
}

describe('count-election', () => {
  it('prints JSON in its published shape for every rule and both formats', async () => {
    const schema = schemaOf('count-election')
    for (const file of ['governors.blt', 'garden.blt', 'ward.csv', 'monotonicity.blt']) {
      for (const rule of electionRules) {
        const { code, out } = await run(
          countElectionCommand,
          fixture(file),
          '--rule',
          rule,
          '--json',
        )
        assert.equal(code, 0)
        const document = JSON.parse(out)
        assert.ok(schema.Check(document), JSON.stringify(schema.Errors(document)))
        assert.deepEqual(Object.keys(JSON.parse(out)), ['rule', 'elected', 'quota', 'stages'])
      }
    }
  })

  it('takes seats, withdrawals and a seed', async () => {
    const { out } = await run(
      countElectionCommand,
      fixture('governors.blt'),
      ...['--rule', 'ni1985', '--seats', '2', '--withdrawn', '1,6', '--seed', '5F3A', '--json'],
    )
    const { elected } = JSON.parse(out)
    assert.equal(elected.length, 2)
    assert.ok(!elected.includes(1) && !elected.includes(6))
  })

  it('shows a sheet, words or a picture', async () => {
    const show = (form: string) =>
      run(countElectionCommand, fixture('ward.csv'), '--rule', 'ers97', '--show', form)
    assert.match((await show('sheet')).out, /^Ward 1 - Mill, Bridge and Green: /)
    assert.match((await show('words')).out, /^This is the result of the election: Ward 1/)
    assert.match((await show('picture')).out, /^<svg /)
  })

  it('says on the error channel when a lot had no seed', async () => {
    const path = join(folder, 'tie.blt')
    writeFileSync(path, '2 1\n3 1 0\n3 2 0\n0\n"Asha"\n"Ben"\n"Chair"\n')
    const without = await run(countElectionCommand, path, '--rule', 'fptp', '--json')
    assert.match(without.err, /asks for a lot between candidates 1, 2, and no seed was stated/)
    const withSeed = await run(countElectionCommand, path, '--rule', 'fptp', '--seed', '5f3a')
    assert.equal(withSeed.err, '')
  })

  it('reads names in the older Windows code page', async () => {
    const path = join(folder, 'old.blt')
    writeFileSync(path, Buffer.from('2 1\n3 1 0\n2 2 0\n0\n"Zo\xeb"\n"Ben"\n"Chair"\n', 'latin1'))
    const { out } = await run(countElectionCommand, path, '--rule', 'fptp')
    assert.match(out, /Elected: Zoë/)
  })

  const wrong: readonly (readonly [string, string[], number, RegExp])[] = [
    ['no file', ['--rule', 'fptp'], 2, /takes one ballot file, and 0 were named\. Name one/],
    ['two files', ['a', 'b', '--rule', 'fptp'], 2, /2 were named/],
    ['no rule', ['a'], 2, /^No rule was named\. Choose one with --rule: scottish-stv/],
    ['an unknown rule', ['a', '--rule', 'borda'], 2, /no rule for elections called "borda"/],
    ['seats in words', ['a', '--rule', 'fptp', '--seats', 'two'], 2, /not a number of seats/],
    ['an odd seed', ['a', '--rule', 'fptp', '--seed', 'abc'], 2, /hexadecimal digits/],
    [
      'two forms',
      ['a', '--rule', 'fptp', '--json', '--show', 'words'],
      2,
      /Both --json and --show/,
    ],
    ['half a proof', ['a', '--rule', 'fptp', '--proof', 'p.json'], 2, /A proof needs/],
    ['a missing file', ['/nowhere/a.blt', '--rule', 'fptp'], 1, /There is no file/],
    ['a folder', ['/', '--rule', 'fptp'], 1, /is a folder/],
    [
      'a stranger who withdraws',
      [fixture('ward.csv'), '--rule', 'fptp', '--withdrawn', '9'],
      1,
      /Candidate 9 cannot withdraw/,
    ],
    [
      'a file that is no ballot file',
      [fixture('README.md'), '--rule', 'fptp'],
      1,
      /README\.md: The file does not begin with/,
    ],
  ]
  for (const [what, args, code, says] of wrong) {
    it(`refuses ${what} in a sentence with exit code ${code}`, async () => {
      const told = await run(countElectionCommand, ...args)
      assert.equal(told.code, code)
      assert.match(told.err, says)
      assert.equal(told.out, '')
    })
  }
})

describe('recount', () => {
  const people = join(folder, 'people.txt')
  writeFileSync(people, Array.from({ length: 300 }, (_, at) => `digest-${at}`).join('\n'))
  const proof = join(folder, 'proof.json')
  const prove = () =>
    run(
      countElectionCommand,
      fixture('governors.blt'),
      ...['--rule', 'scottish-stv', '--seed', '5f3a', '--proof', proof, '--electorate', people],
    )

  it('holds for a proof that count-election wrote, in words and in JSON', async () => {
    assert.equal((await prove()).code, 0)
    const told = await run(recountCommand, proof)
    assert.equal(told.code, 0)
    assert.match(told.out, /^The outcome holds: counted again, every byte is the same\./)
    const schema = schemaOf('recount')
    const document: unknown = JSON.parse((await run(recountCommand, proof, '--json')).out)
    assert.ok(schema.Check(document), JSON.stringify(schema.Errors(document)))
    const { result } = Object(document)
    assert.ok(schemaOf('count-election').Check(result))
  })

  it('fails for a changed proof with exit code 1 and the place that differs', async () => {
    await prove()
    writeFileSync(proof, readFileSync(proof, 'utf8').replace('"elected":[1,', '"elected":[2,'))
    const told = await run(recountCommand, proof)
    assert.equal(told.code, 1)
    assert.match(told.err, /The file does not hold: result\.elected\[0\] is 2/)
    assert.equal(told.out, '')
  })

  it('refuses no file, a missing file and a file that is no proof', async () => {
    assert.equal((await run(recountCommand)).code, 2)
    assert.match((await run(recountCommand, '/nowhere/p.json')).err, /There is no file/)
    assert.match((await run(recountCommand, fixture('ward.csv'))).err, /is not JSON/)
  })
})
