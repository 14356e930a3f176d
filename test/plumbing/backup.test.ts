// A backup holds everything, and restores whole into an empty installation or not at all.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it, type TestContext } from 'node:test'
import fc from 'fast-check'
import pg from 'pg'
import type { Instant, Result } from '../../src/basics/index.ts'
import { openArchive, writeArchive } from '../../src/plumbing/archive.ts'
import { backup, listFiles, type Manifest } from '../../src/plumbing/backup.ts'
import { openEmbeddedPostgres, type RunningPostgres } from '../../src/plumbing/embedded-postgres.ts'
import { restore } from '../../src/plumbing/restore.ts'
import { fillTables, keepFiles, makeTables } from './backup-fixture.ts'
import { type SystemPostgres, startSystemPostgres } from './real-postgres.ts'

const now = '2026-11-23T09:30:00.000Z' as Instant
const folder = mkdtempSync(join(tmpdir(), 'coproduce backup '))
const filesDir = join(folder, 'files')
const archive = join(folder, 'whole.tar')
const pools: pg.Pool[] = []
let embedded: RunningPostgres
let system: SystemPostgres | null
let full: pg.Pool
let paths: string[]
let place = 0

const value = <T>(result: Result<T>): T => {
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}
const code = (result: Result<unknown>): string => (result.ok ? 'ok' : result.refusal.code)

