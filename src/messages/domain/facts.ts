// The kinds of fact about what people are told and how they need to be told.
import { Type, unitsOf } from '../../basics/index.ts'
import type { FactKind } from '../../log/index.ts'

/** A message in one form; the words stay in the fact, the outside hears only that it is there. */
const rendering = Type.Object({
  form: Type.String({ description: 'A code of `messageForms`' }),
  language: Type.String({ description: '`en` or `cy`' }),
  subject: Type.String({ minLength: 1, maxLength: unitsOf(200) }),
  body: Type.String({ minLength: 1, maxLength: 20_000 }),
})

export const messageSent = {
  kind: 'message-sent',
  version: 1,
  says: 'Something was told to a person, in the form they can use',
  schema: Type.Object({
    rendering,
    /** The form they need; large print is shown from plain words. */
    shownAs: Type.String(),
    from: Type.String({ description: 'The name under which it was sent' }),
    channels: Type.Array(Type.String(), {
      description: '`inbox`, and `email` or `text` beside it',
    }),
    leadsTo: Type.Union([Type.String({ pattern: '^/' }), Type.Null()]),
    /** Where one can stop messages like it; each link stops and does nothing else. */
    stops: Type.Optional(
      Type.Array(
        Type.Object({
          says: Type.String({ maxLength: unitsOf(500) }),
          href: Type.String({ pattern: '^/' }),
        }),
        { maxItems: 10 },
      ),
    ),
  }),
} as const satisfies FactKind

export const messageDelivered = {
  kind: 'message-delivered',
  version: 1,
  says: 'A message, or the word that one waits, reached a channel',
  schema: Type.Object({ channel: Type.String() }),
} as const satisfies FactKind

export const messageBounced = {
  kind: 'message-bounced',
  version: 1,
  says: 'A channel could not deliver the word that a message waits',
  schema: Type.Object({ channel: Type.String(), why: Type.String() }),
} as const satisfies FactKind

export const messageRead = {
  kind: 'message-read',
  version: 1,
  says: 'The person opened a message',
  schema: Type.Object({}),
} as const satisfies FactKind

export const messageKinds = [messageSent, messageDelivered, messageBounced, messageRead] as const
export type MessageKind = (typeof messageKinds)[number]

/** @source NHS England, Accessible Information Standard (DAPB1605), stages 1 to 4 */
export const needsRecorded = {
  kind: 'communication-needs-recorded',
  version: 2,
  says: 'What a person needs in order to be told things, and to say them, was recorded',
  schema: Type.Object({
    form: Type.String({ description: 'A code of `messageForms`' }),
    language: Type.String({ description: '`en` or `cy`' }),
    channel: Type.String({ description: 'Where they hear that a message waits: `inbox` for none' }),
    address: Type.Union([Type.String({ description: 'E-mail address or number' }), Type.Null()]),
    needs: Type.Array(Type.String({ description: 'A code of `needKinds`' }), { maxItems: 50 }),
    /** Held apart: it comes from no impairment. */
    interpreter: Type.Union([
      Type.String({ maxLength: unitsOf(60), description: 'The language to interpret from' }),
      Type.Null(),
    ]),
    /** Said to every member of staff, in the person's own words. */
    note: Type.String({ maxLength: unitsOf(500) }),
    shown: Type.Boolean({ description: 'Whether those who care for them see it on every page' }),
    saidBy: Type.String({ description: 'The name and role under which; empty for themselves' }),
    reviewOn: Type.Union([Type.String(), Type.Null()]),
  }),
  upcasts: [(body: object) => ({ ...body, needs: [], interpreter: null, shown: true, saidBy: '' })],
} as const satisfies FactKind

/** @source NHS England, Accessible Information Standard (DAPB1605), stage 6 (review) */
export const needsReviewed = {
  kind: 'communication-needs-reviewed',
  version: 1,
  says: 'Somebody said that what is recorded of a person’s needs is still right',
  schema: Type.Object({ saidBy: Type.String(), reviewOn: Type.String() }),
} as const satisfies FactKind

/** @source NHS England, supplier standard STD001: evidence that the person viewed it */
export const needsSeen = {
  kind: 'communication-needs-seen',
  version: 1,
  says: 'The person saw what somebody else recorded of their needs',
  schema: Type.Object({}),
} as const satisfies FactKind

/** @source NHS England, Accessible Information Standard (DAPB1605), stage 5 (meet) */
export const needNotMet = {
  kind: 'communication-need-not-met',
  version: 1,
  says: 'A person was not told something in the form they need: a gap for whoever tells',
  schema: Type.Object({
    form: Type.String({ description: 'A code of `messageForms`' }),
    what: Type.Union([Type.Literal('not-sent'), Type.Literal('sent-otherwise')]),
    from: Type.String({ description: 'The name under which it was to be sent' }),
    organisation: Type.Union([
      Type.String({ description: 'Whose gap it is; null for those who run the site' }),
      Type.Null(),
    ]),
  }),
} as const satisfies FactKind

export const needsKinds = [needsRecorded, needsReviewed, needsSeen, needNotMet] as const
export type NeedsKind = (typeof needsKinds)[number]
