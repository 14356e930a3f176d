// The words of putting somebody's details right.
import { catalogue } from '../../web/index.ts'

export const detailsWords = catalogue(
  {
    title: 'Put somebody’s details right',
    link: 'Put somebody’s details right',
    lead: 'A name, a date of birth or an NHS number that was recorded wrongly.',
    find: 'Find the person',
    findLead:
      'Enter what you know for sure: the NHS number, or the name and the date of birth just as ' +
      'they stand here.',
    number: 'NHS number',
    numberHint: '10 digits, such as 999 000 0018',
    name: 'Name',
    born: 'Date of birth',
    bornName: 'Date of birth',
    enterOne: 'Enter the NHS number, or the name and the date of birth',
    notFound: 'Nobody here has exactly that. Check each letter and number.',
    tooLong: 'Enter at most 100 characters',
    look: 'Find',
    receipt: 'They see on “Who looked” that you were here, and why.',
    of: (name: string) => `Details of ${name}`,
    change: 'What is right',
    changeLead: 'Change only what is wrong. What stood there is kept, and the person is told.',
    reason: 'How do you know?',
    reasonHint: 'Such as: I saw her passport. The person reads this',
    enterName: 'Enter the name',
    enterReason: 'Enter how you know what is right',
    reasonTooLong: 'Enter at most 1,000 characters',
    go: 'Continue',
    check: 'Check before you change it',
    checkLead: 'Birthdays decide who may act for a child, and whose sign-in fits. Look once more.',
    was: 'It is now',
    becomes: 'It will be',
    notKnown: 'Not known here',
    what: { name: 'Name', birthDate: 'Date of birth', nhsNumber: 'NHS number' },
    save: 'Change it and tell them',
    back: 'Do not change it',
    done: 'It is changed. They are told, and see what stood there before and why it was changed.',
    earlier: 'What was put right before',
    earlierNone: 'Nothing was put right yet.',
  },
  { title: 'Cywiro manylion rhywun', link: 'Cywiro manylion rhywun' },
)

export type DetailsWords = ReturnType<typeof detailsWords.in>
