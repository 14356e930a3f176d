// The words of the pages on which a record is seen, in English, and in Welsh where they stand most.
import { catalogue } from '../../web/index.ts'
import { seeingEnglish } from './seeing-en.ts'

export const seeingWords = catalogue(seeingEnglish, {
  goTimeline: 'Popeth ar linell amser',
  problems: 'Problemau a chyflyrau',
  medicines: 'Meddyginiaethau',
  allergies: 'Alergeddau ac adweithiau gwael',
  planned: 'Beth sydd wedi’i gynllunio',
  latest: 'Canlyniadau a mesuriadau diweddaraf',
  own: 'Yr hyn a ysgrifennais i',
  documents: 'Llythyrau a dogfennau',
  team: 'Pwy sydd yn fy nhîm',
  things: 'Canlyniadau a mesuriadau',
  goPrint: 'Argraffu',
  older: 'Cofnodion hŷn',
  newer: 'Cofnodion mwy newydd',
})

export type SeeingWords = ReturnType<typeof seeingWords.in>
