// The page that recounts: Node and a real browser agree to the byte.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { buildRecountPage } from '../build/recount-page.ts'
import { electionRules } from '../src/election/stages.ts'
import { canonicalJson } from '../src/proof/canonical.ts'
import { recount } from '../src/proof/settle.ts'
import { election, fund, opinion, panel, proved } from './proofs-made.ts'

const executablePath = '/usr/bin/chromium'
const isHere = existsSync(executablePath)
if (!isHere) console.log(`There is no ${executablePath}: the browser’s recounts were not run`)

describe('The page that recounts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recount-'))
  let browser: Browser | undefined
  let page: Page | undefined

  before(async () => {
    writeFileSync(join(folder, 'recount.html'), await buildRecountPage())
    if (!isHere) return
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-background-networking'],
    })
    page = await browser.newPage()
    await page.goto(pathToFileURL(join(folder, 'recount.html')).href)
  })
  after(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })

  async function inBrowser(proof: string): Promise<{ verdict: string; result: string }> {
    assert.ok(page !== undefined)
    const path = join(folder, 'proof.json')
    writeFileSync(path, proof)
    await page.reload()
    await page.setInputFiles('#file', path)
    await page.waitForSelector('#verdict[data-holds=yes], #verdict[data-holds=no]')
    return {
      verdict: (await page.locator('#verdict p').allTextContents()).join('\n'),
      result: (await page.locator('#result').textContent()) ?? '',
    }
  }

  it('is one file that asks for nothing else and runs no script but its own', async () => {
    const html = await buildRecountPage()
    assert.match(html, /default-src 'none'/)
    assert.match(html, /script-src 'sha256-[A-Za-z0-9+/]+=*'/)
    assert.doesNotMatch(html, /<link|<img|src=|\/work\//)
    assert.equal(html, await buildRecountPage())
  })

  const settlements = [
    ...electionRules.map((rule) => [`an election by ${rule}`, async () => election(rule)] as const),
    ['a fund with approvals', async () => fund('oakham-approval.pb')] as const,
    ['a fund with points', async () => fund('oakham-cumulative.pb')] as const,
    ['a panel', panel] as const,
    ['an opinion map', async () => opinion()] as const,
  ]
  for (const [what, made] of settlements) {
    it(`gives the bytes that Node gives for ${what}`, async () => {
      if (!isHere) return
      const { proof } = await proved(await made())
      const node = await recount(proof)
      assert.ok(node.ok)
      const there = await inBrowser(proof)
      assert.equal(there.result, canonicalJson(node.value.result))
      assert.match(there.verdict, /^The outcome holds/)
      assert.ok(there.verdict.includes(`Digest of the proof: ${node.value.digest}`))
    })
  }

  it('says of a changed file what Node says', async () => {
    if (!isHere) return
    const { proof } = await proved(election('ers97'))
    const changed = proof.replace('"elected":[1,', '"elected":[2,')
    const node = await recount(changed)
    assert.ok(!node.ok)
    const there = await inBrowser(changed)
    assert.equal(there.verdict, `${node.refusal.says}.\n${node.refusal.remedy}.`)
    assert.equal(there.result, '')
  })
})
