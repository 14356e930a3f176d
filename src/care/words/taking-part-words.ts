// The words of taking part as a catalogue: English everywhere, Welsh for titles and names.
import { catalogue } from '../../web/index.ts'
import { takingPartEnglish } from './taking-part-en.ts'

export const takingPartWords = catalogue(takingPartEnglish, {
  title: 'Fy rhan i yn fy ngofal',
  names: {
    plan: 'Fy nghynllun',
    visits: 'Fy ymweliadau',
    offered: 'Beth gynigiwyd i mi',
    information: 'Rhywbeth i’w ddarllen',
    network: 'Y bobl o’m cwmpas',
    meetings: 'Cyfarfodydd rhwydwaith',
    decisions: 'Fy mhenderfyniadau',
    aids: 'Cymhorthion penderfynu',
    sharing: 'Pwy gaiff ei weld',
  },
  ways: {
    plan: 'Cynllun',
    network: 'Y bobl o’u cwmpas',
    visits: 'Ymweliadau',
    information: 'Anfonwyd i’w ddarllen',
    meetings: 'Cyfarfodydd rhwydwaith',
  },
})

export type TakingPartWords = ReturnType<(typeof takingPartWords)['in']>
