// Stopping: what was begun is answered, everything is put away; and what a kill leaves is taken up.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { processStarted } from '../../src/plumbing/postgres-lock.ts'
import { hiddenFields, type Visitor, visit } from '../client.ts'
import { postmasterOf, type SiteProcess } from '../site-process.ts'
import { serving } from './serving.ts'

const dataDir = await mkdtemp(join(tmpdir(), 'coproduce-runs-'))
after(() => rm(dataDir, { recursive: true, force: true }))

async function signIn(address: string): Promise<Visitor> {
  const visitor = visit(address)
  const { body } = await visitor.get('/sign-in')
  await visitor.post('/sign-in/demonstration', hiddenFields(body, '/sign-in/demonstration'))
  return visitor
}

/** Keeps everybody from reading sessions until `let` is called: whatever a visitor asks waits. */
async function holdUp(): Promise<{ let(): Promise<void>; waiting(): Promise<number> }> {
  const host = join(dataDir, 'socket')
  const client = new pg.Client({ host, user: 'coproduce', database: 'coproduce' })
  await client.connect()
  await client.query('begin; lock table identity.sessions, identity.session_tokens')
  return {
    async let() {
      await client.query('commit')
      await client.end()
    },
    async waiting() {
      const { rows } = await client.query(
        'select count(*)::int as n from pg_locks where not granted',
      )
      return rows[0].n
    },
  }
}

const until = async (holds: () => boolean | Promise<boolean>) => {
  while (!(await holds())) await sleep(20)
}

/** Asks for a page that cannot be answered yet, then asks the site to stop, twice. */
async function stopAmid(site: SiteProcess, visitor: Visitor) {
  const held = await holdUp()
  const asked = visitor.get('/promises')
  await until(async () => (await held.waiting()) > 0)
  site.process.kill('SIGTERM')
  await until(() => site.err().includes('"stopping"'))
  site.process.kill('SIGTERM')
  const refused = await fetch(`${site.address}/`).then(
    () => false,
    () => true,
  )
  await held.let()
  return { refused, answer: await asked, code: await site.ended }
}

describe('A site that is asked to stop', () => {
  it('answers what was asked before, takes no more, stops its database, ends with 0', async () => {
    const site = await serving({ DATA_DIR: dataDir })
    const visitor = await signIn(site.address)
    const database = await postmasterOf(dataDir)
    const { refused, answer, code } = await stopAmid(site, visitor)
    assert.equal(answer.status, 200)
    assert.match(answer.body, /<\/html>/)
    assert.equal(refused, true)
    assert.equal(code, 0)
    assert.equal(processStarted(database), null)
    assert.match(site.err(), /"stopping".*"stopped".*"database-stopped"[^\n]*\n$/s)
  })
})

describe('A site that was killed', () => {
  it('leaves a database that the next start takes over, with everybody signed in', async () => {
    const site = await serving({ DATA_DIR: dataDir })
    const visitor = await signIn(site.address)
    const { body } = await visitor.get('/promises')
    const database = await postmasterOf(dataDir)
    site.process.kill('SIGKILL')
    await site.ended
    assert.notEqual(processStarted(database), null)
    const port = Number(new URL(site.address).port)
    const next = await serving({ DATA_DIR: dataDir }, {}, port)
    assert.match(next.err(), new RegExp(`"database-adopted","process":${database}\\b`))
    const again = await visitor.get('/promises')
    assert.equal(again.status, 200)
    assert.equal(again.body.length, body.length)
    assert.equal(await next.stop(), 0)
    assert.equal(processStarted(database), null)
  })
})
