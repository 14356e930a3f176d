// Commands that are asked wrongly, or for what is not there: one sentence, and the right exit code.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { nhsNumberOf } from '../../src/basics/index.ts'
import { commands } from '../../src/commands.ts'
import { demonstrationPeople } from '../../src/demo/index.ts'
import { runCommand } from '../../src/plumbing/index.ts'
import { startTestPostgres } from '../postgres.ts'
import { coproduce } from '../site-process.ts'
import { can, isRoot, notRun } from './checkout.ts'
import { ask, emptyDatabase } from './server.ts'
import { serving } from './serving.ts'

const folder = mkdtempSync(join(tmpdir(), 'coproduce-runs-'))
const shared = await startTestPostgres()
const { url, drop } = await emptyDatabase(shared.url)
const settings = { DATABASE_URL: url, DATA_DIR: join(folder, 'data') }
after(async () => {
  await drop()
  await shared.stop()
  rmSync(folder, { recursive: true, force: true })
})

const asha = demonstrationPeople[0]?.person ?? ''
const NOBODY = '01920000-0000-7000-8000-00000000ffff'
const REFUSED = 1
const CALLED_WRONGLY = 2

/** Every command, over an installation that must not be opened. */
const refuseToOpen = () => Promise.reject(new Error('The installation was opened'))
const known = commands({ open: refuseToOpen, serve: refuseToOpen, follow: () => async () => {} })

/** Runs a command that must fail in one line on the side of complaints. */
async function fails(code: number, words: readonly string[]): Promise<string> {
  const ended = await coproduce(words, settings)
  const { out, err } = ended
  assert.deepEqual(
    { code: ended.code, out, lines: err.split('\n').length },
    { code, out: '', lines: 2 },
    err,
  )
  assert.doesNotMatch(err, /\n\s+at |node:|\.ts:\d/)
  return err
}

before(async () => {
  const site = await serving({ ...settings, DEMO: 'on' })
  await site.stop()
})

describe('A command that is called wrongly', () => {
  it('ends with 2 and says where help is', async () => {
    const cases: readonly (readonly [string, RegExp])[] = [
      ['frobnicate', /^There is no command frobnicate\. Run coproduce help to see them all\.$/],
      ['exprt --out x', /^There is no command exprt\. Did you mean export\? /],
      ['verify --fast', /^verify has no option --fast\. Run coproduce help verify /],
      ['export --person', /^The option --person of export is missing its value/],
      ['export --out x', /^Say whose: --person <id or NHS number>\. Run coproduce help export /],
      [`export --person ${asha}`, /^Say where to write: --out <file>\./],
      ['backup', /^Say where to write: --out <file>\./],
      ['import', /^Say which files\./],
      ['restore', /^Say which backup\./],
      ['rebuild everything', /^rebuild does not take everything\. Run coproduce help rebuild /],
      [`erase --officer ${asha} --reason court-order`, /^Say which fact: --fact <id>\./],
      [`erase --fact ${NOBODY} --officer ${asha}`, /^Say why: --reason <code>\./],
    ]
    for (const [words, says] of cases) {
      const said: string[] = []
      const io = { out: () => {}, err: (text: string) => said.push(text), progress: () => {} }
      assert.equal(await runCommand(known, words.split(' '), io), CALLED_WRONGLY, words)
      assert.deepEqual(said.length, 1)
      assert.match(said.join(), says)
    }
  })

  it('does so as a program, on the side of complaints', async () => {
    assert.match(await fails(CALLED_WRONGLY, ['frobnicate']), /^There is no command frobnicate\. /)
    assert.match(await fails(CALLED_WRONGLY, ['backup']), /^Say where to write: --out <file>\. /)
    const { code, err, out } = await coproduce(['help', 'export'], settings)
    assert.deepEqual({ code, err }, { code: 0, err: '' })
    assert.match(out, /^coproduce export --person <id or NHS number> --out <file>\n/)
  })
})

