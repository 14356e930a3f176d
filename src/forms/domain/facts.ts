// The kind of fact about forms: one was filled in.
import { type Day, Type } from '../../basics/index.ts'
import type { FactKind } from '../../log/index.ts'

/** @source FHIR R4 QuestionnaireResponse (questionnaire, subject, source, authored, item) */
export const formAnswered = {
  kind: 'form-answered',
  version: 1,
  says: 'Somebody filled in a form',
  schema: Type.Object({
    form: Type.String({ description: 'The code of the form' }),
    version: Type.Integer({ minimum: 1 }),
    digest: Type.String({
      pattern: '^[0-9a-f]{64}$',
      description: 'SHA-256 of the form word for word as it was asked',
    }),
    about: Type.Union([Type.String({ format: 'uuid' }), Type.Null()], {
      description: 'What it is about: a service, a visit',
    }),
    on: Type.Unsafe<Day>(Type.String({ description: 'The day on which it was filled in' })),
    language: Type.String({ description: '`en`, `cy`, or `easy` for easy read in English' }),
    mode: Type.String({ description: 'How it was filled in: a code of the form' }),
    helped: Type.Union(
      [
        Type.Literal('nobody'),
        Type.Literal('family'),
        Type.Literal('staff'),
        Type.Literal('advocate'),
      ],
      { description: 'Who helped to fill it in' },
    ),
    answers: Type.Record(
      Type.String(),
      Type.Union([Type.String(), Type.Number(), Type.Array(Type.String())]),
    ),
  }),
} as const satisfies FactKind

export const formKinds = [formAnswered] as const
export type FormKind = (typeof formKinds)[number]
