// What stories are searched by, and followed by: one list of filters for both.
import type { WordQuery } from '../follow/saved-search.ts'

/** What became of a promise that a story led to, as anybody searches for it. */
export const becameCodes = ['promised', 'confirmed', 'disputed', 'late', 'waiting'] as const
export type Became = (typeof becameCodes)[number]

/** The filters beside the place; null or no words where one narrows nothing. */
export type Filters = {
  readonly words: string
  readonly kind: string | null
  readonly answered: boolean | null
  readonly became: Became | null
}

export const nothingAsked: Filters = { words: '', kind: null, answered: null, became: null }

/** Whether anything is asked for but the place. */
export const narrows = ({ words, kind, answered, became }: Filters): boolean =>
  words !== '' || kind !== null || answered !== null || became !== null

/**
 * The share of all stories, at most, in which a query has to be looked for: that of its rarest
 * word that must be there. 1 where no word must be, or where only looking tells, as with words that
 * stand one after the other.
 */
export function shareLookedAt(query: WordQuery, shareOf: (word: string) => number): number {
  switch (query.is) {
    case 'word':
      return shareOf(query.word)
    case 'not':
      return 1
    case 'or':
      return Math.min(1, shareLookedAt(query.one, shareOf) + shareLookedAt(query.other, shareOf))
    case 'and':
    case 'after':
      return Math.min(shareLookedAt(query.one, shareOf), shareLookedAt(query.other, shareOf))
  }
}

/** The share of stories that are likely to fit, as if no word went with or against another. */
export function shareThatFits(query: WordQuery, shareOf: (word: string) => number): number {
  switch (query.is) {
    case 'word':
      return shareOf(query.word)
    case 'not':
      return 1 - shareThatFits(query.of, shareOf)
    case 'or':
      return Math.min(1, shareThatFits(query.one, shareOf) + shareThatFits(query.other, shareOf))
    case 'and':
    case 'after':
      return shareThatFits(query.one, shareOf) * shareThatFits(query.other, shareOf)
  }
}

/** The words without which no story fits. */
export function wordsThatMustBe(query: WordQuery): ReadonlySet<string> {
  switch (query.is) {
    case 'word':
      return new Set([query.word])
    case 'not':
      return new Set()
    case 'or':
      return wordsThatMustBe(query.one).intersection(wordsThatMustBe(query.other))
    case 'and':
    case 'after':
      return wordsThatMustBe(query.one).union(wordsThatMustBe(query.other))
  }
}
