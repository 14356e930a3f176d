// The one evaluator: may they see it, why, and what if a grant were stopped.
import type { Id, Instant, PersonId } from '../../basics/index.ts'
import { keptFromThem, withNewer } from './following.ts'
import {
  type Asker,
  everything,
  type Grant,
  type GrantedAct,
  type ItemFacets,
  isEverybody,
  isFor,
  type LookAct,
  type Selector,
} from './grant.ts'
import { anything, type Condition, nothing, type Visible, visibleWhere } from './predicate.ts'
import { protectedLabels } from './proxy/levels.ts'
import type { Purpose } from './purposes.ts'
import { grantsAt, isOn, type Sharing } from './sharing.ts'

/** A question to the evaluator: may this asker do this, for this purpose, with this person's? */
export type Asking = {
  /** Whose it is. */
  readonly person: PersonId
  readonly visitor: Asker
  readonly purpose: Purpose
  readonly act: LookAct | 'add'
  /** That the person takes away all that is theirs, what they leave out of their lists included. */
  readonly whole?: true
}

export type Verdict = {
  /** `partial`: something may be withheld. `deny`: nothing is shown, not even that it exists. */
  readonly outcome: 'permit' | 'partial' | 'deny'
  readonly visible: Visible
  /** The grants that decided: those that permit, and those that keep something back. */
  readonly because: readonly Id[]
  /** Whether an access opened in an emergency is among them and no other permits. */
  readonly emergency: boolean
  /** The grants that decide about one item: what keeps it back, else what permits it. */
  why(facets: ItemFacets): readonly Id[]
  /** What would be seen without a grant, and what of today's would be lost. */
  withoutGrant(id: Id): { readonly visible: Visible; readonly lost: Visible }
}

/**
 * Decides by what is true at this moment. Nothing is allowed unless a grant permits it, deny
 * beats permit, a purpose that is off denies, and who passes something on gives no more than
 * they have. The person sees their own, but for what is kept from them by law; who acts for them
 * sees no more of it than they do.
 */
export function decide(asking: Asking, sharing: Sharing, now: Instant): Verdict {
  const found = gather(asking, sharing, now)
  const condition = conditionOf(found)
  const visible = visibleWhere(condition)
  const { permits, denies, deniesInEmergency } = found
  const because = permits.length === 0 ? [] : [...permits, ...denies, ...deniesInEmergency]
  return {
    outcome: outcomeOf(found),
    visible,
    because: because.map(({ grant }) => grant.id),
    emergency:
      !found.own && permits.length > 0 && permits.every(({ grant }) => grant.emergency !== null),
    why: (facets) => {
      const effect = visible.matches(facets) ? 'permit' : 'deny'
      const deciding = because.filter(({ grant }) => grant.effect === effect)
      const matching = deciding.filter((one) => visibleWhere(one.condition).matches(facets))
      return matching.map(({ grant }) => grant.id)
    },
    withoutGrant: (id) => {
      const grants = sharing.grants.filter((grant) => grant.id !== id)
      const without = conditionOf(gather(asking, { ...sharing, grants }, now))
      const lost: Condition = { all: [condition, { not: without }] }
      return { visible: visibleWhere(without), lost: visibleWhere(lost) }
    },
  }
}

type Applied = { readonly grant: Grant; readonly condition: Condition }
type Found = {
  readonly own: boolean
  /** The labels of what the person leaves out of their own lists. */
  readonly hides: readonly string[]
  /** What is kept from the person themself, whatever they ask for. */
  readonly withheld: readonly Id[]
  readonly permits: readonly Applied[]
  readonly denies: readonly Applied[]
  /** What is kept back only from what an emergency opens; its permits reach no further. */
  readonly deniesInEmergency: readonly Applied[]
}

const denied: Found = {
  own: false,
  hides: [],
  withheld: [],
  permits: [],
  denies: [],
  deniesInEmergency: [],
}

function gather(asking: Asking, sharing: Sharing, now: Instant): Found {
  const { person, visitor, purpose, act } = asking
  if (visitor.via === 'proxy') return forProxy(asking, sharing, now)
  const own = visitor.via === 'self' && visitor.person === person
  // Whoever stands beside the person can save a copy as well as look: only all of it is whole.
  const here = visitor.hides === true ? protectedLabels : []
  const hides = asking.whole === true ? [] : [...(sharing.hides ?? []), ...here]
  if (own || purpose === 'own') {
    return { ...denied, own: own && purpose === 'own', hides, withheld: keptFromThem(sharing) }
  }
  if (!isOn(sharing, purpose)) return denied
  // Who decides about proxies sees nothing that is kept from them, for whatever purpose.
  const also = (grant: Grant) => purpose === 'proxy-review' && grant.effect === 'deny'
  const grants = withNewer(sharing, grantsAt(sharing, now)).filter(
    (grant) => grant.proxy === undefined && (grant.purposes.includes(purpose) || also(grant)),
  )
  return applied({ person, grants }, visitor, act, [])
}

