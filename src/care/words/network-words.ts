// The words of the map of a network as a catalogue: English everywhere, Welsh for titles and keys.
import { catalogue } from '../../web/index.ts'
import { networkEnglish } from './network-en.ts'

export const networkWords = catalogue(networkEnglish, {
  title: 'Y bobl o’m cwmpas',
  titleOf: (name: string) => `Y bobl o gwmpas ${name}`,
  notAll: 'Efallai nad dyma’r cyfan.',
  me: 'Fi',
  pictureTitle: 'Map mewn tri chylch',
  rings: { 1: 'Agosaf', 2: 'Agos', 3: 'Pellach' },
  supports: {
    illness: 'Help gyda salwch',
    everyday: 'Help bob dydd',
    emotional: 'Cysur a chwmni',
  },
  sorts: {
    kin: 'Teulu',
    friends: 'Ffrindiau a chymdogion',
    community: 'Grwpiau a lleoedd',
    professionals: 'Pobl wrth eu gwaith',
    pets: 'Anifeiliaid',
  },
  add: 'Ychwanegu rhywun',
  addTitle: 'Pwy neu beth hoffech ei ychwanegu?',
  compareTitle: 'Cyn ac wedyn',
  asked: { title: 'Mapiau rydych chi arnynt' },
})

export type NetworkWords = ReturnType<(typeof networkWords)['in']>
