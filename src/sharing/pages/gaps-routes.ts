// The address where an organisation sees whose needs it has not asked about or met.
import { createElement } from 'react'
import { refuse } from '../../basics/index.ts'
import { namesOf } from '../../identity/index.ts'
import { type PageReply, type PageRequest, pageFrom, type Route } from '../../web/index.ts'
import { askerOf } from '../actions/look.ts'
import { seeGaps } from '../actions/see-gaps.ts'
import { refusals } from '../domain/refusals.ts'
import { gapsWords } from '../words/gaps-words.ts'
import { GapsPage } from './gaps-page.tsx'
import type { SharingDeps } from './page-parts.ts'

/** Those who meet what people need, or answer for it. Policy of this installation. */
export const meetingRoles: readonly string[] = [
  ...['doctor', 'nurse', 'pharmacist', 'link-worker', 'care-coordinator'],
  ...['practice-manager', 'complaints-manager', 'information-officer', 'records-officer'],
]

export const gapsRoutes = (deps: SharingDeps): readonly Route[] => [
  {
    method: 'GET',
    path: '/needs-gaps',
    access: { roles: meetingRoles },
    says: 'Whose communication needs my organisation has not asked about or met',
    handle: (request) => show(deps, request),
  },
]

async function show({ log }: SharingDeps, request: PageRequest): Promise<PageReply> {
  const asker = askerOf(request.visitor)
  if (asker.organisation === null) {
    return { kind: 'refused', refusal: refuse(refusals.nothingShared).refusal }
  }
  const say = gapsWords.in(request.language)
  const page = pageFrom(request)
  const gaps = await seeGaps(log, asker, asker.organisation, page)
  const named = [...gaps.notAsked, ...gaps.toReview, ...gaps.notMet.map(({ person }) => person)]
  const main = createElement(GapsPage, { gaps, page, people: await namesOf(log.db, named), say })
  return {
    kind: 'page',
    title: say.title,
    main,
    back: { href: '/people' },
    here: '/people',
    welsh: 'part',
  }
}
