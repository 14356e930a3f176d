// The forms in which people can take in a message, as data: a form may be made from another.

export type MessageForm = {
  readonly code: string
  readonly name: string
  /** The form it is made from with nothing lost, the same words in another dress; or null. */
  readonly madeFrom: string | null
  /** Whether it is made of words; the others, such as a video, somebody has to make apart. */
  readonly ofWords: boolean
}

const form = (code: string, name: string, madeFrom: string | null, ofWords = true) => ({
  code,
  name,
  madeFrom,
  ofWords,
})

/**
 * Forms a person may need. Large print, a form for screen readers and the script for reading
 * aloud are plain words in another dress; easy read has to be written; a sign language video and
 * braille have to be made.
 * @source NHS England, Accessible Information Standard (DAPB1605): specific information format
 */
export const messageForms: readonly MessageForm[] = [
  form('plain', 'Plain words on screen or paper', null),
  form('large-print', 'Large print', 'plain'),
  form('easy-read', 'Easy read', null),
  form('screen-reader', 'Words for a screen reader', 'plain'),
  form('audio', 'Words to be read aloud', 'plain'),
  form('british-sign-language', 'British Sign Language video', null, false),
  form('braille', 'Braille', null, false),
]

export const formNamed = (code: string): MessageForm | undefined =>
  messageForms.find((one) => one.code === code)

/** The form to send to somebody who needs `wanted`, out of those there are; null when none does. */
export function formFor(wanted: string, there: readonly string[]): string | null {
  if (there.includes(wanted)) return wanted
  const source = formNamed(wanted)?.madeFrom ?? null
  return source !== null && there.includes(source) ? source : null
}

/**
 * What goes out at once where a form that is not made of words is missing: the easiest words
 * there are, and the gap is noted. Null for forms of words: those are written, or not sent.
 */
export function meanwhileFor(wanted: string, there: readonly string[]): string | null {
  if (formNamed(wanted)?.ofWords !== false) return null
  return ['easy-read', 'plain'].find((one) => there.includes(one)) ?? null
}
