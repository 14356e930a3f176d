// What a person is told when information was sent to them: plain, easy read, and Welsh.
import type { Rendering } from '../../messages/index.ts'

export const sentWords = (who: string): Rendering[] => [
  {
    form: 'plain',
    language: 'en',
    subject: 'There is something for you to read',
    body: `${who} sent you something to read. Open it when you have a quiet moment, and say whether it helped.`,
  },
  {
    form: 'easy-read',
    language: 'en',
    subject: 'Something to read',
    body: `${who} sent you something to read.\n\nOpen it when you like.\n\nTell us if it helped.`,
  },
  {
    form: 'plain',
    language: 'cy',
    subject: 'Mae rhywbeth i chi ei ddarllen',
    body: `Anfonodd ${who} rywbeth i chi ei ddarllen. Agorwch ef pan fydd gennych funud tawel, a dywedwch a oedd o help.`,
  },
]
