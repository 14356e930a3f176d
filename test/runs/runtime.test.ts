// Which Node.js runs the program: the machine's own if new enough, else the one beside the code.
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'
import { freshFolder } from '../database.ts'

const root = dirname(dirname(import.meta.dirname))
const carried = join('node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')

/** A folder with our starters, a script to start, and perhaps a Node.js beside them. */
async function checkout(withNode: boolean): Promise<string> {
  const folder = await freshFolder()
  cpSync(join(root, 'bin'), join(folder, 'bin'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'say.ts'), 'console.log(process.execPath); process.exitCode = 7')
  if (withNode) {
    mkdirSync(dirname(join(folder, carried)), { recursive: true })
    const script = `#!/bin/sh\necho carried; exec "${process.execPath}" "$@"\n`
    writeFileSync(join(folder, carried), script, { mode: 0o755 })
  }
  return folder
}

/** Starts the script as the Node.js of that version would. */
function start(folder: string, version: string) {
  const pretend = join(folder, 'pretend.cjs')
  const versions = `{ value: { ...process.versions, node: '${version}' } }`
  writeFileSync(pretend, `Object.defineProperty(process, 'versions', ${versions})`)
  const args = ['--require', pretend, join(folder, 'bin', 'run.js'), join(folder, 'say.ts')]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe('A machine whose Node.js is older than 24', () => {
  it('runs the program under the one that npm install brought', async () => {
    const { status, stdout, stderr } = start(await checkout(true), '23.11.1')
    assert.deepEqual({ status, stderr }, { status: 7, stderr: '' })
    assert.match(stdout, /^carried\n/)
  })

  it('is told in one sentence what to do when there is none', async () => {
    const { status, stdout, stderr } = start(await checkout(false), '14.21.3')
    assert.deepEqual({ status, stdout }, { status: 1, stdout: '' })
    assert.equal(
      stderr,
      'Coproduce needs Node.js 24 or later and this is 14.21.3. Run npm install in this folder ' +
        '(it brings the right Node.js), or install Node.js 24.\n',
    )
  })

  it('is told the same when what npm install brought cannot be started', async () => {
    const folder = await checkout(true)
    chmodSync(join(folder, carried), 0o644)
    const { status, stderr } = start(folder, '20.20.2')
    assert.equal(status, 1)
    assert.match(stderr, /^Coproduce could not start Node\.js at .*node: .*EACCES\n$/)
  })

  it('starts the commands for real, where this machine is one', (t) => {
    const path = (process.env.PATH ?? '').split(':').map((folder) => join(folder, 'node'))
    const old = path.find((file) => existsSync(file) && majorOf(file) < 24)
    if (old === undefined) return t.diagnostic('Not run: no Node.js older than 24 is installed')
    const said = execFileSync(old, [join(root, 'bin', 'coproduce.js'), 'help'], {
      encoding: 'utf8',
    })
    assert.match(said, /^Coproduce: sharing power/)
  })
})

const majorOf = (node: string): number =>
  Number(/^v(\d+)/.exec(execFileSync(node, ['--version'], { encoding: 'utf8' }))?.[1])

describe('A machine whose Node.js is 24 or later', () => {
  it('runs the program under its own, whatever npm install brought', async () => {
    for (const version of ['24.0.0', '26.1.0']) {
      const { status, stdout } = start(await checkout(true), version)
      assert.deepEqual({ status, stdout }, { status: 7, stdout: `${process.execPath}\n` })
    }
  })
})

describe('What an old Node.js reads', () => {
  const files = readdirSync(join(root, 'bin')).filter((name) => name !== 'load-tsx.js')
  const plain = (code: string) => {
    const at = (target: string) => transformSync(code, { target, format: 'esm' }).code
    return at('node14') === at('esnext')
  }

  it('holds no syntax that is younger than Node.js 14', () => {
    assert.ok(files.includes('coproduce.js') && files.includes('runtime.js'))
    for (const name of files) assert.ok(plain(readFileSync(join(root, 'bin', name), 'utf8')), name)
  })

  it('imports nothing that only a new one reads', () => {
    const found = files.flatMap((name) => [
      ...readFileSync(join(root, 'bin', name), 'utf8').matchAll(/from '(\.[^']*)'/g),
    ])
    const reached = found.map((one) => one[1])
    assert.deepEqual(new Set(reached), new Set(['./runtime.js']))
  })

  it('would be found out', () => {
    assert.equal(plain('let a; a ??= 1'), false)
    assert.throws(() => plain('await 1'), /[Tt]op-level await/)
  })
})

describe('The starter', () => {
  it('asks which file to run when it is not told', () => {
    const run = fileURLToPath(new URL('../../bin/run.js', import.meta.url))
    const { status, stderr } = spawnSync(process.execPath, [run], { encoding: 'utf8' })
    assert.equal(status, 2)
    assert.match(stderr, /^Say which file to run: /)
  })
})