const poolOf = (options: pg.PoolConfig): pg.Pool => {
  const pool = new pg.Pool({ ...options, max: 3 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  pools.push(pool)
  return pool
}

const templates = new Map<string, Promise<string>>()

/** A new database with the tables and nothing in them: a clone of one made before. */
async function newDatabase(on: 'embedded' | 'system'): Promise<pg.Pool> {
  const server = on === 'embedded' ? { ...embedded.connection } : serverOfSystem()
  const template = templates.get(on) ?? makeTemplate(server)
  templates.set(on, template)
  return poolOf({ ...server, database: await create(server, await template) })
}

async function makeTemplate(server: pg.PoolConfig): Promise<string> {
  const database = await create(server, 'template1')
  const pool = poolOf({ ...server, database })
  await makeTables(pool)
  await pool.end()
  pools.splice(pools.indexOf(pool), 1)
  return database
}

async function create(server: pg.PoolConfig, template: string): Promise<string> {
  place += 1
  const client = new pg.Client(server)
  await client.connect()
  await client.query(`create database place_${place} template ${template}`)
  await client.end()
  return `place_${place}`
}

function serverOfSystem() {
  assert.ok(system)
  const url = new URL(system.connectionString)
  return { host: url.searchParams.get('host') ?? '', user: 'postgres', database: 'postgres' }
}

function newPlace(): string {
  place += 1
  return join(folder, `place-${place}`)
}

async function manifestOf(path: string): Promise<Manifest> {
  return value(await openArchive(path)).manifest as Manifest
}

/** What must be equal after a restore: everything but the jobs that were let go. */
const content = ({ tables, sequences, files, migrations }: Manifest) => ({
  tables: tables.filter(({ name }) => !/_private_job(s|_queues)$/.test(name)),
  sequences,
  files,
  migrations,
})

before(async () => {
  embedded = value(
    await openEmbeddedPostgres({ dataDir: join(folder, 'data'), own: 'command', log: () => {} }),
  )
  system = await startSystemPostgres()
  full = await newDatabase('embedded')
  await fillTables(full)
  paths = keepFiles(filesDir)
  value(await backup({ pool: full, filesDir, out: archive, now }))
})

after(async () => {
  for (const pool of pools) await pool.end()
  await embedded.stop()
  await system?.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('A backup restored into an empty installation', () => {
  it('is the same in every table, sequence and file', async () => {
    const pool = await newDatabase('embedded')
    const target = newPlace()
    const summary = value(await restore({ pool, filesDir: target, from: archive }))
    assert.equal(summary.files, paths.length)
    assert.deepEqual(await listFiles(target), [...paths].sort())
    const again = `${target}.tar`
    value(await backup({ pool, filesDir: target, out: again, now }))
    assert.deepEqual(content(await manifestOf(again)), content(await manifestOf(archive)))
  })

  it('goes on where it stood: values, identities, triggers, generated columns, jobs', async () => {
    const pool = await newDatabase('embedded')
    value(await restore({ pool, filesDir: newPlace(), from: archive }))
    const rows = `select md5(string_agg(c::text, '|' order by id)) from voice.child c`
    assert.deepEqual((await pool.query(rows)).rows, (await full.query(rows)).rows)
    const parents = await pool.query('select id, name from voice.z_parent order by id')
    assert.deepEqual(parents.rows[0], { id: 1, name: 'quiet' })
    const next = await pool.query(`insert into voice.z_parent (name) values ('loud') returning *`)
    assert.deepEqual(next.rows, [{ id: 4, name: 'LOUD' }])
    const counter = await pool.query(`select nextval('voice.counter')::integer as next`)
    assert.equal(counter.rows[0].next, 42)
    const double = await pool.query(`select from voice.child where double = body || body`)
    assert.ok((double.rowCount ?? 0) > 1000)
    const jobs = await pool.query('select locked_by from graphile_worker._private_jobs')
    assert.deepEqual(jobs.rows, [{ locked_by: null }, { locked_by: null }])
  })

  it('moves between the embedded PostgreSQL and the system’s, both ways', async (t) => {
    if (system === null) return t.diagnostic('Not run: there is no system PostgreSQL here')
    const older = await newDatabase('system')
    const target = newPlace()
    value(await restore({ pool: older, filesDir: target, from: archive }))
    const from = `${target}.tar`
    value(await backup({ pool: older, filesDir: target, out: from, now }))
    assert.deepEqual(content(await manifestOf(from)), content(await manifestOf(archive)))
    const pool = await newDatabase('embedded')
    value(await restore({ pool, filesDir: newPlace(), from }))
  })
})

describe('A backup while people go on working', () => {
  it('holds one moment: what comes later is not in it', async () => {
    const pool = await newDatabase('embedded')
    const writer = await pool.connect()
    let going = true
    const writing = (async () => {
      for (let n = 1; going; n += 1) {
        const insert = (table: string) => `insert into voice.${table} values (${n})`
        await writer.query(`begin; ${insert('empty')}; ${insert('dropped')}; commit`)
      }
    })()
    const out = `${newPlace()}.tar`
    value(await backup({ pool, filesDir, out, now }))
    going = false
    await writing
    writer.release()
    const { tables } = await manifestOf(out)
    const rows = (name: string) => tables.find((one) => one.name === name)?.rows
    assert.equal(rows('voice.empty'), rows('voice.dropped'))
  })

  it('names a file that is not what it was, and keeps it as it is', async () => {
    const [path = ''] = paths
    const target = newPlace()
    mkdirSync(join(target, path, '..'), { recursive: true })
    writeFileSync(join(target, path), 'Another letter')
    const pool = await newDatabase('embedded')
    const out = `${target}.tar`
    const { damagedFiles } = value(await backup({ pool, filesDir: target, out, now }))
    assert.deepEqual(damagedFiles, [path])
  })
})

describe('Where a backup cannot be written', () => {
  it('replaces nothing', async () => {
    const result = await backup({ pool: full, filesDir, out: archive, now })
    assert.equal(code(result), 'backup-exists')
  })

  it('names a folder that is not there', async () => {
    const out = join(folder, 'nowhere', 'whole.tar')
    assert.equal(code(await backup({ pool: full, filesDir, out, now })), 'backup-folder')
  })

  it('leaves nothing on a full disk', async (t) => {
    const disk = mount(t, '256k')
    if (disk === null) return
    const result = await backup({ pool: full, filesDir, out: join(disk, 'whole.tar'), now })
    assert.equal(code(result), 'backup-no-space')
    assert.deepEqual(readdirSync(disk), [])
  })
})

/** A small disk of its own, or null after saying that the test was not run. */
function mount(t: TestContext, size: string): string | null {
  const disk = newPlace()
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk], { stdio: 'ignore' })
  } catch {
    t.diagnostic('Not run: it takes root and the right to mount')
    return null
  }
  t.after(() => execFileSync('umount', [disk]))
  return disk
}

describe('A backup that is not as it was made', () => {
  const small = join(folder, 'small.tar')
  const changed = join(folder, 'changed.tar')

  before(async () => {
    const pool = await newDatabase('embedded')
    await pool.query(`insert into voice.no_key values ('one')`)
    value(await backup({ pool, filesDir: newPlace(), out: small, now }))
  })

  it('is refused whichever byte was changed', async () => {
    const whole = readFileSync(small)
    const position = fc.integer({ min: 0, max: whole.length - 1 })
    await fc.assert(
      fc.asyncProperty(position, fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const bytes = Buffer.from(whole)
        bytes[at] = (bytes[at] ?? 0) ^ by
        writeFileSync(changed, bytes)
        assert.match(code(await openArchive(changed)), /^archive-(altered|cut-short)$/)
      }),
      { numRuns: 150 },
    )
  })

  it('is refused wherever it was cut', async () => {
    const whole = readFileSync(small)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (length) => {
        writeFileSync(changed, whole.subarray(0, length))
        assert.equal(code(await openArchive(changed)), 'archive-cut-short')
      }),
      { numRuns: 50 },
    )
  })

  it('is refused whole when its contents were changed and sealed again', async () => {
    const pool = await newDatabase('embedded')
    const target = newPlace()
    for (const part of ['voice.child', 'files/']) {
      const from = `${newPlace()}.tar`
      await sealedAgain(from, part)
      const result = await restore({ pool, filesDir: target, from })
      assert.equal(code(result), 'archive-altered')
      assert.ok(!result.ok && result.refusal.says.includes(part))
      assert.equal((await pool.query('select from voice.child')).rowCount, 0)
      assert.deepEqual(await listFiles(target), [])
    }
    value(await restore({ pool, filesDir: target, from: archive }))
  })

  /** The whole archive with one letter changed in the part named, sealed as a forger would. */
  async function sealedAgain(to: string, part: string): Promise<void> {
    const reader = value(await openArchive(archive))
    const file = await open(to, 'wx')
    const writer = writeArchive(file)
    for await (const { name, size, bytes } of reader.entries()) {
      await writer.add(name, size, name.includes(part) ? forged(bytes) : bytes)
    }
    await writer.seal(reader.manifest)
    await file.close()
  }

  async function* forged(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of bytes) {
      const text = Buffer.from(piece).toString('latin1')
      yield Buffer.from(
        text.replace(/yn (\d)/, 'ym $1').replace(/^(A l|lo)/, (a) => a.toUpperCase()),
        'latin1',
      )
    }
  }
})

