// The addresses of the family view: seen, said yes to, taken back.
import { createElement } from 'react'
import type { Result } from '../../../basics/index.ts'
import type { Log } from '../../../log/index.ts'
import type { PageReply, PageRequest, Route } from '../../../web/index.ts'
import { linkPlan, seeFamily, unlinkPlan } from '../../actions/family/link-plans.ts'
import { familyWords } from '../../words/family-words.ts'
import { type At, ownRoute, refused } from '../both-places.ts'
import { FamilyPage } from './family-page.tsx'

export const familyRoutes = (log: Log): readonly Route[] => [
  ownRoute('GET', '/family', 'Plans of those close to me, beside mine', (request, at) =>
    show(log, request, at),
  ),
  ownRoute('POST', '/family/:tie/link', 'Let somebody close to me see my plan', (request, at) =>
    change(request, (tie) => linkPlan(log, at.person, tie)),
  ),
  ownRoute('POST', '/family/:tie/unlink', 'Stop letting them see my plan', (request, at) =>
    change(request, (tie) => unlinkPlan(log, at.person, tie)),
  ),
]

async function show(log: Log, request: PageRequest, at: At): Promise<PageReply> {
  const members = await seeFamily(log, at.person)
  const say = familyWords.in(request.language)
  const linked = members.filter(({ standing }) => standing === 'linked')
  return {
    kind: 'page',
    title: say.title,
    main: createElement(FamilyPage, { members, say }),
    about: linked.map(({ person }) => ({ person })),
    back: { href: '/care', text: say.back },
    here: '/care',
    welsh: 'part',
  }
}

async function change(
  { params }: PageRequest,
  deed: (tie: string) => Promise<Result<null>>,
): Promise<PageReply> {
  const done = await deed(params.tie ?? '')
  return done.ok ? { kind: 'redirect', to: '/care/family' } : refused(done.refusal)
}
