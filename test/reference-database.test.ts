// The database reference, read from the text of migrations, says what PostgreSQL then holds.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { everyTable } from '../scripts/reference/database.ts'
import { modulesAt } from '../scripts/reference/modules.ts'
import type { Migration } from '../src/plumbing/index.ts'
import { freshDatabase } from './database.ts'

const found = await modulesAt('src/*/store/migrations.ts')
// The log makes the role that every other room gives its tables to.
const migrations = found
  .toSorted((one, other) => Number(other.room === 'log') - Number(one.room === 'log'))
  .flatMap(({ exports }) => exports.migrations as readonly Migration[])
const { db } = await freshDatabase(migrations)

const COLUMNS = `
  select n.nspname || '.' || c.relname as name, a.attname as column
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
  order by 1, a.attnum`

const KEYS = `
  select n.nspname || '.' || c.relname as name,
    array_to_string(array(
      select pg_get_indexdef(i.indexrelid, place, true)
      from generate_series(1, i.indnkeyatts) as place order by place
    ), ', ') as key
  from pg_index i
  join pg_class c on c.oid = i.indrelid
  join pg_namespace n on n.oid = c.relnamespace
  where i.indisunique and n.nspname not in ('pg_catalog', 'pg_toast', 'graphile_worker')
  order by 1, 2`

describe('The database reference', () => {
  it('lists every table with every column, and no other', async () => {
    const held = new Map<string, string[]>()
    for (const { name, column } of await db.text<{ name: string; column: string }>(COLUMNS)) {
      held.set(name, [...(held.get(name) ?? []), column])
    }
    const listed = everyTable().map(({ thing }) => [thing.name, [...thing.columns]] as const)
    assert.deepEqual(new Map(listed.toSorted()), new Map([...held].toSorted()))
  })

  it('has owner and stream in every table of rows, so that one stream’s can be taken away', () => {
    const without = everyTable()
      .map(({ thing }) => thing)
      .filter(({ kind, columns }) => {
        const keys = ['owner', 'stream'].every((column) => columns.includes(column))
        return kind === 'projection' && !keys
      })
    assert.deepEqual(
      without.map(({ name }) => name),
      [],
    )
  })

  it('lists every primary and unique key, and no other', async () => {
    const held = await db.text<{ name: string; key: string }>(KEYS)
    const listed = everyTable().flatMap(({ thing }) =>
      thing.keys.map((key) => ({ name: thing.name, key: key.join(', ') })),
    )
    const sorted = (keys: readonly { name: string; key: string }[]) =>
      keys.map(({ name, key }) => `${name} (${key})`).sort()
    assert.deepEqual(sorted(listed), sorted(held))
  })
})
