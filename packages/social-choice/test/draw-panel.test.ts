// The command draw-panel: what it prints, what it refuses and how it ends.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Compile } from 'typebox/schema'
import { drawPanelCommand } from '../src/command/draw-panel.ts'
import type { PanelDocument } from '../src/report/panel-document.ts'
import { runOf } from './command-run.ts'

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/sortition/${name}`, import.meta.url))
const pool = fixture('riverside-pool.csv')
const features = fixture('riverside-features.csv')
const schema = JSON.parse(
  readFileSync(new URL('../schemas/draw-panel.schema.json', import.meta.url), 'utf8'),
)
const folder = mkdtempSync(join(tmpdir(), 'draw-panel-'))
after(() => rmSync(folder, { recursive: true }))

const run = runOf(drawPanelCommand)

const written = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const riverside = ['--pool', pool, '--features', features, '--size', '16']

describe('draw-panel --json', () => {
  it('prints one document of the published shape', async () => {
    const { code, out, err } = await run(...riverside, '--seed', '5F3A09C1', '--json')
    assert.deepEqual([code, err], [0, ''])
    const document: PanelDocument = JSON.parse(out)
    const validator = Compile(schema)
    const [valid, errors] = validator.Errors(document)
    assert.ok(valid, JSON.stringify(errors))
    assert.ok(!validator.Check({ ...document, more: 1 }))
    assert.ok(!validator.Check({ ...document, drawn: [] }))
    assert.deepEqual(Object.keys(document), [
      'probabilities',
      'minimum',
      'certificate',
      'panels',
      'drawn',
      'seed',
    ])
    assert.equal(document.minimum, Math.min(...Object.values(document.probabilities)))
    assert.equal(document.seed, '5f3a09c1')
  })

  it('prints the same bytes each time, and a document that --check passes', async () => {
    const once = await run(...riverside, '--seed', '5f3a09c1', '--json', '--objective', 'maximin')
    const twice = await run(...riverside, '--seed', '5f3a09c1', '--json', '--objective', 'maximin')
    assert.equal(once.out, twice.out)
    const file = written('panel.json', once.out)
    const check = await run(...riverside, '--check', file)
    assert.deepEqual([check.code, check.err], [0, ''])
    assert.match(check.out, /^The document holds\. The lowest chance is 0\.11/)
    const tampered = written('tampered.json', once.out.replace('RV-02', 'RV-03'))
    assert.equal((await run(...riverside, '--check', tampered)).code, 1)
  })
})

describe('draw-panel', () => {
  it('tells who was drawn, the seats, the chances and how to check', async () => {
    const { code, out } = await run(...riverside, '--seed', '5f3a09c1')
    assert.equal(code, 0)
    assert.match(out, /^Drawn: 16 of 60 people\n/)
    assert.match(out, /region, north +\d \(3 to 4; 8 in the pool\)/)
    assert.match(out, /lowest 11\.67%/)
    assert.match(out, /Panel 816 of the list, by the seed 5f3a09c1/)
  })

  it('draws replacements for those who are gone', async () => {
    const first: PanelDocument = JSON.parse(
      (await run(...riverside, '--seed', '5f3a09c1', '--json')).out,
    )
    const chanceOf = (id: string) => first.probabilities[id] ?? 0
    const byChance = [...first.drawn].sort((one, other) => chanceOf(one) - chanceOf(other))
    const [gone, ...staying] = byChance
    const options = ['--staying', staying.join(), '--gone', gone ?? '', '--seed', '01']
    const again = await run(...riverside, ...options, '--json')
    assert.equal(again.code, 0)
    const second: PanelDocument = JSON.parse(again.out)
    assert.equal(second.drawn.length, 1)
    assert.ok(!first.drawn.includes(second.drawn[0] ?? ''))
  })

  it('holds the organisers to the seed they committed to', async () => {
    const digest = '3afccb07349d2dd86f2af85445774ec681ae79edac62f52d50b44052079503ec'
    const options = [...riverside, '--commitment', digest, '--seed']
    assert.equal((await run(...options, '5f3a09c1')).code, 0)
    const other = await run(...options, '5f3a09c2')
    assert.equal(other.code, 2)
    assert.match(other.err, /^This is not the seed that was committed to\. /)
  })

  it('names the smallest change when no panel keeps the quotas', async () => {
    const tight = written(
      'tight.csv',
      'category,feature,min,max\ngender,female,0,60\ngender,male,0,60\ngender,other,5,60\n',
    )
    const { code, err } = await run(
      '--pool',
      pool,
      '--features',
      tight,
      '--size',
      '16',
      '--seed',
      '00',
    )
    assert.equal(code, 1)
    assert.match(err, /^No panel of 16 from this pool keeps every quota\. /)
    assert.match(err, /gender, other: min 3 instead of 5\.\n$/)
    const flex = written(
      'flex.csv',
      'category,feature,min,max,min_flex,max_flex\ngender,female,0,60,0,60\n' +
        'gender,male,0,60,0,60\ngender,other,5,60,4,60\n',
    )
    const stuck = await run('--pool', pool, '--features', flex, '--size', '16', '--seed', '00')
    assert.match(stuck.err, /Widen the flex columns/)
  })

  it('ends with 2 when called wrongly', async () => {
    const files = ['--pool', pool, '--features', features]
    for (const wrong of [
      [],
      ['--pool', pool],
      [...files, '--seed', '00'],
      [...files, '--size', '0', '--seed', '00'],
      [...files, '--size', '16'],
      [...files, '--size', '16', '--seed', 'xyz'],
      [...files, '--size', '16', '--seed', '00', '--objective', 'nash'],
      [...files, '--size', '16', '--seed', '00', '--check', 'x.json'],
      [...files, '--size', '16', '--seed', '00', 'more'],
    ]) {
      const { code, out, err } = await run(...wrong)
      assert.deepEqual([code, out], [2, ''], wrong.join(' '))
      assert.match(err, /^[A-Z].*\. .*\.\n$/)
    }
  })

  it('ends with 1 and a sentence when a file is refused', async () => {
    const options = ['--size', '16', '--seed', '00']
    const said = async (...args: string[]) => {
      const { code, out, err } = await run(...options, ...args)
      assert.deepEqual([code, out], [1, ''])
      return err
    }
    assert.match(await said('--pool', 'none.csv', '--features', features), /no file none\.csv/)
    assert.match(await said('--pool', folder, '--features', features), /is a folder/)
    const odd = written('odd.csv', 'gender,age,education,region\nfemale,old,none,north\n')
    assert.match(
      await said('--pool', odd, '--features', features),
      /odd\.csv: Line 2 has "old" as age/,
    )
    const text = written('text.json', 'not json')
    const check = await run(...riverside, '--check', text)
    assert.deepEqual([check.code, check.out], [1, ''])
    assert.match(check.err, /^The document is not JSON\. /)
  })
})
