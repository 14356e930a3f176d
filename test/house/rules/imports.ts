// Rule 1: imports follow the table, by the door only, and there is no circle of any length.
import type { Import, Source } from '../source.ts'
import { countingLibrary, roomOf, type Table } from '../table.ts'
import { type Offence, type Rule, sourcesIn, type Tree } from '../tree.ts'

/** Files straight under src/: they may use one another, but for main.ts, and no room uses them. */
const isAtTop = (path: string): boolean => /^src\/[^/]+$/.test(path)

export const importsFollowTheTable: Rule = {
  says: 'Imports follow the table of the house, by the door only; type-only imports count',
  find: (tree) =>
    sourcesIn(tree, 'src/').flatMap((source) =>
      source.imports.flatMap((one) => {
        const says = one.target === null ? outside(tree, source, one) : inside(tree, source, one)
        return says === null ? [] : [{ path: source.path, line: one.line, says }]
      }),
    ),
}

function inside({ table, paths }: Tree, source: Source, one: Import): string | null {
  const target = one.target ?? ''
  if (!target.startsWith('src/')) return `${one.specifier} lies outside src/`
  if (isAtTop(target)) {
    if (target === 'src/main.ts') return 'src/main.ts is the only entry and nothing uses it'
    return isAtTop(source.path) ? null : `a room may not use ${target}, which lies above it`
  }
  const to = roomOf(target)
  const from = roomOf(source.path)
  if (to === null || to === from) return null
  if (target !== `src/${to}/index.ts`) {
    return `${target} is not the door of ${to}; import src/${to}/index.ts`
  }
  if (!mayUse(table, from, to)) return `${from} may not use ${to}`
  return paths.includes(target) ? null : `${to} has no door ${target}`
}

function outside({ table, dependencies }: Tree, source: Source, one: Import): string | null {
  if (one.specifier === '') return 'an import names its file in the code, as plain text'
  if (one.specifier.startsWith('node:')) return null
  const name = packageOf(one.specifier)
  if (name === countingLibrary) {
    const from = roomOf(source.path)
    return mayUse(table, from, name) ? null : `${from} may not use ${name}`
  }
  return dependencies.has(name) ? null : `${name} is not among the dependencies of package.json`
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

/** Whether a room may use another; what lies straight under src/ may use every door. */
function mayUse(table: Table, from: string | null, to: string): boolean {
  return from === null || (table.rooms.get(from)?.mayUse.has(to) ?? false)
}

export const packagesStandAlone: Rule = {
  says: 'A package knows nothing of the rooms',
  find: (tree) =>
    sourcesIn(tree, 'packages/').flatMap((source) =>
      source.imports
        .filter(({ target }) => target !== null && !target.startsWith(packageFolder(source.path)))
        .map(({ line, specifier }) => ({
          path: source.path,
          line,
          says: `${specifier} lies outside the package`,
        })),
    ),
}

const packageFolder = (path: string): string => `${path.split('/').slice(0, 2).join('/')}/`

export const tableHasNoCircle: Rule = {
  says: 'No room may use one that may use it, over any number of rooms',
  find: ({ table }) => {
    const graph = new Map([...table.rooms].map(([name, room]) => [name, [...room.mayUse]]))
    for (const [name, room] of table.rooms) {
      // The doors may use one another's doors by the table, which is not held against them.
      if (room.storey === 4) graph.delete(name)
    }
    return circlesOf(graph).map((circle) => ({
      path: 'house.json',
      line: 1,
      says: `rooms in a circle: ${circle.join(' → ')}`,
    }))
  },
}

export const noCircles: Rule = {
  says: 'No file imports itself, over any number of files',
  find: (tree) => {
    const graph = new Map<string, readonly string[]>()
    for (const { path, imports } of tree.sources.values()) {
      graph.set(
        path,
        imports.flatMap(({ target }) => (target === null ? [] : [target])),
      )
    }
    return circlesOf(graph).map((circle): Offence => {
      const [path = '', next = ''] = circle
      const line = tree.sources.get(path)?.imports.find(({ target }) => target === next)?.line ?? 1
      return { path, line, says: `a circle: ${circle.join(' → ')}` }
    })
  },
}

type Graph = ReadonlyMap<string, readonly string[]>

/** One shortest circle for each group of nodes that reach one another; it ends where it starts. */
function circlesOf(graph: Graph): string[][] {
  const circles: string[][] = []
  const seen = new Set<string>()
  for (const start of [...graph.keys()].sort()) {
    if (seen.has(start)) continue
    const circle = shortestCircle(graph, start)
    if (circle === null) continue
    for (const node of circle) seen.add(node)
    circles.push(circle)
  }
  return circles
}

function shortestCircle(graph: Graph, start: string): string[] | null {
  const cameFrom = new Map<string, string>()
  const queue = [start]
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    for (const next of graph.get(node) ?? []) {
      if (next === start) return [...pathTo(cameFrom, start, node), start]
      if (cameFrom.has(next)) continue
      cameFrom.set(next, node)
      queue.push(next)
    }
  }
  return null
}

function pathTo(cameFrom: ReadonlyMap<string, string>, start: string, end: string): string[] {
  const path = [end]
  for (let at = end; at !== start; ) {
    at = cameFrom.get(at) ?? start
    path.unshift(at)
  }
  return path
}
