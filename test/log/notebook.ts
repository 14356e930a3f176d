// A small stream for the log's tests: a notebook into which lines are written.
import { type Id, ok, refuse, Type } from '../../src/basics/index.ts'
import {
  type FactKind,
  type FactOf,
  grantRoom,
  type Log,
  migrations as logMigrations,
  openLog,
  projection,
  type StreamType,
} from '../../src/log/index.ts'
import {
  type Chance,
  type Database,
  heldClock,
  type Migration,
  openFiles,
  systemChance,
} from '../../src/plumbing/index.ts'

export const lineWritten = {
  kind: 'line-written',
  version: 2,
  says: 'A line was written into a notebook',
  schema: Type.Object({ text: Type.String(), pictures: Type.Array(Type.String()) }),
  upcasts: [(body: { text: string }) => ({ text: body.text, pictures: [] })],
  files: (body: { pictures: readonly string[] }) => body.pictures,
} as const satisfies FactKind

export const notebookClosed = {
  kind: 'notebook-closed',
  version: 1,
  says: 'A notebook was closed',
  schema: Type.Object({}),
} as const satisfies FactKind

type Notebook = { readonly lines: readonly string[]; readonly closed: boolean }
type NotebookKind = typeof lineWritten | typeof notebookClosed

export const notebook: StreamType<Notebook, NotebookKind> = {
  name: 'notebook',
  says: 'A notebook',
  kinds: [lineWritten, notebookClosed],
  start: { lines: [], closed: false },
  fold(state, fact: FactOf<NotebookKind>) {
    switch (fact.kind) {
      case 'line-written':
        return { ...state, lines: [...state.lines, fact.body.text] }
      case 'notebook-closed':
        return { ...state, closed: true }
    }
  },
}

export const refusals = {
  closed: {
    code: 'notebook-is-closed',
    says: 'The notebook is closed.',
    next: 'Open another.',
    http: 409,
    fhir: 'conflict',
  },
} as const

/** Writes a line unless the notebook is closed. */
export const write =
  (text: string, pictures: string[] = []) =>
  (state: Notebook) =>
    state.closed
      ? refuse(refusals.closed)
      : ok({
          facts: [{ kind: 'line-written' as const, body: { text, pictures } }],
          answer: { lines: state.lines.length + 1 },
        })

export const lines = projection({
  name: 'testing.lines',
  tables: ['testing.lines'],
  kinds: [lineWritten],
  async apply(tx, facts) {
    await tx.text(
      `insert into testing.lines (owner, stream, place, text)
       select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[])`,
      [
        facts.map((one) => one.owner),
        facts.map((one) => one.stream),
        facts.map((one) => one.place),
        facts.map((one) => one.body.text),
      ],
    )
  },
})

export const migrations: readonly Migration[] = [
  ...logMigrations,
  {
    room: 'testing',
    number: 1,
    name: 'lines',
    sql: `create schema testing;
      create table testing.lines (owner uuid, stream uuid, place int, text text,
        primary key (owner, stream, place));
      create table testing.drafts (owner uuid primary key, text text);
      ${grantRoom('testing')}`,
  },
]

export type Desk = {
  readonly log: Log
  readonly clock: ReturnType<typeof heldClock>
  readonly chance: Chance
}

/** A log with notebooks on a fresh database. */
export function openDesk(db: Database, folder: string): Desk {
  const clock = heldClock('2026-11-23T09:00:00Z')
  const chance = systemChance(clock)
  const log = openLog({
    db,
    clock,
    chance,
    files: openFiles(folder, () => chance.hex(4)),
    streams: [notebook],
    projections: [lines],
    reactions: [{ name: 'count-lines', on: lineWritten }],
    scratch: [{ table: 'testing.drafts', ownerColumn: 'owner' }],
  })
  return { log, clock, chance }
}

export const nobody = { by: null, onBehalfOf: null }
export const newId = (desk: Desk): Id => desk.chance.id()
