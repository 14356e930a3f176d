// What every view may ask of the page it stands in: language, time, and the form's hidden fields.
import { createContext, useContext } from 'react'
import type { Instant } from '../basics/index.ts'
import type { Language } from './route.ts'
import { type ShellWords, shellWords } from './words/shell-words.ts'

export type PageContext = {
  readonly language: Language
  readonly now: Instant
  /** The token that proves a form came from this page. */
  readonly guard: string
  /** A new one-time key for a form. */
  newFormKey(): string
  /** The path and query asked for, or null where there is no way back to it. */
  readonly address: string | null
}

const context = createContext<PageContext | null>(null)

export const PageContextProvider = context.Provider

/** The page around a view. Throws when a view is rendered outside a page. */
export function usePage(): PageContext & { readonly words: ShellWords } {
  const page = useContext(context)
  if (page === null) throw new Error('A view was rendered outside a page.')
  return { ...page, words: shellWords(page.language) }
}