describe('Where a backup cannot be restored', () => {
  it('names a file that is not there, and one that is no backup', async () => {
    const pool = await newDatabase('embedded')
    const missing = await restore({ pool, filesDir: newPlace(), from: join(folder, 'none.tar') })
    assert.equal(code(missing), 'archive-missing')
    const other = join(folder, 'photo.jpg')
    copyFileSync(process.execPath, other)
    assert.equal(
      code(await restore({ pool, filesDir: newPlace(), from: other })),
      'archive-cut-short',
    )
  })

  it('leaves an installation that is not empty as it is', async () => {
    const pool = await newDatabase('embedded')
    await pool.query('insert into voice.empty values (1)')
    const result = await restore({ pool, filesDir: newPlace(), from: archive })
    assert.equal(code(result), 'restore-not-empty')
    assert.equal((await pool.query('select from voice.empty')).rowCount, 1)
    const mayHold = ['voice.empty']
    value(await restore({ pool, filesDir: newPlace(), from: archive, mayHold }))
  })

  it('leaves a folder of files that is not empty as it is', async () => {
    const pool = await newDatabase('embedded')
    const target = newPlace()
    const stranger = `bb/${'0'.repeat(64)}`
    mkdirSync(join(target, 'bb'), { recursive: true })
    writeFileSync(join(target, stranger), 'mine')
    assert.equal(
      code(await restore({ pool, filesDir: target, from: archive })),
      'restore-not-empty',
    )
    assert.deepEqual(await listFiles(target), [stranger])
  })

  it('names the step that another version has', async () => {
    const pool = await newDatabase('embedded')
    await pool.query(`insert into plumbing.migrations values ('voice', 2, 'later', 'def')`)
    const target = newPlace()
    const result = await restore({ pool, filesDir: target, from: archive })
    assert.equal(code(result), 'archive-of-other-version')
    assert.ok(!result.ok && result.refusal.says.includes('step 2 of voice'))
    const migrateTo = async (run: Manifest['migrations']) => {
      assert.deepEqual(run, [{ room: 'voice', number: 1, digest: 'abc' }])
      await pool.query('delete from plumbing.migrations where number = 2')
      return { ok: true as const, value: null }
    }
    value(await restore({ pool, filesDir: target, from: archive, migrateTo }))
  })

  it('names the table that is not the same', async () => {
    const pool = await newDatabase('embedded')
    await pool.query('alter table voice.dropped add column more text')
    const result = await restore({ pool, filesDir: newPlace(), from: archive })
    assert.equal(code(result), 'archive-does-not-fit')
    assert.ok(!result.ok && result.refusal.says.includes('voice.dropped'))
  })

  it('names the rows that the database does not take, and keeps none', async () => {
    const pool = await newDatabase('embedded')
    await pool.query('alter table voice.no_key add check (length(words) < 100)')
    const restoring = restore({ pool, filesDir: newPlace(), from: archive })
    await assert.rejects(restoring, /violates check constraint/)
    assert.equal((await pool.query('select from voice.child')).rowCount, 0)
  })

  it('restores nothing on a full disk', async (t) => {
    const disk = mount(t, '1m')
    if (disk === null) return
    const pool = await newDatabase('embedded')
    const result = await restore({ pool, filesDir: join(disk, 'files'), from: archive })
    assert.equal(code(result), 'restore-no-space')
    assert.equal((await pool.query('select from voice.child')).rowCount, 0)
    assert.deepEqual(await listFiles(join(disk, 'files')), [])
  })

  it('finishes what was cut off after its files were placed', async () => {
    const pool = await newDatabase('embedded')
    const target = newPlace()
    keepFiles(target)
    value(await restore({ pool, filesDir: target, from: archive }))
  })
})

describe('The archive', () => {
  it('is for its owner only, and any tar program lists it', (t) => {
    assert.equal(statSync(archive).mode & 0o777, 0o600)
    if (!existsSync('/usr/bin/tar')) return t.diagnostic('Not run: there is no tar here')
    const names = execFileSync('tar', ['-tf', archive], { encoding: 'utf8' }).trim().split('\n')
    assert.deepEqual(names.slice(-2), ['manifest.json', 'seal.json'])
    assert.ok(names.some((name) => name.endsWith('voice.no_key/000002')))
  })
})
