// Finds a Node.js of version 24 or later and hands the program to it; plain JavaScript for any.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const NEEDED = 24

/** The path of a suitable runtime, or null: this one if new enough, else that beside the code. */
export function findRuntime(version = process.versions.node, folder = root) {
  if (Number(version.split('.')[0]) >= NEEDED) return process.execPath
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const file = join(
    folder,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  return existsSync(file) ? file : null
}

/** Runs one script of ours under the runtime, passing signals on and the exit code back. */
export function runUnderRuntime(script, args) {
  const runtime = findRuntime()
  if (runtime === null) {
    process.stderr.write(
      `Coproduce needs Node.js ${NEEDED} or later and this is ${process.versions.node}. ` +
        'Run npm install in this folder (it brings the right Node.js), or install Node.js 24.\n',
    )
    process.exit(1)
  }
  const hook = pathToFileURL(join(root, 'bin', 'load-tsx.js')).href
  const child = spawn(runtime, ['--import', hook, script, ...args], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('error', (error) => {
    process.stderr.write(`Coproduce could not start Node.js at ${runtime}: ${error.message}\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code === null ? 1 : code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}
