// Who speaks in a fact about a plan: for which side, by what right, under which name.
import { Type } from '../../../basics/index.ts'

/**
 * A supporter helps the person to write, and agrees for nobody. `legal-representative` decides
 * for the person by law, and `basis` says by which.
 */
export const speaker = {
  as: Type.Union([
    Type.Literal('self'),
    Type.Literal('legal-representative'),
    Type.Literal('professional'),
    Type.Literal('supporter'),
  ]),
  basis: Type.Union([Type.String({ description: 'A code of the list of bases' }), Type.Null()]),
  shownAs: Type.String({
    minLength: 1,
    maxLength: 8_000,
    description: 'The name and role under which',
  }),
}
