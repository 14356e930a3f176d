// The PostgreSQL server that tests run against: the one the run started, else one of its own.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedPostgres } from '../src/plumbing/embedded-postgres.ts'

export type TestPostgres = { readonly url: string; stop(): Promise<void> }

/** Names the run's server by an address of PostgreSQL's form. */
export const TEST_POSTGRES = 'COPRODUCE_TEST_POSTGRES'

export async function startTestPostgres(): Promise<TestPostgres> {
  const given = process.env[TEST_POSTGRES]
  if (given !== undefined) return { url: given, stop: async () => {} }
  const folder = await mkdtemp(join(tmpdir(), 'coproduce-postgres-'))
  const server = await openEmbeddedPostgres({ dataDir: folder, own: 'serve', log: () => {} })
  if (!server.ok) throw new Error(`${server.refusal.says} ${server.refusal.next}`)
  const { host, port, user, database } = server.value.connection
  const url = `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
  return {
    url,
    async stop() {
      await server.value.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
