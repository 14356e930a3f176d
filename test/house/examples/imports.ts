// Examples for rule 1: imports by the table and the door, packages alone, no circles.
import type { Example } from './example.ts'

const door = { 'src/log/index.ts': '', 'src/identity/index.ts': '', 'src/basics/index.ts': '' }

export const table: readonly Example[] = [
  {
    shows: 'a room that uses another by its door, the ground and a library',
    files: {
      ...door,
      'src/identity/actions/a.ts': `
        import type { Static } from 'typebox'
        import { readFile } from 'node:fs/promises'
        import { act } from '../../log/index.ts'
        import { ok } from '../../basics/index.ts'`,
    },
    caught: [],
  },
  {
    shows: 'a room that reaches past a door',
    files: { ...door, 'src/identity/store/a.ts': `import { a } from '../../log/store/facts.ts'` },
    caught: ['src/log/store/facts.ts is not the door of log'],
  },
  {
    shows: 'a room that uses one the table does not allow, for a type, a re-export or later on',
    files: {
      ...door,
      'src/log/domain/a.ts': `import type { PersonId } from '../../identity/index.ts'`,
      'src/log/domain/b.ts': `export type { PersonId } from '../../identity/index.ts'`,
      'src/log/domain/c.ts': `export * from '../../identity/index.ts'`,
      'src/log/domain/d.ts': `type P = import('../../identity/index.ts').PersonId`,
      'src/log/domain/e.ts': `const later = () => import('../../identity/index.ts')`,
    },
    caught: Array(5).fill('log may not use identity'),
  },
  {
    shows: 'a ground floor that uses a room above',
    files: { ...door, 'src/basics/a.ts': `import { act } from '../log/index.ts'` },
    caught: ['basics may not use log'],
  },
  {
    shows: 'a room that uses the counting library and may, and one that may not',
    files: {
      'src/assembly/domain/a.ts': `import { count } from '@coproduce/social-choice'`,
      'src/budgets/domain/a.ts': `import { count } from '@coproduce/social-choice'`,
    },
    caught: ['budgets may not use @coproduce/social-choice'],
  },
  {
    shows: 'a package that the program does not bring along, and one chosen while running',
    files: {
      'src/web/a.ts': `import fc from 'fast-check'`,
      'src/web/b.ts': `const load = (name: string) => import(name)`,
    },
    caught: ['fast-check is not among the dependencies', 'names its file in the code'],
  },
  {
    shows: 'a room that uses the tests, or the list of all routes',
    files: {
      'src/routes.ts': `import { routes } from './web/index.ts'`,
      'src/web/index.ts': '',
      'src/web/a.ts': `import { x } from '../../test/x.ts'`,
      'src/web/b.ts': `import { x } from '../routes.ts'`,
      'src/main.ts': `import { x } from './routes.ts'`,
      'src/commands.ts': `import { x } from './main.ts'`,
    },
    caught: ['lies outside src/', 'a room may not use src/routes.ts', 'nothing uses it'],
  },
]

export const packages: readonly Example[] = [
  {
    shows: 'a package that uses its own files and other packages',
    files: { 'packages/a/src/x/y.ts': `import { z } from '../z.ts'\nimport fc from 'fast-check'` },
    caught: [],
  },
  {
    shows: 'a package that uses a room',
    files: { 'packages/a/src/y.ts': `import { ok } from '../../../src/basics/index.ts'` },
    caught: ['lies outside the package'],
  },
]

export const circles: readonly Example[] = [
  {
    shows: 'files that use the same file twice over',
    files: {
      'src/web/a.ts': `import { b } from './b.ts'\nimport { c } from './c.ts'`,
      'src/web/b.ts': `import { c } from './c.ts'`,
      'src/web/c.ts': 'export const c = 1',
    },
    caught: [],
  },
  {
    shows: 'a file that imports itself',
    files: { 'src/web/a.ts': `import { a } from './a.ts'` },
    caught: ['a circle: src/web/a.ts → src/web/a.ts'],
  },
  {
    shows: 'two files that import each other, one of them only a type',
    files: {
      'src/web/a.ts': `import type { B } from './b.ts'`,
      'src/web/b.ts': `export { a } from './a.ts'`,
    },
    caught: ['a circle: src/web/a.ts → src/web/b.ts → src/web/a.ts'],
  },
  {
    shows: 'a circle over four files and two rooms',
    files: {
      'src/log/index.ts': `export { a } from './actions/a.ts'`,
      'src/log/actions/a.ts': `import { x } from '../../identity/index.ts'`,
      'src/identity/index.ts': `export { x } from './domain/x.ts'`,
      'src/identity/domain/x.ts': `import type { Fact } from '../../log/index.ts'`,
    },
    caught: ['a circle: src/identity/domain/x.ts → src/log/index.ts → src/log/actions/a.ts'],
  },
]
