// The address of the page that says what a person took part in: also the way to every part.
import { createElement } from 'react'
import type { Log } from '../../../log/index.ts'
import type { Route } from '../../../web/index.ts'
import { numbersOf } from '../../actions/taking-part/release-numbers.ts'
import { seeTakingPart } from '../../actions/taking-part/see-taking-part.ts'
import { partsOf } from '../../domain/taking-part/taking-part.ts'
import { takingPartWords } from '../../words/taking-part-words.ts'
import { ownRoute, refused } from '../both-places.ts'
import { TakingPartPage } from './taking-part-page.tsx'

export const takingPartRoutes = (log: Log): readonly Route[] => [
  ownRoute('GET', '', 'What I took part in, counted, and the way to it', async (request, at) => {
    const seen = await seeTakingPart(log, at.look(''))
    if (!seen.ok) return refused(seen.refusal)
    const say = takingPartWords.in(request.language)
    const numbers = await numbersOf(log, 'takingPart')
    return {
      kind: 'page',
      title: say.title,
      main: createElement(TakingPartPage, { parts: partsOf(seen.value), numbers, say }),
      here: '/care',
      welsh: 'part',
    }
  }),
]
