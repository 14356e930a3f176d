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

/** @source NHS England, Accessible Information Standard (DAPB1605), its six steps */
export const needsRecorded = {
  kind: 'communication-needs-recorded',
  version: 1,
  says: 'How a person needs to be told things was recorded',
  schema: Type.Object({
    form: Type.String({ description: 'A code of `messageForms`' }),
    language: Type.String({ description: '`en` or `cy`' }),
    channel: Type.String({ description: 'Where they hear that a message waits: `inbox` for none' }),
    address: Type.Union([Type.String({ description: 'E-mail address or number' }), Type.Null()]),
    /** Said to every member of staff, in the person's own words. */
    note: Type.String({ maxLength: unitsOf(500) }),
    reviewOn: Type.Union([Type.String(), Type.Null()]),
  }),
} as const satisfies FactKind

export const needsKinds = [needsRecorded] as const
export type NeedsKind = (typeof needsKinds)[number]
