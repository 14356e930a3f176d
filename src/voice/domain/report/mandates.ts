// Which bodies may post a report, and how long the answer may take: institutions come and go.
import type { Day } from '../../../basics/index.ts'
import { recommendationAnsweredWithin, scrutinyAnsweredWithin } from './dated-rules.ts'

export type Mandate = {
  /** A code of the kinds of organisation. */
  readonly code: string
  readonly says: string
  readonly clock: typeof scrutinyAnsweredWithin | typeof recommendationAnsweredWithin
  /** Whether it does not publish without its four parts. */
  readonly needsParts: boolean
  readonly from: Day
  readonly until: Day | null
  readonly source: string
}

const mandate = (
  code: string,
  says: string,
  source: string,
  from: string,
  scrutiny = false,
): Mandate => ({
  code,
  says,
  clock: scrutiny ? scrutinyAnsweredWithin : recommendationAnsweredWithin,
  needsParts: scrutiny,
  from: from as Day,
  until: null,
  source,
})

/**
 * Whether Healthwatch still exists depends on the Health Bill 2026, whose end is not known here:
 * whoever takes over gets a line of their own (facts F7.2, F7.3).
 * @source facts F6.9 (local Healthwatch), F6.10 to F6.12 (scrutiny)
 */
export const mandates: readonly Mandate[] = [
  mandate(
    'local-healthwatch',
    'Local Healthwatch',
    'Local Government and Public Involvement in Health Act 2007, section 221',
    '2013-04-01',
  ),
  mandate(
    'local-authority',
    'Health scrutiny by a council',
    'SI 2013/218, regulation 22',
    '2013-04-01',
    true,
  ),
  mandate(
    'citizen-voice-body',
    'Llais, in Wales',
    'Health and Social Care (Quality and Engagement) (Wales) Act 2020',
    '2023-04-01',
  ),
  mandate(
    'charity',
    'A charity or community organisation',
    'Policy of this installation',
    '2026-01-01',
  ),
]

/** The mandate of a kind of organisation on a day; null where it has none. */
export const mandateOf = (kind: string, day: Day): Mandate | null =>
  mandates.find(
    ({ code, from, until }) => code === kind && from <= day && (until === null || day <= until),
  ) ?? null
