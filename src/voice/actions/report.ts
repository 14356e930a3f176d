// What is done with a report: posted, answered point by point, closed; and what was promised in it.
import {
  type Day,
  dayIn,
  type Id,
  LONDON,
  type OrganisationId,
  ok,
  type Result,
  refuse,
} from '../../basics/index.ts'
import { findByOdsCode, loadOrganisation, organisationNames } from '../../identity/index.ts'
import { type Act, act, type Log, load } from '../../log/index.ts'
import { idNamed } from '../../plumbing/index.ts'
import {
  agreedByHand,
  dueUnder,
  loadPromises,
  type PromiseRecord,
  promise,
} from '../../promises/index.ts'
import type { ReportKind } from '../domain/report/facts.ts'
import { type Mandate, mandateOf } from '../domain/report/mandates.ts'
import { refusals } from '../domain/report/refusals.ts'
import {
  answerRecommendation,
  closeReport,
  type Posting,
  postReport,
  type Report,
  reportStream,
  type Stance,
} from '../domain/report/report.ts'

/** Somebody at work: for whom they act. */
export type AtWork = { readonly person: Id; readonly organisation: OrganisationId }

export const loadReport = async (log: Log, id: Id): Promise<Report> =>
  (await load(log, log.db, reportStream, { owner: id, stream: id })).state

const doTo = (
  log: Log,
  by: Id,
  report: Id,
  key: string | null,
  decide: Act<Report, ReportKind, null>['decide'],
): Promise<Result<null>> => {
  const at = { type: reportStream, owner: report, stream: report }
  return act(log, { ...at, actor: { by, onBehalfOf: null }, key, decide })
}

/** Under which mandate a body may report today; null for none. */
export async function mandateFor(
  log: Log,
  organisation: OrganisationId,
  today: Day,
): Promise<Mandate | null> {
  const { state } = await loadOrganisation(log, log.db, organisation)
  return state.abolishedOn !== null && state.abolishedOn <= today
    ? null
    : mandateOf(state.what, today)
}

export type NewReport = Pick<Posting, 'title' | 'summary' | 'recommendations' | 'parts'> & {
  /** The ODS code of the body that is to answer. */
  readonly addressee: string
}

/**
 * Posts a report. Refuses `report-mandate-missing`, `report-needs-members` where it is a
 * committee's, `report-addressee-unknown`, `bank-holidays-not-held`, and as `postReport`.
 */
export async function post(
  log: Log,
  work: AtWork,
  report: NewReport,
  key: string | null,
): Promise<Result<Id>> {
  const mandate = await mandateFor(log, work.organisation, dayIn(LONDON, log.clock.now()))
  if (mandate === null) return refuse(refusals.mandateMissing)
  if (mandate.needsParts) return refuse(refusals.needsMembers)
  const addressee = await findByOdsCode(log.db, report.addressee.trim().toUpperCase())
  if (addressee === null) return refuse(refusals.addresseeUnknown, {}, 'addressee')
  const names = await organisationNames(log.db, [addressee])
  const to = { organisation: addressee, shownAs: names.get(addressee) ?? '' }
  const id = key === null ? log.chance.id() : idNamed(work.person, `report ${key}`)
  return postDecided(log, work, { ...report, addressee: to }, id)
}

type Decided = Pick<Posting, 'title' | 'summary' | 'recommendations' | 'parts' | 'addressee'>

/**
 * Posts a report whose addressee is known, at an id of its own: posted twice it is there once.
 * Refuses `report-mandate-missing`, `bank-holidays-not-held`, and as `postReport`.
 */
export async function postDecided(
  log: Log,
  { person, organisation }: AtWork,
  { title, summary, recommendations, parts, addressee }: Decided,
  id: Id,
): Promise<Result<Id>> {
  const now = log.clock.now()
  const mandate = await mandateFor(log, organisation, dayIn(LONDON, now))
  if (mandate === null) return refuse(refusals.mandateMissing)
  const due = dueUnder(mandate.clock, now, 'england')
  if (!due.ok) return due
  const names = await organisationNames(log.db, [organisation])
  const publisher = { organisation, shownAs: names.get(organisation) ?? '' }
  const words = { title, summary, recommendations, parts }
  const posting = { ...words, addressee, publisher, mandate: mandate.code, due: due.value }
  const done = await doTo(log, person, id, null, postReport(posting, mandate.needsParts))
  return done.ok ? ok(id) : done
}

export type NewAnswer = {
  readonly number: number
  readonly stance: Stance
  readonly says: string
  readonly promised: { readonly says: string; readonly due: Day } | null
}

/** Where the promise lies that the answer to a recommendation makes. */
export const promiseInReport = (report: Id, number: number): Id =>
  idNamed(report, `promise ${number}`)

/** Refuses as `answerRecommendation`. What is promised follows as a job, once. */
export function answerOne(
  log: Log,
  { person, organisation }: AtWork,
  report: Id,
  answer: NewAnswer,
  key: string | null,
): Promise<Result<null>> {
  const { number, promised } = answer
  const id = promiseInReport(report, number)
  const withId = promised === null ? null : { ...promised, promise: id }
  const decide = answerRecommendation(organisation, { ...answer, promised: withId })
  return doTo(log, person, report, key, decide)
}

/** Refuses as `closeReport`. */
export const close = (
  log: Log,
  { person, organisation }: AtWork,
  report: Id,
  key: string | null,
): Promise<Result<null>> => doTo(log, person, report, key, closeReport(organisation))

/**
 * Makes the promises that answers to a report hold, where they are not made yet: owed to whoever
 * posted it, who says whether it happened. A job does it; done twice it does nothing.
 */
export async function makePromisesOf(log: Log, report: Id): Promise<void> {
  const { posted, answers } = await loadReport(log, report)
  if (posted === null || posted.by === null) return
  for (const { number, promised } of answers.values()) {
    if (promised === null) continue
    const { says, due, promise: stream } = promised
    const { organisation, shownAs } = posted.addressee
    const made = {
      says,
      promiser: { person: null, organisation, shownAs },
      to: [posted.by],
      due,
      source: agreedByHand,
      about: posted.title,
      escalateTo: null,
    }
    const done = await promise(
      log,
      { person: null, organisation },
      made,
      `${report} ${number}`,
      stream,
    )
    if (!done.ok) throw new Error(done.refusal.code)
  }
}

/** What became of each promise in a report, by the number of its recommendation. */
export async function promisesOf(
  log: Log,
  { posted, answers }: Report,
): Promise<ReadonlyMap<number, PromiseRecord>> {
  const owner = posted?.by ?? null
  const found = new Map<number, PromiseRecord>()
  if (owner === null) return found
  for (const { number, promised } of answers.values()) {
    if (promised === null) continue
    const [one] = await loadPromises(log, [{ owner, stream: promised.promise }])
    if (one !== undefined && one.promise.made !== null) found.set(number, one.promise)
  }
  return found
}
