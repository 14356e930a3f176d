// What people are told about outcomes: never which form, and never what was answered.
import type { Rendering } from '../../messages/index.ts'

/** A form is due. It does not say which: the name of a form can give an illness away. */
export const formWaitsWords = (): Rendering[] => [
  {
    form: 'plain',
    language: 'en',
    subject: 'Some questions wait for you',
    body:
      'It is time for some questions on how you are doing. It takes a few minutes. You can leave it, ' +
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
    body: 'Mae’n bryd ateb cwestiynau am sut rydych. Gallwch ei adael.',
  },
]

/** Staff typed in what the person wrote on paper. It does not say which form. */
export const typedForYouWords = (name: string): Rendering[] => [
  {
    form: 'plain',
    language: 'en',
    subject: 'Your answers from paper are here',
    body:
      `${name} typed in what you wrote on paper. Look if it is what you wrote. If it is not, tell ` +
      'them, and fill it in again yourself.',
  },
  {
    form: 'easy-read',
    language: 'en',
    subject: 'Your answers from paper',
    body: `${name} put your answers in.\n\nPlease look if they are right.`,
  },
  {
    form: 'plain',
    language: 'cy',
    subject: 'Mae eich atebion o bapur yma',
    body: `Teipiodd ${name} yr hyn a ysgrifennoch ar bapur. Edrychwch a yw’n iawn.`,
  },
]

/** Staff ask for a form every so many weeks. It does not say which. */
export const askedByStaffWords = (name: string): Rendering[] => [
  {
    form: 'plain',
    language: 'en',
    subject: `${name} would like to know how you are doing`,
    body:
      'They ask you to answer some questions now and then. You can answer, leave it, or stop it: ' +
      'it is yours to choose.',
  },
  {
    form: 'easy-read',
    language: 'en',
    subject: `${name} has questions for you`,
    body: 'They want to know how you are.\n\nYou can answer.\n\nYou can say no.',
  },
  {
    form: 'plain',
    language: 'cy',
    subject: `Hoffai ${name} wybod sut rydych`,
    body: 'Maent yn gofyn i chi ateb cwestiynau nawr ac yn y man. Gallwch ei atal.',
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