/**
 * Who acts for the person has what that access reaches, for the person's own use, and nothing of
 * what they have been given in their own name; what is kept from them by name is kept from them.
 */
function forProxy(
  { person, visitor, purpose, act }: Asking,
  sharing: Sharing,
  now: Instant,
): Found {
  if (purpose !== 'own' || visitor.actsFor !== person) return denied
  const about = withNewer(sharing, grantsAt(sharing, now)).filter(
    ({ to }) =>
      isEverybody(to) ||
      (to.organisation === null && to.person !== null && to.person === visitor.person),
  )
  return {
    ...denied,
    withheld: keptFromThem(sharing),
    permits: about.flatMap((grant) =>
      grant.effect === 'permit' && grant.proxy !== undefined && grant.acts.includes(act)
        ? [{ grant, condition: proxyReach(grant.what, grant.proxy) }]
        : [],
    ),
    denies: about
      .filter(({ effect, only }) => effect === 'deny' && only === undefined)
      .map((grant) => ({ grant, condition: { select: grant.what } })),
    deniesInEmergency: [],
  }
}

const proxyReach = (
  what: Selector,
  { letThrough, keptBack }: NonNullable<Grant['proxy']>,
): Condition => ({
  all: [
    {
      any: [{ select: what }, { select: { ...what, without: [], items: letThrough } }],
    },
    { not: { select: { ...everything, items: keptBack } } },
  ],
})

type Pool = { readonly person: PersonId; readonly grants: readonly Grant[] }

/** The grants that are about this asker; `path` holds those through whom it was passed on. */
function applied(pool: Pool, asker: Asker, act: GrantedAct, path: readonly PersonId[]): Found {
  const about = pool.grants.filter((grant) => isFor(grant.to, asker))
  const permits = about.filter(
    ({ effect, acts, emergency }) =>
      effect === 'permit' && acts.includes(act) && (path.length === 0 || emergency === null),
  )
  // What is kept back is kept back from every act.
  const kept = about
    .filter(({ effect }) => effect === 'deny')
    .map((grant) => ({ grant, condition: { select: grant.what } }))
  const opened = permits.some(({ emergency }) => emergency !== null)
  const inEmergency = opened ? kept.filter(({ grant }) => grant.only === 'emergency') : []
  const reach = (grant: Grant): Condition => {
    const whole = reachOf(pool, grant, act, path)
    return grant.emergency === null ? whole : without(whole, inEmergency)
  }
  return {
    ...denied,
    // What was passed on by somebody who has nothing left is as if it had never been.
    permits: permits
      .map((grant) => ({ grant, condition: reach(grant) }))
      .filter(({ condition }) => condition !== nothing),
    denies: kept.filter(({ grant }) => grant.only === undefined),
    deniesInEmergency: inEmergency,
  }
}

const without = (condition: Condition, denies: readonly Applied[]): Condition =>
  denies.length === 0
    ? condition
    : { all: [condition, { not: { any: denies.map((one) => one.condition) } }] }

/** What a grant reaches: what it chooses, and where it was passed on, only what the giver has. */
function reachOf(pool: Pool, grant: Grant, act: GrantedAct, path: readonly PersonId[]): Condition {
  const chosen: Condition = { select: grant.what }
  const { givenBy } = grant
  if (grant.emergency !== null || givenBy === pool.person) return chosen
  if (givenBy === null || path.includes(givenBy)) return nothing
  const giver: Asker = { person: givenBy, via: 'self', organisation: null, roles: [] }
  const onward = [...path, givenBy]
  const acts: readonly GrantedAct[] = act === 'share' ? ['share'] : [act, 'share']
  const had = acts.map((one) => conditionOf(applied(pool, giver, one, onward)))
  return had.includes(nothing) ? nothing : { all: [chosen, ...had] }
}

const conditionOf = (found: Found): Condition => {
  const shown = shownOf(found)
  const { withheld } = found
  if (withheld.length === 0 || shown === nothing) return shown
  return { all: [shown, { not: { select: { ...everything, items: withheld } } }] }
}

function shownOf({ own, hides, permits, denies }: Found): Condition {
  if (own) return hides.length === 0 ? anything : { select: { ...everything, without: hides } }
  if (permits.length === 0) return nothing
  return without({ any: permits.map(({ condition }) => condition) }, denies)
}

function outcomeOf({ own, withheld, permits, denies }: Found): Verdict['outcome'] {
  if (own) return withheld.length === 0 ? 'permit' : 'partial'
  if (permits.length === 0) return 'deny'
  if (withheld.length > 0) return 'partial'
  const whole = permits.some(({ condition }) => 'select' in condition && isAll(condition.select))
  return whole && denies.length === 0 ? 'permit' : 'partial'
}

const isAll = (select: Selector): boolean =>
  select.without.length === 0 &&
  (['kinds', 'labels', 'from', 'until', 'items'] as const).every(
    (part) => select[part] === everything[part],
  )
