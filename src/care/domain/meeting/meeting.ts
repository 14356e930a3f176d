// One network meeting: who was called, who is there, and what was said with the person there.
import type { Id, Instant, Static } from '../../../basics/index.ts'
import type { FactOf, StreamType } from '../../../log/index.ts'
import {
  type MeetingKind,
  meetingKinds,
  type networkMeetingCalled,
  type networkMeetingNoted,
} from './facts.ts'

export type Called = Static<(typeof networkMeetingCalled)['schema']>
export type Attendee = Called['invited'][number]
export type Noted = Static<(typeof networkMeetingNoted)['schema']>
export type What = Noted['what']

export type Meeting = {
  readonly called: (Called & { readonly at: Instant; readonly by: Id | null }) | null
  readonly begunAt: Instant | null
  readonly endedAt: Instant | null
  /** Whether the person themselves is in the room now. */
  readonly personPresent: boolean
  readonly presentNow: ReadonlySet<Id>
  /** Everybody who was there at any time. */
  readonly came: ReadonlySet<Id>
  readonly notes: readonly (Noted & { readonly at: Instant; readonly by: Id | null })[]
}

export const meetingStream: StreamType<Meeting, MeetingKind> = {
  name: 'care-network-meeting',
  says: 'One meeting of a person with their network and team',
  kinds: meetingKinds,
  start: {
    called: null,
    begunAt: null,
    endedAt: null,
    personPresent: false,
    presentNow: new Set(),
    came: new Set(),
    notes: [],
  },
  fold: (state, fact) => fold(state, fact),
}

function fold(state: Meeting, fact: FactOf<MeetingKind>): Meeting {
  const { at, by } = fact
  switch (fact.kind) {
    case 'network-meeting-called':
      return { ...state, called: { ...fact.body, at, by } }
    case 'network-meeting-begun': {
      const there = new Set(fact.body.present)
      return { ...state, begunAt: at, personPresent: true, presentNow: there, came: there }
    }
    case 'network-presence-changed': {
      const { attendee, present } = fact.body
      if (attendee === null) return { ...state, personPresent: present }
      const presentNow = new Set(state.presentNow)
      if (present) presentNow.add(attendee)
      else presentNow.delete(attendee)
      const came = present ? new Set(state.came).add(attendee) : state.came
      return { ...state, presentNow, came }
    }
    case 'network-meeting-noted':
      return { ...state, notes: [...state.notes, { ...fact.body, at, by }] }
    case 'network-meeting-ended':
      return { ...state, endedAt: at, personPresent: false, presentNow: new Set() }
  }
}

export type MeetingStanding = 'called' | 'late' | 'going-on' | 'over'

/** How a meeting stands; `hours` is how long it lasts at most where nobody ends it. */
export function meetingStanding(
  { called, begunAt, endedAt }: Meeting,
  now: Instant,
  endsBy: (begunAt: Instant) => Instant,
): MeetingStanding {
  if (begunAt === null) {
    const by = called?.meetBy ?? null
    return by !== null && by < now ? 'late' : 'called'
  }
  return endedAt !== null || endsBy(begunAt) <= now ? 'over' : 'going-on'
}
