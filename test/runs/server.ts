// A PostgreSQL server elsewhere, for tests: databases on it, and a way there that can be cut.
import { randomBytes } from 'node:crypto'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import pg from 'pg'

/** The address with another database, and perhaps another role. */
export function inDatabase(url: string, name: string, role?: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  if (role !== undefined) address.username = role
  return address.href
}

/** Runs SQL in a connection of its own and gives the last statement's rows. */
export async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const done = await client.query(sql)
    return (Array.isArray(done) ? done.at(-1) : done).rows
  } finally {
    await client.end()
  }
}

/** An empty database on a server; `drop` when nobody needs it any more. */
export async function emptyDatabase(url: string, owner?: string) {
  const name = `runs_${randomBytes(6).toString('hex')}`
  await ask(url, `create database ${name}${owner === undefined ? '' : ` owner ${owner}`}`)
  return {
    url: inDatabase(url, name, owner),
    drop: () => ask(url, `drop database if exists ${name} with (force)`),
  }
}

/** A way to a server that listens on a socket: as if it were on the network, until it is cut. */
export type Way = {
  /** The address of the server by this way, with a password that nobody should see. */
  readonly url: string
  cut(): Promise<void>
  mend(): Promise<void>
}

export const SECRET = 'correct-horse-battery'

export async function wayTo(url: string): Promise<Way> {
  const target = new URL(url)
  const path = `${target.searchParams.get('host')}/.s.PGSQL.${target.port || '5432'}`
  const open = new Set<Socket>()
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect(path)
    join(near, far)
    join(far, near)
  })
  const join = (one: Socket, other: Socket) => {
    open.add(one)
    one.pipe(other)
    one.on('error', () => other.destroy())
    one.on('close', () => {
      open.delete(one)
      other.destroy()
    })
  }
  const listen = (at: number) =>
    new Promise<void>((ready) => server.listen(at, '127.0.0.1', () => ready()))
  await listen(0)
  server.unref()
  const { port } = server.address() as AddressInfo
  return {
    url: `postgresql://${target.username}:${SECRET}@127.0.0.1:${port}${target.pathname}`,
    async cut() {
      const closed = new Promise((done) => server.close(done))
      for (const one of open) one.destroy()
      await closed
    },
    mend: () => listen(port),
  }
}
