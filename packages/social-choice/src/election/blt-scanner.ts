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
const quote = 34
const hash = 35
const slash = 47

export function bltScanner(text: string): BltScanner {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  let line = 1
  let lineRead = 1

  const skipTo = (end: number): void => {
    for (; at < end; at += 1) if (text.charCodeAt(at) === newline) line += 1
  }
  const skipBlank = (): void => {
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (code === newline) line += 1
      else if (code === hash) {
        while (at + 1 < text.length && text.charCodeAt(at + 1) !== newline) at += 1
      } else if (code === slash && text[at + 1] === '*') {
        const close = text.indexOf('*/', at + 2)
        skipTo(close < 0 ? text.length : close)
        at += 1
      } else if (!isBlank(code)) return
    }
  }
  const enclosed = (kind: Token['kind'], closing: string): Token => {
    const from = at + 1
    let close = text.indexOf(closing, from)
    while (kind === 'quoted' && close >= 0 && !endsWord(text, close + 1)) {
      close = text.indexOf(closing, close + 1)
    }
    const end = close < 0 ? text.length : close
    const opened = line
    skipTo(end)
    at = end + 1
    return close < 0
      ? { kind: 'end', text: '', line }
      : { kind, text: text.slice(from, end), line: opened }
  }
  const next = (): Token => {
    skipBlank()
    lineRead = line
    if (at >= text.length) return { kind: 'end', text: '', line }
    if (text.charCodeAt(at) === quote) return enclosed('quoted', '"')
    if (text[at] === '[') return enclosed('option', ']')
    if (text[at] === '(') return enclosed('label', ')')
    const from = at
    while (at < text.length && !endsWord(text, at)) at += 1
    return { kind: 'word', text: text.slice(from, at), line }
  }
  return {
    next,
    peek() {
      const held = [at, line, lineRead] as const
      const token = next()
      at = held[0]
      line = held[1]
      lineRead = held[2]
      return token
    },
    number() {
      skipBlank()
      let value = 0
      let end = at
      for (; end < text.length && end - at < 10; end += 1) {
        const digit = text.charCodeAt(end) - 48
        if (digit < 0 || digit > 9) break
        value = value * 10 + digit
      }
      if (end === at || end - at > 9 || !endsWord(text, end)) return -1
      at = end
      lineRead = line
      return value
    },
    line: () => lineRead,
  }
}

const isBlank = (code: number): boolean =>
  code === space || (code >= tab && code <= 13) || code === 0xa0 || code === 0xfeff

const endsWord = (text: string, at: number): boolean =>
  at >= text.length || isBlank(text.charCodeAt(at))
