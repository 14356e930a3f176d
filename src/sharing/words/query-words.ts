// The catalogue of looks that a person does not recognise: English, and Welsh for its titles.
import { catalogue } from '../../web/index.ts'
import { queryEnglish } from './query-en.ts'

export const queryWords = catalogue(queryEnglish, {
  door: { link: 'Nid wyf yn adnabod yr edrychiad hwn' },
  ask: { title: 'Nid wyf yn adnabod yr edrychiad hwn' },
  list: { title: 'Edrychiadau y gofynnais amdanynt', link: 'Edrychiadau y gofynnais amdanynt' },
  one: { title: 'Edrychiad nad ydych yn ei adnabod' },
  work: { title: 'Edrychiadau i’w hesbonio', back: 'Edrychiadau i’w hesbonio' },
})

export type QueryWords = ReturnType<typeof queryWords.in>
