// Rule 6: no folder or file has a name that says nothing.
import type { Rule } from '../tree.ts'

const sayNothing = new Set(
  'utils helpers common shared misc core lib types interfaces manager service'.split(' '),
)

export const namesSaySomething: Rule = {
  says: `No folder or file is named ${[...sayNothing].join(', ')}`,
  find: ({ paths }) =>
    paths.flatMap((path) =>
      path
        .split('/')
        .map((part) => (part.split('.')[0] ?? '').toLowerCase())
        .filter((part) => sayNothing.has(part) || sayNothing.has(`${part}s`))
        .map((part) => ({ path, line: 1, says: `${part} says nothing of what lives there` })),
    ),
}
