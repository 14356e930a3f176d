// The words by which an entry is found, each bound to whose record it is in.
import type { Id } from '../../basics/index.ts'

const LONGEST_WORD = 40

/** The different words of a text, small: runs of letters and digits, as a search reads them. */
export function wordsOf(text: string): readonly string[] {
  const found =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return [...new Set(found.map((word) => word.slice(0, LONGEST_WORD)))]
}

/** Where a word stands: in what the entry says, or in who wrote it and where it came from. */
export type Where = 'says' | 'from'

/** The keys under which an index has an entry: no two people share one. */
export const wordKeys = (
  owner: Id,
  texts: Readonly<Record<Where, readonly string[]>>,
): readonly string[] => [
  ...keysOf(owner, 'says', texts.says.join('\n')),
  ...keysOf(owner, 'from', texts.from.join('\n')),
]

/**
 * What an index is asked for so that it gives every entry with these words, each given by how it
 * begins: a PostgreSQL `tsquery`. Null where there is no letter and no digit to ask for.
 */
export function askForWords(
  owner: Id,
  asked: Readonly<Partial<Record<Where, string>>>,
): string | null {
  const keys = [...keysOf(owner, 'says', asked.says), ...keysOf(owner, 'from', asked.from)]
  return keys.length === 0 ? null : keys.map((key) => `'${key}':*`).join(' & ')
}

const MARKS: Readonly<Record<Where, string>> = { says: 's', from: 'f' }

// The last part of an id is chance; the first is a time that many share.
const keysOf = (owner: Id, where: Where, text = ''): string[] =>
  wordsOf(text).map((word) => `${owner.slice(-12)}${MARKS[where]}${word}`)
