// What each side of a plan may do: propose, agree, decline, take back, keep private.
import { type Id, ok, type Refusal, type Result, refuse } from '../../../basics/index.ts'
import type { NewFactOf } from '../../../log/index.ts'
import type { PlanKind } from './facts.ts'
import { parts as defs, type PartKind, partKinds } from './headings.ts'
import {
  applyTo,
  type Change,
  canAnswer,
  isWhole,
  type Part,
  type Plan,
  type Proposal,
  type Speaker,
  sideOf,
  type Yes,
} from './plan.ts'
import { refusals } from './refusals.ts'
import { type Settings, sameValue, withSettings, wrongIn } from './values.ts'

/** What somebody wants to be otherwise: a new part, other values, or a part taken out. */
export type Wanted = {
  readonly proposal: Id
  readonly part: Id
  readonly kind: PartKind
  readonly under: Id | null
  readonly set: Settings
  /** What of it they saw, so that nobody overwrites what they have not seen. */
  readonly was: Settings
  readonly remove: boolean
  readonly because: string | null
}

type Decided<Answer> = Result<{ facts: NewFactOf<PlanKind>[]; answer: Answer }>

/** A plan is begun once; again it is the same plan. */
export const beginPlan =
  (speaker: Speaker) =>
  (plan: Plan): Decided<null> =>
    ok({ facts: begun(plan, speaker), answer: null })

const begun = (plan: Plan, speaker: Speaker): NewFactOf<PlanKind>[] =>
  plan.begunAt === null ? [{ kind: 'plan-begun', body: speaker }] : []

/**
 * Proposes changes. They are in the plan when both sides have said yes; the person's own words
 * are at once. Refuses `plan-own-words`, `plan-place-unfit`, `plan-there-already`,
 * `plan-part-unknown`, `plan-nothing-changed`, and values that do not fit.
 */
export const propose =
  (speaker: Speaker, wanted: readonly Wanted[]) =>
  (plan: Plan): Decided<readonly string[]> => {
    const known = knownParts(plan)
    const facts = begun(plan, speaker)
    const own: string[] = []
    for (const one of wanted) {
      if (plan.proposals.has(one.proposal)) continue
      const wrong = wrongWith(one, speaker, plan, known)
      if (wrong !== null) return { ok: false, refusal: wrong }
      facts.push({ kind: 'plan-change-proposed', body: { ...one, ...speaker } })
      if (!one.remove) {
        const before = plan.parts.get(one.part)?.values ?? {}
        const values = withSettings(before, one.set)
        known.set(one.part, { ...one, id: one.part, values, version: 0 })
      }
      if (defs[one.kind].own) own.push(one.proposal)
    }
    if (own.length > 0) {
      facts.push({ kind: 'plan-changes-agreed', body: { proposals: own, ...speaker } })
    }
    return ok({ facts, answer: wanted.map(({ proposal }) => proposal) })
  }

/** The parts that are in the plan, and those that are proposed to be. */
function knownParts({ parts, proposals }: Plan): Map<string, Part> {
  const known = new Map(parts)
  for (const { ended, remove, part, kind, under, set } of proposals.values()) {
    if (ended !== null || remove || known.has(part)) continue
    known.set(part, { id: part, kind, under, values: withSettings({}, set), version: 0 })
  }
  return known
}

function wrongWith(
  one: Wanted,
  speaker: Speaker,
  plan: Plan,
  known: ReadonlyMap<string, Part>,
): Refusal | null {
  if (!partKinds.includes(one.kind)) return refuse(refusals.headingUnknown).refusal
  const def = defs[one.kind]
  if (def.own && speaker.as !== 'self') return refuse(refusals.ownWords).refusal
  const there = known.get(one.part)
  if (there !== undefined && (there.kind !== one.kind || there.under !== one.under)) {
    return refuse(refusals.placeUnfit).refusal
  }
  const agreed = plan.parts.get(one.part)
  if (one.remove) return agreed === undefined ? refuse(refusals.partUnknown).refusal : null
  if (there === undefined) {
    const misplaced = wrongPlace(one, known)
    if (misplaced !== null) return misplaced
  }
  const before = agreed?.values ?? {}
  const after = withSettings(before, one.set)
  const wrong = wrongIn(one.kind, after)
  if (wrong !== null) return wrong
  return agreed !== undefined && sameValue(sorted(before), sorted(after))
    ? refuse(refusals.nothingChanged).refusal
    : null
}

const sorted = (values: Settings) =>
  JSON.stringify(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)))

function wrongPlace(
  { kind, under }: Pick<Wanted, 'kind' | 'under'>,
  known: ReadonlyMap<string, Part>,
): Refusal | null {
  const parent = under === null ? null : known.get(under)
  if (parent === undefined) return refuse(refusals.partUnknown).refusal
  const def = defs[kind]
  if (!def.under.includes(parent?.kind ?? null)) return refuse(refusals.placeUnfit).refusal
  if (def.most === '*') return null
  const others = [...known.values()].some((one) => one.kind === kind && one.under === under)
  return others ? refuse(refusals.thereAlready).refusal : null
}

