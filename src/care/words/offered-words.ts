// The words of what was offered as a catalogue: English everywhere, Welsh for titles.
import { catalogue } from '../../web/index.ts'
import { offeredEnglish } from './offered-en.ts'

export const offeredWords = catalogue(offeredEnglish, {
  title: 'Beth gynigiwyd i mi',
  add: 'Dweud beth gynigiwyd i mi',
  addTitle: 'Beth gynigiwyd i chi?',
  toldTitle: (condition: string) => `Beth gynigiwyd i mi: ${condition}`,
  back: 'Beth gynigiwyd i mi',
})

export type OfferedWords = ReturnType<(typeof offeredWords)['in']>
