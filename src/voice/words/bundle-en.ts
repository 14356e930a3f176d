// The words of the bundle for the ombudsman: a file that opens without this site, in English.

export const bundleWords = {
  title: 'Everything about one complaint',
  lead:
    'This is all that was said and done in one formal complaint, in order. Both sides saw the same ' +
    'while it was handled. Letters are in the folder “files”.',
  parties: 'Who takes part',
  complaint: 'The complaint',
  consents: 'Who said yes to what',
  noConsents: 'Nobody acted for the complainant, and no other organisation was asked to have it.',
  acts: (when: string, who: string, ground: string, permission: string) =>
    `${when}: ${who} complained for somebody else. ${ground}. ${permission}`,
  actsNamed: (when: string, who: string) => `${when}: the complainant let ${who} act for them.`,
  actsEnded: (when: string, name: string) => `${when}: ${name} no longer acted.`,
  shared: (when: string, name: string, allowed: boolean) =>
    `${when}: the complainant said ${allowed ? 'yes' : 'no'} to ${name} having it.`,
  chronology: 'Every step, in order',
  hashes: 'How to check it',
  hashesSay:
    'The file “manifest.json” names every part of this file with its digest (SHA-256), and the ' +
    'file “manifest.sig” signs it. Whoever has Coproduce checks all of it, also without a ' +
    'network, with: npx coproduce verify complaint.zip. One changed letter is named.',
} as const
