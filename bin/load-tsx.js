// Teaches the runtime to read .tsx: Node runs .ts as it is, views are turned into JavaScript here.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire, enableCompileCache, registerHooks } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// React is several times quicker when it knows that nobody is developing with it.
process.env.NODE_ENV ??= 'production'

// What was made of a file before is kept, as each start would make it again. Where the folder
// cannot be written, all is made anew and nothing is said.
const kept = join(dirname(dirname(fileURLToPath(import.meta.url))), 'node_modules', '.cache')
enableCompileCache(join(kept, 'node'))

const require = createRequire(import.meta.url)
const settings = {
  loader: 'tsx',
  jsx: 'automatic',
  sourcemap: 'inline',
  format: 'esm',
  target: 'node24',
}
let made = null

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context)
    const file = fileURLToPath(url)
    const text = readFileSync(file, 'utf8')
    made ??= JSON.stringify([require('esbuild/package.json').version, settings])
    const key = createHash('sha256').update(`${made}\n${file}\n${text}`).digest('hex')
    const source = readKept(key) ?? keep(key, transform(text, file))
    return { format: 'module', source, shortCircuit: true }
  },
})

const transform = (text, file) =>
  require('esbuild').transformSync(text, { ...settings, sourcefile: file }).code

function readKept(key) {
  try {
    return readFileSync(join(kept, 'tsx', key), 'utf8')
  } catch {
    return null
  }
}

/** Written beside and moved, so that nobody reads half of it. */
function keep(key, code) {
  try {
    mkdirSync(join(kept, 'tsx'), { recursive: true })
    const beside = join(kept, 'tsx', `${key}.${process.pid}`)
    writeFileSync(beside, code)
    renameSync(beside, join(kept, 'tsx', key))
  } catch {
    // It will be made again.
  }
  return code
}
