// Starting: as whom, from where and with how little the site is served, and that it is served once.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { coproduce, freePort, postmasterOf, type Running, runCoproduce } from '../site-process.ts'
import { can, copyCheckout, isRoot, notRun, withoutInstallScripts } from './checkout.ts'
import { serving } from './serving.ts'

const NOBODY = 65_534
const place = mkdtempSync(join(tmpdir(), 'coproduce runs '))
const checkout = join(place, 'my checkout')
const starter = join(checkout, 'bin', 'coproduce.js')

/** The machine's own Node.js, as somebody types it; any will do. */
const program = ['node', starter]

copyCheckout(checkout)
const links = withoutInstallScripts(checkout)
chmodSync(place, 0o700)

after(() => rmSync(place, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }))

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Asks for a page from inside the network that a process has for itself. */
const askFrom = (pid: number, address: string): string => {
  const script = `const answer = await fetch('${address}').catch(() => null)
    console.log(answer === null ? 'nothing' : answer.status + ' ' + (await answer.text()))`
  const inside = ['-t', String(pid), '-n', process.execPath, '--input-type=module', '-e', script]
  return execFileSync('nsenter', inside, { encoding: 'utf8' })
}

async function untilWellFrom(site: Running, address: string): Promise<string> {
  for (;;) {
    const { pid = 0, exitCode, signalCode } = site.process
    if (exitCode !== null || signalCode !== null) throw new Error(`It ended: ${site.said()}`)
    const said = askFrom(pid, address)
    if (said.startsWith('200')) return said
    await sleep(200)
  }
}

describe('A checkout below a folder closed to others, with spaces, without install scripts', () => {
  it('is one: the links of PostgreSQL are not there', (t) => {
    if (process.platform !== 'linux') return notRun(t, 'other systems have no such links')
    assert.ok(links > 0)
  })

  it('serves without any network but its own, by npm start, and ends by Ctrl+C', async (t) => {
    if (!can('unshare', '-n', 'ip', 'link', 'set', 'lo', 'up')) {
      return notRun(t, 'this machine does not let us take its network away')
    }
    const dataDir = join(place, 'data of root')
    const port = String(await freePort())
    const alone = ['unshare', '-n', 'sh', '-c', 'ip link set lo up; exec npm start --silent']
    const site = runCoproduce(
      [],
      { PORT: port, DATA_DIR: dataDir },
      {
        program: alone,
        cwd: checkout,
        ownGroup: true,
      },
    )
    const pid = site.process.pid ?? 0
    const address = `http://127.0.0.1:${port}`
    assert.match(await untilWellFrom(site, `${address}/health`), /"ok"/)
    assert.match(askFrom(pid, address), /^200 <!DOCTYPE html>/)
    assert.match(askFrom(pid, 'http://192.0.2.1'), /^nothing/)
    const database = await postmasterOf(dataDir)
    // A terminal sends Ctrl+C to npm, to the starter and to the program alike.
    process.kill(-pid, 'SIGINT')
    await site.ended
    assert.match(site.err(), /"event":"database-stopped"/)
    assert.equal(isRunning(database), false)
  })

  it('serves an ordinary user; a second start is told that it runs, and where', async (t) => {
    const uid = isRoot ? NOBODY : (process.getuid?.() ?? 0)
    if (!isRoot) notRun(t, 'as root: this is not root')
    if (isRoot) chownSync(place, NOBODY, NOBODY)
    const dataDir = join(place, 'data of nobody')
    const settings = { DATA_DIR: dataDir, HOME: '/nonexistent' }
    const as = { program, uid, cwd: checkout }
    const site = await serving(settings, as)
    const second = await coproduce(['serve'], { ...settings, PORT: '0' }, as)
    assert.deepEqual({ code: second.code, out: second.out }, { code: 1, out: '' })
    assert.ok(second.err.includes(`already running on ${dataDir}: it serves ${site.address}`))
    assert.equal(second.err.split('\n').length, 2)
    assert.equal(await site.stop(), 0)
  })
})

describe('An address that is taken', () => {
  it('is named, with what to do, and the database is stopped again', async () => {
    const dataDir = join(place, 'data of the second')
    const server = createServer()
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const { port } = server.address() as { port: number }
    const second = await coproduce(['serve'], { DATA_DIR: dataDir, PORT: String(port) })
    server.close()
    assert.deepEqual({ code: second.code, out: second.out }, { code: 1, out: '' })
    const says = `Something already answers at 127.0.0.1 port ${port}. Stop it, or choose another`
    assert.ok(second.err.includes(says))
    assert.match(second.err, /"event":"database-stopped"/)
    await assert.rejects(postmasterOf(dataDir))
  })

  it('is not ours to serve at: that is said as well', async () => {
    const settings = { DATA_DIR: join(place, 'data of the second'), HOST: '192.0.2.1', DEMO: 'off' }
    const { code, err } = await coproduce(['serve'], settings)
    assert.equal(code, 1)
    assert.match(
      err,
      /This machine cannot serve at 192\.0\.2\.1 port 8080\. Set HOST to an address/,
    )
  })
})
