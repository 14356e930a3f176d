// A small language to work an answer out from others: sums and the like, and nothing else.

/**
 * Numbers, names of answers (`{two-words}` in braces where a name has a hyphen), `+ - * /`,
 * brackets, and `sum mean least most count round`. What is missing makes the whole missing,
 * except for `count`, which says how many are there. Nothing is ever run as a program.
 * @example round(mean(pain, {pain-at-night}), 1)
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | {
      readonly kind: 'sign'
      readonly sign: Sign
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly kind: 'call'; readonly name: Callable; readonly given: readonly Expression[] }

type Sign = '+' | '-' | '*' | '/'

const callables = ['sum', 'mean', 'least', 'most', 'count', 'round'] as const
type Callable = (typeof callables)[number]

export type Parsed =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly says: string }

const LONGEST = 1_000
const DEEPEST = 30
const token = /\s*(?:(\d{1,9}(?:\.\d{1,9})?)|\{([a-z][a-z0-9-]{0,40})\}|([a-z][a-z0-9]{0,40})|(.))/y

type Token = { readonly what: 'number' | 'name' | 'word' | 'mark'; readonly text: string }

/** Reads an expression, or says what is wrong with it. */
export function parseExpression(text: string): Parsed {
  if (text.length > LONGEST) return { ok: false, says: `it is longer than ${LONGEST} characters` }
  try {
    const reader = new Reader(tokensOf(text))
    const expression = reader.sum(0)
    reader.end()
    return { ok: true, expression }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, says: error.message }
    throw error
  }
}

class Unreadable extends Error {}

function tokensOf(text: string): Token[] {
  const found: Token[] = []
  token.lastIndex = 0
  const whole = text.trimEnd()
  while (token.lastIndex < whole.length) {
    const match = token.exec(whole)
    if (match === null) throw new Unreadable('it cannot be read')
    const [, number, braced, word, mark = ''] = match
    if (number !== undefined) found.push({ what: 'number', text: number })
    else if (braced !== undefined) found.push({ what: 'name', text: braced })
    else if (word !== undefined) found.push({ what: 'word', text: word })
    else found.push({ what: 'mark', text: mark })
  }
  return found
}

class Reader {
  readonly #tokens: readonly Token[]
  #place = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  sum(depth: number): Expression {
    let left = this.#product(depth)
    for (let sign = this.#take('+', '-'); sign !== null; sign = this.#take('+', '-')) {
      left = { kind: 'sign', sign: sign as Sign, left, right: this.#product(depth) }
    }
    return left
  }

  end(): void {
    const next = this.#tokens[this.#place]
    if (next !== undefined) throw new Unreadable(`“${next.text}” is not expected there`)
  }

  #product(depth: number): Expression {
    let left = this.#single(depth + 1)
    for (let sign = this.#take('*', '/'); sign !== null; sign = this.#take('*', '/')) {
      left = { kind: 'sign', sign: sign as Sign, left, right: this.#single(depth + 1) }
    }
    return left
  }

  #single(depth: number): Expression {
    if (depth > DEEPEST) throw new Unreadable('it has too many brackets in brackets')
    const next = this.#tokens[this.#place]
    this.#place += 1
    if (next === undefined) throw new Unreadable('it ends too early')
    if (next.what === 'number') return { kind: 'number', value: Number(next.text) }
    if (next.what === 'name') return { kind: 'name', name: next.text }
    if (next.what === 'word') return this.#word(next.text, depth)
    if (next.text === '-') {
      const zero = { kind: 'number', value: 0 } as const
      return { kind: 'sign', sign: '-', left: zero, right: this.#single(depth + 1) }
    }
    if (next.text !== '(') throw new Unreadable(`“${next.text}” is not expected there`)
    const inner = this.sum(depth + 1)
    this.#need(')')
    return inner
  }

  #word(word: string, depth: number): Expression {
    if (this.#take('(') === null) return { kind: 'name', name: word }
    const name = callables.find((one) => one === word)
    if (name === undefined) throw new Unreadable(`there is no “${word}”: ${callables.join(', ')}`)
    const given = [this.sum(depth + 1)]
    while (this.#take(',') !== null) given.push(this.sum(depth + 1))
    this.#need(')')
    if (name === 'round' && given.length > 2) throw new Unreadable('“round” takes one or two')
    return { kind: 'call', name, given }
  }

  #take(...marks: readonly string[]): string | null {
    const next = this.#tokens[this.#place]
    if (next?.what !== 'mark' || !marks.includes(next.text)) return null
    this.#place += 1
    return next.text
  }

  #need(mark: string): void {
    if (this.#take(mark) === null) throw new Unreadable(`“${mark}” is missing`)
  }
}

/** The answers that an expression counts. */
export function namesIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'number':
      return []
    case 'name':
      return [expression.name]
    case 'sign':
      return [...namesIn(expression.left), ...namesIn(expression.right)]
    case 'call':
      return expression.given.flatMap(namesIn)
  }
}

/** The value; null where an answer it needs is missing, or where it would divide by nothing. */
export function evaluate(
  expression: Expression,
  numberAt: (name: string) => number | null,
): number | null {
  switch (expression.kind) {
    case 'number':
      return expression.value
    case 'name':
      return numberAt(expression.name)
    case 'sign': {
      const left = evaluate(expression.left, numberAt)
      const right = evaluate(expression.right, numberAt)
      return left === null || right === null ? null : tidy(joined(expression.sign, left, right))
    }
    case 'call':
      return called(
        expression.name,
        expression.given.map((one) => evaluate(one, numberAt)),
      )
  }
}

function joined(sign: Sign, left: number, right: number): number {
  if (sign === '+') return left + right
  if (sign === '-') return left - right
  return sign === '*' ? left * right : left / right
}

function called(name: Callable, given: readonly (number | null)[]): number | null {
  const there = given.filter((one) => one !== null)
  if (name === 'count') return there.length
  if (there.length < given.length) return null
  const [first = 0, digits = 0] = there
  const sum = there.reduce((so, one) => so + one, 0)
  if (name === 'sum') return tidy(sum)
  if (name === 'mean') return tidy(sum / there.length)
  if (name === 'least') return Math.min(...there)
  if (name === 'most') return Math.max(...there)
  const power = 10 ** Math.min(Math.max(Math.trunc(digits), 0), 9)
  return tidy(Math.round(tidy(first * power) ?? 0) / power)
}

/** Without what is left of fractions that have no end in two; null where it is no number. */
const tidy = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toPrecision(12)) : null
