// The addresses of how a plan came to be: its versions, two of them compared, what was declined.
import { createElement } from 'react'
import type { Log } from '../../../log/index.ts'
import { type PageRequest, pageFrom, type Route } from '../../../web/index.ts'
import { seeHistory } from '../../actions/plan/see-history.ts'
import { planWords } from '../../words/plan-words.ts'
import { ComparePage, VersionsPage } from './history-page.tsx'
import { aboutOf, bothPlaces, type Handle, type Place, refused } from './place.ts'

export const historyRoutes = (log: Log): readonly Route[] => [
  ...bothPlaces(
    log,
    'GET',
    '/versions',
    ['Every version of my plan', 'Every version of a plan that is shared with me'],
    showVersions,
  ),
  ...bothPlaces(
    log,
    'GET',
    '/versions/compare',
    ['Two versions of my plan compared', 'Two versions of a plan compared'],
    compare,
  ),
]

const showVersions: Handle = async (log, request, at) => {
  const seen = await seeHistory(log, at.look('/versions'))
  if (!seen.ok) return refused(seen.refusal)
  const { language } = request
  const say = planWords.in(language)
  const page = pageFrom(request)
  const shown = { plan: seen.value, base: at.base, page, language, say }
  const main = createElement(VersionsPage, shown)
  return pageOf(request, at, say.versionsTitle, main)
}

const compare: Handle = async (log, request, at) => {
  const seen = await seeHistory(log, at.look('/versions/compare'))
  if (!seen.ok) return refused(seen.refusal)
  const number = (name: string, otherwise: number) =>
    /^\d{1,6}$/.test(request.query[name] ?? '') ? Number(request.query[name]) : otherwise
  const to = number('to', seen.value.version)
  const from = number('from', Math.max(0, to - 1))
  const { language } = request
  const say = planWords.in(language)
  const main = createElement(ComparePage, { plan: seen.value, from, to, base: at.base, say })
  return pageOf(request, at, say.compareTitle(from, to), main)
}

const pageOf = (
  { language }: PageRequest,
  at: Place,
  title: string,
  main: ReturnType<typeof createElement>,
) =>
  ({
    kind: 'page',
    title,
    main,
    back: {
      href: at.base,
      text: planWords.in(language)[at.name === null ? 'back' : 'backOf'],
    },
    here: at.here,
    welsh: 'part',
    ...aboutOf(at),
  }) as const
