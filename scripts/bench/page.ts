// The CPU of one page: asked for, checked, rendered and answered, as the server does it.
import { sampleNavigation, sampleRoutes } from '../../test/web/sample.tsx'
import { openSite } from '../../test/web/site.ts'

export type BenchRow = {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What it must keep to, as `≤ 1.5`. */
  readonly target: string
}

const free = { burst: 1e9, perSecond: 1e9 }
const paces = { pagesByAddress: free, pagesBySession: free }
const pages = [
  { path: '/', name: 'a home page with cards and promises' },
  { path: '/questions', name: 'a page with a form of six questions' },
  { path: '/parts', name: 'a page with every other component' },
]

/** CPU milliseconds a page, user and system, after warming up: the middle of five rounds. */
export async function benchPage(): Promise<readonly BenchRow[]> {
  const { app } = await openSite(sampleRoutes, {
    navigation: () => sampleNavigation,
    paces,
    log: () => {},
  })
  const headers = { cookie: 'session=cookie-of-asha' }
  const rows: BenchRow[] = []
  for (const { path, name } of pages) {
    const ask = async (times: number) => {
      for (let time = 0; time < times; time += 1) await app.inject({ url: path, headers })
    }
    await ask(500)
    const rounds: number[] = []
    for (let round = 0; round < 5; round += 1) {
      const before = process.cpuUsage()
      await ask(200)
      const { user, system } = process.cpuUsage(before)
      rounds.push((user + system) / 1000 / 200)
    }
    const middle = rounds.sort((a, b) => a - b)[2] ?? Number.NaN
    rows.push({
      name,
      value: Math.round(middle * 100) / 100,
      unit: 'CPU ms a page',
      target: '≤ 1.5',
    })
  }
  await app.close()
  return rows
}
