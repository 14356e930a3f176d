// The kinds of fact about bringing files in: an import made, taken back, and what that does.
import { shownAsPart, Type } from '../../basics/index.ts'
import type { FactKind } from '../../log/index.ts'

/** @source FHIR R4 Provenance (agent, entity.what, occurred) */
export const fileBroughtIn = {
  kind: 'file-brought-in',
  version: 1,
  says: 'Somebody brought a file into a person’s record, after a preview',
  schema: Type.Object({
    file: Type.String({ minLength: 1, maxLength: 300, description: 'Its name' }),
    digest: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the file' }),
    fresh: Type.Integer({ minimum: 0, description: 'Entries that were new' }),
    already: Type.Integer({ minimum: 0, description: 'Entries that were here already' }),
    leftOut: Type.Integer({ minimum: 0, description: 'Entries that could not be read' }),
    doubted: Type.Boolean({
      description: 'Whether the file names the person otherwise, and somebody chose it even so',
    }),
    shownAs: shownAsPart,
  }),
} as const satisfies FactKind

export const importTakenBack = {
  kind: 'import-taken-back',
  version: 1,
  says: 'Somebody took an import back as a whole; its entries stay, marked',
  schema: Type.Object({
    why: Type.String({ description: 'A code of the list of reasons' }),
    says: Type.String({ maxLength: 2_000 }),
    shownAs: shownAsPart,
  }),
} as const satisfies FactKind

export const importKinds = [fileBroughtIn, importTakenBack] as const
export type ImportKind = (typeof importKinds)[number]

const batch = Type.String({ format: 'uuid', description: 'The import' })

/** @source UK GDPR, Article 5(1)(d); FHIR R4, entered-in-error */
export const entryTakenBack = {
  kind: 'entry-taken-back',
  version: 1,
  says: 'The import that an entry came with was taken back: it was brought in by mistake',
  schema: Type.Object({
    batch,
    says: Type.String({ minLength: 1, maxLength: 2_200 }),
    shownAs: shownAsPart,
  }),
} as const satisfies FactKind

export const entryBroughtAgain = {
  kind: 'entry-brought-again',
  version: 1,
  says: 'An entry that had been taken back came again with another import, and counts again',
  schema: Type.Object({ batch }),
} as const satisfies FactKind

export const entryStandsAgain = {
  kind: 'entry-stands-again',
  version: 1,
  says: 'The version that took the place of an entry was taken back, so this one stands again',
  schema: Type.Object({ batch }),
} as const satisfies FactKind
