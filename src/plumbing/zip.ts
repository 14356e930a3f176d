// A ZIP file of plain entries, written and read as a stream: every byte of it is accounted for.
import { crc32 } from 'node:zlib'

export type ZipEntry = { readonly name: string; readonly bytes: Uint8Array }

/** The file is not one that `zipOf` wrote; `at` names the entry where it stops being one. */
export class ZipBroken extends Error {
  override name = 'ZipBroken'
  readonly at: string
  constructor(at: string) {
    super(at)
    this.at = at
  }
}

// 1 January 1980, the first day the format can say: it tells nothing of when it was made.
// @source PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16 and 4.4.6
const DATE = 0x0021
const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** Names are UTF-8. */
const FLAGS = 0x0800
const PLAIN_FILE = 0o100644 * 0x10000
/** What the format can say without its extension for large files. */
const MOST_BYTES = 0xffff_fffe
const MOST_ENTRIES = 0xfffe
/** One entry is held in memory while it is checked. */
const MOST_IN_ENTRY = 512 * 1024 ** 2

/** The bytes of a ZIP file, not compressed, entry by entry. Throws `RangeError` above 4 GB. */
export async function* zipOf(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const list: Buffer[] = []
  let offset = 0
  for await (const { name, bytes } of entries) {
    const head = localHeader(name, bytes)
    list.push(centralHeader(name, bytes, offset))
    offset += head.length + bytes.length
    if (offset > MOST_BYTES || list.length > MOST_ENTRIES) {
      throw new RangeError('More than a ZIP file can hold')
    }
    yield head
    yield bytes
  }
  yield Buffer.concat([...list, endRecord(list, offset)])
}

function localHeader(name: string, bytes: Uint8Array): Buffer {
  const named = Buffer.from(name)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(LOCAL, 0)
  describe(head, 4, named, bytes)
  return Buffer.concat([head, named])
}

function centralHeader(name: string, bytes: Uint8Array, offset: number): Buffer {
  const named = Buffer.from(name)
  const head = Buffer.alloc(46)
  head.writeUInt32LE(CENTRAL, 0)
  head.writeUInt16LE(0x0314, 4)
  describe(head, 6, named, bytes)
  head.writeUInt32LE(PLAIN_FILE, 38)
  head.writeUInt32LE(offset, 42)
  return Buffer.concat([head, named])
}

/** What both headers say alike of an entry, from the version needed to the length of its name. */
function describe(head: Buffer, at: number, name: Buffer, bytes: Uint8Array): void {
  head.writeUInt16LE(20, at)
  head.writeUInt16LE(FLAGS, at + 2)
  head.writeUInt16LE(DATE, at + 8)
  head.writeUInt32LE(crc32(bytes), at + 10)
  head.writeUInt32LE(bytes.length, at + 14)
  head.writeUInt32LE(bytes.length, at + 18)
  head.writeUInt16LE(name.length, at + 22)
}

function endRecord(list: readonly Buffer[], offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(list.length, 8)
  end.writeUInt16LE(list.length, 10)
  end.writeUInt32LE(
    list.reduce((sum, one) => sum + one.length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return end
}

/**
 * Reads what `zipOf` wrote, one entry in memory at a time. Every header is made again from what
 * was read and compared, so that no byte of the file can change unnoticed. Throws `ZipBroken`.
 */
export async function* readZip(source: AsyncIterable<Uint8Array>): AsyncGenerator<ZipEntry> {
  const reader = new ByteReader(source)
  const list: Buffer[] = []
  let offset = 0
  let place = 'its first entry'
  for (;;) {
    const signature = await reader.read(4)
    if (signature?.readUInt32LE(0) !== LOCAL) {
      await checkEnd(reader, signature, list, offset, place)
      return
    }
    const head = Buffer.concat([signature, (await reader.read(26)) ?? fail(place)])
    const size = head.readUInt32LE(22)
    const name = (await reader.read(head.readUInt16LE(26)))?.toString('utf8') ?? fail(place)
    if (size > MOST_IN_ENTRY) fail(shown(name))
    const bytes = (await reader.read(size)) ?? fail(shown(name))
    const made = localHeader(name, bytes)
    if (!made.equals(Buffer.concat([head, Buffer.from(name)]))) fail(shown(name))
    list.push(centralHeader(name, bytes, offset))
    offset += made.length + bytes.length
    place = `what follows ${shown(name)}`
    yield { name, bytes }
  }
}

async function checkEnd(
  reader: ByteReader,
  begun: Buffer | null,
  list: readonly Buffer[],
  offset: number,
  place: string,
): Promise<void> {
  if (list.length === 0 || begun === null) return fail(place)
  const expected = Buffer.concat([...list, endRecord(list, offset)])
  const rest = await reader.read(expected.length - begun.length)
  if (rest === null) return fail('the list at its end')
  if (begun.readUInt32LE(0) !== CENTRAL) fail(place)
  if (!Buffer.concat([begun, rest]).equals(expected)) fail('the list at its end')
  if ((await reader.read(1)) !== null) fail('what follows its end')
}

function fail(at: string): never {
  throw new ZipBroken(at)
}

/** A name as it can be printed: one that was tampered with may hold anything. */
const shown = (name: string): string => name.replace(/[^\w./-]/g, '?').slice(0, 100)

/** Whole numbers of bytes out of chunks of any size. */
class ByteReader {
  private readonly chunks: AsyncIterator<Uint8Array>
  private held: Buffer[] = []
  private length = 0

  constructor(source: AsyncIterable<Uint8Array>) {
    this.chunks = source[Symbol.asyncIterator]()
  }

  /** So many bytes, or null where there are fewer. */
  async read(count: number): Promise<Buffer | null> {
    while (this.length < count) {
      const next = await this.chunks.next()
      if (next.done === true) return null
      this.held.push(Buffer.from(next.value))
      this.length += next.value.length
    }
    const all = this.held.length === 1 ? (this.held[0] as Buffer) : Buffer.concat(this.held)
    this.held = [all.subarray(count)]
    this.length -= count
    return all.subarray(0, count)
  }
}
