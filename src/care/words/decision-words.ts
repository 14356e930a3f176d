// The words of decisions as a catalogue: English everywhere, Welsh for titles and first steps.
import { catalogue } from '../../web/index.ts'
import { decisionEnglish } from './decision-en.ts'

export const decisionWords = catalogue(decisionEnglish, {
  title: 'Penderfyniadau',
  titleOf: (name: string) => `Penderfyniadau ${name}`,
  begin: 'Dechrau penderfyniad',
  beginTitle: 'Beth sydd i’w benderfynu?',
  states: {
    'in progress': 'Ar y gweill, does dim wedi’i benderfynu eto',
    valid: 'Penderfynwyd gyda’n gilydd',
    cancelled: 'Wedi’i ganslo',
  },
  chooseForm: { title: 'Beth ydych chi’n ei ddewis?' },
  afterwards: 'A fyddech chi’n dewis hyn eto?',
  back: 'Penderfyniadau',
})
