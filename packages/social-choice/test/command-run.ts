// A command of the library run as a terminal would run it: its words in, what it says out.
import { parseArgs } from 'node:util'
import type { Command } from '../src/command/command.ts'

export type CommandEnd = { code: number; out: string; err: string }

/** Runs a command with these words; progress is silent. */
export const runOf =
  (command: Command) =>
  async (...args: string[]): Promise<CommandEnd> => {
    const parsed = parseArgs({ args, options: command.options, allowPositionals: true })
    let out = ''
    let err = ''
    const code = await command.run(parsed, {
      out: (text) => {
        out += text
      },
      err: (text) => {
        err += text
      },
      progress: () => {},
    })
    return { code, out, err }
  }
