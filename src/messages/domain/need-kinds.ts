// What helps people to be told things and to say them, as dated data in four groups.
import type { Day } from '../../basics/index.ts'

/** The four subsets of the standard; the formats are `messageForms`. */
export type NeedGroup = 'support' | 'professional' | 'contact'

export type NeedKind = {
  readonly code: string
  readonly group: NeedGroup
  /** As a person chooses it. */
  readonly says: string
  /** Its code in SNOMED CT, or null: nobody has read the subset yet. */
  readonly snomed: string | null
  readonly from: Day
  readonly source: string
  readonly confirmed: Day | null
}

const standard = 'NHS England, Accessible Information Standard (DAPB1605), 2025'

const need = (code: string, group: NeedGroup, says: string): NeedKind => ({
  code,
  group,
  says,
  snomed: null,
  from: '2026-11-01' as Day,
  source: `${standard}: ${subsets[group]}`,
  confirmed: null,
})

const subsets: Readonly<Record<NeedGroup, string>> = {
  support: 'communication support',
  professional: 'requires communication professional',
  contact: 'requires specific contact method',
}

/**
 * Needs that come from a disability, an impairment or the loss of a sense. The wish for an
 * interpreter from another language is none of them and is held apart.
 * @source NHS England, Accessible Information Standard (DAPB1605); the codes of three of its four
 * SNOMED subsets have not been read, so none is stated
 */
export const needKinds: readonly NeedKind[] = [
  need('bsl-interpreter', 'professional', 'A British Sign Language interpreter'),
  need('sign-supported-english', 'professional', 'Somebody who uses Sign Supported English'),
  need('makaton', 'professional', 'Somebody who uses Makaton'),
  need('lipspeaker', 'professional', 'A lipspeaker'),
  need('speech-to-text', 'professional', 'Somebody who types what is said'),
  need('note-taker', 'professional', 'Somebody who takes notes for me'),
  need('deafblind-communicator', 'professional', 'A deafblind communicator guide'),
  need('advocate', 'professional', 'An advocate who speaks up with me'),
  need('face-me', 'support', 'Face me when you speak: I lip-read'),
  need('hearing-aid', 'support', 'I use a hearing aid'),
  need('hearing-loop', 'support', 'A hearing loop'),
  need('slowly', 'support', 'Speak slowly and clearly'),
  need('more-time', 'support', 'More time'),
  need('short-words', 'support', 'Short words and one thing at a time'),
  need('pictures', 'support', 'Pictures or objects to point at'),
  need('communication-aid', 'support', 'I speak with a device or a board'),
  need('guide-dog', 'support', 'I come with an assistance dog'),
  need('no-phone', 'contact', 'Do not phone me'),
  need('relay', 'contact', 'Phone me through Relay UK'),
  need('phone-carer', 'contact', 'Phone somebody who helps me instead of me'),
]

export const needNamed = (code: string): NeedKind | undefined =>
  needKinds.find((one) => one.code === code)
