// The address of the glossary.
import { createElement } from 'react'
import type { Route } from '../../web/index.ts'
import { correctionWords } from '../words/correction-words.ts'
import { GlossaryPage } from './glossary-page.tsx'

export const glossaryRoute: Route = {
  method: 'GET',
  path: '/glossary',
  access: 'anyone',
  says: 'What short and medical words mean',
  handle: async ({ language }) => {
    const say = correctionWords.in(language)
    const main = createElement(GlossaryPage, { say })
    return { kind: 'page', title: say.glossary.title, main, here: '/record' }
  },
}
