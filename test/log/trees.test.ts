// Promises of proofs where there are many streams: a part of the tree is read, and it is the same.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Id } from '../../src/basics/index.ts'
import { middleRowOf } from '../../src/log/actions/prove.ts'
import { rootOfPath, rowPaths, rowRoot, treeRoot, treeRow } from '../../src/log/domain/merkle.ts'
import {
  actIn,
  actTogether,
  logRoutes,
  makeCheckpoint,
  proveFact,
  verifyProof,
} from '../../src/log/index.ts'
import { readSigningKeys, sha256, verifySignature } from '../../src/plumbing/index.ts'
import type { PageRequest } from '../../src/web/index.ts'
import { freshDatabase, freshFolder } from '../database.ts'
import { migrations, newId, nobody, notebook, openDesk, write } from './notebook.ts'

const { db } = await freshDatabase(migrations)
const folder = await freshFolder()
const desk = openDesk(db, `${folder}/files`)
const keys = await readSigningKeys(`${folder}/keys`)

async function writeMany(count: number): Promise<{ owner: Id; stream: Id }[]> {
  const refs = Array.from({ length: count }, () => ({ owner: newId(desk), stream: newId(desk) }))
  const done = await actTogether(desk.log, async (tx) => {
    for (const ref of refs) {
      await actIn(desk.log, tx, { actor: nobody, type: notebook, ...ref, decide: write('x') })
    }
  })
  assert.ok(done.ok)
  return refs
}

const proofOf = async ({ owner, stream }: { owner: Id; stream: Id }) => {
  const rows = await db.text<{ id: Id }>(
    'select id from log.facts where stream = $1 order by place limit 1',
    [stream],
  )
  return proveFact(desk.log, keys, owner, rows[0]?.id as Id)
}

describe('A tree of which the middle row is kept', () => {
  it('has the same root and the same ways up as the whole, whatever its size', () => {
    const sizes = fc.oneof(fc.integer({ min: 1, max: 700 }), fc.constantFrom(127, 128, 129, 256))
    fc.assert(
      fc.property(sizes, fc.nat(), (size, seed) => {
        const leaves = Array.from({ length: size }, (_, at) => sha256(`${seed} ${at}`)).sort()
        const { starts, digests } = middleRowOf(leaves)
        assert.equal(rowRoot(sha256, digests), treeRoot(sha256, leaves))
        assert.equal(starts.length, digests.length)
        const at = seed % size
        const group = leaves.slice(at - (at % 128), at - (at % 128) + 128)
        const [lower = []] = rowPaths(sha256, treeRow(sha256, group, 0), [at % 128])
        const [upper = []] = rowPaths(sha256, digests, [Math.floor(at / 128)])
        const leaf = leaves[at] as string
        assert.equal(rootOfPath(sha256, leaf, [...lower, ...upper]), treeRoot(sha256, leaves))
      }),
      { numRuns: 60 },
    )
  })

  it('gives proofs that hold, under the first checkpoint and under later ones', async () => {
    const early = await writeMany(300)
    await makeCheckpoint(desk.log, keys)
    const moved = early[7] as (typeof early)[number]
    const again = { actor: nobody, type: notebook, ...moved, decide: write('y') }
    assert.ok((await actTogether(desk.log, (tx) => actIn(desk.log, tx, again))).ok)
    const late = await writeMany(40)
    await makeCheckpoint(desk.log, keys)
    const trusted = keys.map(({ publicKey }) => publicKey)
    const some = [...early.filter((_, at) => at % 37 === 0), moved, ...late.slice(0, 3)]
    for (const ref of some) {
      const proof = await proofOf(ref)
      assert.ok(proof?.inclusion)
      assert.equal(verifyProof(sha256, verifySignature, proof, trusted), null)
    }
  })

  it('is made again where it is missing, and gives the same proof', async () => {
    const [row] = await db.text<{ owner: Id; stream: Id }>(
      'select owner, stream from log.heads order by stream limit 1',
    )
    assert.ok(row)
    const before = await proofOf(row)
    await db.text('delete from log.trees')
    assert.deepEqual(await proofOf(row), before)
    const kept = await db.text('select checkpoint from log.trees')
    assert.equal(kept.length, 1)
  })
})

describe('The list of checkpoints', () => {
  it('comes in parts, each with the address of the next', async () => {
    const route = logRoutes({ log: desk.log, keys: async () => keys }).find(
      ({ path }) => path === '/check/checkpoints',
    )
    const ask = async (query: object) => {
      const reply = await route?.handle({ query } as unknown as PageRequest)
      assert.ok(reply?.kind === 'download')
      return JSON.parse(String(reply.body)) as { checkpoints: object[]; next: string | null }
    }
    const all = await ask({})
    assert.equal(all.checkpoints.length, 2)
    assert.equal(all.next, null)
    assert.deepEqual((await ask({ after: '1' })).checkpoints, all.checkpoints.slice(1))
    await db.text(
      `insert into log.checkpoints (number, at, text, signature)
       select n, now(), 'not one of ours', '' from generate_series(3, 1001) n`,
    )
    const first = await ask({})
    assert.equal(first.checkpoints.length, 1_000)
    assert.equal(first.next, '/check/checkpoints?after=1000')
    assert.equal((await ask({ after: '1000' })).checkpoints.length, 1)
  })
})
