// What people are told about a decision: in plain words, in easy read, and in Welsh; never about what.
import type { Rendering } from '../../messages/index.ts'

/** On the day the person chose. It does not say what was decided: others may see the screen. */
export const reviewWords: readonly Rendering[] = [
  {
    form: 'plain',
    language: 'en',
    subject: 'Would you choose this again?',
    body:
      'You asked to look again at a decision today. Open it to say if you would choose the same ' +
      'again. You do not have to. We do not ask you about it a second time.',
  },
  {
    form: 'easy-read',
    language: 'en',
    subject: 'Would you choose this again?',
    body:
      'You made a choice.\n\nYou wanted to look at it again today.\n\n' +
      'Open it to say how it went.\n\nYou do not have to.',
  },
  {
    form: 'plain',
    language: 'cy',
    subject: 'A fyddech chi’n dewis hyn eto?',
    body:
      'Gofynnoch am edrych eto ar benderfyniad heddiw. Agorwch ef i ddweud a fyddech yn dewis yr ' +
      'un peth eto. Does dim rhaid i chi. Ni fyddwn yn gofyn eto.',
  },
]
