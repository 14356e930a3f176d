// The only entry: reads the settings, opens the database, registers the rooms, starts what was asked.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ok, type Result } from './basics/index.ts'
import { commands, type Installation } from './commands.ts'
import { migrations as logMigrations, openLog } from './log/index.ts'
import {
  couldNotReach,
  DatabaseAway,
  eventLog,
  inWords,
  type LogEvent,
  migrate,
  openDatabase,
  openEmbeddedPostgres,
  openFiles,
  prepareJobs,
  readSettings,
  readSigningKeys,
  runCommand,
  type Settings,
  systemChance,
  systemClock,
  terminalIo,
} from './plumbing/index.ts'
import { reactions } from './reactions.ts'
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
    }),
    async close() {
      await db.close()
      await stop()
    },
  })
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
    if (error instanceof DatabaseAway) return couldNotReach(settings)
    throw error
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
    return ok({ connection: { connectionString: databaseUrl }, stop: async () => {} })
  }
  const opened = await openEmbeddedPostgres({ dataDir, own, log })
  return opened.ok ? ok({ connection: opened.value.connection, stop: opened.value.stop }) : opened
}

const all = commands({ open: openInstallation, serve })
process.exitCode = await runCommand(all, process.argv.slice(2), io).catch((error: unknown) => {
  if (!(error instanceof DatabaseAway)) throw error
  const settings = readSettings(process.env, process.cwd())
  io.err(settings.ok ? inWords(couldNotReach(settings.value).refusal) : inWords(settings.refusal))
  return 1
})
