// Rule 2: pages use actions, actions the store, the store the domain; the domain is pure.
import type { Import, Source } from '../source.ts'
import { countingLibrary, hasLayers, type Layer, layerOf, layers, roomOf } from '../table.ts'
import { type Rule, sourcesIn, type Tree } from '../tree.ts'

const rank = (layer: Layer): number => layers.indexOf(layer)

export const layersPointDown: Rule = {
  says: 'Inside a room: pages use actions, actions the store, the store the domain, never upwards',
  find: (tree) =>
    sourcesIn(tree, 'src/').flatMap((source) => {
      const layer = layerOf(source.path)
      if (layer === null || !isLayered(tree, source.path)) return []
      return source.imports.flatMap((one) => {
        const says = upwards(source, layer, one)
        return says === null ? [] : [{ path: source.path, line: one.line, says }]
      })
    }),
}

function upwards(source: Source, layer: Layer, { target }: Import): string | null {
  if (target === null || roomOf(target) !== roomOf(source.path)) return null
  const other = layerOf(target)
  if (other === null) return `${layer}/ may not use ${target}, which lies above it`
  return rank(other) > rank(layer) ? `${layer}/ may not use ${other}/` : null
}

const isLayered = (tree: Tree, path: string): boolean => {
  const room = tree.table.rooms.get(roomOf(path) ?? '')
  return room !== undefined && hasLayers(room)
}

export const domainStandsAlone: Rule = {
  says:
    'The domain imports only basics, fhir, the counting library and, as types, the domain of ' +
    'other rooms by their doors',
  find: (tree) =>
    sourcesIn(tree, 'src/').flatMap((source) => {
      if (layerOf(source.path) !== 'domain' || !isLayered(tree, source.path)) return []
      return source.imports.flatMap((one) => {
        const says = beyondDomain(source, one)
        return says === null ? [] : [{ path: source.path, line: one.line, says }]
      })
    }),
}

const open = new Set(['basics', 'fhir'])
const closed = new Set(['plumbing', 'web', 'api', 'demo'])

function beyondDomain(source: Source, one: Import): string | null {
  if (one.target === null) {
    const library = one.specifier === countingLibrary
    return library ? null : `domain/ may not use ${one.specifier}; pass what it gives in`
  }
  const room = roomOf(one.target)
  if (room === null) return `domain/ may not use ${one.target}`
  if (room === roomOf(source.path) || open.has(room)) return null
  if (closed.has(room)) return `domain/ may not use ${room}; pass what it gives in`
  return one.typeOnly ? null : `domain/ may use only types of ${room}; write import type`
}

export const roomsAreWhole: Rule = {
  says:
    'Every room is in the table, has a README.md and a door index.ts, and is not empty; a room ' +
    'with layers has nothing beside them',
  find: (tree) => {
    const inRooms = tree.paths.filter((path) => roomOf(path) !== null)
    const found = new Set(inRooms.map((path) => roomOf(path) ?? ''))
    const wholes = [...found].flatMap((name) => faultsOfRoom(tree, name))
    const strays = tree.paths
      .filter((path) => /^src\/[^/]+$/.test(path) && !tree.table.files.has(path.slice(4)))
      .map((path) => ({ path, line: 1, says: `${path} is not in house.json` }))
    return [...wholes, ...strays]
  },
}

function faultsOfRoom({ table, paths }: Tree, name: string) {
  const folder = `src/${name}/`
  const inside = paths.filter((path) => path.startsWith(folder))
  const room = table.rooms.get(name)
  const faults: string[] = []
  if (room === undefined) faults.push(`${name} is not in house.json`)
  for (const file of ['README.md', 'index.ts']) {
    if (!inside.includes(folder + file)) faults.push(`${name} has no ${file}`)
  }
  if (inside.filter((path) => /\.tsx?$/.test(path)).length < 2) faults.push(`${name} is empty`)
  if (room !== undefined && hasLayers(room)) {
    for (const path of inside) {
      const known = layerOf(path) !== null || /\/(?:README\.md|index\.ts)$/.test(path)
      if (!known) faults.push(`${path} lies in none of ${layers.join(', ')}`)
    }
  }
  return faults.map((says) => ({ path: folder, line: 1, says }))
}
