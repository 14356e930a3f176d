// The words of decision aids as catalogues: English everywhere, Welsh for titles and first steps.
import { catalogue } from '../../web/index.ts'
import { aidEnglish } from './aid-en.ts'
import { aidWorkEnglish } from './aid-work-en.ts'

export const aidWords = catalogue(aidEnglish, {
  title: 'Help i benderfynu',
  noTrace:
    'Gallwch eu darllen heb fewngofnodi. Ni chedwir dim amdanoch oni bai eich bod yn gofyn am hynny.',
  compare: 'Y dewisiadau ochr yn ochr',
  good: 'Beth sy’n dda amdano',
  bad: 'Beth sy’n ddrwg amdano',
  like: 'Sut brofiad yw',
  mark: 'Nodi beth sy’n bwysig i mi',
  markTitle: 'Beth sy’n bwysig i chi?',
  see: 'Gweld beth sy’n dilyn',
  backToList: 'Pob cymorth i benderfynu',
})

/** Pages for editors: their titles and first steps in Welsh. */
export const aidWorkWords = catalogue(aidWorkEnglish, {
  title: 'Cymorth i benderfynu: i olygyddion',
  source: 'Testun y cymorth',
  check: 'Gwirio a rhagolwg',
  findings: 'Beth i’w gywiro',
  publish: 'Cyhoeddi’r fersiwn hon',
  preview: 'Rhagolwg',
  there: 'Y cymorth sydd yno',
  withdrawTitle: (title: string) => `Tynnu “${title}” yn ôl`,
})