describe('A command asked for what is not there', () => {
  it('names the file and what is the matter with it', async () => {
    const broken = join(folder, 'broken.coproduce')
    writeFileSync(broken, 'x'.repeat(3000))
    const cases: readonly (readonly [string, RegExp])[] = [
      [`verify ${folder}`, /^The file .* could not be read: it is not a file\. /],
      ['restore /nowhere/x', /^There is no backup that can be read at \/nowhere\/x\. /],
      [`restore ${broken}`, /^The backup .*broken\.coproduce has no end: /],
      [`backup --out /nowhere/x`, /^No file can be written at \/nowhere\/x: /],
      [
        `backup --out ${broken}`,
        /^There is already something at .*, and a backup replaces nothing/,
      ],
      [
        `export --person ${asha} --out ${folder}`,
        /^The file .* was not written: it is a folder\. /,
      ],
      [`export --person ${asha} --out ${broken}/x`, /was not written: its folder is a file\. /],
    ]
    for (const [words, says] of cases) assert.match(await fails(REFUSED, words.split(' ')), says)
  })

  it('imports nothing of what cannot be read, and says which file and why', async () => {
    const broken = join(folder, 'broken.coproduce')
    for (const [file, says] of [
      ['/nowhere/x', /^x: The file \/nowhere\/x could not be read: there is no such file\. /],
      [broken, /broken\.coproduce: The archive is not as it was written: /],
    ] as const) {
      const { code, out, err } = await coproduce(['import', file], settings)
      assert.equal(code, 1)
      assert.match(out, /0 were added; 0 were here already; 1 were not read\.\n$/)
      assert.match(err, says)
      assert.doesNotMatch(err, /\n\s+at |node:|\.ts:\d/)
    }
  })

  it('makes no archive of a person it does not know', async () => {
    const out = join(folder, 'nobody.coproduce')
    const err = await fails(REFUSED, ['export', '--person', NOBODY, '--out', out])
    assert.match(err, /^Nothing is kept here under that id\. Check the id/)
    assert.equal(existsSync(out), false)
  })

  it('erases nothing that it does not know, and for no reason that the law does not', async () => {
    const [fact] = await ask(url, `select id from log.facts where owner = '${asha}' limit 1`)
    const erase = (id: unknown, reason: string) => [
      'erase',
      '--fact',
      `${id}`,
      '--officer',
      asha,
      '--reason',
      reason,
    ]
    assert.match(await fails(REFUSED, erase(NOBODY, 'court-order')), /^There is no fact by that id/)
    const err = await fails(REFUSED, erase(fact?.id, 'tidying'))
    assert.match(err, /^tidying is not one of the legal reasons for erasing\. Choose one of: no-/)
    const bodies = await ask(url, 'select count(*)::int as n from log.facts where body is null')
    assert.deepEqual(bodies, [{ n: 0 }])
  })

  it('A1 imports files, and tells a program of it in one shape and nothing besides', async () => {
    const good = join(folder, 'good.ndjson')
    const bad = join(folder, 'bad.json')
    writeFileSync(good, '{"resourceType":"Condition","id":"a","code":{"text":"Asthma"}}\n')
    writeFileSync(bad, '{"resourceType":"Condition","id":"b","recordedDate":"2024-02-30"}')
    const args = ['import', good, bad, '--person', asha, '--yes', '--json']
    const { code, out } = await coproduce(args, settings)
    assert.equal(code, 1)
    const told = JSON.parse(out)
    assert.deepEqual(Object.keys(told), ['added', 'already', 'refused'])
    assert.deepEqual([told.added, told.already, told.refused.length], [1, 0, 1])
    const [refused] = told.refused
    assert.deepEqual(Object.keys(refused), ['file', 'entry', 'code', 'says'])
    assert.deepEqual([refused.file, refused.code], ['bad.json', 'date-not-real'])
    assert.match(refused.says, /\. [A-Z].*\.$/)
    const again = await coproduce(['import', good, '--person', asha, '--yes', '--json'], settings)
    assert.deepEqual(JSON.parse(again.out), { added: 0, already: 1, refused: [] })
  })

  it('A1 A10 finds the person of a file, and of an export, by their NHS number', async () => {
    const number = nhsNumberOf('999000877')
    assert.ok(number)
    const path = join(folder, 'summary.json')
    const identifier = [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: number }]
    const patient = { resourceType: 'Patient', name: [{ text: 'Gwen Lloyd' }], identifier }
    writeFileSync(path, JSON.stringify(patient))
    const taken = await coproduce(['import', path, '--yes', '--json'], settings)
    assert.deepEqual(JSON.parse(taken.out), { added: 1, already: 0, refused: [] })
    const out = join(folder, 'gwen.zip')
    const spaced = number.replace(/(...)(...)(....)/, '$1 $2 $3')
    const args = ['export', '--person', spaced, '--out', out]
    assert.equal((await coproduce(args, settings)).code, 0)
    assert.equal((await coproduce(['verify', out], settings)).code, 0)
    const nobody = nhsNumberOf('999000878') ?? ''
    const none = ['export', '--person', nobody, '--out', join(folder, 'none.zip')]
    assert.match(await fails(REFUSED, none), /^Nothing is kept here under that id\./)
  })

  it('takes in nothing of an archive with one byte changed', async () => {
    const out = join(folder, 'asha.coproduce')
    assert.equal((await coproduce(['export', '--person', asha, '--out', out], settings)).code, 0)
    const bytes = readFileSync(out)
    const at = bytes.indexOf('"at"') + 9
    bytes[at] = bytes[at] === 0x31 ? 0x32 : 0x31
    writeFileSync(out, bytes)
    const imported = await coproduce(['import', out], settings)
    assert.equal(imported.code, 1)
    assert.match(imported.err, /asha\.coproduce: The archive is not as it was written: /)
    assert.match(imported.out, /^0 were added;/)
    assert.match(await fails(REFUSED, ['verify', out]), /^The archive is not as it was written: /)
  })
})

describe('A disk that is full', () => {
  it('keeps an export or a backup from being written, and nothing is left of it', async (t) => {
    const small = join(folder, 'small')
    mkdirSync(small)
    const mount = ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', small]
    if (!isRoot || !can('mount', ...mount)) return notRun(t, 'it takes root and the right to mount')
    try {
      const words = ['export', '--person', asha, '--out', join(small, 'asha')]
      assert.match(await fails(REFUSED, words), /was not written: the disk is full\. /)
      const backup = await fails(REFUSED, ['backup', '--out', join(small, 'all')])
      assert.match(backup, /^There is not enough space for the backup at .* Nothing was left there/)
      assert.deepEqual(readdirSync(small), [])
    } finally {
      execFileSync('umount', [small])
    }
  })
})
