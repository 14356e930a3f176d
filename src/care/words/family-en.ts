// The words of the family view in English.

export const familyEnglish = {
  title: 'Our plans side by side',
  lead:
    'You and those close to you can see each other’s care plans, if each of you says yes. Each of ' +
    'you can take that back at any time, and it ends at once.',
  none: 'Nobody is joined with you here yet.',
  noneNext: 'You can be joined with somebody on the page about you.',
  toMe: 'About me',
  states: {
    linked: 'You see each other’s plan',
    'only-mine': 'They see yours. You do not see theirs',
    'only-theirs': 'They have said yes. You have not',
    none: 'Neither of you sees the other’s plan',
  },
  waiting: (name: string) => `${name} has to say yes too, on a page like this one.`,
  link: 'Let them see my plan',
  unlink: 'Stop it',
  forWhom: (name: string) => ` (${name})`,
  planOf: (name: string) => `What is in the plan of ${name}`,
  parts: {
    contingency: 'When things go wrong',
    need: 'What they need help with',
    goal: 'What they want',
    strength: 'What they are good at',
    'supporting-plan': 'Supporting plans',
  },
  notAll: 'This may not be everything.',
  empty: 'There is nothing in it yet.',
  open: (name: string) => `Open the plan of ${name}`,
  what:
    'They see goals, actions, plans for when things go wrong and supporting plans. Your advance ' +
    'statement and the people in your plan are not among them.',
  back: 'My side of my care',
} as const
