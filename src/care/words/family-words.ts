// The words of the family view as a catalogue: English everywhere, Welsh for titles.
import { catalogue } from '../../web/index.ts'
import { familyEnglish } from './family-en.ts'

export const familyWords = catalogue(familyEnglish, {
  title: 'Ein cynlluniau ochr yn ochr',
  notAll: 'Efallai nad dyma’r cyfan.',
})

export type FamilyWords = ReturnType<(typeof familyWords)['in']>
