// The words of the pages about how a person is doing, with their titles in Welsh.
import { catalogue } from '../../web/index.ts'
import { outcomesEnglish } from './outcomes-en.ts'

export const outcomesWords = catalogue(outcomesEnglish, {
  title: 'Sut rydw i',
  back: 'Sut rydw i',
  titleOf: (name: string) => `Sut mae ${name}`,
  notAll: 'Efallai nad dyma’r cyfan.',
  own: { heading: 'Yr hyn rydw i eisiau' },
  ideas: { title: 'Yr hyn mae eraill ei eisiau' },
  bring: { title: 'Dod â’ch atebion fel ffeil' },
  forms: { heading: 'Ffurflenni', check: 'Gwirio eich atebion' },
  talk: {
    title: 'Does dim rhaid i chi fod ar eich pen eich hun gyda hyn',
    call999: 'Ffoniwch 999',
    or999: 'Neu ewch i’r adran damweiniau ac achosion brys agosaf.',
    call111: 'Ffoniwch 111',
    or111: 'Dewiswch yr opsiwn iechyd meddwl, ddydd neu nos.',
    samaritans: 'Ffoniwch y Samariaid ar 116 123',
    orSamaritans: 'Ddydd neu nos. Mae am ddim.',
  },
})
