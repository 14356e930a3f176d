// Rule 3: time, chance and settings come from the plumbing alone and are passed in.
import { dotted, type Node, nodesIn, type Source, stringOf, walk } from '../source.ts'
import { type Rule, sourcesIn } from '../tree.ts'

/** Scripts for browsers run elsewhere, where nobody can pass anything in. */
const mayTouch = (path: string): boolean =>
  path === 'src/main.ts' || path.startsWith('src/plumbing/') || path.startsWith('src/web/client/')

export const timeAndChanceArePassedIn: Rule = {
  says: 'Time, chance and the environment are touched only in plumbing and main.ts',
  find: (tree) =>
    [...sourcesIn(tree, 'src/'), ...packageSources(tree)]
      .filter(({ path }) => !mayTouch(path))
      .flatMap((source) => impuritiesIn(source)),
}

const packageSources = (tree: Parameters<Rule['find']>[0]) =>
  sourcesIn(tree, 'packages/').filter(({ path }) => /^packages\/[^/]+\/src\//.test(path))

function impuritiesIn(source: Source) {
  const found: { path: string; line: number; says: string }[] = []
  walk(source.program, (node) => {
    const what = impurity(node)
    if (what === null) return
    const line = source.lineAt(node.start)
    found.push({ path: source.path, line, says: `${what} belongs in plumbing; pass it in` })
  })
  return found
}

const banned = [
  /Date\.now/,
  /Temporal\.Now/,
  /performance\.(?:now|timeOrigin)/,
  /Math\.random/,
  /(?:webcrypto\.|crypto\.)+(?:random\w*|getRandomValues)/,
  /process\.(?:env|hrtime)/,
]
const members = new RegExp(
  `^(?:globalThis\\.|window\\.|self\\.)?(?:${banned.map(({ source }) => source).join('|')})$`,
)

function impurity(node: Node): string | null {
  if (node.type === 'MemberExpression') {
    const name = dotted(node)
    return members.test(name) ? name : null
  }
  const isDate = dotted(node.callee) === 'Date'
  if (node.type === 'NewExpression' && isDate && nodesIn(node.arguments).length === 0) {
    return 'new Date()'
  }
  if (node.type === 'CallExpression' && isDate) return 'Date()'
  if (node.type === 'ImportDeclaration') return impureImport(node)
  return node.type === 'VariableDeclarator' ? impurePattern(node) : null
}

const modules: Readonly<Record<string, RegExp>> = {
  crypto: /^(?:random|getRandomValues|webcrypto$)/,
  process: /^(?:env|hrtime|default)$/,
  perf_hooks: /^performance$/,
}

/** `import { randomUUID } from 'node:crypto'` and the like. */
function impureImport(node: Node): string | null {
  const refused = modules[stringOf(node.source).replace('node:', '')]
  if (refused === undefined) return null
  const names = nodesIn(node.specifiers).map((one) =>
    one.type === 'ImportSpecifier' ? dotted(one.imported) : 'default',
  )
  const found = names.find((name) => refused.test(name))
  return found === undefined ? null : `${found} of ${stringOf(node.source)}`
}

/** `const { env } = process` and the like. */
function impurePattern(node: Node): string | null {
  const [pattern] = nodesIn(node.id)
  if (pattern?.type !== 'ObjectPattern') return null
  const from = dotted(node.init)
  const taken = nodesIn(pattern.properties).map((one) => `${from}.${dotted(one.key)}`)
  return taken.find((name) => members.test(name)) ?? null
}
