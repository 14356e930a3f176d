// The words of a BLT file one after another, each with its line.

export type Token = {
  /** A plain word; text in quotes; an option in square, a label in round brackets; the end. */
  readonly kind: 'word' | 'quoted' | 'option' | 'label' | 'end'
  readonly text: string
  /** 1-based. */
  readonly line: number
}

export type BltScanner = {
  next(): Token
  /** What `next` gives, left where it is. */
  peek(): Token
  /**
   * The next word as a number when it is 1 to 9 digits and nothing else; otherwise -1, and the
   * word is left where it is. Ballot lines are nearly all such numbers.
   */
  number(): number
  /** The line of what was read last. */
  line(): number
}

const tab = 9
const newline = 10
const space = 32
const hash = 35
const slash = 47

export const bltScanner = (text: string): BltScanner => new TextScanner(text)

class TextScanner implements BltScanner {
  readonly #text: string
  #at: number
  #line = 1
  #lineRead = 1

  constructor(text: string) {
    this.#text = text
    this.#at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  }

  next(): Token {
    this.#skipBlank()
    const text = this.#text
    this.#lineRead = this.#line
    if (this.#at >= text.length) return { kind: 'end', text: '', line: this.#line }
    const first = text[this.#at]
    if (first === '"') return this.#enclosed('quoted', '"')
    if (first === '[') return this.#enclosed('option', ']')
    if (first === '(') return this.#enclosed('label', ')')
    const from = this.#at
    while (this.#at < text.length && !endsWord(text, this.#at)) this.#at += 1
    return { kind: 'word', text: text.slice(from, this.#at), line: this.#line }
  }

  peek(): Token {
    const held = [this.#at, this.#line, this.#lineRead] as const
    const token = this.next()
    this.#at = held[0]
    this.#line = held[1]
    this.#lineRead = held[2]
    return token
  }

  number(): number {
    this.#skipBlank()
    const text = this.#text
    const from = this.#at
    let value = 0
    let end = from
    for (; end < text.length && end - from < 10; end += 1) {
      const digit = text.charCodeAt(end) - 48
      if (digit < 0 || digit > 9) break
      value = value * 10 + digit
    }
    if (end === from || end - from > 9 || !endsWord(text, end)) return -1
    this.#at = end
    this.#lineRead = this.#line
    return value
  }

  line(): number {
    return this.#lineRead
  }

  #skipBlank(): void {
    const text = this.#text
    for (; this.#at < text.length; this.#at += 1) {
      const code = text.charCodeAt(this.#at)
      if (code === newline) this.#line += 1
      else if (code === hash) {
        const end = text.indexOf('\n', this.#at)
        this.#at = (end < 0 ? text.length : end) - 1
      } else if (code === slash && text[this.#at + 1] === '*') {
        const close = text.indexOf('*/', this.#at + 2)
        this.#skipTo(close < 0 ? text.length : close)
        this.#at += 1
      } else if (!isBlank(code)) return
    }
  }

  #skipTo(end: number): void {
    for (; this.#at < end; this.#at += 1) {
      if (this.#text.charCodeAt(this.#at) === newline) this.#line += 1
    }
  }

  /** What stands between brackets or quotes; the end where they do not close. */
  #enclosed(kind: Token['kind'], closing: string): Token {
    const text = this.#text
    const from = this.#at + 1
    let close = text.indexOf(closing, from)
    while (kind === 'quoted' && close >= 0 && !endsWord(text, close + 1)) {
      close = text.indexOf(closing, close + 1)
    }
    const opened = this.#line
    this.#skipTo(close < 0 ? text.length : close)
    this.#at += 1
    return close < 0
      ? { kind: 'end', text: '', line: this.#line }
      : { kind, text: text.slice(from, close), line: opened }
  }
}

const isBlank = (code: number): boolean =>
  code === space || (code >= tab && code <= 13) || code === 0xa0 || code === 0xfeff

const endsWord = (text: string, at: number): boolean =>
  at >= text.length || isBlank(text.charCodeAt(at))
