// Information that can be sent as it stands: our words, where to read more, its review date.
import type { Day } from '../../../basics/index.ts'
import type { SupportCode } from '../offered/nine-supports.ts'
import type { Item } from './information.ts'

const reviewBy = '2028-11-01' as Day
const own = 'Coproduce, in our own words. More on the NHS website'
const nhs = 'https://www.nhs.uk'

/** What the site, a clinician or a peer can send. The text of each is measured by a test. */
export const items: readonly Item[] = [
  {
    code: 'type-2-diabetes-first-weeks',
    title: 'Newly told of diabetes: the first weeks',
    says:
      'You have just been told that you have type 2 diabetes. It means that there is too much ' +
      'sugar in your blood. You do not have to change all of your life this week.\n' +
      'Most people start with two things: food and moving more. A short walk each day is a good ' +
      'start. Many people take tablets as well.\n' +
      'You should be asked to a course where you can learn more and meet others. You ' +
      'should have ' +
      'your eyes, feet and blood checked each year.\n' +
      'Write down what you want to ask, and take it with you.',
    source: own,
    address: `${nhs}/conditions/type-2-diabetes/`,
    reviewBy,
  },
  {
    code: 'copd-keeping-well',
    title: 'COPD: keeping well in the cold months',
    says:
      'COPD is a disease of the lungs. Colds and the flu can make it much worse, so ' +
      'ask about the ' +
      'jabs that you can have.\n' +
      'Keep the rooms you live in warm. Keep moving, even if it is only a little. Take your ' +
      'inhaler as you were shown, and ask to be shown again.\n' +
      'If you have a rescue pack at home, know when to start it and whom to tell.\n' +
      'If you are much more short of breath than you are used to, call 111. Call 999 if you ' +
      'cannot speak in whole words.',
    source: own,
    address: `${nhs}/conditions/chronic-obstructive-pulmonary-disease-copd/`,
    reviewBy,
  },
  {
    code: 'care-plans',
    title: 'A care and support plan of your own',
    says:
      'A care and support plan says what matters to you, what you want to reach, and who does ' +
      'what by when. You write it with the people who help you. It is yours.\n' +
      'Nothing is in it until you have said yes to it. You can change your mind, and ' +
      'you can ask ' +
      'for it to be looked at again at any time.\n' +
      'You can ask your surgery, your nurse or your social worker for one. Say: I would like to ' +
      'make a care and support plan.',
    source: own,
    address: `${nhs}/conditions/social-care-and-support-guide/`,
    reviewBy,
  },
  {
    code: 'personal-health-budgets',
    title: 'Personal health budgets',
    says:
      'A personal health budget is money for your care, and you help to choose how it is spent. ' +
      'The sum and what it is for are written in a plan that you agree with.\n' +
      'Some people have a right to ask for one: for example, if they get NHS continuing ' +
      'healthcare, or use a wheelchair. Others can ask too.\n' +
      'You can hold the money, or somebody can hold it for you. Ask your care team ' +
      'what there is ' +
      'where you live.',
    source: own,
    address: `${nhs}/nhs-services/help-with-health-costs/`,
    reviewBy,
  },
  {
    code: 'others-like-me',
    title: 'Meeting others who live with it too',
    says:
      'People who live with the same illness know things that are in no book. They ' +
      'know what a bad ' +
      'day is like, and what got them through it.\n' +
      'Some meet in a group near you. Some meet online or talk on the phone. You can listen at ' +
      'first, and say something when you want to.\n' +
      'Ask your surgery if there is a group, or ask the link worker. Many charities have one.',
    source: own,
    address: null,
    reviewBy,
  },
  {
    code: 'looking-after-somebody',
    title: 'If you look after somebody',
    says:
      'Do you help a person who could not manage without you? Then you are a carer, ' +
      'and you have ' +
      'rights of your own.\n' +
      'You can ask the council to look at what you need. This is called a carer’s ' +
      'assessment. It ' +
      'is free, and it is about you, not about the person you help.\n' +
      'You can tell your own surgery that you are a carer. You can ask for a break. ' +
      'Looking after ' +
      'yourself is part of looking after them.',
    source: own,
    address: `${nhs}/conditions/social-care-and-support-guide/support-and-benefits-for-carers/`,
    reviewBy,
  },
  {
    code: 'getting-the-most-from-a-visit',
    title: 'Getting the most from a visit',
    says:
      'A visit is short. It goes better if you know what you want from it.\n' +
      'Before you go, write down what matters most to you and what worries you. Choose ' +
      'the three ' +
      'questions that you must have answered, and put them first.\n' +
      'Take somebody with you if you like. Ask them to write things down. If you do not ' +
      'understand a word, say so: it is their job to say it in another way.\n' +
      'Before you leave, ask what happens next and whom you can call.',
    source: own,
    address: null,
    reviewBy,
  },
]

export const itemCoded = (code: string): Item | null =>
  items.find((one) => one.code === code) ?? null

/** What the site sends when somebody asks for what they were not offered. */
export const itemForGap: Readonly<Partial<Record<SupportCode, string>>> = {
  'care-plan': 'care-plans',
  'personal-budget': 'personal-health-budgets',
  peer: 'others-like-me',
  'single-contact': 'getting-the-most-from-a-visit',
  information: 'getting-the-most-from-a-visit',
}
