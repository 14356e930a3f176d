// What is due in a formal complaint, by which day, and how each of it stands.
import {
  addMonths,
  type Day,
  dayIn,
  type Instant,
  LONDON,
  type Nation,
} from '../../../basics/index.ts'
import { type ComplaintStep, dueFor, explainBy } from './clocks.ts'
import { type Complaint, isOver } from './complaint.ts'
import { explainsBefore } from './dated-rules.ts'

export type DueStep = 'acknowledge' | 'reply' | 'explain' | 'ombudsman'

export type ComplaintDue = {
  readonly step: DueStep
  readonly due: Day
  readonly standing: 'waiting' | 'met' | 'met late' | 'late'
}

/** What is due and how each stands: by the nation's rules, and by the plan that was agreed. */
export function duesOf(complaint: Complaint, at: Instant): readonly ComplaintDue[] {
  const { received, plan, response, ombudsmanAskedAt, endedAt } = complaint
  if (received === null) return []
  const nation = received.body.nation as Nation
  const day = dayIn(LONDON, received.body.receivedAt)
  const dues: ComplaintDue[] = []
  const add = (step: DueStep, due: Day | null, metAt: Instant | null) => {
    // What was still to come when it ended is not due any more; what was late by then stays so.
    const now = step === 'ombudsman' ? at : (endedAt ?? at)
    const standing = due === null ? null : standingOf(due, metAt, now)
    const over = step !== 'ombudsman' && endedAt !== null && standing === 'waiting'
    if (due !== null && standing !== null && !over) dues.push({ step, due, standing })
  }
  for (const one of complaint.holdings.filter(({ acknowledges }) => acknowledges)) {
    const since = dayIn(LONDON, one.since)
    add('acknowledge', byLaw(nation, 'acknowledge', since), one.acknowledgedAt)
  }
  add('reply', plan?.replyBy ?? byLaw(nation, 'reply', day), response?.at ?? null)
  if (nation === 'england') {
    const longer =
      plan === null || plan.agreedOn === null ? null : { on: plan.agreedOn, until: plan.replyBy }
    const explain = explainBy(day, longer)
    add('explain', explain.ok ? explain.value : null, response?.at ?? complaint.explainedAt)
  }
  if (ombudsmanAskedAt !== null) {
    const asked = dayIn(LONDON, ombudsmanAskedAt)
    add('ombudsman', byLaw(nation, 'ombudsman', asked), complaint.ombudsman?.at ?? null)
  }
  return dues
}

function byLaw(nation: Nation, step: ComplaintStep, from: Day): Day | null {
  const due = dueFor(nation, step, from)
  return due.ok ? due.value : null
}

function standingOf(due: Day, metAt: Instant | null, now: Instant): ComplaintDue['standing'] {
  if (metAt !== null) return dayIn(LONDON, metAt) <= due ? 'met' : 'met late'
  return dayIn(LONDON, now) > due ? 'late' : 'waiting'
}

/** What decides the day by which a body has to do something next. */
export type OpenWork = {
  readonly nation: Nation
  readonly receivedOn: Day
  /** Since when a body has it without having acknowledged it. */
  readonly unacknowledgedSince: Day | null
  readonly agreedOn: Day | null
  readonly replyBy: Day | null
  readonly answered: boolean
  readonly explained: boolean
}

/** The next day by which a body has to acknowledge, answer or explain; null where there is none. */
export function nextDay(work: OpenWork): Day | null {
  const { nation, receivedOn, unacknowledgedSince, agreedOn, replyBy } = work
  const days: (Day | null)[] = []
  if (unacknowledgedSince !== null) days.push(byLaw(nation, 'acknowledge', unacknowledgedSince))
  if (!work.answered) {
    days.push(replyBy ?? byLaw(nation, 'reply', receivedOn))
    const longer = agreedOn === null || replyBy === null ? null : { on: agreedOn, until: replyBy }
    const explain = nation === 'england' ? explainBy(receivedOn, longer) : null
    if (explain?.ok === true && !work.explained) days.push(explain.value)
  }
  return days.filter((day) => day !== null).toSorted()[0] ?? null
}

/** What the body owes next, the earliest first; null where nothing is, or it has ended. */
export function nextDue(complaint: Complaint, now: Instant): ComplaintDue | null {
  if (isOver(complaint)) return null
  const open = duesOf(complaint, now).filter(
    ({ step, standing }) => step !== 'ombudsman' && (standing === 'waiting' || standing === 'late'),
  )
  return open.toSorted((one, other) => (one.due < other.due ? -1 : 1))[0] ?? null
}

/** The last day on which the complainant can say that it is resolved; null where there is none. */
export function lastDayToResolve({ received }: Complaint): Day | null {
  if (received === null) return null
  const { nation, receivedAt, how } = received.body
  // England: only what was said by word of mouth. Scotland: the first stage of its procedure.
  const step = nation === 'scotland' ? 'resolve-early' : 'resolve-at-once'
  if (step === 'resolve-at-once' && how !== 'oral') return null
  return byLaw(nation as Nation, step, dayIn(LONDON, receivedAt))
}

/** The first day on which a reason for no answer counts; null where no law asks for one. */
export function explainsFrom({ received, plan }: Complaint): Day | null {
  if (received === null || received.body.nation !== 'england') return null
  const agreed = plan?.agreedOn == null ? null : { on: plan.agreedOn, until: plan.replyBy }
  const due = explainBy(dayIn(LONDON, received.body.receivedAt), agreed)
  return due.ok ? addMonths(due.value, -explainsBefore.value) : null
}
