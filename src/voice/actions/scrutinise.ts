// What is done with matters of health scrutiny: referred, acknowledged, looked into, decided on.
import {
  type Day,
  dayIn,
  dueAfterWorkingDays,
  type Id,
  LONDON,
  type OrganisationId,
  ok,
  type Result,
  refuse,
  workingDays,
} from '../../basics/index.ts'
import {
  findByOdsCode,
  organisationNames,
  organisationsOfKinds,
  rolesIn,
} from '../../identity/index.ts'
import { type Act, act, type Log, load } from '../../log/index.ts'
import { idNamed } from '../../plumbing/index.ts'
import { mandates } from '../domain/report/mandates.ts'
import { refusals as reportRefusals } from '../domain/report/refusals.ts'
import { referralAcknowledgedWithin } from '../domain/scrutiny/dated-rules.ts'
import * as decide from '../domain/scrutiny/decide.ts'
import type { ScrutinyKind } from '../domain/scrutiny/facts.ts'
import {
  type AgendaItem,
  type Draft,
  type Evidence,
  isOwnMotion,
  type Matter,
  type MemberDecision,
  matterStream,
} from '../domain/scrutiny/matter.ts'
import { refusals } from '../domain/scrutiny/refusals.ts'
import { messageWords } from '../words/message-words.ts'
import { type AtWork, loadReport, mandateFor, postDecided } from './report.ts'
import { draftOf, tellAll } from './tell-people.ts'

/** Who sits on a committee, and who works for it. */
export const scrutinyRoles = ['scrutiny-member', 'scrutiny-officer'] as const

export const loadMatter = async (log: Log, id: Id): Promise<Matter> =>
  (await load(log, log.db, matterStream, { owner: id, stream: id })).state

const doTo = (
  log: Log,
  by: Id,
  matter: Id,
  key: string | null,
  rule: Act<Matter, ScrutinyKind, null>['decide'],
): Promise<Result<null>> =>
  act(log, {
    actor: { by, onBehalfOf: null },
    type: matterStream,
    owner: matter,
    stream: matter,
    key,
    decide: rule,
  })

const named = async (log: Log, ...ids: OrganisationId[]) => {
  const names = await organisationNames(log.db, ids)
  return ids.map((organisation) => ({ organisation, shownAs: names.get(organisation) ?? '' }))
}

/** The seat of somebody in the committee for which they act: what they are there, and as whom. */
export async function seatOf(log: Log, { person, organisation }: AtWork) {
  const today = dayIn(LONDON, log.clock.now())
  const held = await rolesIn(log.db, organisation, today, scrutinyRoles)
  const own = held.filter((one) => one.person === person)
  return own.find(({ what }) => what === 'scrutiny-member') ?? own[0] ?? null
}

export type NewReferral = {
  readonly title: string
  readonly why: string
  readonly committee: OrganisationId
  /** A report of the referrer’s own that was not answered in time; null for any other matter. */
  readonly report: Id | null
}

/**
 * Refers a matter to a committee, or takes it up where the visitor works for that committee.
 * Refuses `matter-may-not-refer`, `matter-committee-unknown`, `report-unknown`,
 * `bank-holidays-not-held`, and as `refer`.
 */
export async function referMatter(
  log: Log,
  { person, organisation }: AtWork,
  referral: NewReferral,
  key: string | null,
): Promise<Result<Id>> {
  const now = log.clock.now()
  const mandate = await mandateFor(log, organisation, dayIn(LONDON, now))
  const own = organisation === referral.committee
  if (mandate === null || (mandate.needsParts && !own)) return refuse(refusals.mayNotRefer)
  if (!(await isCommittee(log, referral.committee))) {
    return refuse(refusals.committeeUnknown, {}, 'committee')
  }
  const report = referral.report === null ? null : await loadReport(log, referral.report)
  if (report !== null && report.posted?.publisher.organisation !== organisation) {
    return refuse(reportRefusals.reportUnknown)
  }
  const due = dueAfterWorkingDays(
    now,
    workingDays(referralAcknowledgedWithin.value),
    'england',
    'beginning-with',
  )
  if (!due.ok) return due
  const [referrer, committee] = await named(log, organisation, referral.committee)
  if (referrer === undefined || committee === undefined) return refuse(refusals.committeeUnknown)
  const body = { ...referral, referrer, committee, acknowledgeBy: own ? null : due.value }
  const id = key === null ? log.chance.id() : idNamed(person, `matter ${key}`)
  const done = await doTo(log, person, id, key, decide.refer(body, report))
  return done.ok ? ok(id) : done
}

