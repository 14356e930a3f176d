// What a health scrutiny committee looks into: referred, on an agenda, with evidence, and decided.
import type { Day, Id, Instant, Result, Static } from '../../../basics/index.ts'
import type { Decision, FactOf, StreamType } from '../../../log/index.ts'
import { membersToPublish } from './dated-rules.ts'
import {
  type matterAcknowledged,
  type matterOnAgenda,
  type matterReferred,
  type memberDecided,
  type ScrutinyKind,
  type scrutinyEvidenceListed,
  scrutinyKinds,
  type scrutinyReportDrafted,
} from './facts.ts'

type At = { readonly at: Instant; readonly by: Id | null }

export type Referral = Static<(typeof matterReferred)['schema']>
export type Acknowledgement = Static<(typeof matterAcknowledged)['schema']>
export type AgendaItem = Static<(typeof matterOnAgenda)['schema']>
export type Evidence = Static<(typeof scrutinyEvidenceListed)['schema']>
export type Draft = Static<(typeof scrutinyReportDrafted)['schema']>
export type MemberDecision = Static<(typeof memberDecided)['schema']>

export const evidenceWays = ['document', 'hearing', 'visit', 'comment'] as const

export type Matter = {
  readonly referred: (Referral & At) | null
  readonly acknowledged: (Acknowledgement & At) | null
  /** In the order in which it was put on agendas. */
  readonly agenda: readonly (AgendaItem & At)[]
  readonly evidence: readonly (Evidence & At)[]
  /** The last is the one that members decide on. */
  readonly drafts: readonly (Draft & At)[]
  /** What members decided on the last draft. */
  readonly decisions: readonly (MemberDecision & At)[]
  readonly agreed: { readonly draft: number; readonly report: Id; readonly at: Instant } | null
}

export const matterStream: StreamType<Matter, ScrutinyKind> = {
  name: 'scrutiny-matter',
  says: 'One matter before a health scrutiny committee, from its referral to its report',
  kinds: scrutinyKinds,
  start: {
    referred: null,
    acknowledged: null,
    agenda: [],
    evidence: [],
    drafts: [],
    decisions: [],
    agreed: null,
  },
  fold: (state, fact) => fold(state, fact),
}

export type Decided = Result<Decision<ScrutinyKind, null>>

function fold(state: Matter, fact: FactOf<ScrutinyKind>): Matter {
  const { at, by } = fact
  const when = { at, by }
  switch (fact.kind) {
    case 'matter-referred':
      return { ...state, referred: { ...fact.body, ...when } }
    case 'matter-acknowledged':
      return { ...state, acknowledged: { ...fact.body, ...when } }
    case 'matter-on-agenda':
      return { ...state, agenda: [...state.agenda, { ...fact.body, ...when }] }
    case 'scrutiny-evidence-listed':
      return { ...state, evidence: [...state.evidence, { ...fact.body, ...when }] }
    case 'scrutiny-report-drafted':
      // Who was for another text was not for this one.
      return { ...state, drafts: [...state.drafts, { ...fact.body, ...when }], decisions: [] }
    case 'member-decided':
      return { ...state, decisions: [...state.decisions, { ...fact.body, ...when }] }
    case 'scrutiny-report-agreed':
      return { ...state, agreed: { ...fact.body, at } }
  }
}

/** Whether the committee took it up itself: then there is nobody to acknowledge it to. */
export const isOwnMotion = ({ referred }: Matter): boolean =>
  referred !== null && referred.referrer.organisation === referred.committee.organisation

export const isTakenUp = (matter: Matter): boolean =>
  isOwnMotion(matter) || matter.acknowledged?.takenUp === true

export type MatterStanding =
  | 'waiting'
  | 'silent'
  | 'not taken up'
  | 'looked into'
  | 'with the members'
  | 'published'

/** How it stands on a day; `silent`: the day by which it had to be acknowledged has passed. */
export function matterStanding(matter: Matter, today: Day): MatterStanding {
  if (matter.agreed !== null) return 'published'
  if (matter.drafts.length > 0) return 'with the members'
  if (isTakenUp(matter)) return 'looked into'
  if (matter.acknowledged !== null) return 'not taken up'
  const by = matter.referred?.acknowledgeBy ?? null
  return by !== null && by < today ? 'silent' : 'waiting'
}

/** How the members stand to the draft, and whether that is enough to publish it. */
export function countMembers(decisions: readonly Pick<MemberDecision, 'decision'>[]) {
  const count = (decision: MemberDecision['decision']) =>
    decisions.filter((one) => one.decision === decision).length
  const counted = { for: count('for'), against: count('against'), abstained: count('abstained') }
  const enough = decisions.length >= membersToPublish.value && counted.for > counted.against
  return { ...counted, enough }
}
