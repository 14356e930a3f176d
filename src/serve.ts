// Serving: the site started, the jobs with it, and both stopped cleanly when asked.
import type { AddressInfo } from 'node:net'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { ok, type Result, refuse } from './basics/index.ts'
import type { Installation } from './commands.ts'
import { makeCheckpoint, REACTION_TASK } from './log/index.ts'
import {
  type CommandIo,
  hasCode,
  plumbingRefusals,
  recordAddress,
  startWorker,
  type Task,
  untilAskedToStop,
} from './plumbing/index.ts'
import { lapseDue } from './promises/index.ts'
import { type Happened, reactions } from './reactions.ts'
import { routes } from './routes.ts'
import { createServer } from './web/index.ts'

// Minutes past midnight, Coordinated Universal Time. @source design, section 4: a daily checkpoint; promises lapse when their day is over
const CRONTAB = '7 0 * * * checkpoint\n22 0 * * * lapse'

/** Serves until asked to stop. Refuses with `address-taken`. */
export async function serve(installation: Installation, io: CommandIo): Promise<Result<void>> {
  const { settings, log, event } = installation
  const metrics = new Registry()
  collectDefaultMetrics({ register: metrics })
  const app = await createServer({
    routes: routes(installation),
    findVisitor: async () => ({ kind: 'nobody' }),
    clock: log.clock,
    chance: log.chance,
    log: event,
    secure: settings.publicUrl?.startsWith('https:') ?? false,
    demonstration: settings.demonstration,
    navigation: () => [],
    metrics,
    databaseIsUp: () => log.db.isUp(),
  })
  try {
    await app.listen({ host: settings.host, port: settings.port })
  } catch (error) {
    await app.close()
    const { host, port } = settings
    if (hasCode(error, 'EADDRINUSE')) return refuse(plumbingRefusals.addressTaken, { host, port })
    if (hasCode(error, 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND')) {
      return refuse(plumbingRefusals.addressNotOurs, { host, port })
    }
    throw error
  }
  const { port } = app.server.address() as AddressInfo
  const shown = settings.host.includes(':') ? `[${settings.host}]` : settings.host
  const address = `http://${shown}:${port}`
  if (settings.databaseUrl === null) await recordAddress(settings.dataDir, address)
  const worker = await startWorker(log.db, tasks(installation), event, CRONTAB)
  io.out(`Coproduce is at ${settings.publicUrl ?? address}`)
  await untilAskedToStop()
  event('stopping')
  await app.close()
  await worker.stop()
  event('stopped')
  return ok(undefined)
}

function tasks(installation: Installation): Readonly<Record<string, Task>> {
  return {
    lapse: async () => {
      await lapseDue(installation.log)
    },
    checkpoint: async () => {
      await makeCheckpoint(installation.log, installation.keys)
    },
    [REACTION_TASK]: async (payload) => {
      const reaction = reactions.find((one) => one.name === payload.reaction)
      await reaction?.follow(installation, payload as unknown as Happened)
    },
  }
}
