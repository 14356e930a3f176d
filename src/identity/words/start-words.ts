// The catalogue of the start, home and sign-in pages: English and Welsh joined.
import { catalogue } from '../../web/index.ts'
import { startWelsh } from './start-cy.ts'
import { startEnglish } from './start-en.ts'

export const startWords = catalogue(startEnglish, startWelsh)

export type StartWords = ReturnType<typeof startWords.in>
