// The files that pages need are ours to serve, kept for long, and nothing else can be fetched.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { prepareAssets } from '../../src/web/assets.ts'
import { openSite, pageAt } from './site.ts'

const assets = prepareAssets()
const styles = assets.files.get(assets.stylesheet)?.body.toString() ?? ''

describe('The stylesheet', () => {
  it('holds no font or picture that is licensed for nhs.uk only', () => {
    assert.doesNotMatch(styles, /frutiger/i)
    assert.doesNotMatch(styles, /assets\.nhs\.uk|https?:\/\//)
    assert.match(styles, /Atkinson Hyperlegible Next/)
  })

  it('names only files that are served here', () => {
    const named = [...styles.matchAll(/url\(([^)]+)\)/g)].map((match) => match[1] ?? '')
    assert.ok(named.length > 3)
    for (const path of named.filter((one) => !/^["']?data:/.test(one))) {
      assert.ok(assets.files.has(path), path)
    }
  })

  it('shows none of the blue and green that stand for the NHS', () => {
    assert.doesNotMatch(styles.replace(/--nhsuk[\w-]+:[^;}]+/g, ''), /#005eb8|#007f3b/i)
  })
})

describe('A file that pages need', () => {
  it('may be kept for a year, since its name changes with its content', async (t) => {
    const { app } = await openSite([pageAt('/')])
    t.after(() => app.close())
    const { headers, body } = await app.inject(assets.stylesheet)
    assert.match(assets.stylesheet, /\.[0-9a-f]{12}\.css$/)
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable')
    assert.equal(body, styles)
  })

  it('comes compressed in the way that the browser reads', async (t) => {
    const { app } = await openSite([pageAt('/')])
    t.after(() => app.close())
    const fetch = async (accept: string) => {
      const headers = { 'accept-encoding': accept }
      return app.inject({ url: assets.stylesheet, headers })
    }
    const brotli = await fetch('gzip, br')
    assert.equal(brotli.headers['content-encoding'], 'br')
    assert.equal(brotliDecompressSync(brotli.rawPayload).toString(), styles)
    const gzip = await fetch('gzip')
    assert.equal(gunzipSync(gzip.rawPayload).toString(), styles)
    assert.ok(brotli.rawPayload.length < 40_000)
  })
})
