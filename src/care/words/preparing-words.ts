// The words of preparing for a visit as a catalogue: English everywhere, Welsh for titles.
import { catalogue } from '../../web/index.ts'
import { preparingEnglish } from './preparing-en.ts'

export const preparingWords = catalogue(preparingEnglish, {
  title: 'Fy ymweliadau',
  titleOf: (name: string) => `Ymweliadau ${name}`,
  notAll: 'Efallai nad dyma’r cyfan.',
  add: 'Ychwanegu ymweliad',
  addTitle: 'Pa ymweliad sydd o’ch blaen?',
  prepareTitle: 'Beth ydych chi ei eisiau o’r ymweliad hwn?',
  back: 'Fy ymweliadau',
})

export type PreparingWords = ReturnType<(typeof preparingWords)['in']>
