// The kinds of fact in the life of one request to correct an entry, from asking to its end.
import {
  type Day,
  dayPart,
  type Id,
  type NhsNumber,
  type OrganisationId,
  rulePart,
  shownAsPart,
  Type,
  textPart,
} from '../../basics/index.ts'
import type { FactKind } from '../../log/index.ts'

/** The most characters of each text of a request. */
export const LONGEST_TEXT = 2_000

const text = textPart(LONGEST_TEXT)
const entry = Type.Unsafe<Id>(
  Type.String({
    format: 'uuid',
    description: 'The entry it is about; the id of the person where it is their details',
  }),
)
const organisation = (description: string) =>
  Type.Unsafe<OrganisationId>(Type.String({ format: 'uuid', description }))

const orNone = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])

/** What a person asks to have put right among their details; null where a thing is right. */
export const detailsPart = Type.Object({
  name: orNone(Type.String({ minLength: 1 })),
  birthDate: orNone(Type.Unsafe<Day>(dayPart('The day they were born'))),
  nhsNumber: orNone(Type.Unsafe<NhsNumber>(Type.String({ description: 'Ten digits' }))),
})

/** @source UK GDPR, Article 16; HL7 Patient Request for Corrections, STU 1 (request) */
export const correctionAsked = {
  kind: 'correction-asked',
  version: 1,
  says: 'A person asked for an entry of their record, or details of theirs, to be put right',
  schema: Type.Object({
    entry,
    details: Type.Optional(detailsPart),
    holder: organisation('Who answers for the entry'),
    wrong: text('What is wrong'),
    right: text('What would be right'),
    evidence: Type.Union([text('What shows it'), Type.Null()]),
    due: dayPart('The day by whose end it is answered'),
    source: rulePart,
    shownAs: shownAsPart,
  }),
} as const satisfies FactKind

/** The clock goes on as it was. */
export const correctionHandedOn = {
  kind: 'correction-handed-on',
  version: 1,
  says: 'The holder said that an entry is not theirs, and handed the request to another',
  schema: Type.Object({
    to: organisation('Who answers for it from now on'),
    says: text('Why it is not theirs'),
    shownAs: shownAsPart,
  }),
} as const satisfies FactKind

export const correctionRemarked = {
  kind: 'correction-remarked',
  version: 1,
  says: 'The person or the holder asked or added something about a correction request',
  schema: Type.Object({
    from: Type.Union([Type.Literal('person'), Type.Literal('holder')]),
    says: text('What they said'),
    shownAs: shownAsPart,
  }),
} as const satisfies FactKind

/** @source ICO, Right to rectification (an opinion recorded as one is accurate; say why not) */
export const correctionAnswered = {
  kind: 'correction-answered',
  version: 1,
  says: 'The holder answered a correction request: corrected, annotated or declined',
  schema: Type.Object({
    outcome: Type.Union([
      Type.Literal('corrected'),
      Type.Literal('annotated'),
      Type.Literal('declined'),
    ]),
    says: text('What was done, or why it was not'),
    newer: Type.Union([
      Type.Unsafe<Id>(Type.String({ format: 'uuid', description: 'The right entry' })),
      Type.Null(),
    ]),
    shownAs: shownAsPart,
  }),
} as const satisfies FactKind

export const correctionWithdrawn = {
  kind: 'correction-withdrawn',
  version: 1,
  says: 'The person took a correction request back',
  schema: Type.Object({}),
} as const satisfies FactKind

export const correctionLapsed = {
  kind: 'correction-lapsed',
  version: 1,
  says: 'The day passed by which a correction request had to be answered',
  schema: Type.Object({ due: dayPart('The day it was due') }),
} as const satisfies FactKind

export const correctionKinds = [
  correctionAsked,
  correctionHandedOn,
  correctionRemarked,
  correctionAnswered,
  correctionWithdrawn,
  correctionLapsed,
] as const

export type CorrectionKind = (typeof correctionKinds)[number]
