// Runs any TypeScript or JavaScript file of the project under a suitable runtime.
import { resolve } from 'node:path'
import { runUnderRuntime } from './runtime.js'

const [script, ...args] = process.argv.slice(2)
if (script === undefined) {
  process.stderr.write('Say which file to run: node bin/run.js <file> [arguments]\n')
  process.exit(2)
}
runUnderRuntime(resolve(script), args)
