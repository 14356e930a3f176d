// How hard the words are that somebody at work writes to a person, and what is asked of the writer.
import { readingAge, tidyText } from '../../basics/index.ts'
import { plainWordsUpTo } from './dated-rules.ts'

export type HowItReads = {
  /** The reading age in years; null where the text is too short to be measured. */
  readonly years: number | null
  readonly hard: boolean
}

/** How old a reader must be to follow a text, and whether that is more than our policy. */
export function howItReads(text: string): HowItReads {
  const years = readingAge(text)?.years ?? null
  return { years, hard: years !== null && years > plainWordsUpTo.value }
}

/**
 * What to do with words as they were sent: nothing goes before its writer has seen how it reads,
 * and what is hard goes only when they say that it shall. Words that were changed are read anew.
 */
export function judgeWords(sent: {
  readonly text: string
  /** The text whose reading age the writer was shown. */
  readonly scored: string
  readonly anyway: boolean
}): 'send' | 'show' | 'think again' {
  if (tidyText(sent.scored) !== tidyText(sent.text)) return 'show'
  return howItReads(sent.text).hard && !sent.anyway ? 'think again' : 'send'
}
