// PHQ-9 and GAD-7: their exact words, free to use, and the same four answers to each question.
import { asDay } from '../../basics/index.ts'
import type { Choice, Form, Item } from './form.ts'
import { ownModes } from './own-modes.ts'

const choice = (value: string, en: string): Choice => ({ value, says: { en } })

const howOften: readonly Choice[] = [
  choice('0', 'Not at all'),
  choice('1', 'Several days'),
  choice('2', 'More than half the days'),
  choice('3', 'Nearly every day'),
]

/** May be left out: nobody has to answer, and a set that is not whole is not added up. */
const item = (id: string, en: string): Item => ({
  id,
  kind: 'one',
  required: false,
  says: { en },
  choices: howOften,
})

const low = [
  item('interest', 'Little interest or pleasure in doing things'),
  item('mood', 'Feeling down, depressed, or hopeless'),
  item('sleep', 'Trouble falling or staying asleep, or sleeping too much'),
  item('energy', 'Feeling tired or having little energy'),
  item('appetite', 'Poor appetite or overeating'),
  item(
    'failure',
    'Feeling bad about yourself — or that you are a failure or have let yourself or your family ' +
      'down',
  ),
  item(
    'concentration',
    'Trouble concentrating on things, such as reading the newspaper or watching television',
  ),
  item(
    'movement',
    'Moving or speaking so slowly that other people could have noticed? Or the opposite — being ' +
      'so fidgety or restless that you have been moving around a lot more than usual',
  ),
  item('harm', 'Thoughts that you would be better off dead or of hurting yourself in some way'),
]

const worried = [
  item('nervous', 'Feeling nervous, anxious or on edge'),
  item('stop-worrying', 'Not being able to stop or control worrying'),
  item('worry-much', 'Worrying too much about different things'),
  item('relax', 'Trouble relaxing'),
  item('restless', 'Being so restless that it is hard to sit still'),
  item('irritable', 'Becoming easily annoyed or irritable'),
  item('afraid', 'Feeling afraid as if something awful might happen'),
]

/** Asked only of somebody who has any of the problems, and not part of the total. */
const difficulty = (items: readonly Item[]): Item => ({
  id: 'difficulty',
  kind: 'one',
  required: false,
  says: {
    en:
      'If you checked off any problems, how difficult have these problems made it for you to do ' +
      'your work, take care of things at home, or get along with other people?',
  },
  when: { any: items.map(({ id }) => ({ item: id, compared: '>', to: 0 })) },
  choices: [
    choice('0', 'Not difficult at all'),
    choice('1', 'Somewhat difficult'),
    choice('2', 'Very difficult'),
    choice('3', 'Extremely difficult'),
  ],
})

const base = {
  version: 1,
  preface: {
    en: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
  },
  modes: ownModes,
  from: asDay('2010-07-23'),
  until: null,
  licence: {
    name: 'No permission required to reproduce, translate, display or distribute',
    holder:
      'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, ' +
      'with an educational grant from Pfizer Inc.',
  },
  confirmed: null,
} as const

/** @source Pfizer, press release of 23 July 2010 (no copyright restriction); facts, part 15 */
export const overTwoWeeks: readonly Form[] = [
  {
    ...base,
    code: 'phq-9',
    title: { en: 'How your mood has been (PHQ-9)' },
    items: [...low, difficulty(low)],
    source: 'Patient Health Questionnaire, PHQ-9; the footer of the current form is not read yet',
    scoring: { by: 'phq-9', items: low.map(({ id }) => id) },
  },
  {
    ...base,
    code: 'gad-7',
    title: { en: 'How worried you have been (GAD-7)' },
    items: [...worried, difficulty(worried)],
    source: 'Generalised Anxiety Disorder scale, GAD-7; the footer of the form is not read yet',
    scoring: { by: 'gad-7', items: worried.map(({ id }) => id) },
  },
]
