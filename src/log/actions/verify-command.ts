// The command that checks: everything here, or a file that somebody holds.
import type { Refusal, Result } from '../../basics/index.ts'
import {
  type Command,
  type CommandIo,
  inWords,
  type ParsedArguments,
  readBytes,
  readWhole,
  type SigningKey,
} from '../../plumbing/index.ts'
import type { Log } from '../store/open-log.ts'
import { type FileKind, type VerifiedFile, verifyFile } from './verify-file.ts'
import { verifyLog } from './verify-log.ts'

type Work = (log: Log, keys: readonly SigningKey[]) => Promise<number>

/** Opens an installation, works on its log with its keys, and closes it. */
export type OpenLog = (io: CommandIo, work: Work) => Promise<number>

const help = `coproduce verify [<file>] [--key <public key>] [--from-facts] [--json]

Walks every chain of facts and every checkpoint, and names the first that does not hold.
With an archive from coproduce export, or a proof or a pack of evidence from the site, it checks
that instead, without any database.
--from-facts makes a pack of evidence again from the facts that are here, and says whether every
byte is the same, or what was erased since.
--key is the public key you trust, from where the checkpoints are published.

  coproduce verify
  coproduce verify asha.coproduce
  coproduce verify evidence-2026-01-01-2026-12-31-checkpoint-12.json --from-facts`

export const verifyCommand = (open: OpenLog, kinds: readonly FileKind[]): Command => ({
  name: 'verify',
  most: 1,
  summary: 'check that no fact was changed, lost or added behind our back',
  help,
  options: {
    json: { type: 'boolean' },
    key: { type: 'string' },
    'from-facts': { type: 'boolean' },
  },
  async run(args, io) {
    const [file] = args.positionals
    const fromFacts = args.values['from-facts'] === true
    if (file === undefined && fromFacts) {
      io.err('Say which pack of evidence. Run coproduce help verify to see what it takes.')
      return 2
    }
    if (file === undefined) return verifyHere(open, args, io)
    return fromFacts ? remake(open, kinds, file, args, io) : verifyHeld(kinds, file, args, io)
  },
})

const keyIn = ({ values }: ParsedArguments): string | null =>
  typeof values.key === 'string' && values.key !== '' ? values.key : null

const json = (io: CommandIo, value: unknown) => io.out(JSON.stringify(value))

const verifyHere = (open: OpenLog, args: ParsedArguments, io: CommandIo): Promise<number> =>
  open(io, async (log) => {
    const key = keyIn(args)
    const progress = (done: number, total: number) => io.progress(done, total, 'Verifying')
    const verified = await verifyLog(log, key === null ? { progress } : { firstKey: key, progress })
    const { facts, streams, checkpoints, broken } = verified
    if (args.values.json === true) json(io, verified)
    else if (broken !== null) io.out(`Does not hold: ${JSON.stringify(broken)}`)
    else io.out(`${facts} facts in ${streams} streams under ${checkpoints} checkpoints: all hold.`)
    return broken === null ? 0 : 1
  })

async function verifyHeld(
  kinds: readonly FileKind[],
  file: string,
  args: ParsedArguments,
  io: CommandIo,
): Promise<number> {
  const bytes = await readBytes(file)
  if (!bytes.ok) return refused(io, bytes.refusal)
  return sayVerified(await verifyFile(bytes.value, keyIn(args), kinds), args, io)
}

const MOST_MEGABYTES = 64

async function remake(
  open: OpenLog,
  kinds: readonly FileKind[],
  file: string,
  args: ParsedArguments,
  io: CommandIo,
): Promise<number> {
  const bytes = await readWhole(file, MOST_MEGABYTES)
  if (!bytes.ok) return refused(io, bytes.refusal)
  const text = Buffer.from(bytes.value).toString('utf8')
  const kind = kinds.find(({ format }) => text.includes(`"${format}"`)) ?? kinds[0]
  if (kind === undefined) return 2
  return open(io, async (log, keys) => sayVerified(await kind.remake(log, keys, text), args, io))
}

function sayVerified(verified: Result<VerifiedFile>, args: ParsedArguments, io: CommandIo): number {
  if (!verified.ok) return refused(io, verified.refusal)
  if (args.values.json === true) json(io, verified.value.detail)
  else io.out(verified.value.says)
  return 0
}

function refused(io: CommandIo, refusal: Refusal): number {
  io.err(inWords(refusal))
  return 1
}
