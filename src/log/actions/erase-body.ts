// Erasing the body of a fact: by a named officer, for a legal reason, and itself a fact.
import { type Id, ok, type Result, refuse } from '../../basics/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import { ERASURE_REASONS, isErasureReason } from '../domain/erasure-reasons.ts'
import { bodyErased } from '../domain/facts.ts'
import { refusals } from '../domain/refusals.ts'
import { unsealAll } from '../domain/seal.ts'
import { findFact, readHead, readStream } from '../store/facts.ts'
import { appendAll, type Log } from '../store/open-log.ts'
import { projectAgain } from '../store/projection.ts'
import { actTogether, Refused } from './act.ts'

/**
 * Takes body and salt out of one fact, with the rows, files, answers kept for repeated commands
 * and other scratch rows made from them; the digest stays and the chain still verifies.
 * Refuses with `fact-unknown`, `already-erased`, `erasure-reason-unknown`.
 */
export async function eraseBody(
  log: Log,
  request: { readonly fact: Id; readonly officer: Id; readonly reason: string },
): Promise<Result<{ owner: Id; stream: Id; place: number }>> {
  const { fact, officer, reason } = request
  if (!isErasureReason(reason)) {
    return refuse(refusals.reasonUnknown, {
      reason,
      reasons: Object.keys(ERASURE_REASONS).join(', '),
    })
  }
  const freed: { owner: Id; digest: string }[] = []
  const done = await actTogether(log, async (tx) => {
    const stored = await findFact(tx, fact)
    if (stored === null) throw new Refused(refuse(refusals.factUnknown))
    if (stored.body === null) throw new Refused(refuse(refusals.alreadyErased))
    const at = { owner: stored.owner as Id, stream: stored.stream as Id }
    const [head] = await tx.text<{ type: string }>(
      'select type from log.heads where owner = $1 and stream = $2',
      [at.owner, at.stream],
    )
    const counted: Id[] = []
    for (const countedIn of log.countedIn) counted.push(...(await countedIn(tx, at)))
    const body = { fact, place: stored.place, officer, reason, counted }
    await appendAll(log, tx, [
      {
        ...at,
        type: { name: head?.type ?? '' },
        from: await readHead(tx, at.owner, at.stream),
        facts: [{ kind: bodyErased.kind, body }],
        actor: { by: officer, onBehalfOf: null },
      },
    ])
    freed.splice(0, freed.length, ...(await takeOut(log, tx, at, fact)))
    return { ...at, place: stored.place }
  })
  if (!done.ok) return done
  for (const { owner, digest } of freed) await log.files.remove(owner, digest)
  // Rows that were changed leave their old text in the table's pages until these are cleaned.
  await log.db.ownerPool.query('vacuum log.facts')
  return ok(done.value)
}

/** Clears the body and everything made from it; returns the files that nothing names any more. */
async function takeOut(
  log: Log,
  tx: Tx,
  at: { owner: Id; stream: Id },
  fact: Id,
): Promise<{ owner: Id; digest: string }[]> {
  const files = await tx.text<{ digest: string }>(
    `select digest from log.attachments a where owner = $1 and fact = $2 and not exists (
       select from log.attachments b
       where b.owner = a.owner and b.digest = a.digest and b.fact <> a.fact)`,
    [at.owner, fact],
  )
  // The program's own role may not change facts: the owner's is taken for this one statement.
  await tx.text('set local role none')
  await tx.text('update log.facts set body = null, salt = null where owner = $1 and id = $2', [
    at.owner,
    fact,
  ])
  await projectAgain(tx, log.projections, at, async () =>
    unsealAll(log.kinds, await readStream(tx, at.owner, at.stream)),
  )
  for (const { table, ownerColumn } of log.scratch) {
    await tx.text(`delete from ${table} where ${ownerColumn} = $1`, [at.owner])
  }
  return files.map(({ digest }) => ({ owner: at.owner, digest }))
}
