// The words of the family view as a catalogue: English everywhere, Welsh for titles.
import { catalogue } from '../../web/index.ts'
import { familyEnglish } from './family-en.ts'

export const familyWords = catalogue(familyEnglish, {
  title: 'Ein cynlluniau ochr yn ochr',
  parts: {
    contingency: 'Pan aiff pethau o chwith',
    need: 'Beth mae angen help arnynt gydag ef',
    goal: 'Beth maen nhw ei eisiau',
    strength: 'Beth maen nhw’n dda am ei wneud',
    'supporting-plan': 'Cynlluniau ategol',
  },
  notAll: 'Efallai nad dyma’r cyfan.',
})

export type FamilyWords = ReturnType<(typeof familyWords)['in']>
