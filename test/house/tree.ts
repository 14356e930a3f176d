// The whole tree that the house rules are held against: read from disk, or made for an example.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isCode, readSource, type Source } from './source.ts'
import { type House, type Table, tableOf } from './table.ts'

export type Tree = {
  readonly table: Table
  /** Every path of the repository that the rules look at, files only. */
  readonly paths: readonly string[]
  /** What can be parsed, by path. */
  readonly sources: ReadonlyMap<string, Source>
  readonly texts: ReadonlyMap<string, string>
  /** npm packages that the program may use when it runs. */
  readonly dependencies: ReadonlySet<string>
}

/** Where a rule is broken, and how. */
export type Offence = { readonly path: string; readonly line: number; readonly says: string }

export type Rule = {
  /** The rule as one sentence. */
  readonly says: string
  find(tree: Tree): readonly Offence[]
}

const folders = ['bin', 'docs', 'packages', 'scripts', 'src', 'test']
const passedOver = new Set(['node_modules', 'fixtures'])

/** Reads the repository below a folder. */
export function readTree(root: string): Tree {
  const paths = folders.flatMap((folder) => pathsBelow(root, folder))
  const texts = new Map(
    paths
      .filter((path) => isCode(path) || /\.(?:css|md)$/.test(path))
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  )
  const house: House = JSON.parse(readFileSync(join(root, 'house.json'), 'utf8'))
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return treeOf(paths, texts, house, Object.keys(manifest.dependencies))
}

function pathsBelow(root: string, folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (passedOver.has(entry.name) || entry.name.startsWith('.')) return []
    return entry.isDirectory() ? pathsBelow(root, path) : [path]
  })
}

/** Makes a small tree of an example: text by path. */
export function exampleTree(files: Readonly<Record<string, string>>, house: House): Tree {
  const dependencies = ['fastify', 'kysely', 'react', 'typebox']
  return treeOf(Object.keys(files), new Map(Object.entries(files)), house, dependencies)
}

function treeOf(
  paths: readonly string[],
  texts: ReadonlyMap<string, string>,
  house: House,
  dependencies: readonly string[],
): Tree {
  const sources = new Map<string, Source>()
  for (const [path, text] of texts) if (isCode(path)) sources.set(path, readSource(path, text))
  return { table: tableOf(house), paths, sources, texts, dependencies: new Set(dependencies) }
}

/** The sources whose path begins so. */
export const sourcesIn = (tree: Tree, start: string): readonly Source[] =>
  [...tree.sources.values()].filter((source) => source.path.startsWith(start))
