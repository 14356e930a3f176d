// Serving: the site started, the jobs with it, and both stopped cleanly when asked.
import type { AddressInfo } from 'node:net'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { type Id, ok, type PersonId, type Result, refuse } from './basics/index.ts'
import {
  askReviews,
  releaseAgain,
  releaseCareNumbers,
  releaseTogether,
  remindOfForms,
  shipAids,
} from './care/index.ts'
import type { Installation } from './commands.ts'
import {
  demonstrationPeople,
  growDemonstrationTown,
  makeDemonstrationTown,
  refusalOfTown,
} from './demo/index.ts'
import {
  type DemonstrationPerson,
  findVisitor,
  firstAdministratorCode,
  forgetOldDrafts,
  forgetOldSessions,
} from './identity/index.ts'
import { findCheckpoint, makeCheckpoint, REACTION_TASK } from './log/index.ts'
import {
  aboutError,
  type CommandIo,
  hasCode,
  oneStarter,
  openIdProvider,
  plumbingRefusals,
  readClientKey,
  recordAddress,
  type Settings,
  type SignInProvider,
  startWorker,
  type Task,
  untilAskedToStop,
} from './plumbing/index.ts'
import { lapseDue } from './promises/index.ts'
import { followNow, type Happened, reactions } from './reactions.ts'
import { forgetOldPreviews, LAPSE_TASK, lapseRequest } from './record/index.ts'
import { navigation, routes } from './routes.ts'
import {
  LAPSE_QUERY_TASK,
  lapseQuery,
  needsFlags,
  watchProxies,
  whoStillActs,
} from './sharing/index.ts'
import {
  ALERT_TASK,
  alertByJob,
  COUNT_TASK,
  countArea,
  countAreasAgain,
  forgetOldPhotos,
  releaseLastMonth,
  tellOfFinds,
  watchComplaints,
} from './voice/index.ts'
import { createServer } from './web/index.ts'

// Minutes past midnight, Coordinated Universal Time: promises lapse when their day is over.
// @source design, section 4: a daily checkpoint
const CRONTAB = [
  '7 0 * * * checkpoint',
  '22 0 * * * lapse',
  '27 0 * * * complaints',
  '32 0 * * * proxies',
  '35 0 * * * reviews',
  '42 7 * * * remind-of-forms',
  '37 0 * * * forget-old',
  '12 4 * * * count-areas',
  '52 0 1 * * monthly-figures',
  '40 6 * * * follow-daily',
  '50 6 * * 1 follow-weekly',
].join('\n')

