// The command for authors of decision aids: check one, or build it into a page that stands alone.
import { type Day, startOfDay } from '../../../basics/index.ts'
import {
  type Command,
  type CommandIo,
  inWords,
  type ParsedArguments,
  readBytes,
  writeWhole,
} from '../../../plumbing/index.ts'
import { renderAlone } from '../../../web/index.ts'
import type { Aid } from '../../domain/aid/aid.ts'
import { type Compiled, compileAid } from '../../domain/aid/compile.ts'
import type { Met } from '../../domain/aid/criteria.ts'
import { ComparePage } from './compare-page.tsx'

export const aidCommand: Command = {
  name: 'aid',
  summary: 'check a decision aid, or build it into a page',
  help: `coproduce aid check <files…> [--json]
coproduce aid build <file> --out <file> [--json]

Checks the source text of decision aids by the criteria of IPDAS, and says what to mend at which
line. An aid is refused when its form is wrong or one of the six qualifying criteria is not met;
the others are reported. build writes a page that any browser opens, or the aid as JSON with
--json. Needs no database. How to write one stands in docs/how-to/write-a-decision-aid.md.

  coproduce aid check src/care/words/aids/sore-throat.aid
  coproduce aid build sore-throat.aid --out sore-throat.html

Ends with 0 when it can be built, 1 when it is refused or not read, 2 when called wrongly.`,
  options: { json: { type: 'boolean' }, out: { type: 'string' } },
  async run(args, io) {
    const [verb, ...files] = args.positionals
    if (verb === 'check' && files.length > 0) return checkFiles(files, args, io)
    if (verb === 'build' && files.length === 1) return build(files[0] ?? '', args, io)
    const what = verb === 'check' || verb === 'build' ? `which file to ${verb}` : 'check or build'
    io.err(`Say ${what}. Run coproduce help aid to see what it takes.`)
    return 2
  },
}

async function readCompiled(file: string, io: CommandIo): Promise<Compiled | null> {
  const opened = await readBytes(file)
  if (!opened.ok) {
    io.err(inWords(opened.refusal))
    return null
  }
  const chunks: Uint8Array[] = []
  for await (const chunk of opened.value()) chunks.push(chunk as Uint8Array)
  return compileAid(Buffer.concat(chunks).toString('utf8'))
}

async function checkFiles(
  files: readonly string[],
  args: ParsedArguments,
  io: CommandIo,
): Promise<number> {
  let code = 0
  for (const file of files) {
    const compiled = await readCompiled(file, io)
    if (compiled === null || compiled.aid === null) code = 1
    if (compiled === null) continue
    const { title, score, readingAge, findings } = compiled
    const report = { file, title, builds: compiled.aid !== null, score, readingAge, findings }
    if (args.values.json === true) io.out(JSON.stringify(report))
    else io.out(inLines(file, compiled))
  }
  return code
}

const part = (name: string, met: Met | null): string =>
  met === null ? '' : `, ${name} ${met.met} of ${met.of}`

function inLines(file: string, { aid, title, score, readingAge, findings }: Compiled): string {
  const { qualifying, certifying, screening, quality } = score
  const counted =
    part('qualifying', qualifying) +
    part('certifying', certifying) +
    part('screening', screening) +
    part('quality', quality)
  const age = readingAge === null ? '' : ` Reading age ${readingAge}.`
  return [
    `${title || file}: ${aid === null ? 'refused' : 'can be built'}${counted}.${age}`,
    ...findings.map((one) => `${file}:${one.line}: ${one.kind}: ${one.says} ${one.mend}`),
  ].join('\n')
}

async function build(file: string, args: ParsedArguments, io: CommandIo): Promise<number> {
  const out = args.values.out
  const asJson = args.values.json === true
  if (typeof out !== 'string' && !asJson) {
    io.err('Say where to write: --out <file>. Run coproduce help aid to see what it takes.')
    return 2
  }
  const compiled = await readCompiled(file, io)
  if (compiled === null) return 1
  const { aid } = compiled
  if (aid === null) {
    io.err(inLines(file, compiled))
    return 1
  }
  const text = asJson ? `${JSON.stringify(aid, null, 2)}\n` : aloneOf(aid, compiled)
  if (typeof out !== 'string') {
    io.out(text.trimEnd())
    return 0
  }
  const written = await writeWhole(out, oneChunk(text))
  if (!written.ok) {
    io.err(inWords(written.refusal))
    return 1
  }
  io.out(`${aid.title}, version ${aid.version}: ${written.value} bytes written to ${out}.`)
  return 0
}

async function* oneChunk(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text, 'utf8')
}

/** The same page to the byte for the same source: its moment is the day it was published. */
function aloneOf(aid: Aid, compiled: Compiled): string {
  const opened = { aid, compiled, latest: aid.version, withdrawn: null }
  const main = <ComparePage opened={opened} language={aid.language} mark={null} preview />
  const now = startOfDay((aid.published ?? '1970-01-01') as Day)
  return renderAlone({ title: aid.title, main }, aid.language, now)
}
