// The kinds of fact in the life of one formal complaint.
import { type Day, type Id, type Instant, Type, unitsOf } from '../../../basics/index.ts'
import type { FactKind } from '../../../log/index.ts'

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

/** The same with what an earlier version did not say filled in. */
const grown = <const Kind extends string, const S extends ReturnType<typeof Type.Object>>(
  kind: Kind,
  says: string,
  schema: S,
  upcast: (body: never) => unknown,
  files: (body: never) => readonly string[] = () => [],
) => ({ kind, version: 2, says, schema, upcasts: [upcast], files }) as const satisfies FactKind

type Old = Readonly<Record<string, unknown>>
const filled =
  (more: Old) =>
  (body: Old): Old => ({ ...more, ...body })

/** What an earlier version said of whoever acts: neither a name nor the ground of the law. */
const receivedBefore = (body: Old): Old => {
  const acts = body.representative as Old | null
  const representative = acts === null ? null : { name: '', ground: 'asked', ...acts }
  return { ...body, representative, name: '', contact: '', writtenBy: null }
}

export const complaintReceived = grown(
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
      Type.Object({
        name: text(200),
        relation: text(200),
        ground: Type.String({ description: 'Why they may act, of `representativeGrounds`' }),
        permission: text(500),
        by: orNull(id('Who acts, where they are known here')),
      }),
    ),
    right: orNull(Type.String({ description: 'A right of the NHS Constitution it rests on' })),
    name: text(200),
    contact: text(500),
    writtenBy: orNull(id('Who wrote it down at the service, where it was said by word of mouth')),
  }),
  receivedBefore,
)

/** A code leads back to a complaint; of it only the digest is kept. */
export const complaintWayBackMade = fact(
  'complaint-way-back-made',
  'A code for the way back to a complaint was made, in place of any earlier one',
  Type.Object({
    digest: Type.String(),
    holder: Type.String({ description: '`complainant` or `representative`' }),
  }),
)

/** Whoever complained by word of mouth has read what was written down. */
export const recordConfirmed = fact(
  'complaint-record-confirmed',
  'The complainant said whether what was written down is what they said',
  Type.Object({ right: Type.Boolean(), says: text(10_000) }),
)

export const complaintKept = fact(
  'complaint-kept',
  'Somebody signed in keeps a complaint that they opened with a code',
  Type.Object({
    person: id('Who keeps it'),
    holder: Type.String({ description: '`complainant` or `representative`' }),
  }),
)

/** The offer to talk was not taken up: the body then says the time itself. */
export const talkDeclined = fact(
  'complaint-talk-declined',
  'The complainant did not want to talk about how the complaint is handled',
  Type.Object({ says: text(2_000) }),
)

export const planSet = fact(
  'complaint-plan-set',
  'The body said by when it answers, since the complainant did not want to talk about it',
  Type.Object({ plan: id('The fact that proposed it') }),
)

/** One of several bodies gives its part of the one answer to the body that leads. */
export const partGiven = fact(
  'complaint-part-given',
  'A body gave its part of the one answer to the body that leads',
  Type.Object({ body: id('Which body'), says: text(10_000) }),
)

export const clockMissed = fact(
  'complaint-clock-missed',
  'A day by which a complaint had to be acknowledged, answered or explained passed',
  Type.Object({ step: Type.String(), due: day('The day that passed') }),
)

export const complaintOpened = fact(
  'complaint-opened',
  'Somebody who handles a complaint opened it',
  Type.Object({ body: id('For which body') }),
)

export const complaintAcknowledged = grown(
  'complaint-acknowledged',
  'A complaint was acknowledged, with the offer to talk about how it is handled',
  Type.Object({
    how: Type.String({ description: '`oral` or `written`' }),
    says: text(5_000),
    body: orNull(id('Which body; null where that was not said')),
  }),
  filled({ body: null }),
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

export const representativeNamed = grown(
  'complaint-representative-named',
  'The complainant let an advocate or somebody else act for them, or that ended',
  Type.Object({
    name: text(200),
    relation: text(200),
    ends: Type.Boolean(),
    from: Type.String({ description: '`complainant`, `representative` or `body`' }),
    why: text(2_000),
  }),
  filled({ from: 'complainant', why: '' }),
)

/** Passing a complaint on, or answering it together, needs the complainant's yes. */
export const sharingAsked = grown(
  'complaint-sharing-asked',
  'The body asked whether another body may have the complaint',
  Type.Object({
    other: id('The other body'),
    why: text(2_000),
    lead: id('The body that answers for both'),
    how: Type.String({ description: '`pass` where only the other answers, else `together`' }),
    from: orNull(id('The body that asked')),
  }),
  filled({ how: 'together', from: null }),
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

/** The regulations do not ask the body to deal with it, and it says why, in writing. */
export const notDealtWith = fact(
  'complaint-not-dealt-with',
  'The body wrote why the regulations do not ask it to deal with a complaint',
  Type.Object({
    ground: Type.String({ description: 'Of `outsideTheLaw`' }),
    says: text(5_000),
    body: id('Which body'),
  }),
)

export const ombudsmanAsked = fact(
  'complaint-ombudsman-asked',
  'The complainant took a complaint to the ombudsman',
  Type.Object({ says: text(2_000) }),
)

export const ombudsmanDecided = grown(
  'complaint-ombudsman-decided',
  'The ombudsman decided, with what is recommended',
  Type.Object({
    outcome: Type.String({ description: '`upheld`, `partly`, `not-upheld` or `other`' }),
    number: text(100),
    decidedOn: orNull(day('The day of the decision')),
    file: orNull(
      Type.Object({
        digest: Type.String(),
        type: Type.String({ description: 'As browsers know' }),
      }),
    ),
    from: Type.String({ description: 'Which side brought it in: `body` or `complainant`' }),
    says: text(10_000),
    recommendations: Type.Array(Type.Object({ says: text(2_000), due: day('By when') })),
  }),
  filled({ outcome: 'other', number: '', decidedOn: null, file: null, from: 'body' }),
  ({ file }: { readonly file: { readonly digest: string } | null }) =>
    file === null ? [] : [file.digest],
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
  complaintWayBackMade,
  recordConfirmed,
  complaintKept,
  complaintOpened,
  complaintAcknowledged,
  planProposed,
  planAgreed,
  talkDeclined,
  planSet,
  representativeNamed,
  sharingAsked,
  sharingAnswered,
  partGiven,
  progressTold,
  delayExplained,
  contributionMade,
  responseSent,
  resolvedAtOnce,
  notDealtWith,
  ombudsmanAsked,
  ombudsmanDecided,
  learningRecorded,
  clockMissed,
  complaintWithdrawn,
] as const

export type ComplaintKind = (typeof complaintKinds)[number]
