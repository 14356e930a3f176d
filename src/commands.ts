// Every command: what can be asked of Coproduce from a terminal.
import * as choice from '@coproduce/social-choice/command'
import {
  type Id,
  isId,
  type PersonId,
  parseNhsNumber,
  type Refusal,
  type Result,
} from './basics/index.ts'
import { aidCommand, readableDecisions } from './care/index.ts'
import { demoCommand, type Follow } from './demo/index.ts'
import { packFiles } from './evidence/index.ts'
import { findByNhsNumber } from './identity/index.ts'
import {
  eraseBody,
  knownOwner,
  type Log,
  makeCheckpoint,
  readCheckpoint,
  rebuild,
  verifyCommand,
} from './log/index.ts'
import {
  addSigningKey,
  backup,
  type Command,
  type CommandIo,
  inWords,
  type LogEvent,
  type ParsedArguments,
  restore,
  type Settings,
  type SigningKey,
  writeWhole,
} from './plumbing/index.ts'
import { type ImportRequest, importFiles, leaveWith, readableParts } from './record/index.ts'
import { readableFollows } from './voice/index.ts'

/** An installation that is open: what every command and page works on. */
export type Installation = {
  readonly settings: Settings
  /** Where this machine serves it; people may use another address, `settings.publicUrl`. */
  readonly address: string
  /** The folder of the program itself. */
  readonly root: string
  readonly event: LogEvent
  /** The folder that a backup carries beside the database: files and keys. */
  readonly keptDir: string
  /** Oldest first; makes the first one when there is none. */
  keys(): Promise<readonly SigningKey[]>
  readonly log: Log
  close(): Promise<void>
}

export type CommandParts = {
  open(own: 'serve' | 'command'): Promise<Result<Installation>>
  serve(installation: Installation, io: CommandIo): Promise<Result<void>>
  /** Carries out at once what follows from a fact. */
  follow(installation: Installation): Follow
}

export function commands(parts: CommandParts): readonly Command[] {
  return [
    serveCommand(parts),
    demoCommand((io, work) =>
      withInstallation(parts, io, (one) => work(one.log, parts.follow(one))),
    ),
    verifyCommand(
      (io, work) => withInstallation(parts, io, async (one) => work(one.log, await one.keys())),
      [packFiles],
    ),
    rebuildCommand(parts),
    exportCommand(parts),
    importCommand(parts),
    eraseCommand(parts),
    backupCommand(parts),
    restoreCommand(parts),
    checkpointCommand(parts),
    rotateKeyCommand(parts),
    aidCommand,
    choice.countBudgetCommand,
    choice.countElectionCommand,
    choice.drawPanelCommand,
    choice.mapOpinionCommand,
    choice.recountCommand,
  ]
}

/** Opens the installation, works on it, closes it, and says a refusal. */
async function withInstallation(
  parts: CommandParts,
  io: CommandIo,
  work: (installation: Installation) => Promise<number>,
  own: 'serve' | 'command' = 'command',
): Promise<number> {
  const opened = await parts.open(own)
  if (!opened.ok) return said(io, opened.refusal)
  try {
    return await work(opened.value)
  } finally {
    await opened.value.close()
  }
}

function said(io: CommandIo, refusal: Refusal): number {
  io.err(inWords(refusal))
  return 1
}

function missing(io: CommandIo, what: string, name: string): number {
  io.err(`Say ${what}. Run coproduce help ${name} to see what it takes.`)
  return 2
}

const textOf = (args: ParsedArguments, name: string): string | null => {
  const value = args.values[name]
  return typeof value === 'string' && value !== '' ? value : null
}

const serveCommand = (parts: CommandParts): Command => ({
  name: 'serve',
  most: 0,
  summary: 'serve the site, with its database unless DATABASE_URL names one',
  help: `coproduce serve

Serves the site at HOST and PORT (127.0.0.1 and 8080). Keeps everything in DATA_DIR (data), and
facts in the PostgreSQL that DATABASE_URL names, else in an embedded one in DATA_DIR.
DEMO=off leaves the demonstration out. Stop it with Ctrl+C or SIGTERM.

  PORT=9000 DATA_DIR=/srv/coproduce coproduce serve`,
  options: {},
  run: (_args, io) =>
    withInstallation(
      parts,
      io,
      async (installation) => {
        const served = await parts.serve(installation, io)
        return served.ok ? 0 : said(io, served.refusal)
      },
      'serve',
    ),
})

