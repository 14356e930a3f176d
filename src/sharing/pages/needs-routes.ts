// The addresses of what somebody else needs to be told things, for those who care for them.
import { createElement } from 'react'
import { dayIn, idFrom, LONDON, type PersonId, type Refusal, refuse } from '../../basics/index.ts'
import { draftStore, loadPerson, namesOf, personOf, tiesOn } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import {
  NeedsPage,
  needsJourney,
  needsOf,
  needsPlace,
  needsRecordOf,
  recordNeedsOf,
  reviewNeedsOf,
} from '../../messages/index.ts'
import type { PageReply, PageRequest, Route } from '../../web/index.ts'
import { askerOf, look, purposeOf } from '../actions/look.ts'
import { refusals } from '../domain/refusals.ts'
import type { SharingDeps } from './page-parts.ts'

const BASE = '/people/:person/needs'

export const needsRoutes = (deps: SharingDeps): readonly Route[] => [
  {
    method: 'GET',
    path: BASE,
    access: 'person',
    whileActingFor: true,
    says: 'How somebody who shares with you wants to be told things',
    handle: (request) => showNeeds(deps.log, request),
  },
  {
    method: 'POST',
    path: `${BASE}/right`,
    access: 'person',
    whileActingFor: true,
    says: 'Say that it is still right, after asking them',
    handle: (request) => sayRight(deps.log, request),
  },
  ...needsJourney({
    at: `${BASE}/say`,
    from: BASE,
    here: '/people',
    whileActingFor: true,
    says: 'Write down what somebody who was asked needs to be told things',
    drafts: () => draftStore(deps.log.db, deps.log.clock),
    whose,
    guard: async (request) =>
      (await seen(deps.log, request)) ?? (await faultOfWriter(deps.log, request)),
    about: (request) => [{ person: whose(request) as PersonId }],
    known: (person) => needsOf(deps.log, person),
    async record(request, person, said) {
      const full = { ...said, saidBy: nameAndRole(request) }
      const actor = actorOf(request, person as PersonId)
      const done = await recordNeedsOf(deps.log, actor, person, full, request.formKey)
      return done.ok ? { ok: true, value: { to: savedAt(request) } } : done
    },
  }),
]

const whose = (request: PageRequest) => idFrom<'person'>(request.params.person)

const savedAt = ({ params }: PageRequest) => `/people/${params.person}/needs?saved=yes`

const actorOf = (request: PageRequest, person: PersonId) => ({
  by: personOf(request).person,
  onBehalfOf: person,
})

function nameAndRole(request: PageRequest): string {
  const { name, acting } = personOf(request)
  return acting === null
    ? name
    : [name, acting.role, acting.organisation].filter(Boolean).join(', ')
}

/**
 * Who sees something of a person may still not say what they need, such as a former partner: it
 * takes a role at work, an access as a proxy, or a tie as carer or key worker that holds today.
 */
async function faultOfWriter(log: Log, request: PageRequest): Promise<Refusal | null> {
  const person = whose(request)
  const { via, person: by } = askerOf(request.visitor)
  if (via !== 'self' || person === null) return null
  const { state } = await loadPerson(log, log.db, person)
  const helps = tiesOn(state, dayIn(LONDON, request.now)).some(
    ({ helper, what }) => helper === by && helpingTies.includes(what),
  )
  return helps ? null : refuse(refusals.needsNotYours).refusal
}

const helpingTies: readonly string[] = ['carer', 'key-worker']

/** Whether this visitor sees anything of the person in care; then they may ask, and it is noted. */
async function seen(log: Log, request: PageRequest): Promise<Refusal | null> {
  const person = whose(request)
  if (person === null) return refuse(refusals.nothingShared).refusal
  const visitor = askerOf(request.visitor)
  const asking = { person, visitor, purpose: purposeOf(visitor), act: 'read' } as const
  const item = [{ id: needsPlace(person).stream }]
  const done = await log.db.transaction((tx) =>
    look(log, tx, { ...asking, where: '/people/needs' }, async () => item),
  )
  if (!done.ok) return done.refusal
  const { shown } = await needsOf(log, person)
  return shown ? null : refuse(refusals.needsKept).refusal
}

async function showNeeds(log: Log, request: PageRequest): Promise<PageReply> {
  const refusal = await seen(log, request)
  const person = whose(request)
  if (refusal !== null || person === null) {
    return { kind: 'refused', refusal: refusal ?? refuse(refusals.nothingShared).refusal }
  }
  const { language, now } = request
  const record = await needsRecordOf(log, person)
  const name = (await namesOf(log.db, [person])).get(person) ?? ''
  const main = createElement(NeedsPage, {
    record,
    name,
    base: `/people/${person}/needs`,
    saved: request.query.saved === 'yes',
    fresh: false,
    mayWrite: (await faultOfWriter(log, request)) === null,
    today: dayIn(LONDON, now),
    language,
  })
  return {
    kind: 'page',
    title: name,
    main,
    about: [{ person }],
    back: { href: `/people/${person}/record` },
    here: '/people',
    welsh: 'whole',
  }
}

async function sayRight(log: Log, request: PageRequest): Promise<PageReply> {
  const refusal = (await seen(log, request)) ?? (await faultOfWriter(log, request))
  const person = whose(request)
  if (refusal !== null || person === null) {
    return { kind: 'refused', refusal: refusal ?? refuse(refusals.nothingShared).refusal }
  }
  const actor = actorOf(request, person)
  const key = request.formKey
  const done = await reviewNeedsOf(log, actor, person, nameAndRole(request), key)
  return done.ok
    ? { kind: 'redirect', to: savedAt(request) }
    : { kind: 'refused', refusal: done.refusal }
}
