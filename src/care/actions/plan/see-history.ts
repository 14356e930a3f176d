// Seeing how a plan came to be: its versions and its disagreements, as far as they may be seen.
import { ok, type Result } from '../../../basics/index.ts'
import { type Log, load } from '../../../log/index.ts'
import { type LookRequest, look } from '../../../sharing/index.ts'
import { type Plan, planStream } from '../../domain/plan/plan.ts'
import { readProposalIds } from '../../store/plan-reads.ts'
import { planAt } from './change-plan.ts'

/** The plan with only what of it the asker may see, folded anew. Refuses `nothing-shared`. */
export async function seeHistory(log: Log, request: LookRequest): Promise<Result<Plan>> {
  const at = planAt(request.person)
  let plan: Plan = planStream.start
  const done = await log.db.transaction((tx) =>
    look(log, tx, request, async (leave, visible) => {
      const seen = await readProposalIds(leave, visible, at.stream)
      const ids = new Set(seen.map(({ proposal }) => proposal as string))
      const { state } = await load(log, leave.tx, planStream, at)
      const proposals = [...state.proposals].filter(([id]) => ids.has(id))
      plan = { ...state, proposals: new Map(proposals) }
      return [...new Set(seen.map(({ id }) => id))].map((id) => ({ id }))
    }),
  )
  return done.ok ? ok(plan) : done
}
