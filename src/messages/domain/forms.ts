// The forms in which people can take in a message, as data: a form may be made from another.

export type MessageForm = {
  readonly code: string
  readonly name: string
  /** Whether messages are there in this form, so that nobody chooses one that never comes. */
  readonly offered: boolean
  /** The form it can be made from by machine with nothing lost, or null: somebody must write it. */
  readonly madeFrom: string | null
}

/**
 * Forms a person may need. Large print and a form for screen readers are the same words in
 * another dress; easy read, braille and sign language have to be made.
 * @source NHS England, Accessible Information Standard (DAPB1605): alternative formats
 */
export const messageForms: readonly MessageForm[] = [
  { code: 'plain', name: 'Plain words on screen or paper', offered: true, madeFrom: null },
  { code: 'large-print', name: 'Large print', offered: true, madeFrom: 'plain' },
  {
    code: 'screen-reader',
    name: 'Read aloud by a screen reader',
    offered: true,
    madeFrom: 'plain',
  },
  { code: 'easy-read', name: 'Easy read', offered: true, madeFrom: null },
  {
    code: 'british-sign-language',
    name: 'British Sign Language video',
    offered: false,
    madeFrom: null,
  },
  { code: 'braille', name: 'Braille', offered: false, madeFrom: null },
]

export const formNamed = (code: string): MessageForm | undefined =>
  messageForms.find((form) => form.code === code)

/** The form to send to somebody who needs `wanted`, out of those there are; null when none does. */
export function formFor(wanted: string, there: readonly string[]): string | null {
  if (there.includes(wanted)) return wanted
  const source = formNamed(wanted)?.madeFrom ?? null
  return source !== null && there.includes(source) ? source : null
}
