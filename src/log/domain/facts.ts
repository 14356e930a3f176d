// The kinds of fact that the log itself writes: any stream may hold them.
import { Type } from '../../basics/index.ts'
import type { FactKind } from './fact.ts'

/** Body and salt of an earlier fact are gone; who did it and the legal reason stay. */
export const bodyErased = {
  kind: 'body-erased',
  version: 2,
  says: 'The body of an earlier fact was erased by a named officer for a legal reason',
  schema: Type.Object({
    fact: Type.String({ description: 'The id of the fact whose body is gone' }),
    place: Type.Integer({ minimum: 1 }),
    officer: Type.String({ description: 'The id of the officer who decided it' }),
    reason: Type.String({ description: 'A code from the list of legal reasons' }),
    counted: Type.Array(Type.String(), {
      description: 'The things in whose public numbers it may have been counted',
    }),
  }),
  upcasts: [(body: object) => ({ ...body, counted: [] })],
} as const satisfies FactKind
