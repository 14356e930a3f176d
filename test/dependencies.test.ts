// The page about dependencies says what package.json brings, no more and no less.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'

const root = new URL('..', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')

type Manifest = {
  readonly name: string
  readonly [list: string]: unknown
}

const lists = ['dependencies', 'optionalDependencies', 'devDependencies', 'peerDependencies']
const packages = readdirSync(new URL('packages/', root)).map((name) => `packages/${name}/`)
const manifests: readonly Manifest[] = ['', ...packages].map((folder) =>
  JSON.parse(read(`${folder}package.json`)),
)
const ours = new Set(manifests.map(({ name }) => name))
const brought = manifests
  .flatMap((manifest) => lists.flatMap((list) => Object.entries(manifest[list] ?? {})))
  .filter(([name]) => !ours.has(name))

const sections = read('docs/dependencies.md').split(/^(?=# )|^(?=## )/m)
const paragraphs = sections.filter((section) => section.startsWith('## '))
const nameOf = (paragraph: string): string => paragraph.slice(3, paragraph.indexOf('\n'))

describe('The page about dependencies', () => {
  it('has one paragraph for each dependency of each package, and no other', () => {
    const names = [...new Set(brought.map(([name]) => name))]
    assert.deepEqual(paragraphs.map(nameOf).sort(), names.sort())
  })

  it('says for each why it is here, what it brings along, and the licence it is under', () => {
    const lock = JSON.parse(read('package-lock.json')).packages
    for (const paragraph of paragraphs) {
      const name = nameOf(paragraph)
      const text = paragraph
        .slice(name.length + 3)
        .replace(/\s+/g, ' ')
        .trim()
      assert.match(text, /^[A-Z`].{15,} Brings along: .+\. Licence: \S.*$/, name)
      const licence = text.slice(text.lastIndexOf('Licence: ') + 9)
      assert.equal(licence, lock[`node_modules/${name}`]?.license, name)
    }
  })
})

describe('A dependency', () => {
  it('has its exact version pinned', () => {
    for (const [name, version] of brought) {
      assert.match(String(version), /^\d+\.\d+\.\d+(?:-[\w.]+)?$/, name)
    }
  })
})
