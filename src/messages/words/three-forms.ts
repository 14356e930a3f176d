// The three ways in which most messages are written: plain words, easy read, and Welsh.
import type { Rendering } from '../domain/message.ts'

type Told = readonly [subject: string, body: string]

/** One message in plain words, in easy read, and in Welsh. */
export const inThreeForms = (plain: Told, easy: Told, welsh: Told): Rendering[] => [
  { form: 'plain', language: 'en', subject: plain[0], body: plain[1] },
  { form: 'easy-read', language: 'en', subject: easy[0], body: easy[1] },
  { form: 'plain', language: 'cy', subject: welsh[0], body: welsh[1] },
]
