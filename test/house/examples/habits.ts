// Examples for rules 6 and 7: names, first lines, default exports, any, and lengths.
import type { Example } from './example.ts'

const lines = (count: number) => 'const a = 1\n'.repeat(count)

export const names: readonly Example[] = [
  {
    shows: 'names that say what lives there',
    files: {
      'src/fhir/uk-core.ts': '',
      'src/voice/pages/story.view.tsx': '',
      'docs/library.md': '',
    },
    caught: [],
  },
  {
    shows: 'names that say nothing, of a folder, a file or a test',
    files: {
      'src/web/utils/a.ts': '',
      'src/web/Helpers.tsx': '',
      'test/web/types.test.ts': '',
      'scripts/util.ts': '',
      'docs/misc.md': '',
    },
    caught: ['utils', 'helpers', 'types', 'util', 'misc'],
  },
]

export const firstLines: readonly Example[] = [
  {
    shows: 'files that open with what lives there',
    files: {
      'src/web/a.ts': '// The page shell.\nconst a = 1',
      'bin/a.js': '#!/usr/bin/env node\n// Starts the whole program.\n',
      'src/web/a.css': '/* Our own brand. */\n',
    },
    caught: [],
  },
  {
    shows: 'files that open with code, an empty comment or an order to a tool',
    files: {
      'src/web/a.ts': `import { a } from './b.ts'`,
      'src/web/b.ts': '//\nconst a = 1',
      'src/web/c.ts': '// eslint-disable no-console here\n',
      'src/web/d.css': 'body {}',
    },
    caught: Array(4).fill('the first line does not say'),
  },
]

export const defaults: readonly Example[] = [
  {
    shows: 'exports by name',
    files: { 'src/web/a.ts': `export const a = 1\nexport { default as b } from 'kysely'` },
    caught: [],
  },
  {
    shows: 'default exports of each kind',
    files: {
      'src/web/a.ts': 'export default 1',
      'src/web/b.ts': 'const b = 1\nexport { b as default }',
      'src/web/c.ts': `export { default } from './b.ts'`,
    },
    caught: Array(3).fill('a default export'),
  },
]

export const silenced: readonly Example[] = [
  {
    shows: 'the words in names and texts',
    files: { 'src/web/a.ts': `const many = { any: 'TODO: @ts-ignore' } // any of them` },
    caught: [],
  },
  {
    shows: 'any, silenced checks, work left over and tests passed over',
    files: {
      'src/web/a.ts': 'const a = (b: readonly any[]) => b as any',
      'src/web/b.ts': '// @ts-expect-error later\n/* biome-ignore lint: why */',
      'src/web/c.ts': '// TODO: the rest',
      'test/a.test.ts': `it.skip('waits', () => {})\ndescribe.only('alone', () => {})`,
    },
    caught: ['any', 'any', '@ts-expect-error', 'biome-ignore', 'TODO', 'it.skip', 'describe.only'],
  },
]

export const fileLengths: readonly Example[] = [
  {
    shows: 'a file of 400 lines and a longer catalogue of words',
    files: { 'src/web/a.ts': lines(400), 'src/web/words/en.ts': lines(401) },
    caught: [],
  },
  {
    shows: 'a file of 401 lines',
    files: { 'src/web/a.ts': lines(401) },
    caught: ['401 lines'],
  },
]

const long = (count: number) => `function a() {\n${lines(count - 2)}}`

export const functionLengths: readonly Example[] = [
  {
    shows: 'a function of 60 lines, a longer view and a longer heading of tests',
    files: {
      'src/web/a.ts': long(60),
      'src/web/a.tsx': long(61),
      'test/a.test.ts': `describe('a', () => {\n${lines(60)}})`,
    },
    caught: [],
  },
  {
    shows: 'a function of 61 lines, whatever its form',
    files: {
      'src/web/a.ts': long(61),
      'src/web/b.ts': `const b = () => {\n${lines(59)}}`,
      'test/c.test.ts': `it('c', () => {\n${lines(59)}})`,
      'src/web/d.ts': `const d = { e() {\n${lines(59)}} }`,
    },
    caught: Array(4).fill('a function of 61 lines'),
  },
]

export const lineLengths: readonly Example[] = [
  {
    shows: 'a line of 100 columns and a longer one in a catalogue of words',
    files: {
      'src/web/a.ts': `// ${'é'.repeat(97)}`,
      'src/web/words/en.ts': `// ${'e'.repeat(98)}`,
    },
    caught: [],
  },
  {
    shows: 'a line of 101 columns',
    files: { 'src/web/a.ts': `\n// ${'e'.repeat(98)}` },
    caught: ['101 columns'],
  },
]