const rebuildCommand = (parts: CommandParts): Command => ({
  name: 'rebuild',
  most: 0,
  summary: 'make all lists and searches again from the facts',
  help: `coproduce rebuild

Empties every projection and makes it again by replaying the facts. Readers see the old rows
until it is done.`,
  options: {},
  run: (_args, io) =>
    withInstallation(parts, io, async ({ log }) => {
      const facts = await rebuild(log, (done, total) => io.progress(done, total, 'Rebuilding'))
      io.out(`Everything was made again from ${facts} facts.`)
      return 0
    }),
})

const exportCommand = (parts: CommandParts): Command => ({
  name: 'export',
  most: 0,
  summary: 'write everything a person has into one file',
  help: `coproduce export --person <id or NHS number> --out <file>

Writes everything of a person into one ZIP file: pages that any browser opens, their record as
FHIR bundles, every fact and file, and a signed list. Another installation can import it, and
coproduce verify <file> checks it anywhere. The person is told, and sees it under “Who looked”.

  coproduce export --person 9990000018 --out asha.zip`,
  options: { person: { type: 'string' }, out: { type: 'string' } },
  async run(args, io) {
    const person = textOf(args, 'person')
    const out = textOf(args, 'out')
    if (person === null) return missing(io, 'whose: --person <id or NHS number>', 'export')
    if (out === null) return missing(io, 'where to write: --out <file>', 'export')
    return withInstallation(parts, io, async ({ log, keys }) => {
      const owner = await personNamed(log, person)
      if (!owner.ok) return said(io, owner.refusal)
      const key = (await keys()).at(-1)
      if (key === undefined) throw new Error('An installation has a key from its first start')
      const more = [readableDecisions(log), readableFollows(log)]
      const left = await leaveWith(log, key, {
        person: owner.value,
        asker: null,
        where: 'coproduce export',
        readable: (looked, tx) => readableParts({ log, looked, language: 'en', more }, tx),
      })
      if (!left.ok) return said(io, left.refusal)
      const written = await writeWhole(out, left.value)
      if (!written.ok) return said(io, written.refusal)
      io.out(`${written.value} bytes written to ${out}.`)
      return 0
    })
  },
})

