// The catalogue of correcting the record: English, and Welsh for its titles.
import { catalogue } from '../../web/index.ts'
import { correctionEnglish } from './correction-en.ts'

export const correctionWords = catalogue(correctionEnglish)

export type CorrectionWords = ReturnType<typeof correctionWords.in>
