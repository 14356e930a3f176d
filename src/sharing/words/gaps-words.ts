// The words of the page on which an organisation sees whose needs it has not asked about or met.
import { catalogue } from '../../web/index.ts'

export const gapsWords = catalogue(
  {
    title: 'Needs to meet',
    lead: 'People here who were not asked what they need, or were not told things in their way.',
    stages:
      'The Accessible Information Standard has six steps: ask, write it down, show it, pass it on, meet it, and ask again. Showing and passing on happen here by themselves.',
    ask: 'Ask: not asked yet',
    askLead: 'They share with you, and nobody has asked them how they want to be told things.',
    askNone: 'Everybody who shares with you was asked.',
    askLink: 'Ask them, and write it down',
    review: 'Ask again: it is time',
    reviewNone: 'Nobody has to be asked again now.',
    reviewLink: 'Ask whether it is still right',
    met: 'Meet: not met by you',
    metLead: 'What you sent was not in the way that they need.',
    metNone: 'Everything you sent was in the way that they need.',
    who: 'Who',
    when: 'When',
    need: 'What they need',
    happened: 'What happened',
    what: {
      'not-sent': 'It could not be sent. Tell them in another way.',
      'sent-otherwise': 'It went out in easy words. Ask whether they understood it.',
    },
    link: 'Needs to meet',
  },
  { title: 'Anghenion i’w diwallu', link: 'Anghenion i’w diwallu' },
)

export type GapsWords = ReturnType<typeof gapsWords.in>
