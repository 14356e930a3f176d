// Sites that end with the test file, however it ends: nothing is left running on the machine.
import { after } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type RunAs, type SiteProcess, startSite } from '../site-process.ts'

const sites: SiteProcess[] = []

after(async () => {
  for (const site of sites) {
    if (site.process.exitCode !== null || site.process.signalCode !== null) continue
    site.process.kill('SIGTERM')
    await Promise.race([site.ended, sleep(10_000, null, { ref: false })])
    site.process.kill('SIGKILL')
  }
})

/** Starts a site, which is stopped with the test file where the test does not stop it. */
export async function serving(
  settings: Readonly<Record<string, string>>,
  as: RunAs = {},
  port?: number,
): Promise<SiteProcess> {
  const site = await startSite(settings, port, as)
  sites.push(site)
  return site
}
