// Where things stand in a JSON text that has been checked: cut out exactly as they were written.

/** From the first character to the one after the last. */
export type Span = { readonly from: number; readonly to: number }

export const cut = (text: string, span: Span): string => text.slice(span.from, span.to)

/** The value that a text holds, without the white space around it. */
export function wholeSpan(text: string): Span {
  const from = pastWhite(text, 0)
  return { from, to: pastValue(text, from) }
}

/** The members of an object by name; none when there is no object. */
export function membersOf(text: string, { from }: Span): ReadonlyMap<string, Span> {
  const members = new Map<string, Span>()
  if (text[from] !== '{') return members
  let at = pastWhite(text, from + 1)
  while (text[at] === '"') {
    const nameEnds = pastString(text, at)
    const name: string = JSON.parse(text.slice(at, nameEnds))
    const begins = pastWhite(text, pastWhite(text, nameEnds) + 1)
    const ends = pastValue(text, begins)
    members.set(name, { from: begins, to: ends })
    at = pastComma(text, ends)
  }
  return members
}

/** The values of a list in order; none when there is no list. */
export function elementsOf(text: string, { from }: Span): readonly Span[] {
  const elements: Span[] = []
  if (text[from] !== '[') return elements
  let at = pastWhite(text, from + 1)
  while (at < text.length && text[at] !== ']') {
    const ends = pastValue(text, at)
    elements.push({ from: at, to: ends })
    at = pastComma(text, ends)
  }
  return elements
}

/** The text of the value at the end of a path of names and places: `1.10` stays; null if none. */
export function textAt(text: string, ...path: readonly (string | number)[]): string | null {
  let span = wholeSpan(text)
  for (const step of path) {
    const inside =
      typeof step === 'number' ? elementsOf(text, span)[step] : membersOf(text, span).get(step)
    if (inside === undefined) return null
    span = inside
  }
  return cut(text, span)
}

/** The text without the white space between its parts: the same however it was laid out. */
export function compactText(text: string): string {
  const parts: string[] = []
  let from = 0
  let at = 0
  while (at < text.length) {
    if (text[at] === '"') at = pastString(text, at)
    else if (isWhite(text.charCodeAt(at))) {
      parts.push(text.slice(from, at))
      at = pastWhite(text, at)
      from = at
    } else at += 1
  }
  parts.push(text.slice(from))
  return parts.join('')
}

const isWhite = (mark: number): boolean =>
  mark === 0x20 || mark === 0x0a || mark === 0x0d || mark === 0x09

function pastWhite(text: string, from: number): number {
  let at = from
  while (isWhite(text.charCodeAt(at))) at += 1
  return at
}

function pastComma(text: string, from: number): number {
  const at = pastWhite(text, from)
  return text[at] === ',' ? pastWhite(text, at + 1) : at
}

function pastString(text: string, from: number): number {
  let at = text.indexOf('"', from + 1)
  while (isEscaped(text, at)) at = text.indexOf('"', at + 1)
  return at + 1
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0
  while (text[at - 1 - slashes] === '\\') slashes += 1
  return slashes % 2 === 1
}

function pastValue(text: string, from: number): number {
  const first = text[from]
  if (first === '"') return pastString(text, from)
  let at = from
  if (first !== '{' && first !== '[') {
    while (at < text.length && !isWhite(text.charCodeAt(at)) && !',]}'.includes(text[at] ?? ',')) {
      at += 1
    }
    return at
  }
  let depth = 0
  do {
    const mark = text.charCodeAt(at)
    if (mark === 0x22) {
      at = pastString(text, at)
      continue
    }
    if (mark === 0x7b || mark === 0x5b) depth += 1
    if (mark === 0x7d || mark === 0x5d) depth -= 1
    at += 1
  } while (depth > 0)
  return at
}
