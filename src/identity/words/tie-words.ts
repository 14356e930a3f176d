// The words on the pages where two people come to be linked, and where details are changed.
import { catalogue } from '../../web/index.ts'

export const tieWords = catalogue(
  {
    link: 'Link with somebody',
    enterLink: 'I was given a code',
    details: 'Change how to reach you',
    make: {
      title: 'Link with somebody',
      lead: 'Say what they are to you. You get a code to give them. Nothing is linked before they use it.',
      why: 'Being linked shares nothing. It lets you choose them by name when you share something.',
      what: 'What are they to you?',
      kinds: {
        'carer helper': 'They care for me',
        'carer helped': 'I care for them',
        family: 'We are family',
        'key-worker helper': 'They are my key worker',
        'key-worker helped': 'I am their key worker',
      },
      proxy: 'Shall they act for you, or you for them? That is decided on another page.',
      proxyLink: 'Acting for others',
      until: 'The last day (if you know it)',
      untilName: 'The last day',
      dayMissing: 'Enter a day',
      past: 'The last day must be today or later',
      send: 'Make a code',
      missing: 'Select what they are to you',
      made: 'Your code',
      madeLead: 'Give it only to the person you mean. It is shown only now.',
      madeNext: (days: number) =>
        `They sign in here, open “About me”, choose “I was given a code”, and enter it. It works once, for ${days} days.`,
      done: 'I have kept it',
    },
    enter: {
      title: 'I was given a code',
      lead: 'Somebody gave you a code so that you two can be linked here.',
      code: 'The code',
      codeHint: 'It has 16 letters and numbers, like 7K2M-Q9XA-3B4C-D5EF',
      codeMissing: 'Enter the code you were given',
      codeLong: 'The code has 16 letters and numbers',
      next: 'See who it is from',
      asks: (name: string) => `Link with ${name}?`,
      shares: 'Being linked shares nothing of yours. Either of you can end it at once.',
      until: (day: string) => `Until ${day}`,
      yes: (name: string) => `Yes, link with ${name}`,
      no: 'No, leave it',
    },
    contact: {
      title: 'How to reach you',
      lead: 'Where we send word that a message waits. Nothing of your health is ever in it.',
      email: 'Email',
      phone: 'Phone',
      address: 'Address',
      emailWrong: 'Enter an email address, like name@example.com',
      phoneWrong: 'Enter a phone number with 7 to 15 digits, like 07700 900123',
      long: 'Use 300 characters or fewer',
      empty: 'You can leave any of these empty.',
      save: 'Save',
      rest: 'Your name, date of birth and NHS number come from your GP practice. If one is wrong, tell them. They can put it right.',
    },
  },
  {
    link: 'Cysylltu â rhywun',
    enterLink: 'Cefais god',
    details: 'Newid sut i’ch cyrraedd',
    make: { title: 'Cysylltu â rhywun', made: 'Eich cod' },
    enter: { title: 'Cefais god' },
    contact: { title: 'Sut i’ch cyrraedd' },
  },
)

export type TieWords = ReturnType<typeof tieWords.in>
