// Promises of the ZIP file: it is read as it was written, and no byte of it can change unnoticed.
import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readZip, ZipBroken, type ZipEntry, zipOf } from '../../src/plumbing/index.ts'

const pack = async (entries: readonly ZipEntry[]): Promise<Buffer> =>
  Buffer.concat(await Array.fromAsync(zipOf(Readable.from(entries))))

const unpack = (bytes: Uint8Array, chunk = bytes.length): Promise<ZipEntry[]> =>
  Array.fromAsync(readZip(Readable.from(chunksOf(bytes, Math.max(1, chunk)))))

function* chunksOf(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const some = [
  { name: 'index.html', bytes: Buffer.from('<p>Asha’s record</p>') },
  { name: 'facts/000001.ndjson', bytes: Buffer.from('{}\n'.repeat(50)) },
  { name: 'files/empty', bytes: Buffer.alloc(0) },
]

const entries = fc.array(
  fc.record(
    {
      name: fc.stringMatching(/^[a-z]{1,8}(\/[a-z0-9]{1,8})?$/),
      bytes: fc.uint8Array({ maxLength: 200 }).map((one) => Buffer.from(one)),
    },
    { noNullPrototype: true },
  ),
  { minLength: 1, maxLength: 6 },
)

describe('A ZIP file', () => {
  it('is read back as it was written, in chunks of any size', async () => {
    await fc.assert(
      fc.asyncProperty(entries, fc.integer({ min: 1, max: 300 }), async (given, chunk) => {
        assert.deepEqual(await unpack(await pack(given), chunk), given)
      }),
      { numRuns: 100 },
    )
  })

  it('is refused when any one byte of it is changed, added or left out', async () => {
    const whole = await pack(some)
    const refused = (bytes: Uint8Array) => assert.rejects(unpack(bytes), ZipBroken)
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] as number) ^ (1 << (at % 8))
      await refused(changed)
      await refused(whole.subarray(0, at))
    }
    await refused(Buffer.concat([whole, Buffer.from([0])]))
  })
})
