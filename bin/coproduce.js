#!/usr/bin/env node
// The command `coproduce`: starts src/main.ts under a suitable runtime.
import { fileURLToPath } from 'node:url'
import { runUnderRuntime } from './runtime.js'

runUnderRuntime(fileURLToPath(new URL('../src/main.ts', import.meta.url)), process.argv.slice(2))
