// The words of information as a catalogue: English everywhere, Welsh for titles and answers.
import { catalogue } from '../../web/index.ts'
import { informationEnglish } from './information-en.ts'

export const informationWords = catalogue(informationEnglish, {
  title: 'Rhywbeth i’w ddarllen',
  notAll: 'Efallai nad dyma’r cyfan.',
  didItHelp: 'A oedd hyn o help?',
  helpedChoices: { yes: 'Oedd', partly: 'Yn rhannol', no: 'Nac oedd' },
  back: 'Rhywbeth i’w ddarllen',
})

export type InformationWords = ReturnType<(typeof informationWords)['in']>
