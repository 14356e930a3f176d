// The settings: read once from the environment, checked, refused by name with the expected form.
import { createPrivateKey } from 'node:crypto'
import { resolve } from 'node:path'
import { ok, type Refusal, type Result, refuse } from '../basics/index.ts'
import { DatabaseAway } from './database.ts'
import { readText } from './files.ts'
import { refusals } from './refusals.ts'

export type Settings = {
  readonly host: string
  readonly port: number
  /** A PostgreSQL address, or null for the embedded database. */
  readonly databaseUrl: string | null
  readonly dataDir: string
  readonly demonstration: boolean
  /** How many people its town has; the named ones are there with any number. */
  readonly demonstrationPeople: number
  /** The address people use, `https://…`; decides on secure cookies. Null: plain HTTP here. */
  readonly publicUrl: string | null
  /** How many proxies of ours stand in front and say who asks: 0 when nobody does. */
  readonly proxyHops: number
  readonly signIn: {
    readonly issuer: string
    readonly clientId: string
    readonly clientKeyFile: string
  } | null
}

type Environment = Readonly<Record<string, string | undefined>>

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|localhost)$/

/**
 * Reads every setting. Refuses with `setting-not-understood`, which names the setting, and with
 * `demonstration-open-to-the-network`.
 */
export function readSettings(environment: Environment, folder: string): Result<Settings> {
  const text = (name: string) => environment[name]?.trim() || null
  const port = text('PORT') ?? '8080'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return notUnderstood('PORT', 'a whole number from 0 to 65535', 'PORT=8080')
  }
  const host = text('HOST') ?? '127.0.0.1'
  if (!/^[\w.:-]+$/.test(host)) {
    return notUnderstood('HOST', 'an address or host name', 'HOST=127.0.0.1')
  }
  const databaseUrl = text('DATABASE_URL')
  if (
    databaseUrl !== null &&
    !(/^postgres(ql)?:\/\//.test(databaseUrl) && URL.canParse(databaseUrl))
  ) {
    const example = 'DATABASE_URL=postgresql://coproduce@localhost/coproduce'
    return notUnderstood('DATABASE_URL', 'an address that begins with postgresql://', example)
  }
  const publicUrl = text('PUBLIC_URL')
  if (
    publicUrl !== null &&
    !(/^https?:\/\/[^/\s?#]+\/?$/.test(publicUrl) && URL.canParse(publicUrl))
  ) {
    return notUnderstood('PUBLIC_URL', 'an address with no path', 'PUBLIC_URL=https://care.example')
  }
  const proxyHops = text('PROXY_HOPS') ?? '0'
  if (!/^\d$/.test(proxyHops)) {
    return notUnderstood('PROXY_HOPS', 'how many proxies stand in front, 0 to 9', 'PROXY_HOPS=1')
  }
  const demonstration = readDemonstration(text('DEMO'), databaseUrl === null, host, publicUrl)
  if (!demonstration.ok) return demonstration
  const townspeople = text('DEMO_PEOPLE') ?? '300'
  if (!/^\d{1,6}$/.test(townspeople) || Number(townspeople) > 100_000) {
    return notUnderstood('DEMO_PEOPLE', 'a whole number from 0 to 100000', 'DEMO_PEOPLE=300')
  }
  const signIn = readSignIn(text)
  if (!signIn.ok) return signIn
  return ok({
    host,
    port: Number(port),
    databaseUrl,
    dataDir: resolve(folder, text('DATA_DIR') ?? 'data'),
    demonstration: demonstration.value,
    demonstrationPeople: Number(townspeople),
    proxyHops: Number(proxyHops),
    publicUrl: publicUrl?.replace(/\/$/, '') ?? null,
    signIn: signIn.value,
  })
}

function readDemonstration(
  demo: string | null,
  embedded: boolean,
  host: string,
  publicUrl: string | null,
): Result<boolean> {
  if (demo !== null && !['on', 'off', 'on-the-network'].includes(demo)) {
    return notUnderstood('DEMO', 'on, off or on-the-network', 'DEMO=off')
  }
  const wanted = demo === null ? embedded : demo !== 'off'
  const opens = openToTheNetwork(host, publicUrl)
  if (wanted && opens !== null && demo === null) return ok(false)
  if (wanted && opens !== null && demo !== 'on-the-network') {
    return refuse(refusals.demonstrationOpenToTheNetwork, { setting: opens })
  }
  return ok(wanted)
}

/** The setting by which others than this machine reach the site; behind a proxy HOST is not it. */
function openToTheNetwork(host: string, publicUrl: string | null): string | null {
  if (!LOOPBACK.test(host)) return `HOST=${host}`
  if (publicUrl === null) return null
  const name = new URL(publicUrl).hostname.replace(/^\[|\]$/g, '')
  return LOOPBACK.test(name) ? null : `PUBLIC_URL=${publicUrl}`
}

function readSignIn(text: (name: string) => string | null): Result<Settings['signIn']> {
  const issuer = text('SIGN_IN_ISSUER')
  const clientId = text('SIGN_IN_CLIENT_ID')
  const clientKeyFile = text('SIGN_IN_CLIENT_KEY')
  if (issuer === null && clientId === null && clientKeyFile === null) return ok(null)
  if (issuer === null || !(/^https?:\/\//.test(issuer) && URL.canParse(issuer))) {
    const example = 'SIGN_IN_ISSUER=https://auth.login.nhs.uk'
    return notUnderstood('SIGN_IN_ISSUER', 'the address of the OpenID provider', example)
  }
  if (clientId === null) {
    return notUnderstood('SIGN_IN_CLIENT_ID', 'our name at the provider', 'SIGN_IN_CLIENT_ID=care')
  }
  if (clientKeyFile === null) {
    const example = 'SIGN_IN_CLIENT_KEY=/etc/coproduce/sign-in.pem'
    return notUnderstood('SIGN_IN_CLIENT_KEY', 'the file of our private key', example)
  }
  return ok({ issuer, clientId, clientKeyFile })
}

/** The private key by which a provider knows us. Refuses with `file-not-read` and by its name. */
export async function readClientKey(path: string): Promise<Result<string>> {
  const text = await readText(path)
  if (!text.ok) return text
  try {
    createPrivateKey(text.value)
    return text
  } catch {
    const example = 'SIGN_IN_CLIENT_KEY=/etc/coproduce/sign-in.pem'
    return notUnderstood('SIGN_IN_CLIENT_KEY', 'the file of a private key in PEM', example)
  }
}

const notUnderstood = (setting: string, expected: string, example: string) =>
  refuse(refusals.settingNotUnderstood, { setting, expected, example })

/**
 * What an error on the way to the database means: `database-out-of-reach`, `database-closed-to-us`
 * or `tables-not-allowed`; null when it is about something else. Names where the database should
 * be, never a password.
 */
export function refusalOfDatabase(
  error: unknown,
  { databaseUrl, dataDir }: Settings,
): Refusal | null {
  const where = databaseUrl === null ? dataDir : placeIn(databaseUrl)
  if (error instanceof DatabaseAway) return refuse(refusals.databaseOutOfReach, { where }).refusal
  const { code = '', message } = error instanceof Error ? (error as DatabaseError) : {}
  if (code === '42501') return refuse(refusals.tablesNotAllowed, { where }).refusal
  const why =
    message === undefined ? undefined : CLOSED.find(([sign]) => sign.test(`${code} ${message}`))
  return why === undefined
    ? null
    : refuse(refusals.databaseClosedToUs, { where, why: why[1] }).refusal
}

type DatabaseError = Error & { code?: string }

// @source PostgreSQL manual, appendix A: 3D000, class 28; the others are the client's own words
const CLOSED: readonly (readonly [RegExp, string])[] = [
  [/^3D000/, 'there is no such database'],
  [/^28|^ SASL/, 'the role or its password is not the right one'],
  [/^ The server does not support SSL/, 'it does not speak TLS'],
  [/^(CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS)/, 'its certificate is not one we trust'],
]

function placeIn(databaseUrl: string): string {
  try {
    const { hostname, port, searchParams } = new URL(databaseUrl)
    return `${searchParams.get('host') ?? (hostname || 'localhost')}:${port || '5432'}`
  } catch {
    return 'the address in DATABASE_URL'
  }
}
