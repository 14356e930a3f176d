// ARCHITECTURE.md shows the house as it is: the table of rooms is that of house.json.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { House } from './house/table.ts'

const root = new URL('..', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const isHere = (path: string): boolean => existsSync(new URL(path, root))

const page = read('ARCHITECTURE.md')
type Storey = House['storeys'][number] & { readonly name: string }
const house: { readonly storeys: readonly Storey[] } = JSON.parse(read('house.json'))

const today = (path: string): string => (isHere(path) ? 'here' : 'planned')

function mayUse(storey: number, rooms: readonly string[]): string {
  if (rooms.includes('*')) return 'every room by its door'
  if (rooms.length === 0) return storey === 0 ? 'nothing' : 'no other room'
  return rooms.map((room) => (room.startsWith('@') ? `\`${room}\`` : room)).join(', ')
}

/** The rows that the table must have, in its order: from the top of the house down. */
const expected = house.storeys.toReversed().flatMap(({ storey, name, rooms, files = {} }) => [
  ...Object.entries(files).map(([file, is]) => ({
    storey: `${storey} ${name}`,
    cells: [`\`${file}\``, is, 'every room below by its door', today(`src/${file}`)],
  })),
  ...Object.entries(rooms).map(([room, { is, mayUse: used }]) => ({
    storey: `${storey} ${name}`,
    cells: [`\`${room}/\``, is, mayUse(storey, used), today(`src/${room}/index.ts`)],
  })),
])

/** The rows that stand on the page; an empty first cell is the storey of the row above. */
function rowsOnPage(): typeof expected {
  const start = page.indexOf('| Storey |')
  const section = page.slice(start, page.indexOf('\n\n', start))
  let storey = ''
  return section
    .split('\n')
    .slice(2)
    .map((line) => {
      const [first = '', ...cells] = line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1)
      storey = first === '' ? storey : first
      return { storey, cells }
    })
}

describe('The table in ARCHITECTURE.md', () => {
  it('says of every room what house.json says, and whether it is there today', () => {
    assert.deepEqual(rowsOnPage(), expected)
  })
})
