// The words of bringing records in, with what there is in Welsh.
import { catalogue } from '../../web/index.ts'
import { bringingEn } from './bringing-en.ts'

export const bringingWords = catalogue(bringingEn, {
  bring: {
    title: 'Dod â chofnodion i mewn',
    chooseFile: 'Dewiswch ffeil',
  },
  preview: { title: 'Beth sydd yn eich ffeil', drop: 'Gollwng' },
  imports: { title: 'Beth ddaeth i mewn', file: 'Ffeil', when: 'Pryd' },
})
