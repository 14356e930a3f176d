// How old a reader of English must be to follow a text: one known formula, measured the same way.

export type ReadingAge = {
  /** Years, to one decimal: the school grade of the formula plus 5. */
  readonly years: number
  readonly words: number
  readonly sentences: number
  readonly syllables: number
}

/**
 * The reading age of English text by the Flesch-Kincaid grade: 0.39 times the words a sentence,
 * plus 11.8 times the syllables a word, less 15.59; and 5 years, the age at which grade 0 begins.
 * `null` for text of fewer than 30 words, for which the formula says nothing.
 * @source Kincaid, Fishburne, Rogers and Chissom, Derivation of New Readability Formulas for Navy
 *   Enlisted Personnel, Research Branch Report 8-75, 1975
 */
export function readingAge(text: string): ReadingAge | null {
  const sentences = sentencesOf(text)
  const words = sentences.flat()
  if (words.length < 30) return null
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0)
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
  const years = Math.round((grade + 5) * 10) / 10
  return { years, words: words.length, sentences: sentences.length, syllables }
}

/**
 * Sentences as lists of words. A sentence ends at `.`, `!`, `?` or `:` before white space, and at
 * the end of a line: headings, list items and labels are sentences of their own. Numbers,
 * addresses and codes are no words.
 */
function sentencesOf(text: string): readonly (readonly string[])[] {
  return text
    .replace(/\S+(?:@|:\/\/)\S+/gu, '')
    .split(/(?<=[.!?:])\s+|\n+/u)
    .map((sentence) => sentence.split(/[\s/–—-]+/u).filter(isWord))
    .filter((words) => words.length > 0)
}

const isWord = (token: string): boolean =>
  /^[^\p{L}\p{N}]*\p{L}[\p{L}'’]*[^\p{L}\p{N}]*$/u.test(token)

const vowelGroup = /[aeiouyàâäáèêëéîïíôöóûüúŵŷ]+/gu

/** Endings that are written and not said, after the letters that keep them silent. */
const silentEndings = [
  /(?<=[^aeiouytdl]|[aeiouyl]l)ed$/,
  /(?<=[^aeiouysxzcghl]|[aeiouyl]l|[^cs]h|[aeiouy]gh)es$/,
  /(?<=[^aeiouyl]|[aeiouy]l)e$/,
  /(?<=[qg])ues?$/,
  /(?<=[^aeiouy])e(?=(?:ly|less|ful|ment|ness)$)/,
  /(?<=^som)e(?=[^aeiouys]|one)/,
]

/** Vowels that are written together and said apart, and consonants that are said with one more. */
const saidApart = [
  /(?<![ctsg])ia/g,
  /(?<![tscgx])io(?!n)/g,
  /ie(?=t)/g,
  /(?<![ct]|fr)ien(?!d)/g,
  /(?<=^sc)ien/g,
  /(?<![gm])eo(?!p)/g,
  /(?<=[rd])ea(?=s?$)/g,
  /(?<=cr)ea(?=t)/g,
  /eum$/g,
  /oe(?=[mt])/g,
  /^coo(?=[pr])/g,
  /(?<![qgs])ua/g,
  /(?<!q)[aeiouy]ing/g,
  /(?<=[st])hm$/g,
  /sm$/g,
]

/**
 * Syllables of an English word, at least 1: the groups of vowels in it, without the silent endings,
 * and one more for each pair of vowels said apart. A rule of thumb: a test holds it to a list.
 */
export function countSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^\p{L}]/gu, '')
  const said = silentEndings.reduce((rest, ending) => rest.replace(ending, ''), letters)
  const groups = said.match(vowelGroup)?.length ?? 0
  const more = saidApart.reduce((sum, pair) => sum + (letters.match(pair)?.length ?? 0), 0)
  return Math.max(1, groups + more)
}

/**
 * The text a reader sees of HTML markup: without tags, scripts and styles, one line for each
 * block. For measuring, not for showing: it is not safe to put back into a page.
 */
export function textOfMarkup(markup: string): string {
  return markup
    .replace(/\s+/gu, ' ')
    .replace(/<(script|style|svg|template)\b[\s\S]*?<\/\1\s*>/gi, '\n')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\/?(?:a|abbr|b|code|em|i|mark|q|s|small|span|strong|sub|sup|time|u)\b[^>]*>/gi, '')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&(#\d+|#x[0-9a-f]+|[a-z]+);/gi, characterOf)
    .replace(/ *\n\s*/g, '\n')
    .trim()
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

function characterOf(whole: string, name: string): string {
  if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole
}