/** Serves until asked to stop. Refuses with `address-taken`. */
export async function serve(installation: Installation, io: CommandIo): Promise<Result<void>> {
  const { settings, log, event } = installation
  const provider = await openProvider(settings)
  if (!provider.ok) return provider
  const people = await openDemonstration(installation)
  if (!people.ok) return people
  await shipAids(log)
  const metrics = new Registry()
  collectDefaultMetrics({ register: metrics })
  const app = await createServer({
    routes: routes({
      log,
      keys: installation.keys,
      provider: provider.value,
      demonstrationPeople: people.value,
    }),
    findVisitor: whoStillActs(log, findVisitor(log)),
    flags: needsFlags(log),
    clock: log.clock,
    chance: log.chance,
    log: event,
    proxyHops: settings.proxyHops,
    secure: settings.publicUrl?.startsWith('https:') ?? false,
    demonstration: settings.demonstration,
    navigation,
    signInOrigins: provider.value === null ? [] : [provider.value.origin],
    metrics,
    databaseIsUp: () => log.db.isUp(),
  })
  // From before the first page: whoever sees one may stop the site at once.
  const askedToStop = untilAskedToStop()
  try {
    await app.listen({ host: settings.host, port: settings.port })
  } catch (error) {
    await app.close()
    const { host, port } = settings
    if (hasCode(error, 'EADDRINUSE')) return refuse(plumbingRefusals.addressTaken, { host, port })
    if (hasCode(error, 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL')) {
      return refuse(plumbingRefusals.addressNotOurs, { host, port })
    }
    throw error
  }
  const { port } = app.server.address() as AddressInfo
  const shown = settings.host.includes(':') ? `[${settings.host}]` : settings.host
  const address = `http://${shown}:${port}`
  if (settings.databaseUrl === null) await recordAddress(settings.dataDir, address)
  const worker = await startWorker(log.db, tasks(installation), event, CRONTAB)
  await sayFirstCode(installation, io)
  io.out(`Coproduce is at ${settings.publicUrl ?? address}`)
  const growth = growInBackground(installation, io)
  await askedToStop
  event('stopping')
  await app.close()
  await growth.stop()
  await worker.stop()
  event('stopped')
  return ok(undefined)
}

/** The provider of sign-in that the settings name; refuses with `file-not-read` without its key. */
async function openProvider(settings: Settings): Promise<Result<SignInProvider | null>> {
  const { signIn, publicUrl, host, port } = settings
  if (signIn === null) return ok(null)
  const key = await readClientKey(signIn.clientKeyFile)
  if (!key.ok) return key
  const site = publicUrl ?? `http://${host}:${port}`
  const { issuer, clientId } = signIn
  const returnAddress = `${site}/sign-in/return`
  return ok(openIdProvider({ issuer, clientId, clientKey: key.value, returnAddress }))
}

/** The named people of the demonstration town, made where they are missing; null outside one. */
async function openDemonstration(
  installation: Installation,
): Promise<Result<readonly DemonstrationPerson[] | null>> {
  const { settings, log } = installation
  if (!settings.demonstration) return ok(null)
  const refusal = await refusalOfTown(log)
  if (refusal !== null) return { ok: false, refusal }
  // Two starters at once would make it twice and meet in the middle.
  await log.db.transaction(async (tx) => {
    await oneStarter(tx)
    await makeDemonstrationTown(log, { follow: followNow(installation) })
  })
  // Packs of evidence are held to a checkpoint, and nobody who looks around waits for the night.
  const checkpoint = await findCheckpoint(log.db, null)
  if (checkpoint === null) await makeCheckpoint(log, await installation.keys())
  return ok(demonstrationPeople)
}

/**
 * The rest of the town, street by street, while the site is up already; says when it is there.
 * Gives what stops it, which a later start takes up again.
 */
function growInBackground({ settings, log, event }: Installation, io: CommandIo) {
  const stopping = new AbortController()
  const growing = { people: settings.demonstrationPeople, stop: stopping.signal, atOnce: 1 }
  const growth = settings.demonstration
    ? growDemonstrationTown(log, growing).then(
        ({ people, entries }) => {
          if (people > 0) io.out(`${people} neighbours and ${entries} entries came to the town.`)
        },
        (error) => event('town-not-grown', aboutError(error)),
      )
    : Promise.resolve()
  return {
    async stop() {
      stopping.abort()
      await growth
    },
  }
}

/** A new installation has no administrator: whoever reads this terminal becomes the first. */
async function sayFirstCode({ log, settings }: Installation, io: CommandIo): Promise<void> {
  if (settings.demonstration) return
  const code = await firstAdministratorCode(log)
  if (code === null) return
  io.out(`No administrator yet. Open /first-administrator and enter this code: ${code}`)
}

function tasks(installation: Installation): Readonly<Record<string, Task>> {
  return {
    'forget-old': async () => {
      await forgetOldSessions(installation.log)
      await forgetOldDrafts(installation.log.db, installation.log.clock.now())
      await forgetOldPreviews(installation.log)
      await forgetOldPhotos(installation.log)
    },
    lapse: async () => {
      await lapseDue(installation.log)
    },
    [LAPSE_TASK]: async ({ owner, stream }) => {
      const place = { person: owner as PersonId, request: stream as Id }
      await lapseRequest(installation.log, place)
    },
    [LAPSE_QUERY_TASK]: async ({ owner, stream }) => {
      await lapseQuery(installation.log, { person: owner as PersonId, query: stream as Id })
    },
    complaints: async () => {
      await watchComplaints(installation.log)
    },
    'monthly-figures': async () => {
      await releaseLastMonth(installation.log)
      await releaseTogether(installation.log)
      await releaseAgain(installation.log)
      await releaseCareNumbers(installation.log)
    },
    reviews: async () => {
      await askReviews(installation.log)
    },
    'follow-daily': async () => {
      await tellOfFinds(installation.log, 'daily')
    },
    'follow-weekly': async () => {
      await tellOfFinds(installation.log, 'weekly')
    },
    'remind-of-forms': () => remindOfForms(installation.log),
    'count-areas': () => countAreasAgain(installation.log),
    [COUNT_TASK]: ({ place }) => countArea(installation.log, place as Id),
    [ALERT_TASK]: (payload) => alertByJob(installation.log, payload),
    proxies: async () => {
      await watchProxies(installation.log)
    },
    checkpoint: async () => {
      await makeCheckpoint(installation.log, await installation.keys())
    },
    [REACTION_TASK]: async (payload) => {
      const reaction = reactions.find((one) => one.name === payload.reaction)
      await reaction?.follow(installation, payload as unknown as Happened)
    },
  }
}
