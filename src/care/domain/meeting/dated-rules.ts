// How soon a network meets after a call in a crisis, and how long a meeting is taken to last.
import { addMilliseconds, datedRule, type Instant } from '../../../basics/index.ts'

export const crisisMeetingWithin = datedRule({
  says: 'After a call in a crisis the network meets for the first time within 24 hours',
  from: '2026-11-01',
  value: 24,
  unit: 'hours',
  source: 'Open Dialogue, principle of immediate help; the hours not yet read in a source',
  confirmed: null,
})

export const meetingLastsAtMost = datedRule({
  says: 'A network meeting that nobody ended is taken to be over after 3 hours',
  from: '2026-11-01',
  value: 3,
  unit: 'hours',
  source: 'Policy of this installation: nothing is added when everybody has gone home',
  confirmed: null,
})

const HOUR = 3_600_000

export const crisisMeetsBy = (calledAt: Instant): Instant =>
  addMilliseconds(calledAt, crisisMeetingWithin.value * HOUR)

export const meetingEndsBy = (begunAt: Instant): Instant =>
  addMilliseconds(begunAt, meetingLastsAtMost.value * HOUR)
