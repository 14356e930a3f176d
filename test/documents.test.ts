// The documents people read: every link leads somewhere, every command exists, README stays short.
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type CommandParts, commands } from '../src/commands.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '')

const documents = globSync(
  ['*.md', '{changes,docs,src,test,packages,scripts}/**/*.md'],
  // Libraries and what tests leave behind are not ours to read.
  { cwd: root, exclude: (path) => /(?:^|\/)(?:node_modules|\.cache)(?:\/|$)/.test(path) },
).sort()

type Link = { readonly from: string; readonly to: string }

const linksOf = (from: string): Link[] =>
  [...withoutCode(read(from)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, to = '']) => ({ from, to }))
    .filter(({ to }) => !/^(?:https?|mailto):/.test(to))

/** The name by which a heading is linked to, after the way of code forges. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[`*]/g, '')
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

function leadsNowhere({ from, to }: Link): boolean {
  const [path = '', anchor] = to.split('#')
  const target = path === '' ? from : join(dirname(from), decodeURIComponent(path))
  if (!existsSync(join(root, target))) return true
  if (anchor === undefined || !target.endsWith('.md')) return false
  const headings = [...withoutCode(read(target)).matchAll(/^#+ (.+)$/gm)]
  return !headings.some(([, heading = '']) => anchorOf(heading) === anchor)
}

describe('The page that says who sees what', () => {
  it('lists every address: add a line for yours, as docs/how-to/add-a-page.md says', () => {
    const rows = (path: string, pattern: RegExp) =>
      [...read(path).matchAll(pattern)].map(([, method, address]) => `${method} ${address}`).sort()
    const there = rows('docs/reference/addresses.md', /^\| (GET|POST) \| `([^`]+)` \|/gm)
    const listed = rows('docs/safety/who-sees-what.md', /^\| `(GET|POST) ([^`]+)` \|/gm)
    assert.deepEqual(listed, there)
  })
})

describe('A link in a document', () => {
  it('leads to a file and a heading that are there', () => {
    const links = documents.flatMap(linksOf)
    assert.ok(links.length > 50)
    assert.deepEqual(links.filter(leadsNowhere), [])
  })

  it('leads to every document of docs from its list of contents', () => {
    const listed = linksOf('docs/README.md').map(({ to }) => join('docs', to.split('#')[0] ?? ''))
    const within = (path: string) =>
      listed.some(
        (one) => one === path || (one.endsWith('README.md') && path.startsWith(dirname(one))),
      )
    const own = documents.filter((path) => path.startsWith('docs/') && path !== 'docs/README.md')
    assert.deepEqual(
      own.filter((path) => !within(path)),
      [],
    )
  })
})

describe('A file named in a document', () => {
  it('is there', () => {
    // Reference pages are made from the code, and what is in changes may be gone later.
    const own = documents.filter((path) => /^(?:[A-Z]+\.md|docs\/(?!reference\/))/.test(path))
    const named = own.flatMap((from) =>
      [...read(from).matchAll(/`((?:bin|docs|packages|scripts|src|test)\/[\w./-]+)`/g)].map(
        ([, to = '']) => ({ from, to }),
      ),
    )
    assert.ok(named.length > 100)
    assert.deepEqual(
      named.filter(({ to }) => !existsSync(join(root, to))),
      [],
    )
  })
})

describe('README.md', () => {
  it('is 150 lines at most', () => {
    assert.ok(read('README.md').trimEnd().split('\n').length <= 150)
  })

  it('shows a picture of less than 200 KB', () => {
    const [, picture = ''] = /!\[[^\]]+\]\(([^)]+\.png)\)/.exec(read('README.md')) ?? []
    assert.ok(readFileSync(join(root, picture)).length < 200_000)
  })
})

describe('A command in a document', () => {
  // Only the names are asked for: nothing is opened or run.
  const known = commands({} as CommandParts).map(({ name }) => name)
  const called = /(?:npx coproduce|coproduce\.js|`coproduce) ([a-z]+(?:-[a-z]+)*)/g
  const manifest = JSON.parse(read('package.json'))

  for (const path of ['README.md', 'docs/operate.md']) {
    it(`exists: ${path}`, () => {
      const code = [...read(path).matchAll(/^```[\s\S]*?^```|`[^`\n]+`/gm)].map(([text]) => text)
      const named = code.flatMap((text) => [...text.matchAll(called)]).map(([, name]) => name)
      const scripts = code
        .flatMap((text) => [...text.matchAll(/\bnpm run ([a-z-]+)/g)])
        .map(([, name]) => name)
      assert.ok(named.length + scripts.length > 0)
      assert.deepEqual(
        named.filter((name) => name !== 'help' && !known.includes(name ?? '')),
        [],
      )
      assert.deepEqual(
        scripts.filter((name) => manifest.scripts[name ?? ''] === undefined),
        [],
      )
    })
  }
})
