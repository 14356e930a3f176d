// ONS4: the four questions about personal wellbeing, word for word, each from 0 to 10.
import { asDay } from '../../basics/index.ts'
import type { Form, Item } from './form.ts'
import { ownModes } from './own-modes.ts'

const item = (id: string, en: string): Item => ({
  id,
  kind: 'number',
  required: false,
  least: 0,
  most: 10,
  says: { en },
  hint: {
    en:
      id === 'anxious'
        ? '0 is not at all anxious, 10 completely'
        : '0 is not at all, 10 completely',
  },
})

const items = [
  item('satisfied', 'Overall, how satisfied are you with your life nowadays?'),
  item(
    'worthwhile',
    'Overall, to what extent do you feel that the things you do in your life are worthwhile?',
  ),
  item('happy', 'Overall, how happy did you feel yesterday?'),
  item(
    'anxious',
    'On a scale where 0 is “not at all anxious” and 10 is “completely anxious”, overall, how ' +
      'anxious did you feel yesterday?',
  ),
]

/**
 * The standard asks from 0 to 10.
 * @source Government Analysis Function, Personal wellbeing, harmonised standard, 19 May 2020;
 *   facts, parts 11 and 15
 */
export const personalWellbeing: readonly Form[] = [
  {
    code: 'ons4',
    version: 1,
    title: { en: 'How your life is going (ONS4)' },
    preface: {
      en:
        'Next I would like to ask you four questions about your feelings on aspects of your ' +
        'life. There are no right or wrong answers. For each of these questions I’d like you to ' +
        'give an answer on a scale of 0 to 10, where 0 is “not at all” and 10 is “completely”.',
    },
    items,
    modes: ownModes,
    from: asDay('2020-05-19'),
    until: null,
    licence: {
      name: 'Open Government Licence 3.0 (to be confirmed)',
      holder: 'Crown copyright, Office for National Statistics',
    },
    source: 'Government Analysis Function, Personal wellbeing, 19 May 2020',
    confirmed: null,
    scoring: { by: 'ons4', items: items.map(({ id }) => id) },
  },
]
