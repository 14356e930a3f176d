// Examples for rule 3: time, chance and the environment, openly and by the back door.
import type { Example } from './example.ts'

const touched = `
  const a = new Date(), b = Date(), c = Date.now()
  const d = Temporal.Now.instant(), e = performance.now(), f = Math.random()
  const g = crypto.randomUUID(), h = globalThis.crypto.getRandomValues(bytes)
  const i = process.env.PORT, j = process['env'], k = process.hrtime()
  const { env } = process
  const pick = Math.random`

const names = [
  'new Date()',
  'Date()',
  'Date.now',
  'Temporal.Now',
  'performance.now',
  'Math.random',
  'crypto.randomUUID',
  'globalThis.crypto.getRandomValues',
  'process.env',
  'process.env',
  'process.hrtime',
  'process.env',
  'Math.random',
]

export const purity: readonly Example[] = [
  {
    shows: 'code that is given its time, and says the words only in a comment or a text',
    files: {
      'src/voice/domain/a.ts': `// Never Date.now() here.
        const said = 'Math.random()'
        const day = new Date(now), last = Date.parse(now), size = Math.round(1)
        const crypto = { digest: 1 }, x = crypto.digest`,
    },
    caught: [],
  },
  {
    shows: 'plumbing, main.ts, a script for browsers and a test that touch them',
    files: {
      'src/web/client/a.ts': touched,
      'src/plumbing/clock.ts': touched,
      'src/main.ts': touched,
      'test/voice/a.test.ts': touched,
    },
    caught: [],
  },
  {
    shows: 'a domain that touches them',
    files: { 'src/voice/domain/a.ts': touched },
    caught: names.map((name) => `${name} belongs in plumbing`),
  },
  {
    shows: 'a page and a package that read the clock',
    files: {
      'src/web/a.tsx': 'const b = <p>{Date.now()}</p>',
      'packages/a/src/b.ts': 'Date.now()',
    },
    caught: ['Date.now belongs', 'Date.now belongs'],
  },
  {
    shows: 'chance and settings that are imported',
    files: {
      'src/web/a.ts': `import { createHash, randomBytes as bytes } from 'node:crypto'`,
      'src/web/b.ts': `import { env } from 'node:process'`,
      'src/web/c.ts': `import { createHash } from 'node:crypto'`,
    },
    caught: ['randomBytes of node:crypto belongs', 'env of node:process belongs'],
  },
]
