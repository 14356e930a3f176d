// Every table of the database as a stream of its rows, and back: by the catalogue, for any schema.
import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

export type TableShape = {
  /** `schema.table` as written in SQL, quoted where needed. */
  readonly name: string
  /** Name and type of every column that holds something of its own: not of generated ones. */
  readonly columns: readonly (readonly [name: string, type: string])[]
}

export type Table = TableShape & {
  readonly order: string
  readonly hasTriggers: boolean
}

export type Digest = { readonly rows: number; readonly sha256: string }

export type Sequence = {
  readonly name: string
  readonly lastValue: string
  readonly isCalled: boolean
}

/** The lists of what has been run to make the tables: compared, never copied. */
export const LEDGERS: readonly string[] = ['plumbing.migrations', 'graphile_worker.migrations']

/** Makes the text of every value the same in every server and session. */
export const SESSION = `
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;
  set local time zone 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local row_security = off`

// Ours: every schema that is neither PostgreSQL's nor an extension's.
const OURS = `
  n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relpersistence <> 't'
  and not exists (select from pg_depend e where e.classid = 'pg_class'::regclass
                  and e.objid = c.oid and e.deptype = 'e')`

const TABLES = `
  select c.oid::text as oid, format('%I.%I', n.nspname, c.relname) as name,
    (select coalesce(json_agg(json_build_array(a.attname, format_type(a.atttypid, a.atttypmod))
                     order by a.attnum), '[]')
     from pg_attribute a
     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       and a.attgenerated = '') as columns,
    (select string_agg(format('%I%s', a.attname,
              case when a.attcollation = 0 then '' else ' collate "C"' end), ', ' order by k.place)
     from pg_index i
     cross join unnest(i.indkey::smallint[]) with ordinality as k (attnum, place)
     join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
     where i.indrelid = c.oid and i.indisprimary) as key,
    exists (select from pg_trigger t
            where t.tgrelid = c.oid and not t.tgisinternal) as "hasTriggers",
    (select coalesce(json_agg(f.confrelid::text), '[]') from pg_constraint f
     where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and ${OURS}
  order by n.nspname collate "C", c.relname collate "C"`

type Catalogued = Omit<Table, 'order'> & { oid: string; key: string | null; needs: string[] }

/** Every table but the ledgers; one that refers to another comes after it. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Catalogued>(TABLES)
  const sorted: Table[] = []
  const seen = new Set<string>()
  const visit = (table: Catalogued): void => {
    if (seen.has(table.oid)) return
    seen.add(table.oid)
    for (const oid of table.needs) {
      const needed = rows.find((one) => one.oid === oid)
      if (needed !== undefined) visit(needed)
    }
    const { name, columns, key, hasTriggers } = table
    if (LEDGERS.includes(name)) return
    sorted.push({ name, columns, order: key ?? `t::text collate "C"`, hasTriggers })
  }
  for (const table of rows) visit(table)
  return sorted
}

/** Every sequence and where it stands. */
export async function listSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and ${OURS} order by 1`,
  )
  const sequences: Sequence[] = []
  for (const { name } of rows) {
    const standing = await client.query<Omit<Sequence, 'name'>>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${name}`,
    )
    const [row] = standing.rows
    if (row !== undefined) sequences.push({ name, ...row })
  }
  return sequences
}

/** Sets a sequence so that a rollback undoes it: `setval` alone would stay. */
export async function setSequence(client: pg.ClientBase, sequence: Sequence): Promise<void> {
  const { name, lastValue, isCalled } = sequence
  await client.query(`alter sequence ${name} restart`)
  await client.query('select setval($1::regclass, $2::bigint, $3)', [name, lastValue, isCalled])
}

/** Hands on a table's rows in pieces, in the order of its key, and returns their digest. */
export async function copyOut(
  client: pg.ClientBase,
  table: Table,
  take: (bytes: Buffer) => Promise<void> | void,
): Promise<Digest> {
  if (table.columns.length === 0) return countOnly(client, table)
  const rows = `select ${columnList(table)} from only ${table.name} t order by ${table.order}`
  const stream = client.query(copyTo(`copy (${rows}) to stdout`))
  const digest = createHash('sha256')
  for await (const piece of stream as AsyncIterable<Buffer>) {
    digest.update(piece)
    await take(piece)
  }
  return { rows: stream.rowCount, sha256: digest.digest('hex') }
}

async function countOnly(client: pg.ClientBase, { name }: Table): Promise<Digest> {
  const { rows } = await client.query(`select count(*)::integer as rows from only ${name}`)
  return { rows: rows[0].rows, sha256: createHash('sha256').digest('hex') }
}

/** A stream to write a table's rows to; it finishes when they are all in. */
export const copyIn = (client: pg.ClientBase, table: Table): Writable =>
  client.query(copyFrom(`copy ${table.name} (${columnList(table)}) from stdin`))

const columnList = ({ columns }: TableShape): string =>
  columns.map(([name]) => pg.escapeIdentifier(name)).join(', ')
