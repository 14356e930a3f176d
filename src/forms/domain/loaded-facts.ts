// The kinds of fact in the life of a form that came as a file: brought, licensed, licence ended.
import { type Day, Type } from '../../basics/index.ts'
import type { FactKind } from '../../log/index.ts'

const day = (description: string) => Type.Unsafe<Day>(Type.String({ description }))

/** @source FHIR R4 Questionnaire (version, copyright, publisher) */
export const formBrought = {
  kind: 'form-brought',
  version: 1,
  says: 'Somebody brought a form as a FHIR Questionnaire',
  schema: Type.Object({
    questionnaire: Type.String({ minLength: 2, description: 'The file exactly as it came' }),
    code: Type.String({ description: 'The code of the form' }),
    version: Type.Integer({ minimum: 1 }),
    terms: Type.Union([Type.Literal('ours'), Type.Literal('free'), Type.Literal('licensed')], {
      description: 'Whose its words are: ours, free for all, or shown under a licence only',
    }),
    says: Type.String({
      description: 'Where those terms are written, in the words of who brought it',
    }),
  }),
} as const satisfies FactKind

/** @source facts, part 15: which words may be shown under which terms */
export const formLicenceRecorded = {
  kind: 'form-licence-recorded',
  version: 1,
  says: 'Somebody recorded a licence to show the words of a form',
  schema: Type.Object({
    holder: Type.String({ minLength: 1, description: 'Who gave it' }),
    reference: Type.String({
      minLength: 1,
      description: 'Its number, or the address it stands at',
    }),
    proof: Type.String({
      minLength: 1,
      description: 'What it says: the words that allow this use',
    }),
    from: day('The first day on which the words may be shown'),
    until: Type.Union([day('The last day'), Type.Null()]),
  }),
} as const satisfies FactKind

export const formLicenceEnded = {
  kind: 'form-licence-ended',
  version: 1,
  says: 'A licence to show the words of a form was ended before its last day',
  schema: Type.Object({ why: Type.String({ minLength: 1 }) }),
} as const satisfies FactKind

export const loadedFormKinds = [formBrought, formLicenceRecorded, formLicenceEnded] as const
export type LoadedFormKind = (typeof loadedFormKinds)[number]
