// Rule 7: a first line that says what lives there, no default exports, no any, and short files.
import { dotted, type Node, nodesIn, type Source, walk } from '../source.ts'
import type { Offence, Rule, Tree } from '../tree.ts'

const everySource = (tree: Tree, find: (source: Source) => readonly Offence[]): Offence[] =>
  [...tree.sources.values()].flatMap(find)

const longestFile = 400
const longestFunction = 60
const longestLine = 100

export const firstLineSays: Rule = {
  says: 'Every file of code or style opens with one line that says what lives there',
  find: ({ texts }) =>
    [...texts]
      .filter(([path]) => /\.(?:ts|tsx|js|css)$/.test(path))
      .filter(([path, text]) => !opensWithWords(path, text))
      .map(([path]) => ({ path, line: 1, says: 'the first line does not say what lives here' })),
}

function opensWithWords(path: string, text: string): boolean {
  const [first = '', second = ''] = text.split('\n')
  const line = first.startsWith('#!') ? second : first
  const opening = path.endsWith('.css') ? /^\/\* (.*) \*\/$/ : /^\/\/ (.*)$/
  const said = opening.exec(line)?.[1] ?? ''
  return /^[A-Z0-9`]/.test(said) && said.split(' ').length >= 3 && !said.startsWith('@')
}

export const noDefaultExports: Rule = {
  says: 'No file has a default export',
  find: (tree) =>
    everySource(tree, (source) =>
      nodesIn(source.program.body)
        .filter(isDefaultExport)
        .map((node) => at(source, node, 'a default export')),
    ),
}

const isDefaultExport = (node: Node): boolean =>
  node.type === 'ExportDefaultDeclaration' ||
  nodesIn(node.specifiers).some((one) => dotted(one.exported) === 'default')

const at = (source: Source, node: Node, says: string): Offence => ({
  path: source.path,
  line: source.lineAt(node.start),
  says,
})

const silencers = /@ts-(?:ignore|expect-error|nocheck)|biome-ignore|eslint-disable/
const unfinished = /\b(?:TODO|FIXME|XXX|HACK)\b/

export const nothingIsSilenced: Rule = {
  says: 'No any, no comment that silences a check, nothing left to do, no test passed over',
  find: (tree) =>
    everySource(tree, (source) => {
      const found: Offence[] = []
      walk(source.program, (node) => {
        if (node.type === 'TSAnyKeyword') found.push(at(source, node, 'any'))
        const call = node.type === 'CallExpression' ? dotted(node.callee) : ''
        if (/^(?:it|test|describe|suite)\.(?:skip|todo|only)$/.test(call)) {
          found.push(at(source, node, call))
        }
      })
      for (const comment of source.comments) {
        const line = source.lineAt(comment.start)
        const said = silencers.exec(comment.value) ?? unfinished.exec(comment.value)
        if (said !== null) found.push({ path: source.path, line, says: said[0] })
      }
      return found
    }),
}

export const filesAreShort: Rule = {
  says: `No file is over ${longestFile} lines, catalogues of words excepted`,
  find: (tree) =>
    everySource(tree, ({ path, lines }) => {
      const count = lines.length - (lines.at(-1) === '' ? 1 : 0)
      if (count <= longestFile || path.includes('/words/')) return []
      return [{ path, line: longestFile + 1, says: `${count} lines` }]
    }),
}

export const functionsAreShort: Rule = {
  says: `No function is over ${longestFunction} lines, views and headings of tests excepted`,
  find: (tree) =>
    everySource(tree, (source) => {
      if (source.path.endsWith('.tsx')) return []
      const found: Offence[] = []
      walk(source.program, (node, parents) => {
        if (!isFunction(node) || isHeading(parents.at(-1))) return
        const count = source.lineAt(node.end) - source.lineAt(node.start) + 1
        if (count > longestFunction) found.push(at(source, node, `a function of ${count} lines`))
      })
      return found
    }),
}

const isFunction = (node: Node): boolean =>
  node.type === 'FunctionDeclaration' ||
  node.type === 'FunctionExpression' ||
  node.type === 'ArrowFunctionExpression'

/** What `describe` is given is a heading over tests, not a function anybody calls. */
const isHeading = (parent: Node | undefined): boolean =>
  parent?.type === 'CallExpression' && /^(?:describe|suite)$/.test(dotted(parent.callee))

export const linesAreShort: Rule = {
  says: `No line of code is over ${longestLine} columns, catalogues of words excepted`,
  find: (tree) =>
    everySource(tree, ({ path, lines }) =>
      path.includes('/words/')
        ? []
        : lines.flatMap((text, index) => {
            const columns = [...text].length
            return columns <= longestLine
              ? []
              : [{ path, line: index + 1, says: `${columns} columns` }]
          }),
    ),
}
