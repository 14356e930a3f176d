// The kinds of fact in the life of a decision aid: published, version after version, and withdrawn.
import { Type } from '../../../basics/index.ts'
import type { FactKind } from '../../../log/index.ts'

export const aidPublished = {
  kind: 'aid-published',
  version: 1,
  says: 'A version of a decision aid was published',
  schema: Type.Object({
    aid: Type.String({ description: 'The name of the aid, as its source gives it' }),
    version: Type.Integer({ minimum: 1 }),
    title: Type.String(),
    source: Type.String({
      maxLength: 60_000,
      description: 'The whole source text, from which this version can be built again',
    }),
  }),
} as const satisfies FactKind

export const aidWithdrawn = {
  kind: 'aid-withdrawn',
  version: 1,
  says: 'A decision aid was withdrawn, and why',
  schema: Type.Object({ says: Type.String({ minLength: 1, maxLength: 4_000 }) }),
} as const satisfies FactKind

export const aidKinds = [aidPublished, aidWithdrawn] as const
export type AidKind = (typeof aidKinds)[number]
