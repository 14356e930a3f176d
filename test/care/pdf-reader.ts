// Reads a PDF as a program that reads aloud does: its objects, its structure, and what is painted.
import assert from 'node:assert/strict'
import { inflateSync } from 'node:zlib'

export type Name = { readonly name: string }
export type Ref = { readonly ref: number }
export type Dict = { readonly [key: string]: Value } & { readonly ref?: never }
export type Value = null | boolean | number | Buffer | Name | Ref | readonly Value[] | Dict

const SPACE = ' \n\r\t\f\0'
const ENDS = `${SPACE}()<>[]{}/%`

/** The tokens of the language that PDF files and what is painted on their pages are written in. */
class Reader {
  readonly bytes: Buffer
  at: number
  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  private get now(): string {
    return String.fromCharCode(this.bytes[this.at] ?? 0)
  }

  isAtEnd(): boolean {
    while (this.at < this.bytes.length && SPACE.includes(this.now)) this.at += 1
    return this.at >= this.bytes.length
  }

  /** A value, or the name of an operator as a word. */
  next(): Value | { readonly word: string } {
    this.isAtEnd()
    const two = this.bytes.toString('latin1', this.at, this.at + 2)
    if (two === '<<') return this.dict()
    if (this.now === '<') return this.hex()
    if (this.now === '(') return this.text()
    if (this.now === '[') return this.list()
    if (this.now === '/') {
      this.at += 1
      return {
        name: this.word().replaceAll(/#(..)/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
      }
    }
    const word = this.word()
    if (/^[+-]?[\d.]+$/.test(word)) return this.numberOrRef(Number(word))
    if (word === 'true' || word === 'false') return word === 'true'
    return word === 'null' ? null : { word }
  }

  private word(): string {
    const from = this.at
    while (this.at < this.bytes.length && !ENDS.includes(this.now)) this.at += 1
    assert.ok(this.at > from, `Nothing can be read at ${from}`)
    return this.bytes.toString('latin1', from, this.at)
  }

  private numberOrRef(number: number): Value {
    const rest = this.bytes.toString('latin1', this.at, this.at + 12)
    const ref = /^\s+\d+\s+R(?![A-Za-z])/.exec(rest)
    if (ref === null) return number
    this.at += ref[0].length
    return { ref: number }
  }

  private list(): readonly Value[] {
    this.at += 1
    const list: Value[] = []
    while (!this.isAtEnd() && this.now !== ']') list.push(this.next() as Value)
    this.at += 1
    return list
  }

  private dict(): Dict {
    this.at += 2
    const dict: Record<string, Value> = {}
    while (!this.isAtEnd() && this.now !== '>') {
      const { name } = this.next() as Name
      dict[name] = this.next() as Value
    }
    this.at += 2
    return dict
  }

  private hex(): Buffer {
    const end = this.bytes.indexOf('>', this.at)
    const hex = this.bytes.toString('latin1', this.at + 1, end).replaceAll(/\s/g, '')
    this.at = end + 1
    return Buffer.from(hex, 'hex')
  }

  private text(): Buffer {
    const out: number[] = []
    let depth = 0
    do {
      const byte = this.bytes[this.at] ?? 0
      if (byte === 0x5c) {
        this.at += 1
        const after = this.now
        const known = { n: 10, r: 13, t: 9, b: 8, f: 12 }[after]
        out.push(known ?? this.bytes[this.at] ?? 0)
      } else {
        if (byte === 0x28) depth += 1
        if (byte === 0x29) depth -= 1
        if (depth > 0 && !(byte === 0x28 && depth === 1)) out.push(byte)
      }
      this.at += 1
    } while (depth > 0 && this.at < this.bytes.length)
    return Buffer.from(out)
  }
}

export const isName = (value: unknown, name?: string): value is Name =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  (name === undefined || value.name === name)
const isRef = (value: Value | undefined): value is Ref =>
  typeof value === 'object' && value !== null && 'ref' in value
export const isDict = (value: Value | undefined): value is Dict =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !Buffer.isBuffer(value) &&
  !('name' in value) &&
  !('ref' in value)

export type Pdf = ReturnType<typeof openPdf>

/** The file by its own table of where each object begins. */
export function openPdf(bytes: Buffer) {
  const places = placesOf(bytes)
  const objects = new Map<number, { readonly value: Value; readonly stream: Buffer | null }>()
  for (const [number, place] of places) objects.set(number, objectAt(bytes, place))
  const get = (value: Value | undefined): Value =>
    isRef(value) ? get(objects.get(value.ref)?.value) : (value ?? null)
  const dict = (value: Value | undefined): Dict => {
    const found = get(value)
    assert.ok(isDict(found), 'It is no dictionary')
    return found
  }
  const list = (value: Value | undefined): readonly Value[] => {
    const found = get(value)
    return Array.isArray(found) ? found : found === null ? [] : [found]
  }
  /** What a stream holds, unpacked. */
  const streamOf = (value: Value | undefined): Buffer => {
    assert.ok(isRef(value), 'A stream is an object of its own')
    const found = objects.get(value.ref)
    assert.ok(found?.stream, 'It is no stream')
    const packed = isName(get((found.value as Dict).Filter), 'FlateDecode')
    return packed ? inflateSync(found.stream) : found.stream
  }
  const trailer = new Reader(bytes, bytes.lastIndexOf('trailer') + 7).next() as Dict
  const catalog = dict(trailer.Root)
  return { get, dict, list, streamOf, trailer, catalog, pages: pagesOf(dict, list, catalog) }
}

function pagesOf(
  dict: (value: Value | undefined) => Dict,
  list: (value: Value | undefined) => readonly Value[],
  { Pages }: Dict,
): readonly Dict[] {
  const under = (value: Value | undefined): readonly Dict[] => {
    const one = dict(value)
    return 'Kids' in one ? list(one.Kids).flatMap(under) : [one]
  }
  return under(Pages)
}

function placesOf(bytes: Buffer): ReadonlyMap<number, number> {
  const tail = bytes.toString('latin1', bytes.lastIndexOf('startxref'))
  const table = bytes.toString('latin1', Number(/startxref\s+(\d+)/.exec(tail)?.[1]))
  const places = [...table.matchAll(/^(\d{10}) \d{5} (n|f)\s*$/gm)]
  return new Map(
    places.flatMap(([, place, used], number) => (used === 'n' ? [[number, Number(place)]] : [])),
  )
}

function objectAt(bytes: Buffer, place: number) {
  const begins = bytes.indexOf('obj', place) + 3
  const reader = new Reader(bytes, begins)
  const value = reader.next() as Value
  reader.isAtEnd()
  if (bytes.toString('latin1', reader.at, reader.at + 6) !== 'stream')
    return { value, stream: null }
  const from = bytes.indexOf('\n', reader.at) + 1
  const { Length } = value as Dict
  const stream = typeof Length === 'number' ? bytes.subarray(from, from + Length) : null
  return { value, stream: stream ?? bytes.subarray(from, bytes.indexOf('\nendstream', from)) }
}

/** What a page paints: each operator with what it is given. */
export function paintedOn({ list, streamOf }: Pdf, page: Dict) {
  const bytes = Buffer.concat(
    list(page.Contents).length > 1 || Array.isArray(page.Contents)
      ? (page.Contents as readonly Value[]).map((one) => streamOf(one))
      : [streamOf(page.Contents)],
  )
  const reader = new Reader(bytes)
  const done: { readonly operator: string; readonly given: readonly Value[] }[] = []
  let given: Value[] = []
  while (!reader.isAtEnd()) {
    const read = reader.next()
    if (
      typeof read === 'object' &&
      read !== null &&
      'word' in read &&
      typeof read.word === 'string'
    ) {
      done.push({ operator: read.word, given })
      given = []
    } else {
      given.push(read as Value)
    }
  }
  return done
}

/** From each code of a font to the letters that it stands for. */
export function lettersOf({ dict, streamOf }: Pdf, font: Value): ReadonlyMap<number, string> {
  const map = streamOf(dict(font).ToUnicode).toString('latin1')
  const letters = new Map<number, string>()
  const text = (hex: string) =>
    Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le')
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', , list = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*\[([^\]]*)\]/g)) {
      const each = [...list.matchAll(/<([\w ]*)>/g)].map(([, hex = '']) => text(hex))
      for (const [place, one] of each.entries()) letters.set(parseInt(from, 16) + place, one)
    }
  }
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', hex = ''] of block.matchAll(/<(\w+)>\s*<([\w ]*)>/g)) {
      letters.set(parseInt(code, 16), text(hex))
    }
  }
  return letters
}
