// The kinds of fact of a network meeting: called, begun, who is there, what is said, ended.
import { type Id, type Instant, Type, unitsOf } from '../../../basics/index.ts'
import type { FactKind } from '../../../log/index.ts'

const id = (description: string) => Type.Unsafe<Id>(Type.String({ format: 'uuid', description }))

export const networkMeetingCalled = {
  kind: 'network-meeting-called',
  version: 1,
  says: 'A person called a meeting of their network, in a crisis or not',
  schema: Type.Object({
    crisis: Type.Boolean(),
    why: Type.String({ minLength: 1, maxLength: unitsOf(1_000) }),
    where: Type.String({ maxLength: unitsOf(200), description: 'Where or how they meet' }),
    meetBy: Type.Union([
      Type.Unsafe<Instant>(Type.String({ description: 'The moment by which it begins' })),
      Type.Null(),
    ]),
    invited: Type.Array(
      Type.Object({
        attendee: id('Who it is in this meeting'),
        called: Type.String({ minLength: 1, maxLength: unitsOf(60) }),
        person: Type.Union([id('Who it is, where a tie joins the two'), Type.Null()]),
        side: Type.Union([Type.Literal('network'), Type.Literal('team')]),
      }),
      { minItems: 1, maxItems: 30 },
    ),
  }),
} as const satisfies FactKind

export const networkMeetingBegun = {
  kind: 'network-meeting-begun',
  version: 1,
  says: 'The person said that they are there, and the meeting began',
  schema: Type.Object({ present: Type.Array(id('Who else is there')) }),
} as const satisfies FactKind

export const networkPresenceChanged = {
  kind: 'network-presence-changed',
  version: 1,
  says: 'The person, or somebody else, came into the meeting or left it',
  schema: Type.Object({
    attendee: Type.Union([id('Who'), Type.Null({ description: 'The person themselves' })]),
    present: Type.Boolean(),
  }),
} as const satisfies FactKind

/** @source facts 13 (NELFT): network meetings are the only place where decisions are made */
export const networkMeetingNoted = {
  kind: 'network-meeting-noted',
  version: 1,
  says: 'Something was noted, reflected on or decided in the meeting, with the person there',
  schema: Type.Object({
    what: Type.Union([Type.Literal('note'), Type.Literal('reflection'), Type.Literal('decision')]),
    says: Type.String({ minLength: 1, maxLength: unitsOf(2_000) }),
    shownAs: Type.String({ minLength: 1, description: 'The name and role under which' }),
  }),
} as const satisfies FactKind

export const networkMeetingEnded = {
  kind: 'network-meeting-ended',
  version: 1,
  says: 'The meeting ended; nothing is written in it any more',
  schema: Type.Object({}),
} as const satisfies FactKind

export const meetingKinds = [
  networkMeetingCalled,
  networkMeetingBegun,
  networkPresenceChanged,
  networkMeetingNoted,
  networkMeetingEnded,
] as const
export type MeetingKind = (typeof meetingKinds)[number]
