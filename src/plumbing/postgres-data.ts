// The folders of the embedded PostgreSQL: its data, made once, and the one for its socket.
import { createHash } from 'node:crypto'
import {
  access,
  chmod,
  chown,
  constants,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ok, type Refusal, type Result, refuse } from '../basics/index.ts'
import { type Binaries, type Runner, runProgram } from './postgres-binaries.ts'
import { codeOf } from './postgres-lock.ts'
import { refusals } from './refusals.ts'

export const USER = 'coproduce'

/**
 * The longest socket path that every system takes, in bytes.
 * @source unix(7): 108 with the end mark; macOS 104
 */
const LONGEST_SOCKET_PATH = 103

/** The data folder, made if need be, by its real path. */
export async function prepareDataDir(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const folder = await realpath(dataDir)
  await readdir(folder)
  return folder
}

/** Makes the data folder where it is missing, and gives the refusal where it cannot be used. */
export async function refusalOfDataDir(dataDir: string): Promise<Refusal | null> {
  try {
    await access(await prepareDataDir(dataDir), constants.W_OK)
    return null
  } catch (error) {
    const refusal = refusalOfSystem(error, dataDir)
    if (refusal === null) throw error
    return refusal
  }
}

/** PostgreSQL's own folder in the data folder. */
export const clusterOf = (dataDir: string): string => join(dataDir, 'postgres')

/** The user who owns PostgreSQL's folder, or null when there is none. */
export const ownerOfCluster = (dataDir: string): Promise<number | null> =>
  stat(clusterOf(dataDir)).then(
    ({ uid }) => uid,
    () => null,
  )

/**
 * Makes PostgreSQL's folder when there is none: beside its place first, so that a start that is
 * cut short leaves nothing that looks whole.
 * Refuses with `data-folder-of-another-version`, `data-folder-not-postgres`, `data-folder-full`
 * and `postgres-would-not-start`.
 */
export async function prepareCluster(binaries: Binaries, dataDir: string): Promise<Result<void>> {
  const cluster = clusterOf(dataDir)
  const { user } = binaries.runner
  if (user !== null) await chmod(dataDir, (await stat(dataDir)).mode | 0o011)
  const found = await versionOf(cluster)
  if (found === null) return initialise(binaries, dataDir)
  if (found === 'none') return refuse(refusals.dataFolderNotPostgres, { folder: cluster })
  if (found !== binaries.major) {
    const words = { folder: cluster, found, expected: binaries.major }
    return refuse(refusals.dataFolderOfAnotherVersion, words)
  }
  // The data were root's through a namespace, and now an ordinary user must hold them.
  if (user !== null && (await stat(cluster)).uid !== user.uid) await give(cluster, user)
  return ok(undefined)
}

/** The major version that made the folder; `none`: something else is in it; null: nothing is. */
async function versionOf(cluster: string): Promise<number | 'none' | null> {
  const text = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch((error) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  if (text !== null) return Number.parseInt(text, 10)
  const entries = await readdir(cluster).catch(() => [])
  return entries.length > 0 ? 'none' : null
}

async function initialise(binaries: Binaries, dataDir: string): Promise<Result<void>> {
  const draft = `${clusterOf(dataDir)}.new`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  const { user } = binaries.runner
  if (user !== null) await chown(draft, user.uid, user.gid)
  const { code, out } = await runProgram(binaries, 'initdb', [
    `--pgdata=${draft}`,
    `--username=${USER}`,
    // Only a process that can reach the socket's folder can connect, and that is only ours.
    '--auth=trust',
    '--encoding=UTF8',
    // The built-in locale sorts the same on every machine and needs none of the system's.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--data-checksums',
    '--no-instructions',
  ])
  if (code !== 0) {
    await rm(draft, { recursive: true, force: true })
    return refuseByWords(out, dataDir)
  }
  await rmdir(clusterOf(dataDir)).catch(() => {})
  await rename(draft, clusterOf(dataDir))
  const folder = await open(dataDir, 'r')
  await folder.sync().finally(() => folder.close())
  return ok(undefined)
}

async function give(path: string, user: NonNullable<Runner['user']>): Promise<void> {
  await chown(path, user.uid, user.gid)
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inner = join(path, entry.name)
    if (entry.isDirectory()) await give(inner, user)
    else if (entry.isFile()) await chown(inner, user.uid, user.gid)
  }
}

/**
 * A folder for the socket that only the server's user may enter: in the data folder, or, where
 * that path is too long, a short one named after it among the temporary files.
 * Refuses with `socket-folder`.
 */
export async function prepareSocketFolder(
  dataDir: string,
  { user }: Runner,
): Promise<Result<string>> {
  const key = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const uid = user?.uid ?? process.getuid?.() ?? 0
  const candidates = [
    join(dataDir, 'socket'),
    ...[tmpdir(), '/tmp'].map((parent) => join(parent, `coproduce-${uid}-${key}`)),
  ].filter((folder) => Buffer.byteLength(`${folder}/.s.PGSQL.5432`) <= LONGEST_SOCKET_PATH)
  for (const folder of candidates) {
    await mkdir(folder, { mode: 0o700 }).catch(() => {})
    const found = await lstat(folder).catch(() => null)
    const mine = found?.uid === uid || found?.uid === process.getuid?.()
    if (found === null || !found.isDirectory() || !mine) continue
    await chmod(folder, 0o700)
    if (user !== null) await chown(folder, user.uid, user.gid)
    return ok(folder)
  }
  return refuse(refusals.socketFolder, { folder: candidates.join(', ') })
}

/** What PostgreSQL's last words mean, as a refusal. */
export function refuseByWords(words: string, dataDir: string): Result<never> {
  // A write that was cut short says so, and only its hint names the disk.
  if (/No space left on device|Disk quota exceeded|Check free disk space/.test(words)) {
    return refuse(refusals.dataFolderFull, { folder: dataDir })
  }
  if (/Permission denied|Read-only file system/.test(words)) {
    return refuse(refusals.dataFolderOutOfReach, { folder: dataDir, why: 'permission denied' })
  }
  const why =
    [...words.matchAll(/(?:FATAL|PANIC|error): +(.*)/g)]
      .map((found) => found[1] ?? '')
      .filter((line) => !line.includes('starting up'))
      .at(-1) ?? 'it did not say why'
  return refuse(refusals.postgresWouldNotStart, { why, log: join(dataDir, 'postgres.log') })
}

/** What the system's answer about the data folder means; null when it is about something else. */
export function refusalOfSystem(error: unknown, dataDir: string): Refusal | null {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return refuse(refusals.dataFolderFull, { folder: dataDir }).refusal
  }
  const why = REASONS[code]
  return why === undefined
    ? null
    : refuse(refusals.dataFolderOutOfReach, { folder: dataDir, why }).refusal
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'there is a file in its place',
  EEXIST: 'there is a file in its place',
  EIO: 'the disk does not answer',
}
