// The words on the pages of forms, in English, and in Welsh where they stand most.
import { catalogue } from '../../web/index.ts'

export const words = catalogue(
  {
    title: 'Forms',
    lead: 'Every form that is asked here, word for word. A word that changes makes a new version.',
    version: (number: number) => `Version ${number}`,
    since: (from: string) => `Asked since ${from}`,
    between: (from: string, until: string) => `Asked from ${from} to ${until}`,
    ended: 'Not asked any more',
    choices: 'Answers to choose from',
    free: 'An answer in your own words',
    number: (least: string, most: string) => `A number from ${least} to ${most}`,
    onlyIf: 'Asked only after some answers to an earlier question',
    optional: 'You can leave it out',
    modes: 'Ways to fill it in',
    licence: 'Terms of its words',
    source: 'Where its words come from',
    notRead: 'Nobody here has checked the source yet.',
    digest: 'Its fingerprint (SHA-256)',
    back: 'Forms',
    paper: 'Print it on paper',
    paperLead: 'Fill this in by hand. Somebody types it in for you, and every word is kept.',
    tickOne: 'Tick one box.',
    tickAny: 'Tick as many as you like.',
    about: 'Which service is it about?',
    day: 'Today’s date',
    helped: 'Did somebody help you to fill this in? Who?',
    paperEnd: (code: string, version: number) => `Form ${code}, version ${version}`,
    theService: 'the service',
  },
  { title: 'Ffurflenni', back: 'Ffurflenni', paper: 'Argraffu ar bapur' },
)
