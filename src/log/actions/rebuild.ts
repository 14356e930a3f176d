// Rebuild: every projection emptied and made again from the facts; reactions do not fire.
import { unsealAll } from '../domain/seal.ts'
import { countFacts, eachFact, remakeHeads } from '../store/facts.ts'
import type { Log } from '../store/open-log.ts'
import { emptyProjections, project } from '../store/projection.ts'

/**
 * Makes all projections and heads again in one transaction. Readers see the old rows until it
 * commits; writers wait for it, so that no fact is made into rows twice or not at all.
 */
export function rebuild(
  log: Log,
  progress: (done: number, total: number) => void = () => {},
): Promise<number> {
  return log.db.transaction(async (tx) => {
    await tx.text('set local statement_timeout = 0')
    await tx.text('lock table log.heads in exclusive mode')
    await emptyProjections(tx, log.projections)
    await remakeHeads(tx, [...log.streams.values()])
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
