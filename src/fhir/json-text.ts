// JSON text checked strictly, before anything is made of it: what is wrong, and where.

/** `broken` and `too-deep` end the reading; with the others the rest can still be read. */
export type JsonFault = {
  readonly what:
    | 'broken'
    | 'cut-short'
    | 'too-deep'
    | 'name-twice'
    | 'null-character'
    | 'half-character'
  /** Where in the text, from 0. */
  readonly at: number
  /** Where in the data: `entry[3].resource.code`; the first of a list is 0. */
  readonly path: string
}

/** No FHIR resource that people exchange comes near this depth. */
const DEEPEST = 100
/** Whoever mends a file needs the first faults, not a million of them. */
const MOST_FAULTS = 1_000

/**
 * The faults of a JSON text in the order they stand.
 * @source RFC 8259; FHIR R4, 2.6.2 and string
 */
export function jsonFaults(text: string): readonly JsonFault[] {
  const reader = new Reader(text)
  try {
    reader.whole()
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
  }
  return reader.faults
}

class Stopped extends Error {
  override name = 'Stopped'
}

type Frame = { readonly names: Set<string> | null; name: string; place: number }

class Reader {
  readonly faults: JsonFault[] = []
  private readonly text: string
  private readonly stack: Frame[] = []
  private at = 0

  constructor(text: string) {
    this.text = text
  }

  whole(): void {
    this.white()
    do {
      if (this.opened()) continue
      while (this.stack.length > 0 && !this.another()) this.stack.pop()
    } while (this.stack.length > 0)
    this.white()
    if (this.at < this.text.length) this.stop('broken')
  }

  /** Reads a value, or enters a list or an object that holds something: then true. */
  private opened(): boolean {
    const mark = this.text[this.at]
    if (mark !== '{' && mark !== '[') {
      this.scalar(mark)
      return false
    }
    if (this.stack.length === DEEPEST) this.stop('too-deep')
    this.at += 1
    this.white()
    if (this.text[this.at] === (mark === '{' ? '}' : ']')) {
      this.at += 1
      return false
    }
    const frame = { names: mark === '{' ? new Set<string>() : null, name: '', place: 0 }
    this.stack.push(frame)
    if (frame.names !== null) this.memberName(frame, frame.names)
    return true
  }

  /** After a value: on to the next one, or over the end of what holds it: then false. */
  private another(): boolean {
    this.white()
    const frame = this.stack.at(-1)
    const mark = this.text[this.at]
    if (frame === undefined || mark === undefined) return this.stop('cut-short')
    if (mark === (frame.names === null ? ']' : '}')) {
      this.at += 1
      return false
    }
    if (mark !== ',') this.stop('broken')
    this.at += 1
    this.white()
    frame.place += 1
    if (frame.names !== null) this.memberName(frame, frame.names)
    return true
  }

  private memberName(frame: Frame, names: Set<string>): void {
    if (this.text[this.at] !== '"') this.stop(this.at < this.text.length ? 'broken' : 'cut-short')
    const from = this.at
    this.string()
    const name: string = JSON.parse(this.text.slice(from, this.at))
    frame.name = name
    if (names.has(name)) this.fault('name-twice', from)
    names.add(name)
    this.white()
    if (this.text[this.at] !== ':') this.stop(this.at < this.text.length ? 'broken' : 'cut-short')
    this.at += 1
    this.white()
  }

  private scalar(mark: string | undefined): void {
    if (mark === undefined) this.stop('cut-short')
    if (mark === '"') {
      this.string()
      return
    }
    scalars.lastIndex = this.at
    const found = scalars.exec(this.text)
    if (found === null) this.stop(this.text.length - this.at < 5 ? 'cut-short' : 'broken')
    this.at = scalars.lastIndex
  }

  private string(): void {
    const from = this.at
    this.at += 1
    for (;;) {
      const mark = this.text.charCodeAt(this.at)
      if (mark === 0x22) break
      if (Number.isNaN(mark)) this.stop('cut-short', from)
      if (mark < 0x20) this.stop('broken')
      if (mark === 0x5c) this.escape()
      else this.at += 1
    }
    this.at += 1
  }

  private escape(): void {
    const mark = this.text[this.at + 1] ?? ''
    if (mark !== '' && '"\\/bfnrt'.includes(mark)) {
      this.at += 2
      return
    }
    const code = this.unit(this.at)
    if (code === null) this.stop(this.text.length - this.at < 6 ? 'cut-short' : 'broken')
    if (code === 0) this.fault('null-character', this.at)
    const after = code >= 0xd800 && code <= 0xdbff ? this.unit(this.at + 6) : null
    const paired = after !== null && after >= 0xdc00 && after <= 0xdfff
    if (code >= 0xd800 && code <= 0xdfff && !paired) this.fault('half-character', this.at)
    this.at += paired ? 12 : 6
  }

  /** The four hexadecimal digits of an escape that begins here; null where there is none. */
  private unit(at: number): number | null {
    const digits = this.text.slice(at, at + 6)
    return /^\\u[0-9a-fA-F]{4}$/.test(digits) ? Number.parseInt(digits.slice(2), 16) : null
  }

  private white(): void {
    for (;;) {
      const mark = this.text.charCodeAt(this.at)
      if (mark !== 0x20 && mark !== 0x0a && mark !== 0x0d && mark !== 0x09) return
      this.at += 1
    }
  }

  private fault(what: JsonFault['what'], at: number): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ what, at, path: this.path() })
  }

  private stop(what: JsonFault['what'], at = this.at): never {
    this.faults.push({ what, at, path: this.path() })
    throw new Stopped(what)
  }

  private path(): string {
    return this.stack
      .map(({ names, name, place }) => (names === null ? `[${place}]` : `.${name}`))
      .join('')
      .replace(/^\./, '')
  }
}

const scalars = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y
