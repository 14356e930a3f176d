// The kinds of fact in the life of a decision: begun, talked about, chosen, made, reviewed.
import { Type } from '../../../basics/index.ts'
import type { FactKind } from '../../../log/index.ts'
import { speaker } from '../plan/speaker-schema.ts'

const text = (description: string) => Type.String({ maxLength: 8_000, description })
const some = (description: string) => Type.String({ minLength: 1, maxLength: 8_000, description })
const none = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) =>
  Type.Union([schema, Type.Null()])
const texts = (description: string) => Type.Array(some(description), { maxItems: 50 })
const day = Type.String({ format: 'date' })

const optionSchema = Type.Object({
  id: some('The option within this decision; that of an aid where it comes from one'),
  name: some('What it is called'),
  isWaiting: Type.Boolean({ description: 'Waiting, or doing nothing' }),
  benefits: texts('What is good about it'),
  risks: texts('What is bad about it'),
})

/** What both sides write down together, heading by heading; only what is set changes. */
const partsSchema = Type.Partial(
  Type.Object({
    question: some('What there is to decide'),
    people: Type.Array(Type.Object({ name: some('A name'), role: text('Who they are') }), {
      maxItems: 30,
    }),
    before: text('What the person was given to read or see before'),
    personAgenda: text('What the person wants to talk about'),
    professionalAgenda: text('What the professional wants to talk about'),
    matters: text('What matters to the person, in their words'),
    marks: Type.Array(
      Type.Object({
        name: some('What can matter, as the aid says it'),
        weight: Type.Union([Type.Literal('some'), Type.Literal('much')]),
      }),
      { maxItems: 50 },
    ),
    questions: texts('A question for the professional'),
    lean: none(some('The option the person leans towards')),
    options: Type.Array(optionSchema, { maxItems: 20 }),
    noWaiting: text('Why waiting or doing nothing is not an option'),
    withheld: none(
      Type.Object({
        why: some('Why something was not told'),
        legalAdvice: Type.Boolean({ description: 'Whether a lawyer was asked' }),
      }),
    ),
    delayed: none(
      Type.Object({
        what: some('What will be told later'),
        why: some('Why'),
        when: some('When it can be told'),
      }),
    ),
    professionalActions: texts('What the professional does next'),
    personActions: texts('What the person or their carer does next'),
  }),
)

const toolSchema = Type.Object({
  aid: Type.String({ description: 'The name of the decision aid' }),
  version: Type.Integer({ minimum: 1, description: 'The version it was made with, for ever' }),
  title: some('What it is called'),
})

/** @source PRSB Shared Decision Making v1.0: shared decision point */
export const decisionBegun = {
  kind: 'decision-begun',
  version: 1,
  says: 'A decision to be made together was begun',
  schema: Type.Object({
    tool: none(toolSchema),
    parts: partsSchema,
    because: none(some('What is new, where a decision like it was made before')),
    ...speaker,
  }),
} as const satisfies FactKind

export const decisionWorkedOn = {
  kind: 'decision-worked-on',
  version: 1,
  says: 'Somebody wrote in a decision that is in progress',
  schema: Type.Object({ parts: partsSchema, ...speaker }),
} as const satisfies FactKind

/** @source PRSB Shared Decision Making v1.0: contacts with professionals */
export const decisionTalkedAbout = {
  kind: 'decision-talked-about',
  version: 1,
  says: 'A professional recorded when and how they talked about a decision with the person',
  schema: Type.Object({
    day,
    method: some('Face to face, by phone, by video'),
    seenBy: some('Who talked with the person'),
    responsible: some('The professional who answers for it'),
    accompanied: text('Who came along'),
    interpreter: text('Which interpreter helped'),
    recording: text('Whether it was recorded, who agreed, and who has a copy'),
    ...speaker,
  }),
} as const satisfies FactKind

export const decisionChosen = {
  kind: 'decision-chosen',
  version: 1,
  says: 'The person, or who decides for them by law, said what they chose',
  schema: Type.Object({
    option: none(some('The option; null for none of them')),
    says: text('In their own words'),
    reservations: text('What they are not sure of or not happy with'),
    reviewOn: none(day),
    ...speaker,
  }),
} as const satisfies FactKind

/** Follows by itself once the person has chosen, it was talked about, and nothing is missing. */
export const decisionMade = {
  kind: 'decision-made',
  version: 1,
  says: 'A decision became valid',
  schema: Type.Object({}),
} as const satisfies FactKind

export const decisionCommented = {
  kind: 'decision-commented',
  version: 1,
  says: 'Somebody added a reservation or a comment to a decision',
  schema: Type.Object({ says: some('What they say'), ...speaker }),
} as const satisfies FactKind

export const decisionReopened = {
  kind: 'decision-reopened',
  version: 1,
  says: 'The person changed their mind: the decision is in progress again',
  schema: Type.Object({ because: text('Why, where they say so'), ...speaker }),
} as const satisfies FactKind

export const decisionCancelled = {
  kind: 'decision-cancelled',
  version: 1,
  says: 'A decision was cancelled',
  schema: Type.Object({ because: some('Why'), ...speaker }),
} as const satisfies FactKind

/**
 * A form somebody signed is a trace of a talk and never stands for one.
 * @source PRSB Shared Decision Making v1.0: consent form details (type, location, MIME type)
 */
export const treatmentConsentFormNoted = {
  kind: 'treatment-consent-form-noted',
  version: 1,
  says: 'A professional noted which consent form was signed, and where it is',
  schema: Type.Object({
    form: Type.Union(
      [
        Type.Literal('1'),
        Type.Literal('2'),
        Type.Literal('3'),
        Type.Literal('4'),
        Type.Literal('other'),
      ],
      { description: 'The form of the NHS by its number, or another' },
    ),
    says: Type.String({ maxLength: 150, description: 'What else there is to say of it' }),
    where: some('Where it is kept'),
    ...speaker,
  }),
} as const satisfies FactKind

/** @source HL7 FHIR R4, security labels; the labels are those of the record */
export const decisionLabelled = {
  kind: 'decision-labelled',
  version: 1,
  says: 'The person said how private a decision is',
  schema: Type.Object({
    labels: Type.Array(Type.String({ description: 'How private it is' }), { maxItems: 20 }),
  }),
} as const satisfies FactKind

export const decisionReviewAsked = {
  kind: 'decision-review-asked',
  version: 1,
  says: 'The review day of a decision has come, and the person is asked about it once',
  schema: Type.Object({}),
} as const satisfies FactKind

export const decisionReviewed = {
  kind: 'decision-reviewed',
  version: 1,
  says: 'The person said whether they would choose this again',
  schema: Type.Object({
    again: Type.Union([Type.Literal('yes'), Type.Literal('no'), Type.Literal('not-sure')]),
    says: text('In their own words'),
    mayCount: Type.Boolean({ description: 'Whether the answer may be counted for later readers' }),
    ...speaker,
  }),
} as const satisfies FactKind

export const decisionKinds = [
  decisionBegun,
  decisionWorkedOn,
  decisionTalkedAbout,
  decisionChosen,
  decisionMade,
  decisionCommented,
  decisionReopened,
  decisionCancelled,
  decisionReviewAsked,
  decisionReviewed,
  treatmentConsentFormNoted,
  decisionLabelled,
] as const
export type DecisionKind = (typeof decisionKinds)[number]
