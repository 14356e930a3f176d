// Examples for rule 5: who has facts, who writes projections, and who lets personal data out.
import type { Example } from './example.ts'

const migrations = `export const sql = \`
  -- projection: stories as they are listed
  create table voice.stories (owner uuid, stream uuid, title text, primary key (owner, stream));
  -- projection, public: what was published
  create table voice.published (owner uuid, stream uuid, title text, primary key (owner, stream));
  -- projection, worklist: what waits
  create table voice.waiting (owner uuid, stream uuid, at timestamptz, primary key (owner, stream));
  -- reference: the list of subjects
  create table voice.subjects (code text primary key);\``

export const facts: readonly Example[] = [
  {
    shows: 'facts in the log',
    files: {
      'src/log/store/migrations.ts':
        'const sql = `-- fact: what happened\ncreate table log.facts (owner uuid primary key);`',
    },
    caught: [],
  },
  {
    shows: 'facts in another room',
    files: {
      'src/voice/store/migrations.ts':
        'const sql = `-- fact: what happened\ncreate table voice.facts (owner uuid primary key);`',
    },
    caught: ['voice.facts is a table of facts'],
  },
]

const writing = `
  tx.text('insert into voice.stories (owner) values ($1)')
  tx.text('update voice.stories set title = $1')
  tables.deleteFrom('voice.stories as s')
  tx.text('insert into voice.subjects (code) values ($1)')`

export const projections: readonly Example[] = [
  {
    shows: 'a projection that writes its table',
    files: {
      'src/voice/store/migrations.ts': migrations,
      'src/voice/store/stories.ts': `export const stories = projection({})\n${writing}`,
    },
    caught: [],
  },
  {
    shows: 'an action that writes the table of a projection',
    files: {
      'src/voice/store/migrations.ts': migrations,
      'src/voice/actions/tell.ts': writing,
    },
    caught: Array(3).fill('voice.stories is a projection'),
  },
]

export const looks: readonly Example[] = [
  {
    shows: 'a store that gives out personal data only for a Look',
    files: {
      'src/voice/store/migrations.ts': migrations,
      'src/voice/store/stories.ts': `
        const SQL = 'select title from voice.stories'
        const byTitle = (rows: Row[]) => rows
        export const listStories = (tx: Tx, look: Look) => tx.text(SQL)
        export function findStory(tx: Tx, { look }: { readonly look: Look<Story> }) {}`,
      'src/voice/store/subjects.ts': `
        export const subjects = (tx: Tx) => tx.text('select code from voice.subjects')`,
      'src/voice/store/published.ts': `
        export const newest = (tx: Tx) => tx.text('select title from voice.published')
        export const waiting = (tx: Tx) => tx.text('select stream from voice.waiting')`,
      'src/log/store/a.ts': `
        export const list = (tx: Tx) => tx.text('select title from voice.stories')`,
    },
    caught: [],
  },
  {
    shows: 'a store that gives out personal data to anybody',
    files: {
      'src/voice/store/migrations.ts': migrations,
      'src/voice/store/stories.ts': `
        export const listStories = (tx: Tx) => tx.text('select title from voice.stories')`,
      'src/voice/store/titles.ts': `
        export async function titles(tx: Tx) { return tables.selectFrom('voice.stories') }`,
    },
    caught: ['listStories may give out', 'titles may give out'],
  },
]
