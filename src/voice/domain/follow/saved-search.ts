// A saved search: the words of a query as a tree, and whether one story fits it.
import type { Id } from '../../../basics/index.ts'

/** A query as PostgreSQL reads it from what was typed; words are lexemes, as in `'wait'`. */
export type WordQuery =
  | { readonly is: 'word'; readonly word: string }
  | { readonly is: 'not'; readonly of: WordQuery }
  | { readonly is: 'and' | 'or'; readonly one: WordQuery; readonly other: WordQuery }
  /** The second stands so many words after the first. */
  | {
      readonly is: 'after'
      readonly one: WordQuery
      readonly other: WordQuery
      readonly apart: number
    }

export type SavedSearch = {
  /** Null where no words were typed. */
  readonly query: WordQuery | null
  readonly kind: string | null
  readonly place: Id | null
}

/** A published story as searches are held against it: its lexemes with where they stand. */
export type StoryToMatch = {
  readonly words: ReadonlyMap<string, readonly number[]>
  readonly kind: string
  /** What it is about, and everything that lies around that. */
  readonly places: ReadonlySet<string>
}

/** Whether a story fits: what the search over stories would find, and nothing else. */
export const matches = ({ query, kind, place }: SavedSearch, story: StoryToMatch): boolean =>
  (kind === null || kind === story.kind) &&
  (place === null || story.places.has(place)) &&
  (query === null || holds(query, story.words))

function holds(query: WordQuery, words: StoryToMatch['words']): boolean {
  switch (query.is) {
    case 'word':
      return words.has(query.word)
    case 'not':
      return !holds(query.of, words)
    case 'and':
      return holds(query.one, words) && holds(query.other, words)
    case 'or':
      return holds(query.one, words) || holds(query.other, words)
    case 'after':
      return endsOf(query, words).length > 0
  }
}

/** Where a phrase ends in the story: at each place where its last word stands as it should. */
function endsOf(query: WordQuery, words: StoryToMatch['words']): readonly number[] {
  if (query.is === 'word') return words.get(query.word) ?? []
  if (query.is !== 'after') return []
  const before = new Set(endsOf(query.one, words))
  return endsOf(query.other, words).filter((at) => before.has(at - query.apart))
}

/**
 * Words of which a story must have at least one to fit; null where there are none, so that the
 * search has to be held against every story. By these a story finds its searches, instead of each
 * search being tried.
 * @source Yan and Garcia-Molina, Index structures for selective dissemination of information
 *   under the Boolean model, ACM TODS 19(2), 1994 (the key method)
 */
export function anchorsOf(query: WordQuery | null): readonly string[] | null {
  if (query === null || query.is === 'not') return null
  if (query.is === 'word') return [query.word]
  const [one, other] = [anchorsOf(query.one), anchorsOf(query.other)]
  if (query.is === 'or') {
    return one === null || other === null ? null : [...new Set([...one, ...other])]
  }
  if (one === null || other === null) return one ?? other
  return rarer(one) >= rarer(other) ? one : other
}

/** Long words are rarer than short ones, and one word is rarer than any of several. */
const rarer = (anchors: readonly string[]): number =>
  Math.min(...anchors.map((word) => word.length)) / anchors.length

/** The words of a story from `tsvector` as text: `'nurs':3,7 'wait':1`. */
export function readLexemes(text: string): Map<string, readonly number[]> {
  const words = new Map<string, readonly number[]>()
  for (const [, word = '', places = ''] of text.matchAll(LEXEME)) {
    const at = places === '' ? [] : places.split(',').map((one) => Number.parseInt(one, 10))
    words.set(plain(word), at)
  }
  return words
}

const LEXEME = /'((?:[^']|'')*)'(?::([\d,ABCD]+))?/g
const plain = (word: string): string => word.replaceAll("''", "'").replaceAll('\\\\', '\\')

/** The tree of `tsquery` as text, `'wait' & !'long'`; null where nothing is left to look for. */
export function readWordQuery(text: string): WordQuery | null {
  const parts = [...text.matchAll(PART)].map(([part]) => part)
  return parts.length === 0 ? null : readOr({ parts, at: 0 })
}

const PART = /'(?:[^']|'')*'|<-?\d*>|<->|[!&|()]/g
type Reading = { readonly parts: readonly string[]; at: number }

function readOr(from: Reading): WordQuery {
  let one = readAnd(from)
  while (take(from, '|')) one = { is: 'or', one, other: readAnd(from) }
  return one
}

function readAnd(from: Reading): WordQuery {
  let one = readAfter(from)
  while (take(from, '&')) one = { is: 'and', one, other: readAfter(from) }
  return one
}

function readAfter(from: Reading): WordQuery {
  let one = readOne(from)
  for (;;) {
    const [, apart] = /^<(-|\d+)>$/.exec(from.parts[from.at] ?? '') ?? []
    if (apart === undefined) return one
    from.at += 1
    one = { is: 'after', one, other: readOne(from), apart: apart === '-' ? 1 : Number(apart) }
  }
}

function readOne(from: Reading): WordQuery {
  if (take(from, '!')) return { is: 'not', of: readOne(from) }
  if (take(from, '(')) {
    const inside = readOr(from)
    take(from, ')')
    return inside
  }
  const word = from.parts[from.at] ?? "''"
  from.at += 1
  return { is: 'word', word: plain(word.slice(1, -1)) }
}

function take(from: Reading, part: string): boolean {
  if (from.parts[from.at] !== part) return false
  from.at += 1
  return true
}
