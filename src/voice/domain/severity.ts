// How grave a story is, area by area: the Healthcare Complaints Analysis Tool, as dated data.

export type SeverityArea = {
  readonly code: string
  readonly says: string
  /** What the area is about, for whoever grades. */
  readonly about: string
}

/** Areas graded and the levels in each. @source HCAT, Gillespie and Reader 2016 (PMC5256238) */
export const severityScale = {
  from: '2026-11-01',
  source: 'Healthcare Complaints Analysis Tool, Gillespie and Reader 2016 (PMC5256238)',
  confirmed: null,
  levels: ['none', 'low', 'medium', 'high'],
  areas: [
    { code: 'quality', says: 'Quality', about: 'Clinical standards of care' },
    { code: 'safety', says: 'Safety', about: 'Errors, incidents and how staff coped with them' },
    { code: 'environment', says: 'Environment', about: 'Rooms, food, equipment, staffing' },
    {
      code: 'institutional-processes',
      says: 'Institutional processes',
      about: 'Waiting, access, records and how things are run',
    },
    { code: 'listening', says: 'Listening', about: 'What people said was not heeded' },
    { code: 'communication', says: 'Communication', about: 'What people were told, or not' },
    {
      code: 'respect-and-rights',
      says: 'Respect and patient rights',
      about: 'Manner, privacy, consent, discrimination',
    },
  ] as readonly SeverityArea[],
} as const

export type Grade = { readonly area: string; readonly level: number }

/** The highest level of any area, 0 to 3: a story is as grave as its gravest part. */
export const severityOf = (grades: readonly Grade[]): number =>
  grades.reduce((most, { level }) => Math.max(most, level), 0)
