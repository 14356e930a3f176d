// The embedded database is started, shared, adopted and kept up.
import assert from 'node:assert/strict'
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import type { PostgresConnection } from '../../src/plumbing/embedded-postgres.ts'
import { processStarted } from '../../src/plumbing/postgres-lock.ts'
import {
  clearAway,
  keeper,
  newFolder,
  query,
  readyFolder,
  serverOf,
  value,
} from './embedded-postgres-fixture.ts'

after(clearAway)

/** The process of the connection that sleeps, once it does. */
async function sleeper(connection: PostgresConnection): Promise<number> {
  for (;;) {
    const sleeping = `select pid from pg_stat_activity where wait_event = 'PgSleep'`
    const [row] = await query(connection, sleeping)
    if (row !== undefined) return Number(row.pid)
    await rest()
  }
}

const rest = () => new Promise((done) => setTimeout(done, 20))

const ADDRESS = 'http://127.0.0.1:8080'

describe('A data folder that nobody has used', () => {
  it('gets a database that is durable and is reached by socket only', async () => {
    const dataDir = newFolder()
    const one = keeper({ dataDir, own: 'serve' })
    const { opened, owned } = await one.outcome
    assert.ok(opened)
    assert.equal(owned, true)
    assert.equal(opened.database, 'coproduce')
    const [settings] = await query(
      opened,
      `select current_setting('server_encoding') as encoding,
        current_setting('data_checksums') as checksums, current_setting('fsync') as fsync,
        current_setting('full_page_writes') as pages,
        current_setting('synchronous_commit') as commit,
        current_setting('listen_addresses') as addresses,
        (select datlocprovider::text || ' ' || datlocale from pg_database
         where datname = current_database()) as locale`,
    )
    assert.deepEqual(settings, {
      encoding: 'UTF8',
      checksums: 'on',
      fsync: 'on',
      pages: 'on',
      commit: 'on',
      addresses: '',
      locale: 'b C.UTF-8',
    })
    assert.equal(statSync(opened.host).mode & 0o777, 0o700)
    await one.stop()
  })
})

describe('A data folder in use', () => {
  it('refuses a second serve and says where the first one serves', async () => {
    const dataDir = await readyFolder()
    const first = keeper({ dataDir, own: 'serve', address: ADDRESS })
    await first.outcome
    const second = keeper({ dataDir, own: 'serve' })
    const { refused, says } = await second.outcome
    assert.equal(refused, 'already-running')
    assert.ok(says?.includes(ADDRESS))
    await first.stop()
  })

  it('lets a command in, and the command leaves the database running', async () => {
    const dataDir = await readyFolder()
    const first = keeper({ dataDir, own: 'serve' })
    const { opened } = await first.outcome
    assert.ok(opened)
    const command = keeper({ dataDir, own: 'command' })
    const joined = await command.outcome
    assert.equal(joined.owned, false)
    assert.deepEqual(joined.opened, opened)
    await command.stop()
    assert.equal(await value(opened, 'select 1'), '1')
    await first.stop()
  })

  it('tells a command that another command is working', async () => {
    const dataDir = await readyFolder()
    const first = keeper({ dataDir, own: 'command' })
    assert.equal((await first.outcome).owned, true)
    const second = keeper({ dataDir, own: 'command', patienceMs: 200 })
    assert.equal((await second.outcome).refused, 'command-running')
    await first.stop()
  })

  it('goes to exactly one of several starters at once, even over a dead lock', async () => {
    const dataDir = await readyFolder()
    const dead = { token: 'dead', pid: 2 ** 22 - 1, started: 'long ago', use: 'serve' }
    writeFileSync(join(dataDir, 'coproduce.lock'), JSON.stringify(dead))
    const starters = [1, 2, 3, 4].map(() => keeper({ dataDir, own: 'serve' }))
    const outcomes = await Promise.all(starters.map((one) => one.outcome))
    assert.equal(outcomes.filter((one) => one.owned === true).length, 1)
    assert.equal(outcomes.filter((one) => one.refused === 'already-running').length, 3)
    await starters[outcomes.findIndex((one) => one.owned === true)]?.stop()
  })
})

