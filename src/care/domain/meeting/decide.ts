// What may be done with a network meeting: nothing is written or decided without the person there.
import {
  type Id,
  type Instant,
  ok,
  type Result,
  refuse,
  tidyLine,
  tidyText,
} from '../../../basics/index.ts'
import type { Decision } from '../../../log/index.ts'
import { crisisMeetsBy, meetingEndsBy } from './dated-rules.ts'
import type { MeetingKind } from './facts.ts'
import { type Called, type Meeting, meetingStanding, type What } from './meeting.ts'
import { refusals } from './refusals.ts'

type Decided = Result<Decision<MeetingKind, null>>

/**
 * Calls a meeting, once; in a crisis it is to begin within the hours of the rule.
 * Refuses `network-meeting-why-missing`, `network-meeting-nobody-invited`.
 */
export const callMeeting =
  (calling: Omit<Called, 'meetBy'>) =>
  (state: Meeting, now: Instant): Decided => {
    if (state.called !== null) return ok({ facts: [], answer: null })
    const why = tidyText(calling.why)
    if (why === '') return refuse(refusals.whyMissing, {}, 'why')
    if (calling.invited.length === 0) return refuse(refusals.nobodyInvited, {}, 'invited')
    const meetBy = calling.crisis ? crisisMeetsBy(now) : null
    const body = { ...calling, why, where: tidyLine(calling.where), meetBy }
    return ok({ facts: [{ kind: 'network-meeting-called', body }], answer: null })
  }

/**
 * Begins the meeting: only the person themselves can say that they are there.
 * Refuses `network-meeting-unknown`, `network-meeting-only-the-person`,
 * `network-meeting-not-going-on` (it is over).
 */
export const beginMeeting =
  (by: Id, person: Id, present: readonly Id[]) =>
  (state: Meeting): Decided => {
    if (state.called === null) return refuse(refusals.meetingUnknown)
    if (by !== person) return refuse(refusals.onlyThePerson)
    if (state.endedAt !== null) return refuse(refusals.notGoingOn)
    if (state.begunAt !== null) return ok({ facts: [], answer: null })
    const known = state.called.invited.map(({ attendee }) => attendee)
    const body = { present: known.filter((one) => present.includes(one)) }
    return ok({ facts: [{ kind: 'network-meeting-begun', body }], answer: null })
  }

/**
 * Somebody came or left: `attendee` null is the person, for whom only they can speak; for all
 * others the person speaks as well.
 * Refuses `network-meeting-not-going-on`, `network-meeting-only-the-person`,
 * `network-meeting-unknown`.
 */
export const changePresence =
  (by: Id, person: Id, attendee: Id | null, present: boolean) =>
  (state: Meeting, now: Instant): Decided => {
    if (by !== person) return refuse(refusals.onlyThePerson)
    if (!isGoingOn(state, now)) return refuse(refusals.notGoingOn)
    const known = state.called?.invited.some((one) => one.attendee === attendee)
    if (attendee !== null && known !== true) return refuse(refusals.meetingUnknown)
    const is = attendee === null ? state.personPresent : state.presentNow.has(attendee)
    if (is === present) return ok({ facts: [], answer: null })
    const body = { attendee, present }
    return ok({ facts: [{ kind: 'network-presence-changed', body }], answer: null })
  }

/**
 * Notes, reflects or decides, inside the meeting and with the person there.
 * Refuses `network-meeting-not-going-on`, `network-meeting-person-away`,
 * `network-meeting-nothing-said`.
 * @source facts 13 (NELFT): network meetings are the only place where decisions are made
 */
export const noteInMeeting =
  (what: What, words: string, shownAs: string) =>
  (state: Meeting, now: Instant): Decided => {
    if (!isGoingOn(state, now)) return refuse(refusals.notGoingOn)
    if (!state.personPresent) return refuse(refusals.personAway)
    const says = tidyText(words)
    if (says === '') return refuse(refusals.nothingSaid, {}, 'says')
    const body = { what, says, shownAs }
    return ok({ facts: [{ kind: 'network-meeting-noted', body }], answer: null })
  }

/** Ends it. Refuses `network-meeting-only-the-person`, `network-meeting-not-going-on`. */
export const endMeeting =
  (by: Id, person: Id) =>
  (state: Meeting): Decided => {
    if (by !== person) return refuse(refusals.onlyThePerson)
    if (state.begunAt === null) return refuse(refusals.notGoingOn)
    if (state.endedAt !== null) return ok({ facts: [], answer: null })
    return ok({ facts: [{ kind: 'network-meeting-ended', body: {} }], answer: null })
  }

const isGoingOn = (state: Meeting, now: Instant): boolean =>
  meetingStanding(state, now, meetingEndsBy) === 'going-on'
