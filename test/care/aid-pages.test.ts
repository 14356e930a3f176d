// B4: editors check, preview, publish and withdraw aids on pages; authors do so from a terminal.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { textOfMarkup } from '../../src/basics/index.ts'
import { aidCommand } from '../../src/care/index.ts'
import { giveRole } from '../../src/identity/index.ts'
import { runCommand } from '../../src/plumbing/index.ts'
import { done, longAgo, nobody, person as register } from '../attacks/town.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { exampleAid, lineOf } from './example-aid.ts'

const site = await openWholeSite()
const [ona, gwen] = [await register(site, 'Ona Editor'), await register(site, 'Gwen Lloyd')]
const held = { actor: nobody, from: longAgo, until: null, organisation: null }
done(await giveRole(site.log, { ...held, person: ona, what: 'aid-editor' }))
const editor = await site.visitorOf(ona)
const stranger = await site.visitorOf(gwen)
const broken = exampleAid.replace('mind: Some people wonder at times.\n', '')

describe('An editor of decision aids', () => {
  it('B4 is told what to mend at which line, and nothing is published', async () => {
    const checked = await editor.post('/aid-work/check', { source: broken })
    assert.equal(checked.statusCode, 422)
    const shown = textOfMarkup(checked.body)
    assert.match(shown, /It cannot be built yet/)
    assert.match(shown, new RegExp(`${lineOf('### What it is like')}\\s[^]*like for: mind`))
    assert.doesNotMatch(checked.body, /aid-work\/publish/)
    assert.equal((await editor.post('/aid-work/publish', { source: broken })).statusCode, 422)
    assert.equal((await editor.get('/aids/blue-toes')).statusCode, 404)
  })

  it('B4 sees it as readers would, publishes it, and can withdraw it with a reason', async () => {
    const checked = await editor.post('/aid-work/check', { source: exampleAid })
    assert.equal(checked.statusCode, 200)
    assert.match(textOfMarkup(checked.body), /20 of 1,000 people get cold toes\. 980 do not/)
    const published = await editor.post('/aid-work/publish', { source: exampleAid })
    assert.equal(published.headers.location, '/aids/blue-toes')
    assert.equal((await stranger.get('/aids/blue-toes')).statusCode, 200)
    const says = 'Toes are not like that.'
    assert.equal((await editor.post('/aid-work/blue-toes/withdraw', { says: '' })).statusCode, 422)
    assert.equal((await editor.post('/aid-work/blue-toes/withdraw', { says })).statusCode, 303)
    assert.match(textOfMarkup((await stranger.get('/aids/blue-toes')).body), /Toes are not like/)
  })

  it('B4 has the titles of these pages in Welsh', async () => {
    const get = (url: string) =>
      site.app.inject({ url, headers: { cookie: `${editor.cookie}; language=cy` } })
    assert.match(textOfMarkup((await get('/aid-work')).body), /Cymorth i benderfynu: i olygyddion/)
    assert.match(textOfMarkup((await get('/aid-work/blue-toes/withdraw')).body), /Tynnu “.*” yn ôl/)
  })

  it('B4 is the only one who can do so', async () => {
    for (const url of ['/aid-work', '/aid-work/blue-toes/withdraw']) {
      assert.equal((await stranger.get(url)).statusCode, 403)
    }
    const sent = await stranger.post('/aid-work/publish', { source: exampleAid })
    assert.equal(sent.statusCode, 403)
  })

  it('B4 cannot bring anything into a page that runs', async () => {
    const evil = exampleAid
      .replace('id: blue-toes', 'id: evil')
      .replace('Blue toes are toes', '<script>alert(1)</script> toes')
      .replace('text: Made Up A.', 'text: <img src=x onerror=alert(1)>')
    assert.equal((await editor.post('/aid-work/publish', { source: evil })).statusCode, 303)
    assert.doesNotMatch((await stranger.get('/aids/evil')).body, /<script>alert|<img src=x/)
    assert.deepEqual(site.failures, [])
  })
})

const folder = mkdtempSync(join(tmpdir(), 'coproduce-aids-'))
after(() => rmSync(folder, { recursive: true, force: true }))

async function run(...words: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  const io = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    progress: () => undefined,
  }
  const code = await runCommand([aidCommand], ['aid', ...words], io)
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const write = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('coproduce aid', () => {
  it('B4 check ends with 0 when it builds, 1 when not, 2 when called wrongly', async () => {
    const good = write('good.aid', exampleAid)
    const bad = write('bad.aid', broken)
    const checked = await run('check', good)
    assert.deepEqual([checked.code, checked.err], [0, ''])
    assert.match(
      checked.out,
      /can be built, qualifying 6 of 6, certifying 6 of 6, screening 4 of 4/,
    )
    const refused = await run('check', bad)
    assert.equal(refused.code, 1)
    const line = lineOf('### What it is like', broken)
    assert.match(refused.out, new RegExp(`bad\\.aid:${line}: qualifying: .*mind`))
    assert.equal((await run('check')).code, 2)
    assert.equal((await run('mend', good)).code, 2)
    assert.equal((await run('check', join(folder, 'none.aid'))).code, 1)
  })

  it('B4 check --json says the same for a program', async () => {
    const report = JSON.parse((await run('check', write('j.aid', broken), '--json')).out)
    assert.equal(report.builds, false)
    assert.equal(report.score.qualifying.met, 5)
    assert.equal(report.findings[0].code, 'experience')
  })

  it('B4 build writes a page that stands alone, the same to the byte, or nothing', async () => {
    const good = write('build.aid', exampleAid)
    const page = join(folder, 'page.html')
    assert.equal((await run('build', good, '--out', page)).code, 0)
    const first = readFileSync(page, 'utf8')
    assert.match(textOfMarkup(first), /20 of 1,000 people get cold toes/)
    assert.match(first, /<svg[^>]*>.*20 of 1,000 people/s)
    rmSync(page)
    assert.equal((await run('build', good, '--out', page)).code, 0)
    assert.equal(readFileSync(page, 'utf8'), first)
    const none = join(folder, 'none.html')
    const refused = await run('build', write('b.aid', broken), '--out', none)
    assert.equal(refused.code, 1)
    assert.throws(() => readFileSync(none))
    assert.equal(JSON.parse((await run('build', good, '--json')).out).id, 'blue-toes')
  })
})
