// The addresses at which a record is seen in other ways: what was measured, over time, the team.
import { createElement } from 'react'
import { dayIn, isId, LONDON, type PersonId, refuse } from '../../basics/index.ts'
import { loadPerson, namesOf, otherOf, tieKinds, tiesOn } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { formatDay, type PageReply, type PageRequest, type Route } from '../../web/index.ts'
import { seeOverTime, seeTeam, seeThings } from '../actions/see-record.ts'
import { refusals } from '../domain/refusals.ts'
import { seeingWords } from '../words/seeing-words.ts'
import { OverTimePage } from './over-time-page.tsx'
import { mine } from './own-routes.ts'
import { withPerson } from './people-routes.ts'
import { ResultsPage } from './results-page.tsx'
import { aboutOf, type Shown } from './show.ts'
import { type Close, TeamPage } from './team-page.tsx'
import { words } from './words.ts'

type Show = (log: Log, request: PageRequest, at: Shown) => Promise<PageReply>

/** One's own record and one that is shared have the same pages, at addresses of their own. */
const pages: readonly (readonly [path: string, where: string, says: string, show: Show])[] = [
  ['/results', '/results', 'what was measured, with the newest result', showResults],
  [
    '/entry/:entry/over-time',
    '/over-time',
    'one thing over time, as a picture and a table',
    showOverTime,
  ],
  ['/team', '/team', 'who is in the team', showTeam],
]

export const seeingRoutes = (log: Log): readonly Route[] =>
  pages.flatMap(([path, where, says, show]): Route[] => [
    {
      method: 'GET',
      path: `/record${path}`,
      access: 'person',
      says: `In my record: ${says}`,
      handle: (request) => show(log, request, mine(request, `/record${where}`)),
    },
    {
      method: 'GET',
      path: `/people/:person/record${path}`,
      access: 'person',
      whileActingFor: true,
      says: `In a record that is shared with me: ${says}`,
      handle: (request) => withPerson(log, request, where, (at) => show(log, request, at)),
    },
  ])

async function showResults(log: Log, request: PageRequest, at: Shown): Promise<PageReply> {
  const seen = await seeThings(log, at.look)
  if (!seen.ok) return { kind: 'refused', refusal: seen.refusal }
  const { base, name } = at
  const { language } = request
  const main = createElement(ResultsPage, { seen: seen.value, base, language, name })
  return { ...around(request, at), title: seeingWords.in(language).things, main }
}

async function showOverTime(log: Log, request: PageRequest, at: Shown): Promise<PageReply> {
  const id = request.params.entry
  const seen = isId(id) ? await seeOverTime(log, at.look, id) : null
  if (seen !== null && !seen.ok) return { kind: 'refused', refusal: seen.refusal }
  const found = seen?.value ?? null
  if (found === null) return { kind: 'refused', refusal: refuse(refusals.entryUnknown).refusal }
  const { base, name } = at
  const { language } = request
  const main = createElement(OverTimePage, { seen: found, base, language, name })
  const say = seeingWords.in(language)
  const back = { href: `${base}/results`, text: say.things }
  return { ...around(request, at), title: say.overTimeOf(found.listed.title), main, back }
}

async function showTeam(log: Log, request: PageRequest, at: Shown): Promise<PageReply> {
  const seen = await seeTeam(log, at.look)
  if (!seen.ok) return { kind: 'refused', refusal: seen.refusal }
  const { base, name } = at
  const { language } = request
  // Who is close to somebody is theirs to know, and no part of what a grant lets through.
  const close = name === null ? await closeOnes(log, request, at.look.person) : null
  const main = createElement(TeamPage, { team: seen.value, close, base, language, name })
  const say = seeingWords.in(language)
  return { ...around(request, at), title: name === null ? say.team : say.teamOf, main }
}

async function closeOnes(log: Log, { now, language }: PageRequest, person: PersonId) {
  const { state } = await loadPerson(log, log.db, person)
  const ties = tiesOn(state, dayIn(LONDON, now))
  const names = await namesOf(
    log.db,
    ties.map((tie) => otherOf(tie, person)),
  )
  return ties.map((tie): Close => {
    const kind = tieKinds.find(({ code }) => code === tie.what)
    const is = (tie.helper === person ? kind?.helpedIs : kind?.helperIs) ?? tie.what
    const from = formatDay(tie.from, language)
    return { name: names.get(otherOf(tie, person)) ?? '', is, from }
  })
}

const around = ({ language }: PageRequest, at: Shown) => {
  const { base, name, here } = at
  const say = words.in(language)
  const back = { href: base, text: name === null ? say.back : say.backOf }
  return { kind: 'page', back, here, welsh: 'part', ...aboutOf(at) } as const
}
