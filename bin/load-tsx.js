// Teaches the runtime to read .tsx: Node runs .ts as it is, views are turned into JavaScript here.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

// React is several times quicker when it knows that nobody is developing with it.
process.env.NODE_ENV ??= 'production'

let esbuild = null

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context)
    esbuild ??= process.getBuiltinModule('node:module').createRequire(import.meta.url)('esbuild')
    const file = fileURLToPath(url)
    const { code } = esbuild.transformSync(readFileSync(file, 'utf8'), {
      loader: 'tsx',
      jsx: 'automatic',
      sourcefile: file,
      sourcemap: 'inline',
      format: 'esm',
      target: 'node24',
    })
    return { format: 'module', source: code, shortCircuit: true }
  },
})
