// What people are told about a promise: in plain words, in easy read, and in Welsh.
import type { Day } from '../../basics/index.ts'
import { formatDueDay } from '../../web/index.ts'

type Words = { form: string; language: string; subject: string; body: string }

/** The day passed and nothing was said to be done. */
export const lapsedWords = (promiser: string, says: string, due: Day): Words[] => [
  {
    form: 'plain',
    language: 'en',
    subject: 'A promise to you is late',
    body:
      `${promiser} promised: “${says}” The day was ${formatDueDay(due, 'en')}. They have not ` +
      'said that it is done. You can see what to do next on the page of this promise.',
  },
  {
    form: 'easy-read',
    language: 'en',
    subject: 'A promise is late',
    body:
      `${promiser} made a promise to you.\n\nThey said: “${says}”\n\nThe day was ` +
      `${formatDueDay(due, 'en')}.\n\nThe day is over.\n\nOpen the promise to see what you can ` +
      'do.',
  },
  {
    form: 'plain',
    language: 'cy',
    subject: 'Mae addewid i chi yn hwyr',
    body:
      `Addawodd ${promiser}: “${says}” Y dyddiad oedd ${formatDueDay(due, 'cy')}. Nid ydynt ` +
      'wedi dweud ei fod wedi’i wneud. Gallwch weld beth i’w wneud nesaf ar dudalen yr ' +
      'addewid hwn.',
  },
]

/** Somebody says that it is done: those who asked are asked. */
export const saidDoneWords = (says: string): Words[] => [
  {
    form: 'plain',
    language: 'en',
    subject: 'Did this happen?',
    body:
      `You asked for this: “${says}” They say that it is done. Only you can say whether it ` +
      'happened: yes, no or not yet.',
  },
  {
    form: 'easy-read',
    language: 'en',
    subject: 'Did this happen?',
    body:
      `You asked for something.\n\nIt was: “${says}”\n\nThey say it is done.\n\nDid it ` +
      'happen?\n\nYou can say yes, no or not yet.',
  },
  {
    form: 'plain',
    language: 'cy',
    subject: 'A ddigwyddodd hyn?',
    body:
      `Gofynnoch am hyn: “${says}” Maen nhw’n dweud ei fod wedi’i wneud. Dim ond chi all ` +
      'ddweud a ddigwyddodd: do, naddo neu ddim eto.',
  },
]
