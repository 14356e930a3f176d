// The kinds of thing that this room lets people share: each subject adds its own.

/** As a person chooses them when they share. @source PRSB headings; our own grouping of them */
export const itemKinds = [
  { code: 'care-plan', says: 'Care and support plan' },
  { code: 'contingency-plan', says: 'Plans for when things go wrong' },
  { code: 'advance-statement', says: 'Advance statement' },
  { code: 'supporting-plan', says: 'Supporting plans' },
  { code: 'care-contact', says: 'People in the plan' },
  { code: 'shared-decision', says: 'Decisions made together' },
  { code: 'plan-review', says: 'Reviews of the plan' },
  { code: 'network-map', says: 'The people around me' },
  { code: 'visit', says: 'Visits and what I want from them' },
  { code: 'network-meeting', says: 'Network meetings' },
  { code: 'information', says: 'What was sent to me to read' },
  { code: 'offered', says: 'What I was offered when I was told' },
  { code: 'form-answers', says: 'Answers to forms' },
  { code: 'own-outcome', says: 'What I want, in my own words' },
] as const

/** What whoever opens it in a hurry reads first. */
export const firstKinds: readonly string[] = ['contingency-plan', 'advance-statement']

export type ItemKind = (typeof itemKinds)[number]['code']
