// The words by which an entry is found, each bound to whose record it is in.
import type { Id } from '../../basics/index.ts'
import { labels } from './labels.ts'

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

/**
 * The keys under which an index has an entry: no two people share one. What bears labels lies
 * apart, once for whoever may see all, and once under just its labels: so that a search by somebody
 * from whom some labels are kept never touches what they may not see.
 */
export function wordKeys(
  owner: Id,
  texts: Readonly<Record<Where, readonly string[]>>,
  borne: readonly string[],
): readonly string[] {
  const places = borne.length === 0 ? [PLAIN] : [LABELLED, placeOf(borne)]
  return places.flatMap((place) =>
    wheres.flatMap((where) =>
      wordsOf(texts[where].join('\n')).map((word) => keyOf(owner, where, place, word)),
    ),
  )
}

/**
 * What an index is asked for so that it gives every entry with these words, each given by how it
 * begins: a PostgreSQL `tsquery`. Null where there is no letter and no digit to ask for. `sees`
 * says whether what bears some labels may be seen; without it, all may.
 */
export function askForWords(
  owner: Id,
  asked: Readonly<Partial<Record<Where, string>>>,
  sees: ((labels: readonly string[]) => boolean) | null = null,
): string | null {
  const places = sees === null ? [PLAIN, LABELLED] : placesSeen(sees)
  const words = wheres.flatMap((where) =>
    wordsOf(asked[where] ?? '').map((word) => {
      const keys = places.map((place) => `'${keyOf(owner, where, place, word)}':*`)
      return `(${keys.join(' | ')})`
    }),
  )
  if (words.length === 0) return null
  return places.length === 0 ? NOWHERE : words.join(' & ')
}

const wheres: readonly Where[] = ['says', 'from']
const PLAIN = ''
const LABELLED = '+'

/** A key that no entry has. */
const NOWHERE = "'-'"

/** The letters by which labels stand in a place, in their order: a new label comes last. */
const letterOf = new Map(labels.map(({ code }, at) => [code, String.fromCharCode(97 + at)]))

/** A place for each set of labels; those that are not listed lie together. */
function placeOf(borne: readonly string[]): string {
  const letters = borne.map((label) => letterOf.get(label) ?? 'z')
  return `+${[...new Set(letters)].toSorted().join('')}+`
}

const few = [...letterOf.keys(), 'another']

/** Every set of labels there can be: few labels, so few sets, whatever a record holds. */
const everySet: readonly (readonly string[])[] = Array.from({ length: 2 ** few.length }, (_, set) =>
  few.filter((_label, at) => (set >> at) % 2 === 1),
)

const placesSeen = (sees: (labels: readonly string[]) => boolean): readonly string[] =>
  everySet.filter((set) => sees(set)).map((set) => (set.length === 0 ? PLAIN : placeOf(set)))

const MARKS: Readonly<Record<Where, string>> = { says: 's', from: 'f' }

// The last part of an id is chance; the first is a time that many share.
const keyOf = (owner: Id, where: Where, place: string, word: string): string =>
  `${owner.slice(-12)}${MARKS[where]}${place}${word}`
