// The catalogue of sharing: English, until somebody translates it.
import { catalogue } from '../../web/index.ts'
import { shareEnglish } from './share-en.ts'

export const shareWords = catalogue(shareEnglish)

export type ShareWords = ReturnType<typeof shareWords.in>
