// Seeing decisions: every read is a look, decided, receipted, and only then shown.
import { type Id, ok, type Result, refuse } from '../../../basics/index.ts'
import type { Log } from '../../../log/index.ts'
import { type LookRequest, look } from '../../../sharing/index.ts'
import { refusals } from '../../domain/decision/refusals.ts'
import { type ListedDecision, readDecision, readDecisions } from '../../store/decision-rows.ts'

/** All that the asker may see, newest first. Refuses `nothing-shared`. */
export const seeDecisions = (
  log: Log,
  request: LookRequest,
): Promise<Result<readonly ListedDecision[]>> =>
  log.db.transaction((tx) => look(log, tx, request, readDecisions))

/** One of them. Refuses `nothing-shared`, `decision-unknown`. */
export async function seeDecision(
  log: Log,
  request: LookRequest,
  id: Id,
): Promise<Result<ListedDecision>> {
  const seen = await log.db.transaction((tx) =>
    look(log, tx, request, async (leave, visible) => {
      const found = await readDecision(leave, visible, id)
      return found === null ? [] : [found]
    }),
  )
  if (!seen.ok) return seen
  const [found] = seen.value
  return found === undefined ? refuse(refusals.decisionUnknown) : ok(found)
}
