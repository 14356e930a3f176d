// The elements of every `--json` output of the counting commands, read from their schemas.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { code, page, table } from './markdown.ts'
import { root } from './modules.ts'

type Schema = {
  readonly title?: string
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly $ref?: string
  readonly items?: Schema
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly $defs?: Readonly<Record<string, Schema>>
}

const folder = join(root, 'packages/social-choice/schemas')

/** One page for all the commands, each with its elements and the shapes they are made of. */
export function choicePage(): string {
  const { version } = JSON.parse(
    readFileSync(join(root, 'packages/social-choice/package.json'), 'utf8'),
  ) as { version: string }
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.schema.json'))
    .sort()
  const parts = files.map((file) => {
    const schema = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Schema
    const shapes = Object.entries(schema.$defs ?? {}).map(
      ([name, one]) => `### ${name}\n\n${about(one)}`,
    )
    const named = `${schema.title ?? file}`
    return [`## ${named}`, `Schema: \`packages/social-choice/schemas/${file}\`.`, about(schema)]
      .concat(shapes)
      .join('\n\n')
  })
  const intro =
    `Every element of what the counting commands print with \`--json\`, as of version ` +
    `${version} of \`@coproduce/social-choice\`. A field is taken away or changed only with a ` +
    'new major version.'
  return page('What the counting commands print', intro, parts)
}

function about(schema: Schema): string {
  const { description = '', properties = {}, required = [] } = schema
  const rows = Object.entries(properties).map(([name, one]) => [
    code(name),
    typeOf(one),
    required.includes(name) ? 'always' : 'where it applies',
    one.description ?? '',
  ])
  if (rows.length === 0) return [description, `Type: ${typeOf(schema)}.`].join('\n\n')
  return [description, table(['element', 'type', 'there', 'what it is'], rows)].join('\n\n')
}

/** The type in words: `list of stage`, `number or null`, one of a few texts. */
function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1) ?? ''
  if (schema.enum !== undefined) return schema.enum.map((one) => code(String(one))).join(', ')
  if (schema.const !== undefined) return code(String(schema.const))
  const either = schema.anyOf ?? schema.oneOf
  if (either !== undefined) return either.map(typeOf).join(' or ')
  if (schema.items !== undefined) return `list of ${typeOf(schema.items)}`
  const { additionalProperties: rest } = schema
  if (typeof rest === 'object') return `${typeOf(rest)} by name`
  const { type = 'anything' } = schema
  return typeof type === 'string' ? type : type.join(' or ')
}
