// The parts of a written response to a complaint, as a table: none may be missing when it is sent.

export type ResponsePart = {
  readonly code: string
  readonly says: string
  readonly required: boolean
  readonly source: string
}

const regulation = 'SI 2009/309, regulation 14(2)'

export const responseParts: readonly ResponsePart[] = [
  {
    code: 'considered',
    says: 'How the complaint was considered',
    required: true,
    source: regulation,
  },
  {
    code: 'conclusions',
    says: 'What was concluded, on each thing complained of',
    required: true,
    source: regulation,
  },
  {
    code: 'action',
    says: 'What action is needed, or that none is and why',
    required: true,
    source: regulation,
  },
  {
    code: 'taken',
    says: 'Whether that action was taken, or when it will be',
    required: true,
    source: regulation,
  },
  {
    code: 'ombudsman',
    says: 'The right to take it to the ombudsman, and how',
    required: true,
    source: regulation,
  },
  {
    code: 'apology',
    says: 'What you are sorry for',
    required: false,
    source: 'Compensation Act 2006, section 2: an apology is no admission',
  },
]

/** The required parts that nobody has written. */
export const missingParts = (parts: Readonly<Record<string, string>>): readonly ResponsePart[] =>
  responseParts.filter(({ code, required }) => required && (parts[code] ?? '').trim() === '')
