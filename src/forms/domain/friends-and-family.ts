// The Friends and Family Test: its exact words by date, and how its figures are worked out.
// Easy read words are ours. There is no Welsh: the test is asked in England.
import { asDay } from '../../basics/index.ts'
import type { Choice, Form, Item } from './form.ts'

const choice = (value: string, en: string): Choice => ({ value, says: { en } })

/** In the order of the national returns. @source NHS England, FFT Pipeline, June 2026 (F2.2) */
const experience: readonly Choice[] = [
  choice('very-good', 'Very good'),
  choice('good', 'Good'),
  choice('neither', 'Neither good nor poor'),
  choice('poor', 'Poor'),
  choice('very-poor', 'Very poor'),
  choice('dont-know', 'Don’t know'),
]

const likelihood: readonly Choice[] = [
  choice('extremely-likely', 'Extremely likely'),
  choice('likely', 'Likely'),
  choice('neither', 'Neither likely nor unlikely'),
  choice('unlikely', 'Unlikely'),
  choice('extremely-unlikely', 'Extremely unlikely'),
  choice('dont-know', 'Don’t know'),
]

/** @source NHS England, FFT Pipeline, June 2026: the modes counted (F2.15) */
const modes = [
  { code: 'sms', says: 'Text message' },
  { code: 'electronic-at-discharge', says: 'On a screen when leaving' },
  { code: 'electronic-at-home', says: 'On a screen at home' },
  { code: 'paper-at-discharge', says: 'On paper when leaving' },
  { code: 'paper-at-home', says: 'On paper at home' },
  { code: 'telephone', says: 'By telephone' },
  { code: 'online', says: 'On this website' },
  { code: 'other', says: 'In another way' },
]

const why: Item = {
  id: 'why',
  kind: 'text',
  longest: 2_000,
  required: false,
  says: {
    en: 'Please can you tell us why you gave your answer?',
    easy: 'Why did you choose this answer?',
  },
}

const publish: Item = {
  id: 'publish',
  kind: 'one',
  required: false,
  says: {
    en: 'May the service show to others what you wrote?',
    easy: 'Can other people read what you wrote?',
  },
  choices: [choice('yes', 'Yes'), choice('no', 'No')],
}

const licence = { name: 'Open Government Licence 3.0 (to be confirmed)', holder: 'Crown copyright' }

/** @source NHS England, Using the Friends and Family Test; facts F2.1, F2.2, F2.7, F2.8 */
export const friendsAndFamily: readonly Form[] = [
  {
    code: 'friends-and-family',
    version: 1,
    title: { en: 'Friends and Family Test' },
    preface: { en: 'Thinking about {about}' },
    items: [
      {
        id: 'experience',
        kind: 'one',
        required: true,
        says: {
          en:
            'How likely are you to recommend our service to friends and family if they needed ' +
            'similar care or treatment?',
        },
        choices: likelihood,
      },
      why,
    ],
    modes,
    from: asDay('2013-04-01'),
    until: asDay('2020-03-31'),
    licence,
    source: 'NHS England, the question until March 2020 (facts F2.8); its first day is not read',
    confirmed: null,
  },
  {
    code: 'friends-and-family',
    version: 2,
    title: { en: 'Friends and Family Test' },
    preface: {
      en: 'Thinking about {about}',
      easy: 'Think about {about}',
    },
    items: [
      {
        id: 'experience',
        kind: 'one',
        required: true,
        says: {
          en: 'Overall, how was your experience of our service?',
          easy: 'How was our service?',
        },
        choices: experience,
      },
      why,
      publish,
    ],
    modes,
    from: asDay('2020-04-01'),
    until: null,
    licence,
    source: 'NHS England, the question since 1 April 2020 (facts F2.1, F2.2, F2.7)',
    confirmed: null,
  },
]

/** When it is not asked. @source facts F2.7; the list of bereavements is policy here */
export const neverAskedAfter = [
  { code: 'baby-lost', says: 'A miscarriage, or a baby who was born dead' },
  { code: 'bereaved', says: 'Somebody close to them has just died' },
] as const
