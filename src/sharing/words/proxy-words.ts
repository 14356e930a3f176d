// The catalogue of acting for others: English, and Welsh for what titles and navigation say.
import { catalogue } from '../../web/index.ts'
import { proxyEnglish } from './proxy-en.ts'

export const proxyWords = catalogue(proxyEnglish)

export type ProxyWords = ReturnType<typeof proxyWords.in>
