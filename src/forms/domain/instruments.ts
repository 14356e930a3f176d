// Questionnaires whose words others hold: known by name, so that none is shown without leave.

export type Instrument = {
  readonly code: string
  readonly name: string
  readonly holder: string
  /** Whom to ask for leave. */
  readonly ask: string
  /** How a file that holds it is known: in its name, title or address. */
  readonly known: RegExp
}

const one = (
  code: string,
  name: string,
  known: RegExp,
  holder: string,
  ask: string,
): Instrument => ({ code, name, known, holder, ask })

/** Names and holders only: none of their words are in this repository. @source facts, part 15 */
export const instruments: readonly Instrument[] = [
  one(
    'wemwbs',
    'Warwick-Edinburgh Mental Wellbeing Scales (WEMWBS, SWEMWBS)',
    /\bs?wemwbs\b|warwick.?edinburgh/i,
    'University of Warwick',
    'Register with the University of Warwick; its copyright line must be shown',
  ),
  one(
    'collaborate',
    'collaboRATE',
    /\bcollaborate\b/i,
    'Dartmouth College',
    'Read the terms of its holder as they stand today; they are not read here yet',
  ),
  one(
    'pam',
    'Patient Activation Measure (PAM)',
    /\bpam(?:-?1[03])?\b|patient.activation/i,
    'Insignia Health, a Phreesia company',
    'A licence for each person, from its holder',
  ),
  one('eq-5d', 'EQ-5D', /\beq.?5d\b|euroqol/i, 'EuroQol', 'Register with EuroQol'),
  one(
    'mymop',
    'MYMOP and MYCaW',
    /\bmymop\d?\b|\bmycaw\b/i,
    'Meaningful Measures',
    'A licence for 12 months from its holder',
  ),
  one(
    'outcomes-star',
    'Outcomes Star',
    /outcomes?.star/i,
    'Triangle Consulting',
    'A licence from its holder; nothing may be derived from it',
  ),
  one(
    'oxford',
    'Oxford outcome measures and ReQoL',
    /\breqol\b|oxford.(?:hip|knee|shoulder|elbow)/i,
    'Oxford University Innovation',
    'A licence from its holder, free for public health care',
  ),
  one(
    'who-5',
    'WHO-5 Well-Being Index',
    /\bwho.?5\b/i,
    'World Health Organization',
    'CC BY-NC-SA 3.0 IGO: make sure that the use is not commercial',
  ),
]

/** The instrument that words like these belong to; null where none is known. */
export const instrumentNamed = (texts: readonly string[]): Instrument | null => {
  // `MyPam_13` is read as it would be written: in words.
  const all = texts.join(' ').replace(/[_/:.]/g, ' ')
  return instruments.find(({ known }) => known.test(all)) ?? null
}
