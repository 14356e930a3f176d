// What a command of the library is: a name, help that teaches, and a run that returns an exit code.
import type { ParseArgsConfig } from 'node:util'

export type CommandIo = {
  out(text: string): void
  err(text: string): void
  /** Shown on a terminal while long work goes on; silent elsewhere. */
  progress(done: number, total: number, what: string): void
}

export type ParsedArguments = {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
}

export type Command = {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** The whole help text: what it does, the options, at least one example. */
  readonly help: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  /** 0 done, 1 refused or failed, 2 called wrongly. */
  run(args: ParsedArguments, io: CommandIo): Promise<number>
}
