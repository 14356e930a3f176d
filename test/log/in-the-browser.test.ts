// A stranger checks: the same pure code verifies a chain, checkpoints and a proof in a browser.
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { buildSync } from 'esbuild'
import type { Browser } from 'playwright-core'
import type { Id } from '../../src/basics/index.ts'
import { act, makeCheckpoint, proveFact, readCheckpoints } from '../../src/log/index.ts'
import { readStream } from '../../src/log/store/facts.ts'
import { readSigningKeys } from '../../src/plumbing/index.ts'
import { openBrowser } from '../browser.ts'
import { freshDatabase, freshFolder } from '../database.ts'
import { migrations, newId, nobody, notebook, openDesk, write } from './notebook.ts'

const { db } = await freshDatabase(migrations)
const folder = await freshFolder()
const desk = openDesk(db, `${folder}/files`)
const { log } = desk
const keys = await readSigningKeys(`${folder}/keys`)
let browser: Browser | null = null
after(() => browser?.close())

// What a page would carry: our checks as they are, with the browser's own means for digests
// (a small library, since its own are not for thousands of short texts) and for signatures.
const script = buildSync({
  stdin: {
    contents: `
      import { sha256 as digest } from '@noble/hashes/sha2.js'
      import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
      import { verifyStream } from './src/log/domain/chain.ts'
      import { verifyCheckpoints } from './src/log/domain/checkpoint.ts'
      import { statementText, verifyProof } from './src/log/domain/proof.ts'
      const sha256 = (text) => bytesToHex(digest(utf8ToBytes(text)))
      globalThis.check = async ({ facts, checkpoints, proof, trusted }) => {
        const { signature, ...said } = proof.statement
        const signed = [...checkpoints, { text: statementText(said), signature }]
        const held = new Set()
        for (const { text, signature } of signed) {
          const raw = hexToBytes(trusted)
          const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify'])
          const bytes = [hexToBytes(signature), utf8ToBytes(text)]
          const good = await crypto.subtle.verify('Ed25519', key, ...bytes)
          if (good) held.add(text + signature)
        }
        const verify = (key, text, signature) => key === trusted && held.has(text + signature)
        return {
          stream: verifyStream(sha256, facts),
          checkpoints: verifyCheckpoints(sha256, verify, checkpoints, trusted).broken,
          proof: verifyProof(sha256, verify, proof, [trusted]),
        }
      }`,
    resolveDir: new URL('../..', import.meta.url).pathname,
    loader: 'ts',
  },
  bundle: true,
  format: 'iife',
  platform: 'browser',
  write: false,
})

describe('In a browser, with nothing but what is published', () => {
  it('chains, checkpoints and a proof hold, and one changed letter is named', async () => {
    const owner = newId(desk)
    const stream = newId(desk)
    for (const text of ['first', 'second', 'third — ŵ 🙂']) {
      await act(log, { actor: nobody, type: notebook, owner, stream, decide: write(text) })
    }
    await makeCheckpoint(log, keys)
    await makeCheckpoint(log, keys)
    const facts = await readStream(db, owner, stream)
    const proof = await proveFact(log, keys, owner, facts[1]?.id as Id)
    assert.ok(proof?.inclusion)
    const checkpoints = await readCheckpoints(db)
    const trusted = keys[0]?.publicKey
    const told = { facts, checkpoints, proof, trusted }
    browser = await openBrowser()
    const page = await browser.newPage()
    // Signatures are checked by the browser only on a page that counts as secure.
    await page.route('**/*', (route) =>
      route.fulfill({ body: '<title>check</title>', contentType: 'text/html' }),
    )
    await page.goto('http://localhost:1/')
    await page.addScriptTag({ content: script.outputFiles[0]?.text ?? '' })
    const check = (all: unknown) =>
      page.evaluate(
        (all) => (globalThis as never as { check(all: unknown): unknown }).check(all),
        all,
      )
    const head = { place: 3, digest: facts[2]?.digest }
    assert.deepEqual(await check(told), {
      stream: { head, broken: null },
      checkpoints: null,
      proof: null,
    })
    const changed = facts.map((fact, at) =>
      at === 1 ? { ...fact, body: fact.body?.replace('second', 'sekond') } : fact,
    )
    const broken = { owner, stream, place: 2, why: 'body-changed' }
    const answer = (await check({ ...told, facts: changed })) as { stream: { broken: unknown } }
    assert.deepEqual(answer.stream.broken, broken)
    const forged = checkpoints.map((one) => ({
      ...one,
      text: one.text.replace('"streams":', '"streams":9'),
    }))
    const second = (await check({ ...told, checkpoints: forged })) as { checkpoints: unknown }
    assert.deepEqual(second.checkpoints, { checkpoint: 1, why: 'signature-wrong' })
  })
})
