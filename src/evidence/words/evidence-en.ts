// The words around packs of evidence, in English.

export const evidenceEnglish = {
  title: (name: string) => `Evidence: ${name}`,
  lead: 'What people told, what was answered and promised, and what those who asked say of it.',
  period: (from: string, until: string) => `From ${from} to ${until}`,
  asOf: (day: string, number: number) =>
    `As everything stood on ${day}, when checkpoint ${number} was made.`,
  choose: 'Which time?',
  lastYear: 'The last 12 months',
  year: (year: string) => `The year ${year}`,
  quarter: (first: string, last: string) => `${first} to ${last}`,
  show: 'Show the pack',
  sections: {
    heard: 'What was heard',
    answered: 'How it was answered',
    changed: 'What changed',
    unheard: 'Who was not heard',
    reports: 'Reports and their recommendations',
    figures: 'What people said when they were asked',
  },
  unheardLead:
    'People tell stories without a name, so nobody can say who did not. These signs are known.',
  reportsLead: 'Reports to those who provide this service.',
  facts: (count: number) => (count === 1 ? 'The fact' : `The ${count} facts`),
  checkpointOnly: 'The checkpoint',
  factsTitle: 'The facts it rests on',
  factsLead:
    'Each lies under the checkpoint, in the chain of facts, and cannot be changed without being ' +
    'seen. Its digest is in the file.',
  factsOf: (sentence: string) => `“${sentence}”`,
  happened: 'What happened',
  when: 'When',
  where: 'Where it lies',
  erased: 'Erased since',
  erasedLead:
    'These facts were counted here once. Their text was erased for a legal reason, so they are ' +
    'counted no more.',
  take: 'Take it with you',
  takeLead:
    'The file has every fact that a sentence rests on. Anybody can check it with one command, ' +
    'without asking us.',
  json: 'The pack as a file to check (JSON)',
  html: 'The pack as a page to keep',
  how: 'How to check it',
  verify: 'This checks the file alone:',
  remake: 'This makes the pack again from the facts, and says whether every byte is the same:',
  stories: 'What people told',
  back: 'Back to the pack',
  whats: {
    told: 'A story was told',
    read: 'A moderator read a story',
    published: 'A story was published',
    answered: 'A service answered in public',
    promised: 'A change was promised',
    'said-done': 'It was said to be done',
    'new-date': 'Another day was agreed',
    word: 'Somebody who asked said whether it happened',
    report: 'A report was posted',
    raised: 'What was heard became a report',
    recommendation: 'A recommendation was answered',
    figures: 'Monthly figures left by the gate',
  },
  notRates:
    'These are counts of what people chose to tell. They do not say how often care goes well or ' +
    'badly. Do not rank services by them.',
  older: 'More facts',
  noPack: 'There is no pack yet',
  noPackSays:
    'A pack is held to a checkpoint, so that nobody can change it. The first one is made tonight.',
} as const
