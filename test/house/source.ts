// One source file as the house rules see it: its tree of syntax, its imports and its texts.
import { posix } from 'node:path'
import { type Comment, parseSync } from 'oxc-parser'

/** A node of the syntax tree; what it holds depends on its type. */
export type Node = { readonly type: string; readonly start: number; readonly end: number } & {
  readonly [key: string]: unknown
}

export type Import = {
  readonly specifier: string
  /** The path in the repository that a relative specifier names, else null. */
  readonly target: string | null
  readonly typeOnly: boolean
  readonly line: number
}

/** A text in the code: a literal, or a template with `?` for what is filled in. */
export type Text = { readonly text: string; readonly line: number; readonly node: Node }

export type Source = {
  readonly path: string
  readonly text: string
  readonly lines: readonly string[]
  readonly program: Node
  readonly comments: readonly Comment[]
  readonly imports: readonly Import[]
  readonly texts: readonly Text[]
  lineAt(offset: number): number
}

export const isCode = (path: string): boolean => /\.(?:ts|tsx|js)$/.test(path)

/** Reads one file of TypeScript, TSX or JavaScript; a file that does not parse throws. */
export function readSource(path: string, text: string): Source {
  const parsed = parseSync(path, text, { sourceType: 'module', preserveParens: false })
  const [fault] = parsed.errors
  if (fault !== undefined) throw new Error(`${path} does not parse: ${fault.message}`)
  const program = parsed.program as unknown as Node
  const lines = text.split('\n')
  const lineAt = lineFinder(text)
  const imports: Import[] = []
  const texts: Text[] = []
  walk(program, (node) => {
    const found = importIn(node)
    if (found !== null) {
      imports.push({ ...found, target: resolve(path, found.specifier), line: lineAt(node.start) })
    }
    const said = textIn(node)
    if (said !== null) texts.push({ text: said, line: lineAt(node.start), node })
  })
  return { path, text, lines, program, comments: parsed.comments, imports, texts, lineAt }
}

/** Visits every node below and including one, parents first. */
export function walk(
  node: Node,
  visit: (node: Node, parents: readonly Node[]) => void,
  parents: readonly Node[] = [],
): void {
  visit(node, parents)
  const inside = [...parents, node]
  for (const key of Object.keys(node)) {
    for (const child of nodesIn(node[key])) walk(child, visit, inside)
  }
}

/** The nodes that a field of a node holds. */
export function nodesIn(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn)
  return isNode(value) ? [value] : []
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** The name of an identifier, or of the last member of `a.b.c` as written: `a.b.c`. */
export function dotted(node: unknown): string {
  if (!isNode(node)) return ''
  if (node.type === 'Identifier') return String(node.name)
  if (node.type === 'ChainExpression') return dotted(node.expression)
  if (node.type !== 'MemberExpression') return ''
  const inside = node.computed === true ? stringOf(node.property) : dotted(node.property)
  return `${dotted(node.object)}.${inside}`
}

/** The value of a text literal, else the empty text. */
export const stringOf = (node: unknown): string =>
  isNode(node) && node.type === 'Literal' && typeof node.value === 'string' ? node.value : ''

function importIn(node: Node): { specifier: string; typeOnly: boolean } | null {
  switch (node.type) {
    case 'ImportDeclaration':
      return { specifier: stringOf(node.source), typeOnly: onlyTypes(node, 'importKind') }
    case 'ExportNamedDeclaration':
      if (!isNode(node.source)) return null
      return { specifier: stringOf(node.source), typeOnly: onlyTypes(node, 'exportKind') }
    case 'ExportAllDeclaration':
      return { specifier: stringOf(node.source), typeOnly: node.exportKind === 'type' }
    case 'ImportExpression':
      return { specifier: stringOf(node.source), typeOnly: false }
    case 'TSImportType':
      return { specifier: stringOf(node.source), typeOnly: true }
    default:
      return null
  }
}

function onlyTypes(node: Node, kind: 'importKind' | 'exportKind'): boolean {
  if (node[kind] === 'type') return true
  const names = nodesIn(node.specifiers)
  return names.length > 0 && names.every((name) => name[kind] === 'type')
}

function resolve(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null
  return posix.normalize(posix.join(posix.dirname(from), specifier))
}

function textIn(node: Node): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type !== 'TemplateLiteral') return null
  return nodesIn(node.quasis)
    .map((quasi) => (quasi.value as { cooked: string | null }).cooked ?? '')
    .join('?')
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => starts.findLastIndex((start) => start <= offset) + 1
}
