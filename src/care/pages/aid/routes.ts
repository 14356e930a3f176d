// The addresses of decision aids: read by anybody, marked by anybody, kept only when asked.
import { createElement } from 'react'
import { refuse } from '../../../basics/index.ts'
import type { Log } from '../../../log/index.ts'
import { freshEntry, type PageReply, type PageRequest, type Route } from '../../../web/index.ts'
import { type OpenedAid, openAid } from '../../actions/aid/keep-aids.ts'
import { saidAgainOf } from '../../actions/decision/release-again.ts'
import { refusals } from '../../domain/aid/refusals.ts'
import { listAids } from '../../store/aid-rows.ts'
import { aidWords } from '../../words/aid-words.ts'
import { ComparePage } from './compare-page.tsx'
import { ListPage } from './list-page.tsx'
import { readMarked } from './matters-form.ts'
import { FollowPage, MattersPage } from './matters-page.tsx'

const here = '/aids'
const list = (request: PageRequest) => ({
  href: '/aids',
  text: aidWords.in(request.language).backToList,
})

export const aidRoutes = (log: Log): readonly Route[] => [
  {
    ...get('/aids', 'The decision aids there are'),
    async handle({ language }) {
      const aids = await listAids(log.db)
      const main = createElement(ListPage, { aids, language })
      return { kind: 'page', title: aidWords.in(language).title, main, here, welsh: 'part' }
    },
  },
  {
    ...get('/aids/:aid', 'One decision aid, in its newest version'),
    handle: (request) => showAid(log, request),
  },
  {
    ...get('/aids/:aid/versions/:version', 'One version of a decision aid'),
    handle: (request) => showAid(log, request),
  },
  {
    ...get('/aids/:aid/matters', 'Mark what matters to me; nothing is kept'),
    handle: (request) =>
      withAid(log, request, (opened) => showMatters(request, opened, freshEntry())),
  },
  {
    ...post('/aids/:aid/matters', 'See what follows from what matters to me; nothing is kept'),
    handle: (request) =>
      withAid(log, request, (opened) => {
        const read = readMarked(opened.aid, request.form)
        if (!read.ok) return showMatters(request, opened, read.entry)
        const { language, visitor } = request
        const mayKeep = visitor.kind === 'person' && !visitor.actingFor
        const { marked, entry } = read
        const { aid } = opened
        const main = createElement(FollowPage, { aid, language, marked, entry, mayKeep })
        const title = aidWords.in(language).follows
        const back = { href: `/aids/${aid.id}`, text: aid.title }
        return { kind: 'page', title, main, here, back, welsh: 'part' }
      }),
  },
  {
    ...post('/aids/:aid/matters/again', 'Change what I marked; nothing is kept'),
    handle: (request) =>
      withAid(log, request, (opened) => showMatters(request, opened, freshEntry(request.form))),
  },
]

async function showAid(log: Log, request: PageRequest): Promise<PageReply> {
  const { params, language } = request
  const asked = params.version
  if (asked !== undefined && !/^[1-9]\d{0,3}$/.test(asked)) return unknown()
  const version = asked === undefined ? null : Number(asked)
  const opened = await openAid(log, params.aid ?? '', version)
  if (!opened.ok) return { kind: 'refused', refusal: opened.refusal }
  const { aid, latest, withdrawn } = opened.value
  const isOpen = withdrawn === null && aid.version === latest
  const mark = isOpen ? `/aids/${aid.id}/matters` : null
  const saidAgain = await saidAgainOf(log, { aid: aid.id, version: aid.version })
  const main = createElement(ComparePage, { opened: opened.value, language, mark, saidAgain })
  return { kind: 'page', title: aid.title, main, here, back: list(request), welsh: 'part' }
}

const unknown = (): PageReply => ({ kind: 'refused', refusal: refuse(refusals.aidUnknown).refusal })

/** The newest version of an aid that is not withdrawn. */
async function withAid(
  log: Log,
  request: PageRequest,
  answer: (opened: OpenedAid) => PageReply,
): Promise<PageReply> {
  const opened = await openAid(log, request.params.aid ?? '')
  if (!opened.ok) return { kind: 'refused', refusal: opened.refusal }
  if (opened.value.withdrawn === null) return answer(opened.value)
  return { kind: 'refused', refusal: refuse(refusals.withdrawn).refusal }
}

function showMatters(
  request: PageRequest,
  { aid }: OpenedAid,
  entry: ReturnType<typeof freshEntry>,
): PageReply {
  const { language } = request
  return {
    kind: 'page',
    title: aidWords.in(language).markTitle,
    main: createElement(MattersPage, { aid, language, entry }),
    here,
    back: { href: `/aids/${aid.id}`, text: aid.title },
    welsh: 'part',
    status: Object.keys(entry.errors).length > 0 ? 422 : 200,
  }
}

function get(path: string, says: string) {
  return { method: 'GET', path, access: 'anyone', says } as const
}
function post(path: string, says: string) {
  return { method: 'POST', path, access: 'anyone', says } as const
}
