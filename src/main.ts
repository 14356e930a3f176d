// The only entry: reads the settings, opens the database, starts what was asked.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ok, type Result } from './basics/index.ts'
import { commands, type Installation } from './commands.ts'
import { migrations as logMigrations, openLog } from './log/index.ts'
import {
  aboutError,
  type Database,
  endWhenNobodyReads,
  eventLog,
  inWords,
  isDatabaseLost,
  type LogEvent,
  migrate,
  openDatabase,
  openEmbeddedPostgres,
  openFiles,
  prepareJobs,
  readSettings,
  readSigningKeys,
  refusalOfDatabase,
  refusalOfDataDir,
  runCommand,
  type Settings,
  systemChance,
  systemClock,
  terminalIo,
} from './plumbing/index.ts'
import { followNow, reactions } from './reactions.ts'
import { rooms } from './rooms.ts'
import { serve } from './serve.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const io = terminalIo(process.stdout, process.stderr, process.stdin)

/** The role that may add facts and not change them; made by the first migration. */
const ROLE = 'coproduce_app'

/** Opens database, files, keys and log of the installation that the settings name. */
async function openInstallation(own: 'serve' | 'command'): Promise<Result<Installation>> {
  const settings = readSettings(process.env, process.cwd())
  if (!settings.ok) return settings
  const log = eventLog((line) => void process.stderr.write(line), systemClock.now)
  const server = await openServer(settings.value, own, own === 'serve' ? log : () => {})
  if (!server.ok) return server
  const { connection, stop } = server.value
  const prepared = await prepare(settings.value, connection)
  if (!prepared.ok) {
    await stop()
    return prepared
  }
  const db = openDatabase({ connection, role: ROLE })
  if (own === 'serve') await sayWhoKeepsFacts(db, log)
  const keptDir = join(settings.value.dataDir, 'kept')
  const chance = systemChance(systemClock)
  const files = openFiles(join(keptDir, 'files'), () => chance.hex(4))
  return ok({
    settings: settings.value,
    address: `http://${settings.value.host}:${settings.value.port}`,
    root,
    event: log,
    keptDir,
    keys: () => readSigningKeys(join(keptDir, 'keys')),
    log: openLog({
      db,
      clock: systemClock,
      chance,
      files,
      streams: rooms.flatMap((one) => one.streams),
      projections: rooms.flatMap((one) => one.projections),
      reactions,
      scratch: rooms.flatMap((one) => one.scratch),
      countedIn: rooms.flatMap((one) => one.countedIn ?? []),
    }),
    async close() {
      await db.close()
      await stop()
    },
  })
}

/** Where the role could not be made, nothing but the program keeps facts from being changed. */
async function sayWhoKeepsFacts(db: Database, log: LogEvent): Promise<void> {
  const [session] = await db.text<{ role: string }>('select current_user as role')
  if (session?.role !== ROLE) log('facts-kept-by-the-program-alone', { missingRole: ROLE })
}

/** Brings the tables up to date, as their owner. */
async function prepare(settings: Settings, connection: object): Promise<Result<void>> {
  const db = openDatabase({ connection })
  try {
    const steps = [...logMigrations, ...rooms.flatMap((one) => one.migrations)]
    const migrated = await migrate(db, steps)
    if (!migrated.ok) return migrated
    await prepareJobs(db, ROLE)
    return ok(undefined)
  } catch (error) {
    const refusal = refusalOfDatabase(error, settings)
    if (refusal === null) throw error
    return { ok: false, refusal }
  } finally {
    await db.close()
  }
}

type Server = { connection: object; stop(): Promise<void> }

async function openServer(
  settings: Settings,
  own: 'serve' | 'command',
  log: LogEvent,
): Promise<Result<Server>> {
  const { databaseUrl, dataDir } = settings
  if (databaseUrl !== null) {
    const refusal = await refusalOfDataDir(dataDir)
    if (refusal !== null) return { ok: false, refusal }
    return ok({ connection: { connectionString: databaseUrl }, stop: async () => {} })
  }
  const opened = await openEmbeddedPostgres({ dataDir, own, log })
  return opened.ok ? ok({ connection: opened.value.connection, stop: opened.value.stop }) : opened
}

/** What failed, in words; where nothing is known of it, its place in the code and no message. */
function sayFailure(error: unknown): number {
  const settings = readSettings(process.env, process.cwd())
  const refusal = settings.ok ? refusalOfDatabase(error, settings.value) : settings.refusal
  if (refusal !== null) io.err(inWords(refusal))
  else {
    io.err(
      'Coproduce stopped at a mistake of its own. What was recorded is safe. Report the next line.',
    )
    io.err(JSON.stringify(aboutError(error)))
  }
  return 1
}

// A message may quote a person, so none is ever printed with the place where it was thrown.
process.on('uncaughtException', (error) => process.exit(sayFailure(error)))
process.on('unhandledRejection', (error) => {
  if (!isDatabaseLost(error)) process.exit(sayFailure(error))
})

endWhenNobodyReads(process.stdout)
const all = commands({ open: openInstallation, serve, follow: followNow })
process.exitCode = await runCommand(all, process.argv.slice(2), io).catch(sayFailure)