/**
 * One side says yes. `stands` tells whether who said yes for the person may decide for them now.
 * Refuses `plan-not-yours-to-agree` to who only helps, `plan-proposal-unknown`,
 * `plan-proposal-answered`, `plan-said-yes`, `plan-yes-lapsed`, `plan-proposal-old`,
 * `plan-parent-first`.
 */
export const agree =
  (speaker: Speaker, names: readonly string[], stands: (yes: Yes) => boolean = () => true) =>
  (plan: Plan): Decided<null> => {
    const side = sideOf(speaker)
    if (names.length === 0) return refuse(refusals.nothingChosen, {}, 'proposal')
    if (side === null) return refuse(refusals.notYours)
    const chosen = new Set(names)
    const parts = new Map(plan.parts)
    // In the order in which they were proposed: what something lies under comes before it.
    const inOrder = [...plan.proposals.values()].filter(({ proposal }) => chosen.has(proposal))
    if (inOrder.length < chosen.size) return refuse(refusals.proposalUnknown)
    for (const one of inOrder) {
      const wrong = wrongToAgree(one, speaker, parts, stands)
      if (wrong !== null) return { ok: false, refusal: wrong }
      if (isWhole({ ...one, [side]: speaker })) applyTo(parts, one, 0)
    }
    const proposals = inOrder.map(({ proposal }) => proposal)
    return ok({
      facts: [{ kind: 'plan-changes-agreed', body: { proposals, ...speaker } }],
      answer: null,
    })
  }

function wrongToAgree(
  one: Proposal,
  speaker: Speaker,
  parts: ReadonlyMap<string, Part>,
  stands: (yes: Yes) => boolean,
): Refusal | null {
  const { ended, person } = one
  if (ended !== null) return refuse(refusals.proposalAnswered).refusal
  if (!canAnswer(one, speaker)) return refuse(refusals.saidYes).refusal
  const represented = speaker.as === 'professional' && person?.as === 'legal-representative'
  if (represented && !stands(person)) return refuse(refusals.yesLapsed).refusal
  if (isOld(one, parts)) return refuse(refusals.proposalOld).refusal
  if (one.under !== null && !parts.has(one.under)) return refuse(refusals.parentFirst).refusal
  return null
}

/** Whether what it changes has been changed by both sides since, to something else. */
export function isOld(
  { part, set, was, remove }: Change,
  parts: ReadonlyMap<string, Part>,
): boolean {
  const now = parts.get(part)
  if (remove) return now === undefined
  if (now === undefined) return Object.values(was).some((value) => value !== null)
  return Object.keys(set).some((code) => {
    const value = now.values[code] ?? null
    return !sameValue(value, was[code]) && !sameValue(value, set[code])
  })
}

/** One side says no, and why; what was proposed stays to be read. Refuses `plan-why-missing`. */
export const decline =
  (speaker: Speaker, name: string, says: string) =>
  (plan: Plan): Decided<null> => {
    const side = sideOf(speaker)
    if (side === null) return refuse(refusals.notYours)
    const one = plan.proposals.get(name)
    if (one === undefined) return refuse(refusals.proposalUnknown)
    if (one.ended !== null) return refuse(refusals.proposalAnswered)
    if (!canAnswer(one, speaker)) return refuse(refusals.saidYes)
    if (says.trim() === '') return refuse(refusals.whyMissing, {}, 'says')
    const body = { proposal: name, says, ...speaker }
    return ok({ facts: [{ kind: 'plan-change-declined', body }], answer: null })
  }

/** Whoever proposed it takes it back; to anybody else it is not theirs. */
export const withdraw =
  (speaker: Speaker, by: Id | null, name: string) =>
  (plan: Plan): Decided<null> => {
    const one = plan.proposals.get(name)
    if (one === undefined || by === null || one.by !== by) return refuse(refusals.proposalUnknown)
    if (one.ended !== null) return refuse(refusals.proposalAnswered)
    const body = { proposal: name, ...speaker }
    return ok({ facts: [{ kind: 'plan-change-withdrawn', body }], answer: null })
  }

/** The person says how private a part is; nobody has to agree. */
export const label =
  (speaker: Speaker, part: string, labels: readonly string[]) =>
  (plan: Plan): Decided<null> => {
    if (sideOf(speaker) !== 'person') return refuse(refusals.notYours)
    if (!knownParts(plan).has(part)) return refuse(refusals.partUnknown)
    const body = { part, labels: [...labels] }
    return ok({ facts: [{ kind: 'plan-part-labelled', body }], answer: null })
  }
