// The page of everything that can be recorded as having happened: each kind of fact and its body.
import type { FactKind } from '../../src/log/index.ts'
import { byRoom, code, page, table } from './markdown.ts'
import { has, modulesAt, thingsIn } from './modules.ts'

const isKind = (value: unknown): value is FactKind =>
  has(value, 'kind', 'version', 'says', 'schema')

/** Every kind of fact that a room declares, in `domain/facts.ts`. */
export const everyFactKind = async () => thingsIn(await modulesAt('src/*/domain/facts.ts'), isKind)

export async function factsPage(): Promise<string> {
  const rows = (await everyFactKind()).toSorted((one, other) =>
    one.thing.kind.localeCompare(other.thing.kind, 'en'),
  )
  return page(
    'Facts',
    'What can be recorded as having happened, by room. A fact is appended and never edited; its ' +
      'body holds what is listed here, and its envelope holds opaque ids only.',
    byRoom(rows, (inRoom) =>
      table(
        ['Kind', 'Version', 'What happened', 'Its body'],
        inRoom.map(({ thing }) => [
          code(thing.kind),
          String(thing.version),
          thing.says,
          bodyOf(thing.schema),
        ]),
      ),
    ),
  )
}

type Schema = {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly format?: string
  readonly description?: string
}

function bodyOf(schema: Schema): string {
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const may = schema.required?.includes(name) === true ? '' : ', optional'
    const says = field.description === undefined ? '' : `: ${field.description}`
    return `${code(name)} (${typeOf(field)}${may})${says}`
  })
  if (fields.length > 0) return fields.join('; ')
  return schema.properties === undefined ? typeOf(schema) : 'nothing more'
}

/** What a field holds, in words. */
function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  const listed = schema.enum?.map((value) => JSON.stringify(value)) ?? schema.anyOf?.map(typeOf)
  if (listed !== undefined) return [...new Set(listed)].join(' or ')
  if (schema.type === 'array') return `list of ${typeOf(schema.items ?? {})}`
  if (schema.type === 'object' && schema.properties !== undefined) {
    return `object of ${Object.keys(schema.properties).join(', ')}`
  }
  return schema.format ?? schema.type ?? 'anything'
}
