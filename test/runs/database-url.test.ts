// Serving on a PostgreSQL of one's own, which may be small, away, or ahead of this version.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openEmbeddedPostgres } from '../../src/plumbing/index.ts'
import { getAlone, hiddenFields, type Visitor, visit } from '../client.ts'
import { startSystemPostgres } from '../plumbing/real-postgres.ts'
import { startTestPostgres } from '../postgres.ts'
import { coproduce } from '../site-process.ts'
import { notRun } from './checkout.ts'
import { ask, emptyDatabase, inDatabase, SECRET, wayTo } from './server.ts'
import { serving } from './serving.ts'

const folder = await mkdtemp(join(tmpdir(), 'coproduce-runs-'))
const shared = await startTestPostgres()
const dropped: (() => Promise<unknown>)[] = []
after(async () => {
  for (const drop of dropped) await drop()
  await shared.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Settings for a database, with a data folder of its own. */
const settingsFor = (databaseUrl: string, more: Readonly<Record<string, string>> = {}) => ({
  DATABASE_URL: databaseUrl,
  DATA_DIR: join(folder, `data-${dropped.length}`),
  ...more,
})

async function fresh(): Promise<string> {
  const { url, drop } = await emptyDatabase(shared.url)
  dropped.push(drop)
  return url
}

/** Signs in as the first of the demonstration and leaves one fact. */
async function leaveFact(address: string): Promise<Visitor> {
  const visitor = visit(address)
  const { body } = await visitor.get('/sign-in')
  const hidden = hiddenFields(body, '/sign-in/demonstration')
  assert.equal((await visitor.post('/sign-in/demonstration', hidden)).status, 303)
  const day = { 'day-day': '1', 'day-month': '1', 'day-year': '2020' }
  const fields = { kind: 'note', says: 'a note', ...day }
  const answer = await visitor.fillIn('/record/add', '/record/add', fields)
  assert.equal(answer.status, 303, answer.body)
  return visitor
}

/** Serves, keeps facts and verifies on a new server where our role may make no other. */
async function servesWithoutRoles(server: string): Promise<void> {
  await ask(server, 'create role small login nosuperuser nocreaterole')
  const { url } = await emptyDatabase(server, 'small')
  const settings = { DATABASE_URL: url, DATA_DIR: await mkdtemp(join(folder, 'small-')) }
  const site = await serving({ ...settings, DEMO: 'on' })
  await leaveFact(site.address)
  assert.equal(await site.stop(), 0, site.said())
  const notices = site.err().match(/"event":"facts-kept-by-the-program-alone"/g)
  assert.equal(notices?.length, 1, site.err())
  const verified = await coproduce(['verify'], settings)
  assert.equal(verified.code, 0, verified.said)
  assert.match(verified.out, /^\d{2,} facts in .* all hold\.\n$/)
}

describe('A role that may not make others', () => {
  it('serves and keeps facts on the PostgreSQL of this machine', async (t) => {
    const server = await startSystemPostgres()
    if (server === null) return notRun(t, 'no PostgreSQL 15 or later is installed')
    try {
      await servesWithoutRoles(server.connectionString)
    } finally {
      await server.stop()
    }
  })

  it('serves and keeps facts on the embedded version', async () => {
    const dataDir = join(folder, 'server')
    const server = await openEmbeddedPostgres({ dataDir, own: 'serve', log: () => {} })
    assert.ok(server.ok)
    try {
      const { host, user, database } = server.value.connection
      const at = `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host)}`
      await servesWithoutRoles(at)
    } finally {
      await server.value.stop()
    }
  })
})

describe('A role that may make others', () => {
  it('gives the program one that cannot change facts, and nothing is said', async () => {
    const url = await fresh()
    const site = await serving(settingsFor(url))
    const rights = `select has_table_privilege('coproduce_app', 'log.facts', 'insert') as adds,
      has_table_privilege('coproduce_app', 'log.facts', 'update') as changes`
    assert.deepEqual(await ask(url, rights), [{ adds: true, changes: false }])
    assert.equal(await site.stop(), 0)
    assert.doesNotMatch(site.err(), /facts-kept-by-the-program-alone/)
  })
})

describe('Two starters at once', () => {
  it('both serve on a database that was empty, with one demonstration town', async () => {
    const settings = settingsFor(await fresh(), { DEMO: 'on' })
    const sites = await Promise.all([serving(settings), serving(settings)])
    for (const { address } of sites) await leaveFact(address)
    const codes = await Promise.all(sites.map((site) => site.stop()))
    assert.deepEqual(codes, [0, 0])
    const names = `select count(*)::int as people, count(distinct name)::int as names
      from identity.people where name = 'Asha Patel'`
    assert.deepEqual(await ask(settings.DATABASE_URL, names), [{ people: 1, names: 1 }])
    const verified = await coproduce(['verify'], settings)
    assert.equal(verified.code, 0, verified.said)
  })
})

describe('A database that cannot be used at the start', () => {
  const refused = async (url: string): Promise<string> => {
    const { code, out, err } = await coproduce(['serve'], settingsFor(url))
    assert.deepEqual({ code, out }, { code: 1, out: '' }, err)
    assert.equal(err.split('\n').length, 2, err)
    assert.ok(!err.includes(SECRET))
    return err
  }

  it('because it is down: one sentence says where it was looked for', async () => {
    const way = await wayTo(shared.url)
    await way.cut()
    const { port } = new URL(way.url)
    assert.equal(
      await refused(way.url),
      `Could not reach PostgreSQL at 127.0.0.1:${port}. ` +
        'Start it, or unset DATABASE_URL to use the embedded database.\n',
    )
  })

  it('because it does not exist, or the role does not: one sentence says so', async () => {
    const missing = await refused(inDatabase(shared.url, 'nowhere'))
    assert.match(missing, /^PostgreSQL at .* did not let us in: there is no such database\. /)
    const role = await refused(inDatabase(shared.url, 'postgres', 'nobody-known'))
    assert.match(role, /^PostgreSQL at .* did not let us in: the role or its password .*\. /)
  })

  it('because the role may not make tables: one sentence says so', async () => {
    const url = await fresh()
    const name = new URL(url).pathname.slice(1)
    await ask(
      shared.url,
      `do $$ begin create role runs_guest login;
      exception when duplicate_object or unique_violation then null; end $$`,
    )
    const err = await refused(inDatabase(shared.url, name, 'runs_guest'))
    assert.match(err, /^PostgreSQL at .* did not let us make our tables/)
  })

  it('because a newer version has used it: it says what to do, and changes nothing', async () => {
    const url = await fresh()
    const settings = settingsFor(url)
    assert.equal((await coproduce(['verify'], settings)).code, 0)
    const later = `insert into plumbing.migrations (room, number, name, digest)
      values ('voice', 999, 'later', 'x')`
    await ask(url, later)
    const { code, out, err } = await coproduce(['serve'], settings)
    assert.deepEqual({ code, out }, { code: 1, out: '' })
    assert.equal(
      err,
      'A newer version has used the database: voice is at step 999, unknown here. ' +
        'Start that newer version, or restore a backup made by this one.\n',
    )
  })
})

describe('A database that goes away while the site runs', () => {
  it('gives a page with a reference to quote, and the site mends without a restart', async () => {
    const way = await wayTo(await fresh())
    const site = await serving(settingsFor(way.url, { DEMO: 'on' }))
    const visitor = await leaveFact(site.address)
    await way.cut()
    const page = await visitor.get('/promises')
    assert.equal(page.status, 503)
    const reference = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(page.body)?.[0]
    assert.ok(reference !== undefined && site.err().includes(reference))
    const health = await getAlone(`${site.address}/health`)
    assert.deepEqual(
      { status: health.status, body: await health.json() },
      { status: 503, body: { status: 'the database cannot be reached' } },
    )
    await way.mend()
    while ((await getAlone(`${site.address}/health`)).status !== 200) await sleep(100)
    await leaveFact(site.address)
    assert.equal((await visitor.get('/promises')).status, 200)
    assert.equal(await site.stop(), 0)
    assert.ok(!site.said().includes(SECRET))
    await way.cut()
  })
})
