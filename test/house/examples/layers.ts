// Examples for rule 2: the layers of a room, what the domain may use, and whole rooms.
import type { Example } from './example.ts'

export const layers: readonly Example[] = [
  {
    shows: 'a room whose layers use those below',
    files: {
      'src/voice/index.ts': `export { tell } from './actions/tell.ts'`,
      'src/voice/pages/routes.ts': `import { tell } from '../actions/tell.ts'
        import { words } from '../words/en.ts'`,
      'src/voice/actions/tell.ts': `import { stories } from '../store/stories.ts'
        import type { Story } from '../domain/story.ts'`,
      'src/voice/store/stories.ts': `import type { Story } from '../domain/story.ts'`,
    },
    caught: [],
  },
  {
    shows: 'a store that uses an action, an action that uses a page, a domain that uses a store',
    files: {
      'src/voice/store/a.ts': `import { tell } from '../actions/tell.ts'`,
      'src/voice/actions/a.ts': `import type { Page } from '../pages/a.ts'`,
      'src/voice/domain/a.ts': `import type { Row } from '../store/a.ts'`,
    },
    caught: [
      'store/ may not use actions/',
      'actions/ may not use pages/',
      'domain/ may not use store/',
    ],
  },
  {
    shows: 'a layer that uses the door of its own room',
    files: { 'src/voice/domain/a.ts': `import { tell } from '../index.ts'` },
    caught: ['domain/ may not use src/voice/index.ts, which lies above it'],
  },
]

export const domain: readonly Example[] = [
  {
    shows: 'a domain that uses the ground, shapes, the counting library and types of other rooms',
    files: {
      'src/assembly/domain/a.ts': `
        import { ok } from '../../basics/index.ts'
        import { outcome } from '../../fhir/index.ts'
        import { count } from '@coproduce/social-choice'
        import type { Fact } from '../../log/index.ts'
        import { type Grant, type Look } from '../../sharing/index.ts'`,
    },
    caught: [],
  },
  {
    shows: 'a domain that uses the clock, even as a type',
    files: { 'src/voice/domain/a.ts': `import type { Clock } from '../../plumbing/index.ts'` },
    caught: ['domain/ may not use plumbing; pass what it gives in'],
  },
  {
    shows: 'a domain that uses what another room does',
    files: { 'src/voice/domain/a.ts': `import { type Fact, act } from '../../log/index.ts'` },
    caught: ['domain/ may use only types of log'],
  },
  {
    shows: 'a domain that uses a library or the machine',
    files: {
      'src/voice/domain/a.ts': `import { sql } from 'kysely'\nimport { hash } from 'node:crypto'`,
    },
    caught: ['domain/ may not use kysely', 'domain/ may not use node:crypto'],
  },
]

const whole = { 'src/voice/README.md': '# voice', 'src/voice/index.ts': '' }

export const rooms: readonly Example[] = [
  {
    shows: 'a whole room and the files above it',
    files: { ...whole, 'src/voice/domain/story.ts': '', 'src/main.ts': '' },
    caught: [],
  },
  {
    shows: 'a room with a door and nothing behind it',
    files: whole,
    caught: ['voice is empty'],
  },
  {
    shows: 'a room without a door or a page about it',
    files: { 'src/voice/domain/story.ts': '', 'src/voice/domain/reply.ts': '' },
    caught: ['voice has no README.md', 'voice has no index.ts'],
  },
  {
    shows: 'a room and a file that the table does not know',
    files: {
      'src/gossip/README.md': '',
      'src/gossip/index.ts': '',
      'src/gossip/a.ts': '',
      'src/app.ts': '',
    },
    caught: ['gossip is not in house.json', 'src/app.ts is not in house.json'],
  },
  {
    shows: 'a room with a fifth folder, or a file beside its layers',
    files: {
      ...whole,
      'src/voice/domain/story.ts': '',
      'src/voice/jobs/send.ts': '',
      'src/voice/kinds.ts': '',
    },
    caught: ['src/voice/jobs/send.ts lies in none of', 'src/voice/kinds.ts lies in none of'],
  },
]
