// The kill test: whatever is killed and whenever, what was acknowledged is there, once.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { verifyLog } from '../../src/log/index.ts'
import { openDatabase, openEmbeddedPostgres } from '../../src/plumbing/index.ts'
import { hiddenFields, type Visitor, visit } from '../client.ts'
import { freePort, postmasterOf, type SiteProcess, startSite } from '../site-process.ts'

const ROUNDS = 20
const dataDir = await mkdtemp(join(tmpdir(), 'coproduce-kill-'))
after(() => rm(dataDir, { recursive: true, force: true }))

/** Signs in as the first person of the demonstration. */
async function signIn(address: string): Promise<Visitor> {
  const visitor = visit(address)
  const { body } = await visitor.get('/sign-in')
  const hidden = hiddenFields(body, '/sign-in/demonstration')
  const answer = await visitor.post('/sign-in/demonstration', hidden)
  assert.equal(answer.status, 303, answer.body)
  return visitor
}

/**
 * Writes notes, one after another, until the site no longer answers; a note counts as
 * acknowledged once the answer to it has arrived. Each is sent again where no answer came.
 */
async function writeUntilKilled(visitor: Visitor, prefix: string, acknowledged: string[]) {
  for (let number = 0; ; number += 1) {
    const note = `${prefix}-${number}`
    try {
      const day = { 'day-day': '1', 'day-month': '1', 'day-year': '2020' }
      const fields = { kind: 'note', says: note, ...day }
      const answer = await visitor.fillIn('/record/add', '/record/add', fields)
      if (answer.status === 303) acknowledged.push(note)
      // Not kept, and told so: the database is away, or too much was asked for in a short time.
      else if ([429, 503].includes(answer.status)) await sleep(100)
      else assert.fail(`${answer.status}: ${answer.body}`)
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error
      return
    }
  }
}

const killed = (pid: number) => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It had gone already, which is what was wanted.
  }
}

/** Kills one or both; PostgreSQL alone is mended by the site, after which the site is killed. */
async function strike(site: SiteProcess, what: number, wait: number): Promise<void> {
  await sleep(wait)
  const server = await postmasterOf(dataDir).catch(() => null)
  if (what > 0 && server !== null) killed(server)
  if (what === 1) await sleep(400)
  site.process.kill('SIGKILL')
  await site.ended
}

describe(`After ${ROUNDS} rounds of killing Node.js, PostgreSQL or both at random moments`, () => {
  it('every acknowledged fact is there, none twice, and verify passes', async () => {
    const acknowledged: string[] = []
    const port = await freePort()
    for (let round = 0; round < ROUNDS; round += 1) {
      const site = await startSite({ DATA_DIR: dataDir }, port)
      const visitor = await signIn(site.address)
      const writing = writeUntilKilled(visitor, `round-${round}`, acknowledged)
      await strike(site, round % 3, 30 + Math.random() * 500)
      await writing
    }
    assert.ok(acknowledged.length > ROUNDS, `only ${acknowledged.length} notes were acknowledged`)
    const server = await openEmbeddedPostgres({ dataDir, own: 'command', log: () => {} })
    assert.ok(server.ok)
    const db = openDatabase({ connection: server.value.connection })
    const rows = await db.text<{ note: string; count: number }>(
      `select substring(body from 'round-\\d+-\\d+') as note, count(*)::int as count from log.facts
       where kind = 'entry-added' and body like '%round-%' group by 1`,
    )
    const counts = new Map(rows.map(({ note, count }) => [note, count]))
    assert.deepEqual(
      acknowledged.filter((note) => !counts.has(note)),
      [],
    )
    assert.deepEqual(
      rows.filter(({ count }) => count !== 1),
      [],
    )
    const verified = await verifyLog({ db })
    assert.equal(verified.broken, null)
    await db.close()
    await server.value.stop()
  })
})
