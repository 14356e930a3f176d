// The words around what somebody at work writes to a person, in English.

export const plainWordsEnglish = {
  title: 'How it reads',
  years: (years: number) => `A reader of ${Math.round(years)} can follow what you wrote.`,
  short: 'It is too short to measure how hard it is to read.',
  good: 'That is plain enough for most people. Send it, or change it first.',
  hard: (most: number) =>
    `Many people will find that hard. Aim for ${most} or less: short sentences, short words, one thing ` +
    'at a time. Say what a medical word means.',
  short2: 'Read it once more as if you were the person. Then send it, or change it first.',
  anywayLabel: 'If it has to stay as it is',
  anyway: 'Send it as it is. I will explain it to the person in another way too.',
  thinkAgain: 'Make it easier to read, or tick that you send it as it is',
}
