// How long a start takes: from the command to the first page, on an empty folder and again.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSite } from '../../test/site-process.ts'
import { middle } from './cpu.ts'
import type { Row } from './log.ts'

/** The first start makes the database and the demonstration town; the later ones find both. */
export async function benchStart(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'coproduce-bench-start-'))
  const start = async () => {
    const begun = performance.now()
    const site = await startSite({ DATA_DIR: folder })
    await fetch(`${site.address}/`)
    const seconds = (performance.now() - begun) / 1000
    await site.stop()
    return seconds
  }
  try {
    const cold = await start()
    const warm = [await start(), await start(), await start()]
    return [
      { name: 'start to first page, first time', value: cold, unit: 's', target: '≤ 30' },
      { name: 'start to first page, later', value: middle(warm), unit: 's', target: '≤ 3' },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
