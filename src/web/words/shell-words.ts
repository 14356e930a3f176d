// The catalogue of the shell: English and Welsh joined.
import type { Language } from '../route.ts'
import { catalogue } from './catalogue.ts'
import { welsh } from './cy.ts'
import { english } from './en.ts'

export const shellCatalogue = catalogue(english, welsh)

export type ShellWords = ReturnType<typeof shellCatalogue.in>

/** The shell's texts in this language. */
export const shellWords = (language: Language): ShellWords => shellCatalogue.in(language)