describe('A lock that was left behind', () => {
  it('does not count when its process number belongs to a later process', async () => {
    const dataDir = await readyFolder()
    const lock = {
      token: 'old',
      pid: process.pid,
      started: 'before',
      use: 'serve',
      address: ADDRESS,
    }
    writeFileSync(join(dataDir, 'coproduce.lock'), JSON.stringify(lock))
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n${dataDir}\n`)
    const one = keeper({ dataDir, own: 'serve' })
    assert.equal((await one.outcome).owned, true)
    await one.stop()
  })

  it('does not count when the power went before it was written', async () => {
    const dataDir = await readyFolder()
    writeFileSync(join(dataDir, 'coproduce.lock'), '')
    const one = keeper({ dataDir, own: 'command' })
    assert.equal((await one.outcome).owned, true)
    await one.stop()
  })
})

describe('A server whose keeper was killed', () => {
  it('is adopted with everything in it, and stopped in the end', async () => {
    const dataDir = await readyFolder()
    const first = keeper({ dataDir, own: 'serve', address: ADDRESS })
    const { opened } = await first.outcome
    assert.ok(opened)
    await query(opened, 'create table kept as select 1 as one')
    const pid = serverOf(dataDir)
    await first.kill()
    const second = keeper({ dataDir, own: 'serve' })
    const adopted = await second.outcome
    assert.equal(adopted.owned, true)
    assert.deepEqual(second.lines[0], { event: 'database-adopted', process: pid })
    assert.equal(await value(opened, 'select one from kept'), '1')
    await second.stop()
    assert.equal(processStarted(pid), null)
  })

  it('is adopted by a command, which then stops it', async () => {
    const dataDir = await readyFolder()
    const first = keeper({ dataDir, own: 'serve' })
    await first.outcome
    const pid = serverOf(dataDir)
    await first.kill()
    const command = keeper({ dataDir, own: 'command' })
    assert.equal((await command.outcome).owned, true)
    await command.stop()
    assert.equal(processStarted(pid), null)
  })

  it('is waited for while it mends itself after a crash of its own', async () => {
    const dataDir = await readyFolder()
    const first = keeper({ dataDir, own: 'serve' })
    const { opened } = await first.outcome
    assert.ok(opened)
    const rows =
      'insert into many select n, repeat(md5(n::text), 5) from generate_series(1, 100000) n'
    await query(opened, 'create table many (n integer, words text)')
    await query(opened, rows)
    const backend = query(opened, 'select pg_backend_pid() as pid, pg_sleep(60)').catch(() => null)
    const pid = await sleeper(opened)
    await first.kill()
    process.kill(pid, 'SIGKILL')
    const second = keeper({ dataDir, own: 'serve' })
    assert.equal((await second.outcome).owned, true)
    assert.equal(await value(opened, 'select count(*) from many'), '100000')
    await backend
    await second.stop()
  })

  it('is started again when it was killed as well', async () => {
    const dataDir = await readyFolder()
    const first = keeper({ dataDir, own: 'serve' })
    const { opened } = await first.outcome
    assert.ok(opened)
    await query(opened, 'create table kept as select 1 as one')
    process.kill(serverOf(dataDir), 'SIGSTOP')
    await first.kill()
    process.kill(serverOf(dataDir), 'SIGKILL')
    const second = keeper({ dataDir, own: 'serve' })
    assert.equal((await second.outcome).owned, true)
    assert.equal(await value(opened, 'select one from kept'), '1')
    await second.stop()
  })
})

describe('A server that dies while we run', () => {
  it('is started again, and what was committed is there', async () => {
    const dataDir = await readyFolder()
    const one = keeper({ dataDir, own: 'serve' })
    const { opened } = await one.outcome
    assert.ok(opened)
    await query(opened, 'create table kept as select 1 as one')
    const pid = serverOf(dataDir)
    process.kill(pid, 'SIGKILL')
    await one.until('database-died')
    while (!one.lines.some((line) => line.event === 'database-started' && line.process !== pid)) {
      await rest()
    }
    assert.equal(await value(opened, 'select one from kept'), '1')
    await one.stop()
  })
})

describe('A server that does not come back at once', () => {
  it('is tried again at longer and longer pauses until it does', async () => {
    const dataDir = await readyFolder()
    const one = keeper({ dataDir, own: 'serve' })
    const { opened } = await one.outcome
    assert.ok(opened)
    const control = join(dataDir, 'postgres', 'global', 'pg_control')
    renameSync(control, `${control}.away`)
    const pid = serverOf(dataDir)
    process.kill(pid, 'SIGKILL')
    const tries = () => one.lines.filter((line) => line.event === 'database-not-restarted')
    while (tries().length < 2) await rest()
    renameSync(`${control}.away`, control)
    while (!one.lines.some((line) => line.event === 'database-started' && line.process !== pid)) {
      await rest()
    }
    assert.deepEqual(
      tries()
        .slice(0, 2)
        .map(({ because, pauseMs }) => ({ because, pauseMs })),
      [
        { because: 'postgres-would-not-start', pauseMs: 100 },
        { because: 'postgres-would-not-start', pauseMs: 200 },
      ],
    )
    assert.equal(await value(opened, 'select 1'), '1')
    await one.stop()
  })
})

describe('The log of the server', () => {
  it('holds no statement, no value and no row, whatever goes wrong', async () => {
    const dataDir = await readyFolder()
    const one = keeper({ dataDir, own: 'serve' })
    const { opened } = await one.outcome
    assert.ok(opened)
    await query(opened, 'create table names (name text primary key)')
    await query(opened, `insert into names values ('Asha Secret')`)
    await assert.rejects(query(opened, `insert into names values ('Asha Secret')`))
    await assert.rejects(query(opened, `select 'Asha Secret'::integer`))
    const running = query(opened, `select 'Asha Secret', pg_sleep(60)`).catch(() => null)
    const pid = await sleeper(opened)
    process.kill(pid, 'SIGKILL')
    await running
    await one.stop()
    const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8')
    assert.match(log, /was terminated by signal 9/)
    assert.doesNotMatch(log, /Secret|select|insert/i)
  })
})