/** The person by their id, or by their NHS number. Refuses `owner-unknown`. */
async function personNamed(log: Log, named: string): Promise<Result<PersonId>> {
  const number = parseNhsNumber(named)
  const found = number.ok ? await findByNhsNumber(log.db, number.value) : null
  const owner = await knownOwner(log, (found ?? (isId(named) ? named : NOBODY)) as Id)
  return owner.ok ? { ok: true, value: owner.value as Id as PersonId } : owner
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

const importCommand = (parts: CommandParts): Command => ({
  name: 'import',
  summary: 'bring records in, or an archive that coproduce export wrote',
  help: `coproduce import <files…> [--person <id>] [--yes] [--rest] [--key <public key>] [--json]

Takes FHIR R4 files (bundles, lines of resources, single ones) into one person's record: shows
what is new, asks, and adds it. The person is named with --person, or found by the NHS number
in the file. --yes asks nothing. A file of which something cannot be read is left out whole;
--rest takes what can be read of it. What is in the record already is never added twice.

A file from coproduce export is checked and taken in whole, or not at all. It must be signed by
this installation, or with the key you name: take that from the site it comes from, at
/check/keys. Whoever has a key can say anything in such a file, so name none that you would not
trust with this. Roles that somebody held elsewhere end when they arrive here.

  coproduce import letters.json results.ndjson --person 01920000-0000-7000-8000-000000000001`,
  options: {
    person: { type: 'string' },
    yes: { type: 'boolean' },
    rest: { type: 'boolean' },
    json: { type: 'boolean' },
    key: { type: 'string' },
  },
  async run(args, io) {
    const files = args.positionals
    if (files.length === 0) return missing(io, 'which files', 'import')
    const person = textOf(args, 'person')
    if (person !== null && !isId(person)) {
      return missing(io, 'whose record: --person <id>', 'import')
    }
    const [yes, rest, json] = ['yes', 'rest', 'json'].map((name) => args.values[name] === true)
    const request = { files, person: person as PersonId | null, yes, rest, json } as ImportRequest
    return withInstallation(parts, io, async ({ log, keys }) => {
      const named = textOf(args, 'key')
      const own = (await keys()).map(({ publicKey }) => publicKey)
      return importFiles(log, request, named === null ? own : [...own, named], io)
    })
  },
})

const eraseCommand = (parts: CommandParts): Command => ({
  name: 'erase',
  most: 0,
  summary: 'erase the body of one fact, for a legal reason',
  help: `coproduce erase --fact <id> --officer <id> --reason <code>

Takes the body of one fact out of the database, with every row and file made from it. That it
was erased, by whom and why stays as a fact. Backups made before still hold it: destroy those.

Reasons: no-longer-needed, agreement-withdrawn, objection-upheld, unlawfully-held, legal-duty,
court-order.`,
  options: { fact: { type: 'string' }, officer: { type: 'string' }, reason: { type: 'string' } },
  async run(args, io) {
    const [fact, officer, reason] = ['fact', 'officer', 'reason'].map((name) => textOf(args, name))
    if (!isId(fact)) return missing(io, 'which fact: --fact <id>', 'erase')
    if (!isId(officer)) return missing(io, 'who decided it: --officer <id>', 'erase')
    if (!reason) return missing(io, 'why: --reason <code>', 'erase')
    return withInstallation(parts, io, async ({ log }) => {
      const done = await eraseBody(log, { fact: fact as Id, officer: officer as Id, reason })
      if (!done.ok) return said(io, done.refusal)
      io.out('Erased. The chain still verifies, and the erasure is a fact in it.')
      return 0
    })
  },
})

const checkpointCommand = (parts: CommandParts): Command => ({
  name: 'checkpoint',
  most: 0,
  summary: 'publish a signed statement of how everything stands now',
  help: `coproduce checkpoint

Makes a checkpoint now. One is made every night as well.`,
  options: {},
  run: (_args, io) =>
    withInstallation(parts, io, async ({ log, keys }) => {
      const one = readCheckpoint((await makeCheckpoint(log, await keys())).text)
      io.out(`Checkpoint ${one?.number} over ${one?.streams} streams, signed with ${one?.key}.`)
      return 0
    }),
})

const rotateKeyCommand = (parts: CommandParts): Command => ({
  name: 'rotate-key',
  most: 0,
  summary: 'begin to sign with a new key',
  help: `coproduce rotate-key

Makes a new signing key in DATA_DIR/kept/keys. The next checkpoint, signed with the old key,
names it, so that anybody can follow. Keep the old key: proofs that were given still rest on it.`,
  options: {},
  run: (_args, io) =>
    withInstallation(parts, io, async ({ log, keys, keptDir }) => {
      await keys()
      const fresh = await addSigningKey(`${keptDir}/keys`)
      await makeCheckpoint(log, await keys())
      io.out(`The new key is ${fresh.publicKey}. A checkpoint that names it has been made.`)
      return 0
    }),
})

const backupCommand = (parts: CommandParts): Command => ({
  name: 'backup',
  most: 0,
  summary: 'write the database, the files and the keys into one archive',
  help: `coproduce backup --out <file>

Writes everything into one archive while everything goes on. Keep it as you keep the database:
it holds all that people said, and the keys.

  coproduce backup --out /backups/coproduce-2026-11-23.tar`,
  options: { out: { type: 'string' } },
  async run(args, io) {
    const out = textOf(args, 'out')
    if (out === null) return missing(io, 'where to write: --out <file>', 'backup')
    return withInstallation(parts, io, async ({ log, keptDir }) => {
      const now = log.clock.now()
      const done = await backup({ pool: log.db.ownerPool, filesDir: keptDir, out, now })
      if (!done.ok) return said(io, done.refusal)
      const { rows, tables, files, bytes, damagedFiles } = done.value
      io.out(`${rows} rows of ${tables} tables and ${files} files: ${bytes} bytes in ${out}.`)
      for (const file of damagedFiles) io.err(`The file ${file} is not as it was kept.`)
      return 0
    })
  },
})

const restoreCommand = (parts: CommandParts): Command => ({
  name: 'restore',
  most: 1,
  summary: 'put a backup into an empty installation',
  help: `coproduce restore <file>

Puts a backup into the installation that DATA_DIR or DATABASE_URL names, which must be empty.
Everything is read back and compared before anything is kept: all of it, or nothing.`,
  options: {},
  async run(args, io) {
    const [from] = args.positionals
    if (from === undefined) return missing(io, 'which backup', 'restore')
    return withInstallation(parts, io, async ({ log, keptDir }) => {
      const done = await restore({ pool: log.db.ownerPool, filesDir: keptDir, from })
      if (!done.ok) return said(io, done.refusal)
      const { rows, tables, files, takenAt } = done.value
      io.out(`${rows} rows of ${tables} tables and ${files} files, as they were at ${takenAt}.`)
      return 0
    })
  },
})
