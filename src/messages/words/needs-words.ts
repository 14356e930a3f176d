// The catalogue of communication needs, in English and Welsh.
import { catalogue } from '../../web/index.ts'
import { needsWelsh } from './needs-cy.ts'
import { needsEnglish } from './needs-en.ts'

export const needsWords = catalogue(needsEnglish, needsWelsh)

export type NeedsWords = ReturnType<typeof needsWords.in>
