// Which letters the type of a PDF has, in which of its two parts, and what stands for the others.

/** What each part of the type holds; a test sets every one of them. @source the files themselves */
const latin = new RegExp(
  '[\\n\\u0020-\\u007e\\u00a0-\\u00ac\\u00ae-\\u00b4\\u00b6-\\u00ff\\u0131\\u0152\\u0153' +
    '\\u02c6\\u02da\\u02dc\\u2009\\u2013\\u2014\\u2018-\\u201a\\u201c-' +
    '\\u201e\\u2022\\u2026\\u2039\\u203a\\u2044\\u20ac\\u2122\\u2212\\u2215]',
)
const other = new RegExp(
  '[\\u0100-\\u0107\\u010a-\\u0113\\u0116-\\u011b\\u011e-\\u0123\\u0126\\u0127\\u012a\\u012b' +
    '\\u012e-\\u0130\\u0132\\u0133\\u0136\\u0137\\u0139-\\u013e\\u0141-\\u0148\\u0150\\u0151' +
    '\\u0154\\u0155\\u0158-\\u015b\\u015e-\\u0165\\u016a\\u016b\\u016e-\\u017e\\u0192' +
    '\\u0218-\\u021b\\u1e80-\\u1e85\\u1e9e\\u1ef2\\u1ef3\\u2020\\u20b9\\u2113]',
)

/** What says the same in letters that are there. */
const same: Readonly<Record<string, string>> = {
  '\u03bc': 'micro',
  '\u00b5': 'micro',
  '\u2264': '<=',
  '\u2265': '>=',
  '\u2192': '->',
  '\u2010': '-',
  '\u2011': '-',
  '\u202f': '\u00a0',
  '\u00ad': '',
  '\u200b': '',
  '\ufe0f': '',
  '\r': '',
  '\t': ' ',
}

export type Run = { readonly letters: string; readonly part: 'latin' | 'other' }

/** Stands for a letter that the type does not have; a note on the page says so. */
const UNKNOWN = '?'

/** The text as runs of one part of the type each; one empty run where there is nothing. */
export function runsOf(text: string): readonly Run[] {
  const runs: Run[] = []
  for (const { letter, part } of lettersIn([text]).letters) {
    const last = runs.at(-1)
    if (last?.part === part) runs[runs.length - 1] = { letters: last.letters + letter, part }
    else runs.push({ letters: letter, part })
  }
  return runs.length === 0 ? [{ letters: '', part: 'latin' }] : runs
}

const isOneOf = (letters: RegExp, typed: string) => typed.length === 1 && letters.test(typed)

type Letter = { readonly letter: string; readonly part: Run['part'] }

/** Each letter as it is set, and whether there is one that the type does not have. */
export function lettersIn(texts: readonly string[]): {
  readonly letters: readonly Letter[]
  readonly missing: boolean
} {
  let missing = false
  const letters = texts.flatMap((text) =>
    [...text.normalize('NFC')].flatMap((typed): Letter[] => {
      const letter = same[typed]
      if (letter !== undefined) return letter === '' ? [] : [{ letter, part: 'latin' }]
      if (isOneOf(latin, typed)) return [{ letter: typed, part: 'latin' }]
      if (isOneOf(other, typed)) return [{ letter: typed, part: 'other' }]
      missing = true
      return [{ letter: UNKNOWN, part: 'latin' }]
    }),
  )
  return { letters, missing }
}
