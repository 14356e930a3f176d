// A process of its own that opens the embedded database, for tests that must kill one.
import { openEmbeddedPostgres, recordAddress } from '../../src/plumbing/embedded-postgres.ts'

const options = JSON.parse(process.argv[2] ?? '{}')
const say = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
const opened = await openEmbeddedPostgres({
  ...options,
  log: (event, detail) => say({ event, ...detail }),
})
if (!opened.ok) {
  say({ refused: opened.refusal.code, says: opened.refusal.says, next: opened.refusal.next })
} else {
  const { connection, owned, stop } = opened.value
  if (owned && options.address !== undefined) await recordAddress(options.dataDir, options.address)
  say({ opened: connection, owned })
  process.stdin.once('data', async () => {
    await stop()
    say({ stopped: true })
    process.exit(0)
  })
}
