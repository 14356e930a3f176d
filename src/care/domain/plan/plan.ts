// A person's care and support plan: what both sides agreed, and what waits for an answer.
import type { Id, Instant, Static } from '../../../basics/index.ts'
import type { FactOf, StreamType } from '../../../log/index.ts'
import {
  type PlanKind,
  type planBegun,
  type planChangeProposed,
  type planChangesAgreed,
  planKinds,
} from './facts.ts'
import type { PartKind } from './headings.ts'
import { isReviewFact, type Review, reviewAfter } from './reviews.ts'
import { type Settings, type Values, withSettings } from './values.ts'

/** Who speaks, for which side, and by what right. */
export type Speaker = Static<(typeof planBegun)['schema']>
export type Side = 'person' | 'professional'

/** The side for which somebody may say yes; null for who only helps. */
export const sideOf = ({ as }: Pick<Speaker, 'as'>): Side | null =>
  as === 'supporter' ? null : as === 'professional' ? 'professional' : 'person'

export type Change = Omit<Static<(typeof planChangeProposed)['schema']>, 'kind' | 'set' | 'was'> & {
  readonly kind: PartKind
  readonly set: Settings
  /** What the proposer saw of what they set. */
  readonly was: Settings
}

/** One part of the plan as it was agreed. */
export type Part = {
  readonly id: string
  readonly kind: PartKind
  readonly under: string | null
  readonly values: Values
  /** The version that last changed it. */
  readonly version: number
}

/** The yes of one side. */
export type Yes = Speaker & { readonly by: Id | null; readonly at: Instant }

export type Proposal = Change & {
  readonly by: Id | null
  readonly onBehalfOf: Id | null
  readonly at: Instant
  readonly person: Yes | null
  readonly professional: Yes | null
  readonly ended: {
    readonly how: 'agreed' | 'declined' | 'withdrawn'
    readonly says: string | null
    readonly shownAs: string
    readonly side: Side | null
    readonly at: Instant
    /** The version that it made; null where it made none. */
    readonly version: number | null
  } | null
}

/**
 * Whether a speaker can answer it. What who decides for the person by law said yes to waits for
 * the other side; until then the person’s own word counts before theirs.
 */
export function canAnswer(one: Pick<Proposal, Side>, speaker: Speaker): boolean {
  const side = sideOf(speaker)
  if (side === null) return false
  const given = one[side]
  return given === null || (speaker.as === 'self' && given.as === 'legal-representative')
}

export type Plan = {
  readonly begunAt: Instant | null
  readonly begunBy: string | null
  /** How many times both sides have agreed to something. */
  readonly version: number
  readonly parts: ReadonlyMap<string, Part>
  /** All that was ever proposed, in order. */
  readonly proposals: ReadonlyMap<string, Proposal>
  readonly labels: ReadonlyMap<string, readonly string[]>
  readonly reviews: ReadonlyMap<string, Review>
}

export const planStream: StreamType<Plan, PlanKind> = {
  name: 'care-plan',
  says: 'The one care and support plan of a person: proposed, agreed and reviewed',
  kinds: planKinds,
  start: {
    begunAt: null,
    begunBy: null,
    version: 0,
    parts: new Map(),
    proposals: new Map(),
    labels: new Map(),
    reviews: new Map(),
  },
  fold,
}

function fold(plan: Plan, fact: FactOf<PlanKind>): Plan {
  if (isReviewFact(fact)) {
    const review = reviewAfter(plan.reviews.get(fact.body.review) ?? null, fact)
    return review === null ? plan : { ...plan, reviews: with1(plan.reviews, review.id, review) }
  }
  switch (fact.kind) {
    case 'plan-begun':
      return { ...plan, begunAt: plan.begunAt ?? fact.at, begunBy: fact.body.shownAs }
    case 'plan-change-proposed': {
      const { at, by, onBehalfOf } = fact
      const change = { ...fact.body, kind: fact.body.kind as PartKind }
      const yes = yesOfProposer(change, { by, at })
      const proposal: Proposal = { ...change, by, onBehalfOf, at, ...yes, ended: null }
      return { ...plan, proposals: with1(plan.proposals, change.proposal, proposal) }
    }
    case 'plan-changes-agreed':
      return agreed(plan, fact)
    case 'plan-change-declined':
    case 'plan-change-withdrawn': {
      const how = fact.kind === 'plan-change-declined' ? 'declined' : 'withdrawn'
      const says = 'says' in fact.body ? fact.body.says : null
      const { shownAs, proposal } = fact.body
      const side = sideOf(fact.body)
      return ended(plan, proposal, { how, says, shownAs, side, at: fact.at, version: null })
    }
    case 'plan-part-labelled':
      return { ...plan, labels: with1(plan.labels, fact.body.part, fact.body.labels) }
  }
}

/** Whoever proposes says yes with it, where they may for their side. */
export function yesOfProposer(
  { as, basis, shownAs }: Speaker,
  { by, at }: Pick<Yes, 'by' | 'at'>,
): Pick<Proposal, Side> {
  const none = { person: null, professional: null }
  const side = sideOf({ as })
  return side === null ? none : { ...none, [side]: { as, basis, shownAs, by, at } }
}

function agreed(plan: Plan, fact: FactOf<typeof planChangesAgreed>): Plan {
  const { proposals: named, as, basis, shownAs } = fact.body
  const side = sideOf({ as })
  if (side === null) return plan
  const yes: Yes = { as, basis, shownAs, by: fact.by, at: fact.at }
  const proposals = new Map(plan.proposals)
  const whole: Proposal[] = []
  for (const name of named) {
    const one = proposals.get(name)
    if (one === undefined) continue
    const next: Proposal = { ...one, [side]: yes }
    proposals.set(name, next)
    if (isWhole(next)) whole.push(next)
  }
  if (whole.length === 0) return { ...plan, proposals }
  const version = plan.version + 1
  const parts = new Map(plan.parts)
  for (const one of whole) {
    applyTo(parts, one, version)
    const ended = { how: 'agreed' as const, says: null, shownAs, side, at: fact.at, version }
    proposals.set(one.proposal, { ...one, ended })
  }
  return { ...plan, proposals, parts, version }
}

/** Whether nobody's yes is missing; the person's own words need nobody else's. */
export const isWhole = ({ person, professional, kind }: Proposal): boolean =>
  person !== null && (professional !== null || kind === 'advance-statement')

/** Puts one change into parts; what lies under a part that is taken out goes with it. */
export function applyTo(parts: Map<string, Part>, change: Change, version: number): void {
  const { part: id, kind, under, set, remove } = change
  if (remove) {
    for (const gone of [id, ...underOf(parts, id)]) parts.delete(gone)
    return
  }
  const values = withSettings(parts.get(id)?.values ?? {}, set)
  parts.set(id, { id, kind, under, values, version })
}

/** All that lies under a part, however deep. */
export function underOf(parts: ReadonlyMap<string, Part>, id: string): string[] {
  const direct = [...parts.values()].filter(({ under }) => under === id).map((one) => one.id)
  return direct.flatMap((one) => [one, ...underOf(parts, one)])
}

const ended = (plan: Plan, name: string, how: NonNullable<Proposal['ended']>): Plan => {
  const one = plan.proposals.get(name)
  if (one === undefined) return plan
  return { ...plan, proposals: with1(plan.proposals, name, { ...one, ended: how }) }
}

const with1 = <T>(map: ReadonlyMap<string, T>, key: string, value: T): ReadonlyMap<string, T> =>
  new Map(map).set(key, value)
