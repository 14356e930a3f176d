// What people are told about outcomes: never which form, and never what was answered.
import type { Rendering } from '../../messages/index.ts'

/** A form is due. It does not say which: the name of a form can give an illness away. */
export const formWaitsWords = (): Rendering[] => [
  {
    form: 'plain',
    language: 'en',
    subject: 'Some questions wait for you',
    body:
      'You asked to be asked again how you are doing. It takes a few minutes. You can leave it, ' +
      'or say that you do not want to be asked any more.',
  },
  {
    form: 'easy-read',
    language: 'en',
    subject: 'Questions for you',
    body: 'It is time to say how you are.\n\nOpen this to answer.\n\nYou can say no.',
  },
  {
    form: 'plain',
    language: 'cy',
    subject: 'Mae cwestiynau’n aros amdanoch',
    body: 'Gofynnoch am gael eich holi eto sut rydych. Gallwch ei adael.',
  },
]

/** Somebody wants to hear from whoever reads it. It does not say why. */
export const getInTouchWords = (name: string): Rendering[] => [
  {
    form: 'plain',
    language: 'en',
    subject: `${name} would like to hear from you today`,
    body:
      `${name} asks you to get in touch with them today. If you cannot reach them and you are ` +
      'worried about them, call 111, or 999 if their life may be at risk.',
  },
  {
    form: 'easy-read',
    language: 'en',
    subject: `${name} wants to talk to you`,
    body:
      `${name} wants to hear from you today.\n\nCall them or visit them.\n\n` +
      'Call 999 if you think they are in danger.',
  },
  {
    form: 'plain',
    language: 'cy',
    subject: `Hoffai ${name} glywed gennych heddiw`,
    body:
      `Mae ${name} yn gofyn i chi gysylltu heddiw. Os ydych yn poeni ac yn methu â’u cyrraedd, ` +
      'ffoniwch 111, neu 999 os gall bywyd fod mewn perygl.',
  },
]
