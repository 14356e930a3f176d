// Rebuild: every projection emptied and made again from the facts; reactions do not fire.
import { unsealAll } from '../domain/seal.ts'
import { countFacts, eachFact } from '../store/facts.ts'
import type { Log } from '../store/open-log.ts'
import { emptyProjections, project } from '../store/projection.ts'

/** Makes all projections again in one transaction; readers see the old rows until it commits. */
export function rebuild(
  log: Log,
  progress: (done: number, total: number) => void = () => {},
): Promise<number> {
  return log.db.transaction(async (tx) => {
    await tx.text('set local statement_timeout = 0')
    await emptyProjections(tx, log.projections)
    const total = await countFacts(tx)
    let done = 0
    for await (const stored of eachFact(tx)) {
      await project(tx, log.projections, unsealAll(log.kinds, stored))
      done += stored.length
      progress(done, total)
    }
    return done
  })
}
