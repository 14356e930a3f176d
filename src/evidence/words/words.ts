// The words of evidence as a catalogue: English everywhere, Welsh for titles and headings.
import { catalogue } from '../../web/index.ts'
import { evidenceEnglish } from './evidence-en.ts'

export const words = catalogue(evidenceEnglish, {
  title: (name: string) => `Tystiolaeth: ${name}`,
  sections: {
    heard: 'Beth a glywyd',
    answered: 'Sut yr atebwyd',
    changed: 'Beth newidiodd',
    unheard: 'Pwy na chlywyd',
    reports: 'Adroddiadau a’u hargymhellion',
    figures: 'Beth ddywedodd pobl pan ofynnwyd iddynt',
  },
  factsTitle: 'Y ffeithiau y mae’n seiliedig arnynt',
  take: 'Ewch ag ef gyda chi',
  noPack: 'Nid oes pecyn eto',
})
