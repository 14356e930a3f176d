// The kinds of fact in the life of one entry: added, marked, superseded, disagreed, taken back.
import { shownAsPart, Type, unitsOf } from '../../basics/index.ts'
import type { FactKind } from '../../log/index.ts'
import { entryBroughtAgain, entryStandsAgain, entryTakenBack } from './import-facts.ts'

export {
  entryBroughtAgain,
  entryStandsAgain,
  entryTakenBack,
  fileBroughtIn,
  importTakenBack,
} from './import-facts.ts'

const id = (description: string) => Type.String({ format: 'uuid', description })
const orNone = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])

/** @source FHIR R4 Provenance (agent, entity), meta.security; UK GDPR, Article 5(1)(d) */
export const entryAdded = {
  kind: 'entry-added',
  version: 1,
  says: 'Somebody added an entry to a person’s record',
  schema: Type.Object({
    received: Type.String({ minLength: 2, description: 'The FHIR resource exactly as it came' }),
    digest: Type.String({
      pattern: '^[0-9a-f]{64}$',
      description: 'SHA-256 of the resource without white space between its parts',
    }),
    source: Type.Object({
      what: Type.Union([Type.Literal('file'), Type.Literal('written')]),
      name: Type.String({ minLength: 1, description: 'The file, or where it was written' }),
      fullUrl: orNone(Type.String({ description: 'The address it had in its bundle' })),
    }),
    author: Type.Object({
      person: orNone(id('Who wrote it, where they are known here')),
      organisation: orNone(id('For whom they wrote it, where it is known here')),
      shownAs: shownAsPart,
    }),
    identifier: orNone(Type.Object({ system: Type.String(), value: Type.String() })),
    labels: Type.Array(Type.String({ description: 'How private it is: codes of a list' })),
    batch: orNone(id('The import it came with')),
    files: Type.Optional(
      Type.Array(Type.String({ pattern: '^[0-9a-f]{64}$' }), {
        maxItems: 1,
        description: 'The file it is about, by SHA-256: kept beside the facts',
      }),
    ),
  }),
  files: ({ files = [] }: { readonly files?: readonly string[] }) => files,
} as const satisfies FactKind

/** @source FHIR R4 DocumentReference.relatesTo (replaces) */
export const entrySuperseded = {
  kind: 'entry-superseded',
  version: 1,
  says: 'A newer entry took the place of this one; this one stays',
  schema: Type.Object({ by: id('The newer entry') }),
} as const satisfies FactKind

export const entryMarked = {
  kind: 'entry-marked',
  version: 1,
  says: 'Somebody explained an entry, or its author marked it as entered in error',
  schema: Type.Object({
    mark: Type.Union([Type.Literal('explained'), Type.Literal('entered-in-error')]),
    says: Type.String({ minLength: 1, maxLength: 2_000 }),
    shownAs: shownAsPart,
  }),
} as const satisfies FactKind

/**
 * What the person says where the holder declined to correct an entry. From then on it is part of
 * the entry wherever that is shown.
 * @source UK GDPR, Articles 5(1)(d) and 16 (a supplementary statement)
 */
export const entryDisagreed = {
  kind: 'entry-disagreed',
  version: 1,
  says: 'The person said that they do not agree with an entry, and their words go with it',
  schema: Type.Object({
    says: Type.String({ minLength: 1, maxLength: unitsOf(2_000) }),
    shownAs: Type.String({ minLength: 1, description: 'The name of who said it' }),
    request: id('The correction request that was not met'),
    from: Type.Optional(id('The earlier version that it was said of, where this took its place')),
  }),
} as const satisfies FactKind

export const entryKinds = [
  entryAdded,
  entrySuperseded,
  entryMarked,
  entryDisagreed,
  entryTakenBack,
  entryBroughtAgain,
  entryStandsAgain,
] as const
export type EntryKind = (typeof entryKinds)[number]
