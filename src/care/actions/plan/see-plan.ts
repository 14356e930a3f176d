// Seeing a plan: every read is a look, decided, receipted, and only then shown.
import { type Id, ok, type Result } from '../../../basics/index.ts'
import type { Log } from '../../../log/index.ts'
import { type AboutMeEntry, readAboutMe } from '../../../record/index.ts'
import { type LookRequest, look } from '../../../sharing/index.ts'
import {
  type ListedItem,
  type OpenProposal,
  type PlanHead,
  readOpenProposals,
  readPlanHead,
  readPlanItems,
  readReviews,
} from '../../store/plan-reads.ts'
import { planAt, type Writer } from './change-plan.ts'

export type SeenPlan = {
  /** Null where no plan was begun. */
  readonly head: PlanHead | null
  readonly items: readonly ListedItem[]
  /** What they say of themselves, from the record. */
  readonly aboutMe: readonly AboutMeEntry[]
  /** What waits for the yes of a side; only for who may write in the plan. */
  readonly open: readonly OpenProposal[]
}

/**
 * The plan as the asker may see it. What waits is read too, where they may write in it.
 * Refuses `nothing-shared`.
 */
export async function seePlan(
  log: Log,
  request: LookRequest,
  writer: Writer | null,
): Promise<Result<SeenPlan>> {
  const { stream } = planAt(request.person)
  let seen: SeenPlan = { head: null, items: [], aboutMe: [], open: [] }
  const done = await log.db.transaction((tx) =>
    look(log, tx, request, async (leave, visible) => {
      const [head, aboutMe, items, waiting] = await Promise.all([
        readPlanHead(leave, stream),
        readAboutMe(leave, visible),
        readPlanItems(leave, visible, stream),
        writer === null ? [] : readOpenProposals(leave, visible, stream),
      ])
      const open = waiting.filter(({ item }) => writer?.may(item))
      seen = { head, items, aboutMe, open }
      return onceEach([...items, ...aboutMe, ...open])
    }),
  )
  return done.ok ? ok(seen) : done
}

const onceEach = (list: readonly { readonly id: Id }[]): { id: Id }[] =>
  [...new Set(list.map(({ id }) => id))].map((id) => ({ id }))

export type SeenReviews = Awaited<ReturnType<typeof readReviews>>

/** The reviews of a plan, the latest first. Refuses `nothing-shared`. */
export async function seeReviews(log: Log, request: LookRequest): Promise<Result<SeenReviews>> {
  const { stream } = planAt(request.person)
  let seen: SeenReviews = []
  const done = await log.db.transaction((tx) =>
    look(log, tx, request, async (leave, visible) => {
      seen = await readReviews(leave, visible, stream)
      return seen
    }),
  )
  return done.ok ? ok(seen) : done
}
