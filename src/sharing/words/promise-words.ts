// The words of promising something to a person: the page, and what they are told.
import type { Day } from '../../basics/index.ts'
import type { Rendering } from '../../messages/index.ts'
import { catalogue, formatDueDay } from '../../web/index.ts'

export const promiseWords = catalogue(
  {
    title: (person: string) => `Promise ${person} something`,
    lead: 'You promise it for your organisation. Only the person can say that it was kept.',
    says: 'What do you promise?',
    saysHint: 'One thing, in plain words. For example: We will ring you with your results.',
    due: 'By which day?',
    send: 'Make this promise',
    sayMissing: 'Write what you promise',
    dayName: 'The day',
    dayMissing: 'Enter the day by which it is done',
    tooLong: 'Use 2,000 characters or fewer',
    link: 'Promise them something',
  },
  { link: 'Addo rhywbeth iddynt' },
)

export type PromiseWords = ReturnType<typeof promiseWords.in>

/** The person hears that something was promised; what it is stands on the page it leads to. */
export const promisedWords = (who: string, due: Day): Rendering[] => [
  {
    form: 'plain',
    language: 'en',
    subject: 'Something was promised to you',
    body:
      `${who} promised you something, to be done by ${formatDueDay(due, 'en')}. Open it to read ` +
      'it. When it is said to be done, you are asked whether it happened.',
  },
  {
    form: 'easy-read',
    language: 'en',
    subject: 'A promise to you',
    body:
      `${who} promised you something.\n\nIt is to be done by ${formatDueDay(due, 'en')}.\n\n` +
      'You can say if it happened.',
  },
  {
    form: 'plain',
    language: 'cy',
    subject: 'Addawyd rhywbeth i chi',
    body: `Addawodd ${who} rywbeth i chi, i’w wneud erbyn ${formatDueDay(due, 'cy')}.`,
  },
]
