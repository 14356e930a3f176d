// Everything that must hold, in one run: types, lint, dead code, and every test there is.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { needChromium } from '../test/browser.ts'
import { startTestPostgres, TEST_POSTGRES } from '../test/postgres.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const hook = pathToFileURL(join(root, 'bin', 'load-tsx.js')).href

/** Runs a program with our runtime first on the path; true when it ended well. */
function run(title: string, program: string, args: readonly string[], more = {}): boolean {
  process.stdout.write(`\n— ${title}\n`)
  const path = `${dirname(process.execPath)}:${process.env.PATH}`
  const env = { ...process.env, ...more, PATH: path }
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', env })
  if (error !== undefined) process.stderr.write(`${program} did not start: ${error.message}\n`)
  return status === 0
}

const inNode = (title: string, script: string, ...args: readonly string[]) =>
  run(title, process.execPath, [join(root, 'node_modules', script), ...args])

async function runTests(files: readonly string[]): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'coproduce-run-'))
  const postgres = await startTestPostgres()
  try {
    const args = ['--import', hook, '--test', '--test-concurrency=2', '--test-timeout=300000']
    const more = { [TEST_POSTGRES]: postgres.url }
    return run('tests', process.execPath, [...args, '--test-reporter=spec', ...files], more)
  } finally {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const wanted = process.argv.slice(2)
const files =
  wanted.length > 0
    ? wanted.map((file) => resolve(file))
    : globSync(['test/**/*.test.{ts,tsx}', 'packages/*/test/**/*.test.{ts,tsx}'], {
        cwd: root,
      }).sort()

// Found or installed before anything else, so that a missing browser is said at once.
needChromium()
const checks =
  wanted.length > 0 ||
  [
    inNode('types', 'typescript/bin/tsc', '--noEmit', '-p', '.'),
    inNode('format and lint', '@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
    inNode('unused code', 'knip/bin/knip.js', '--no-progress'),
  ].every(Boolean)
const tests = await runTests(files)
if (!checks) process.stderr.write('\nTypes, lint or unused code did not hold: see above.\n')
process.exitCode = checks && tests ? 0 : 1
