// The kinds of fact about what a health scrutiny committee looks into.
import { type Day, type Id, Type } from '../../../basics/index.ts'
import type { FactKind } from '../../../log/index.ts'
import { body, parts, recommendations, reportTitle, text } from '../report/facts.ts'

const day = Type.Unsafe<Day>(Type.String())
const line = Type.String({ minLength: 1, maxLength: 800 })
const id = (description: string) => Type.Unsafe<Id>(Type.String({ format: 'uuid', description }))

/** @source SI 2013/218, regulation 21 */
export const matterReferred = {
  kind: 'matter-referred',
  version: 1,
  says: 'A matter was referred to a health scrutiny committee, or taken up by it',
  schema: Type.Object({
    title: line,
    why: text,
    committee: body,
    referrer: body,
    report: Type.Union([id('A report that was not answered in time'), Type.Null()]),
    unanswered: Type.Array(Type.Integer({ minimum: 1 }), {
      description: 'Which of its recommendations had no answer on that day',
    }),
    acknowledgeBy: Type.Union([day, Type.Null()]),
  }),
} as const satisfies FactKind

export const matterAcknowledged = {
  kind: 'matter-acknowledged',
  version: 1,
  says: 'The committee acknowledged what was referred to it, and said if it looks into it',
  schema: Type.Object({ takenUp: Type.Boolean(), says: text }),
} as const satisfies FactKind

/** @source SI 2013/218, regulation 21(2) (interested parties are invited to comment) */
export const matterOnAgenda = {
  kind: 'matter-on-agenda',
  version: 1,
  says: 'A matter was put on the agenda of a meeting, and everybody was asked to comment',
  schema: Type.Object({
    meetingOn: day,
    where: line,
    item: Type.Integer({ minimum: 1, maximum: 99 }),
    commentsBy: day,
    commentsTo: line,
  }),
} as const satisfies FactKind

export const scrutinyEvidenceListed = {
  kind: 'scrutiny-evidence-listed',
  version: 1,
  says: 'A piece of evidence was put on the list of what the committee was given',
  schema: Type.Object({
    number: Type.Integer({ minimum: 1 }),
    what: line,
    givenBy: line,
    givenOn: day,
    way: Type.String({ description: 'A code of `evidenceWays`' }),
  }),
} as const satisfies FactKind

export const scrutinyReportDrafted = {
  kind: 'scrutiny-report-drafted',
  version: 1,
  says: 'A report was drafted for the members to decide on',
  schema: Type.Object({
    title: reportTitle,
    summary: text,
    addressee: body,
    recommendations,
    parts,
  }),
} as const satisfies FactKind

export const memberDecided = {
  kind: 'member-decided',
  version: 1,
  says: 'A member of the committee was for or against publishing a draft, or abstained',
  schema: Type.Object({
    draft: Type.Integer({ minimum: 1 }),
    member: Type.String({ minLength: 1, description: 'The name under which they sit' }),
    decision: Type.Union([Type.Literal('for'), Type.Literal('against'), Type.Literal('abstained')]),
    says: text,
  }),
} as const satisfies FactKind

export const scrutinyReportAgreed = {
  kind: 'scrutiny-report-agreed',
  version: 1,
  says: 'The members agreed that a draft is published',
  schema: Type.Object({
    draft: Type.Integer({ minimum: 1 }),
    report: id('The report that it becomes'),
  }),
} as const satisfies FactKind

export const scrutinyKinds = [
  matterReferred,
  matterAcknowledged,
  matterOnAgenda,
  scrutinyEvidenceListed,
  scrutinyReportDrafted,
  memberDecided,
  scrutinyReportAgreed,
] as const
export type ScrutinyKind = (typeof scrutinyKinds)[number]
