// Printing: what to print is chosen, and what is shown for it leaves a receipt of printing.
import { createElement } from 'react'
import { dayIn, LONDON } from '../../basics/index.ts'
import { namesOf } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { type PageReply, type PageRequest, type Route, typedAt } from '../../web/index.ts'
import { type Printed, seeForPrint } from '../actions/see-record.ts'
import { kinds } from '../domain/entry-kinds.ts'
import { seeingWords } from '../words/seeing-words.ts'
import { mine } from './own-routes.ts'
import { withPerson } from './people-routes.ts'
import { GOING_ON, PrintPage } from './print-page.tsx'
import type { Shown } from './show.ts'
import { words } from './words.ts'

export const printRoutes = (log: Log): readonly Route[] => [
  {
    ...address('GET', '/record/print', 'Choose what of my record to print'),
    handle: (request) => page(log, request, mine(request, '/record/print'), null),
  },
  {
    ...address('POST', '/record/print', 'What I chose, ready for printing'),
    handle: (request) => print(log, request, mine(request, '/record/print', 'print')),
  },
  {
    ...address('GET', '/people/:person/record/print', 'Choose what of a shared record to print'),
    whileActingFor: true,
    // Whoever shares nothing is told so here already: the question is asked of what may be read.
    handle: (request) =>
      withPerson(
        log,
        request,
        '/print',
        async (at) => {
          const may = await seeForPrint(log, at.look, { goingOn: false, kinds: [] })
          if (!may.ok) return { kind: 'refused', refusal: may.refusal }
          return page(log, request, at, null)
        },
        'print',
      ),
  },
  {
    ...address('POST', '/people/:person/record/print', 'What is shared, ready for printing'),
    whileActingFor: true,
    handle: (request) =>
      withPerson(log, request, '/print', (at) => print(log, request, at), 'print'),
  },
]

const address = (method: Route['method'], path: string, says: string) =>
  ({ method, path, access: 'person', says }) as const

async function print(log: Log, request: PageRequest, at: Shown): Promise<PageReply> {
  const chosen = typedAt(request.form, 'what')
  const wanted = kinds.filter((kind) => chosen.includes(kind))
  const goingOn = chosen.includes(GOING_ON) || wanted.length === 0
  const seen = await seeForPrint(log, at.look, { goingOn, kinds: wanted })
  if (!seen.ok) return { kind: 'refused', refusal: seen.refusal }
  return page(log, request, at, seen.value)
}

async function page(
  log: Log,
  request: PageRequest,
  at: Shown,
  printed: Printed | null,
): Promise<PageReply> {
  const { language, visitor, now } = request
  const by = visitor.kind === 'person' ? visitor.name : ''
  const own = at.name === null
  const name = at.name ?? (await namesOf(log.db, [at.look.person])).get(at.look.person) ?? by
  const main = createElement(PrintPage, {
    printed,
    name,
    shared: !own,
    by,
    today: dayIn(LONDON, now),
    base: at.base,
    language,
  })
  const say = words.in(language)
  return {
    kind: 'page',
    title: seeingWords.in(language).printTitle,
    main,
    back: { href: at.base, text: own ? say.back : say.backOf },
    here: at.here,
    welsh: 'part',
  }
}
