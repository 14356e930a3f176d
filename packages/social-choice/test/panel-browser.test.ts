// A panel drawn in a real browser, solver and all, is the panel drawn in Node, to the byte.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { type Browser, chromium } from 'playwright-core'
import { drawText } from './panel-in-page.ts'

const executablePath = '/usr/bin/chromium'
const isHere = existsSync(executablePath)
if (!isHere) console.log(`There is no ${executablePath}: the browser’s draw was not run`)

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/sortition/${name}`, import.meta.url), 'utf8')

describe('A panel drawn in a browser', () => {
  let browser: Browser | undefined
  after(() => browser?.close())

  it('is the panel drawn in Node, with the same proof and list, to the byte', async () => {
    const features = fixture('riverside-features.csv')
    const pool = fixture('riverside-pool.csv')
    const here = await drawText(features, pool, '5f3a09c1')
    assert.ok(here.startsWith('{"probabilities":{"RV-01":0.4'))
    if (!isHere) return
    const built = await build({
      entryPoints: [fileURLToPath(new URL('./panel-in-page.ts', import.meta.url))],
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2024',
      external: ['node:*'],
    })
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-background-networking'],
    })
    const page = await browser.newPage()
    await page.addScriptTag({ content: built.outputFiles[0]?.text ?? '' })
    const solver = readFileSync(createRequire(import.meta.url).resolve('highs/runtime'))
    const address = `data:application/wasm;base64,${solver.toString('base64')}`
    const given = [features, pool, '5f3a09c1', address].map((text) => JSON.stringify(text)).join()
    const there: unknown = await page.evaluate(`drawText(${given})`)
    assert.ok(there === here)
  })
})
