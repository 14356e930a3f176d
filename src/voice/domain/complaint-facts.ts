// The kinds of fact in the life of one formal complaint.
import { type Day, type Id, type Instant, Type, unitsOf } from '../../basics/index.ts'
import type { FactKind } from '../../log/index.ts'

const id = (description: string) => Type.Unsafe<Id>(Type.String({ format: 'uuid', description }))
const day = (description: string) => Type.Unsafe<Day>(Type.String({ description }))
const text = (longest: number) => Type.String({ maxLength: unitsOf(longest) })
const orNull = <const T extends Parameters<typeof Type.Union>[0][number]>(one: T) =>
  Type.Union([one, Type.Null()])

const fact = <const Kind extends string, const S extends ReturnType<typeof Type.Object>>(
  kind: Kind,
  says: string,
  schema: S,
) => ({ kind, version: 1, says, schema }) as const satisfies FactKind

export const complaintReceived = fact(
  'complaint-received',
  'A formal complaint was made, by word of mouth or in writing, and written down',
  Type.Object({
    says: text(10_000),
    wants: text(5_000),
    how: Type.String({ description: '`oral` or `written`' }),
    receivedAt: Type.Unsafe<Instant>(Type.String({ description: 'When the body received it' })),
    nation: Type.String({ description: 'Whose law it is under' }),
    body: id('The responsible body'),
    complainant: orNull(id('Whose complaint it is, where they are known here')),
    places: Type.Array(id('What it is about')),
    happenedOn: orNull(day('When it happened, or came to be known')),
    representative: orNull(
      Type.Object({ relation: text(200), permission: text(500), by: orNull(id('Who acts')) }),
    ),
    right: orNull(Type.String({ description: 'A right of the NHS Constitution it rests on' })),
  }),
)

export const complaintOpened = fact(
  'complaint-opened',
  'Somebody who handles a complaint opened it',
  Type.Object({ body: id('For which body') }),
)

export const complaintAcknowledged = fact(
  'complaint-acknowledged',
  'A complaint was acknowledged, with the offer to talk about how it is handled',
  Type.Object({ how: Type.String({ description: '`oral` or `written`' }), says: text(5_000) }),
)

/** How it is looked into and by when it is answered; holds only once both sides agree. */
export const planProposed = fact(
  'complaint-plan-proposed',
  'One side proposed how a complaint is handled and by when it is answered',
  Type.Object({
    says: text(5_000),
    replyBy: day('The day by whose end it is answered'),
    from: Type.String({ description: '`body` or `complainant`' }),
  }),
)

export const planAgreed = fact(
  'complaint-plan-agreed',
  'The other side agreed to a plan for a complaint',
  Type.Object({ plan: id('The fact that proposed it') }),
)

export const representativeNamed = fact(
  'complaint-representative-named',
  'The complainant let an advocate or somebody else act for them, or ended that',
  Type.Object({ name: text(200), relation: text(200), ends: Type.Boolean() }),
)

/** Passing a complaint on, or answering it together, needs the complainant's yes. */
export const sharingAsked = fact(
  'complaint-sharing-asked',
  'The body asked whether another body may have the complaint',
  Type.Object({
    other: id('The other body'),
    why: text(2_000),
    lead: id('The body that answers for both'),
  }),
)

export const sharingAnswered = fact(
  'complaint-sharing-answered',
  'The complainant said whether another body may have the complaint',
  Type.Object({
    asked: id('The fact that asked'),
    other: id('The other body'),
    allowed: Type.Boolean(),
  }),
)

export const progressTold = fact(
  'complaint-progress-told',
  'The complainant was told how the work on a complaint goes',
  Type.Object({ says: text(5_000) }),
)

export const delayExplained = fact(
  'complaint-delay-explained',
  'The body wrote why there is no answer yet after 6 months',
  Type.Object({ says: text(5_000) }),
)

export const contributionMade = fact(
  'complaint-added-to',
  'The complainant added to a complaint',
  Type.Object({ says: text(5_000) }),
)

export const responseSent = fact(
  'complaint-response-sent',
  'The written response to a complaint was sent, with every part that the law asks for',
  Type.Object({
    parts: Type.Record(Type.String(), text(10_000)),
    signedBy: text(200),
  }),
)

export const resolvedAtOnce = fact(
  'complaint-resolved-at-once',
  'A complaint made by word of mouth was resolved to the complainant’s satisfaction',
  Type.Object({ says: text(2_000) }),
)

export const ombudsmanAsked = fact(
  'complaint-ombudsman-asked',
  'The complainant took a complaint to the ombudsman',
  Type.Object({ says: text(2_000) }),
)

export const ombudsmanDecided = fact(
  'complaint-ombudsman-decided',
  'The ombudsman decided, with what is recommended',
  Type.Object({
    says: text(10_000),
    recommendations: Type.Array(Type.Object({ says: text(2_000), due: day('By when') })),
  }),
)

/** Every complaint ends in learning: a promise, or a reason why nothing changes. */
export const learningRecorded = fact(
  'complaint-learning-recorded',
  'What was learned from a complaint: a promise, or no change and why',
  Type.Object({
    change: Type.String({ description: '`promise` or `none`' }),
    says: text(5_000),
    due: orNull(day('By when, where it is a promise')),
    shownAs: text(200),
  }),
)

export const complaintWithdrawn = fact(
  'complaint-withdrawn',
  'The complainant took a complaint back',
  Type.Object({ why: text(2_000) }),
)

export const complaintKinds = [
  complaintReceived,
  complaintOpened,
  complaintAcknowledged,
  planProposed,
  planAgreed,
  representativeNamed,
  sharingAsked,
  sharingAnswered,
  progressTold,
  delayExplained,
  contributionMade,
  responseSent,
  resolvedAtOnce,
  ombudsmanAsked,
  ombudsmanDecided,
  learningRecorded,
  complaintWithdrawn,
] as const

export type ComplaintKind = (typeof complaintKinds)[number]