async function isCommittee(log: Log, organisation: OrganisationId): Promise<boolean> {
  const mandate = await mandateFor(log, organisation, dayIn(LONDON, log.clock.now()))
  return mandate?.needsParts === true
}

type Step<Given> = (
  log: Log,
  work: AtWork,
  matter: Id,
  given: Given,
  key: string | null,
) => Promise<Result<null>>

/** Refuses as `acknowledge`. */
export const acknowledgeMatter: Step<{ takenUp: boolean; says: string }> = (
  log,
  { person, organisation },
  matter,
  given,
  key,
) => doTo(log, person, matter, key, decide.acknowledge(organisation, given))

/** Refuses as `putOnAgenda`. */
export const putOnAgenda: Step<AgendaItem> = (log, { person, organisation }, matter, item, key) =>
  doTo(log, person, matter, key, decide.putOnAgenda(organisation, item))

/** Refuses as `listEvidence`. */
export const listEvidence: Step<Omit<Evidence, 'number'>> = (
  log,
  { person, organisation },
  matter,
  evidence,
  key,
) => doTo(log, person, matter, key, decide.listEvidence(organisation, evidence))

export type NewDraft = Omit<Draft, 'addressee'> & {
  /** The ODS code of the body that is to answer. */
  readonly addressee: string
}

/** Refuses `report-addressee-unknown`, and as `draftReport`. */
export const draftScrutinyReport: Step<NewDraft> = async (
  log,
  { person, organisation },
  matter,
  draft,
  key,
) => {
  const found = await findByOdsCode(log.db, draft.addressee.trim().toUpperCase())
  if (found === null) return refuse(reportRefusals.addresseeUnknown, {}, 'addressee')
  const [addressee] = await named(log, found)
  if (addressee === undefined) return refuse(reportRefusals.addresseeUnknown, {}, 'addressee')
  const rule = decide.draftReport(organisation, { ...draft, addressee })
  return doTo(log, person, matter, key, rule)
}

/** Where the report of a matter lies once its members agree. */
export const reportOfMatter = (matter: Id): Id => idNamed(matter, 'report')

/** Refuses as `decideAsMember`. What the members agreed on is published as a report, once. */
export const decideOnDraft: Step<Omit<MemberDecision, 'member'>> = async (
  log,
  { person, organisation },
  matter,
  made,
  key,
) => {
  const seat = await seatOf(log, { person, organisation })
  const by = { person, organisation, isMember: seat?.what === 'scrutiny-member' }
  const decision = { ...made, member: seat?.name ?? '' }
  const rule = decide.decideAsMember(by, decision, reportOfMatter(matter))
  return doTo(log, person, matter, key, rule)
}

/**
 * Publishes the report that members agreed on, where it is not published yet. A job does it; done
 * twice it does nothing. Whoever drafted it posts it, and is owed what is promised in its answers.
 */
export async function publishAgreed(log: Log, matter: Id): Promise<void> {
  const { agreed, drafts, referred } = await loadMatter(log, matter)
  const draft = drafts.at(-1)
  if (agreed === null || draft === undefined || draft.by === null || referred === null) return
  const organisation = referred.committee.organisation as OrganisationId
  const work = { person: draft.by, organisation }
  const done = await postDecided(log, work, draft, agreed.report)
  if (!done.ok) throw new Error(done.refusal.code)
}

/** The councils to which a matter can be referred today. */
export function committeesOn(log: Log, today: Day) {
  const kinds = mandates.filter(({ needsParts }) => needsParts).map(({ code }) => code)
  return organisationsOfKinds(log.db, kinds, today)
}

/**
 * Keeps people informed: the committee hears of a referral, and whoever referred it of each step.
 * @source SI 2013/218, regulation 21(3)
 */
export async function tellOfMatter(log: Log, at: { stream: Id; fact: Id }): Promise<void> {
  const matter = await loadMatter(log, at.stream)
  const { referred } = matter
  if (referred === null || isOwnMotion(matter)) return
  const leadsTo = `/scrutiny/${at.stream}`
  const moved = matter.acknowledged !== null
  if (moved && referred.by !== null) {
    return tellAll(log, [referred.by], at.fact, draftOf(messageWords.matterMoved, leadsTo))
  }
  const today = dayIn(LONDON, log.clock.now())
  const committee = referred.committee.organisation as OrganisationId
  const held = await rolesIn(log.db, committee, today, scrutinyRoles)
  const people = held.map(({ person }) => person)
  await tellAll(log, people, at.fact, draftOf(messageWords.matterReferred, leadsTo))
}
