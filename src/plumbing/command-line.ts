// The command line: what a command is, how its words are read, how it says what happened.
import { createInterface } from 'node:readline'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Refusal } from '../basics/index.ts'

export type CommandIo = {
  out(text: string): void
  err(text: string): void
  /** Shown on a terminal while long work goes on; silent elsewhere. */
  progress(done: number, total: number, what: string): void
  /** The next line that somebody types; null when nobody does. */
  answer?(): Promise<string | null>
}

export type ParsedArguments = {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
}

export type Command = {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** The whole help text: what it does, the options, an example. */
  readonly help: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  /** How many words it takes at most besides its options; as many as one likes unless it says. */
  readonly most?: number
  /** 0 done, 1 refused or failed, 2 called wrongly. */
  run(args: ParsedArguments, io: CommandIo): Promise<number>
}

/** The words of a refusal for a terminal. */
export const inWords = (refusal: Pick<Refusal, 'says' | 'next'>): string =>
  `${refusal.says} ${refusal.next}`

/** Runs the command that `words` name; `words` are what follows `coproduce`. */
export async function runCommand(
  commands: readonly Command[],
  words: readonly string[],
  io: CommandIo,
): Promise<number> {
  const [name = 'help', ...rest] = words
  if (['help', '--help', '-h'].includes(name)) {
    const about = commands.find((one) => one.name === rest[0])
    io.out(about?.help ?? listOf(commands))
    return 0
  }
  const command = commands.find((one) => one.name === name)
  if (command === undefined) {
    io.err(`There is no command ${name}. ${nearest(commands, name)}`)
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(command.help)
    return 0
  }
  const args = readWords(command, rest)
  if (typeof args !== 'string') return command.run(args, io)
  io.err(`${args} Run coproduce help ${name} to see what it takes.`)
  return 2
}

function readWords(command: Command, words: readonly string[]): ParsedArguments | string {
  try {
    const { positionals, values } = parseArgs({
      args: [...words],
      options: command.options,
      allowPositionals: true,
      strict: true,
    })
    const extra = positionals[command.most ?? positionals.length]
    if (extra !== undefined) return `${command.name} does not take ${extra}.`
    return { positionals, values: { ...values } }
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    const option = /'(-{1,2}[^' ]+)/.exec(message)?.[1] ?? ''
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
      return `${command.name} has no option ${option}.`
    }
    return `The option ${option} of ${command.name} is missing its value or has one too many.`
  }
}

function nearest(commands: readonly Command[], name: string): string {
  const close = commands.find((one) => one.name.startsWith(name.slice(0, 3)))
  const hint = close === undefined ? '' : `Did you mean ${close.name}? `
  return `${hint}Run coproduce help to see them all.`
}

const listOf = (commands: readonly Command[]): string =>
  [
    'Coproduce: sharing power in health and care.',
    '',
    'coproduce <command> [options]',
    '',
    ...commands.map((one) => `  ${one.name.padEnd(16)}${one.summary}`),
    '',
    'coproduce help <command> tells more about one.',
  ].join('\n')

/** A reader who has seen enough, such as `head`, closes the pipe: that is no mistake of ours. */
export function endWhenNobodyReads(out: NodeJS.WriteStream): void {
  out.on('error', (error: Error & { code?: string }) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
}

/** Says things on the terminal; progress only where somebody is looking. */
export const terminalIo = (
  out: NodeJS.WriteStream,
  err: NodeJS.WriteStream,
  typed: NodeJS.ReadableStream,
): CommandIo => ({
  answer: lineReader(typed),
  out: (text) => void out.write(`${text}\n`),
  err: (text) => void err.write(`${text}\n`),
  progress(done, total, what) {
    if (!err.isTTY || total === 0) return
    const percent = Math.floor((100 * done) / total)
    err.write(`\r${what}: ${percent} %${done >= total ? '\n' : ''}`)
  },
})

/** Between two answers the input is let go, so that it does not keep the program from ending. */
function lineReader(typed: NodeJS.ReadableStream): () => Promise<string | null> {
  const open = () => {
    const reader = createInterface({ input: typed })
    return { reader, lines: reader[Symbol.asyncIterator]() }
  }
  let held: ReturnType<typeof open> | null = null
  return async () => {
    held ??= open()
    held.reader.resume()
    const next = await held.lines.next()
    held.reader.pause()
    return next.done === true ? null : next.value
  }
}
