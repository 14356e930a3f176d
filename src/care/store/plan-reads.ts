// Reading a plan: how it stands, what is in it, and what waits in it, all through a look.
import type { Id, Instant } from '../../basics/index.ts'
import type { ItemFacets, Look, Visible } from '../../sharing/index.ts'
import type { Change, Yes } from '../domain/plan/plan.ts'
import type { PlanItem } from '../domain/plan/plan-items.ts'
import type { Review } from '../domain/plan/reviews.ts'
import { askVisible, readItemsOf } from './items.ts'

export type PlanHead = {
  readonly begunAt: Instant
  readonly begunBy: string
  readonly version: number
  readonly agreedAt: Instant | null
  readonly agreedBy: readonly string[]
}

/** How a plan stands; null where none was begun. */
export async function readPlanHead({ person, tx }: Look, stream: Id): Promise<PlanHead | null> {
  const [row] = await tx.text<PlanHead>(
    `select begun_at as "begunAt", begun_by as "begunBy", version, agreed_at as "agreedAt",
       agreed_by as "agreedBy"
     from care.plans where owner = $1 and stream = $2`,
    [person, stream],
    'read-plan-head',
  )
  return row ?? null
}

/** What is in the plan. */
export async function readPlanItems(look: Look, visible: Visible, stream: Id) {
  const rows = await readItemsOf(look, visible, stream)
  const parts = rows.filter(({ kind }) => kind !== 'plan-review')
  return parts.map(({ body, ...row }) => ({ ...row, ...(JSON.parse(body) as PlanItem) }))
}

/** The reviews of a plan, the latest first. */
export async function readReviews(look: Look, visible: Visible, stream: Id) {
  const rows = await readItemsOf(look, visible, stream)
  return rows
    .filter(({ kind }) => kind === 'plan-review')
    .map(({ body, ...row }) => ({ ...row, review: JSON.parse(body) as Review }))
    .toSorted((one, other) => (one.review.on < other.review.on ? 1 : -1))
}

export type ListedItem = Awaited<ReturnType<typeof readPlanItems>>[number]

/** What was proposed and has not been answered by both. */
export type OpenProposal = Change & {
  /** The item it is in, and what that is chosen by. */
  readonly id: Id
  readonly item: ItemFacets
  readonly by: Id | null
  readonly at: Instant
  readonly person: Yes | null
  readonly professional: Yes | null
}

type Row = ItemFacets & {
  readonly proposedAt: Instant
  readonly change: string
  readonly by: Id | null
  readonly person: string | null
  readonly professional: string | null
}

export async function readOpenProposals(
  look: Look,
  visible: Visible,
  stream: Id,
): Promise<OpenProposal[]> {
  const rows = await askVisible<Row>(
    look,
    visible,
    (seen) =>
      `select item as id, kind, labels, day as at, change, proposed_by as by,
         at as "proposedAt", person, professional
       from care.proposals where ${seen} and stream = ? and ended is null order by place`,
    [stream],
  )
  return rows.map(({ change, by, proposedAt, person, professional, ...item }) => ({
    ...(JSON.parse(change) as Change),
    id: item.id,
    item,
    by,
    at: proposedAt,
    person: person === null ? null : (JSON.parse(person) as Yes),
    professional: professional === null ? null : (JSON.parse(professional) as Yes),
  }))
}

/** All that was ever proposed and may be seen, with the item that each is in. */
export const readProposalIds = (
  look: Look,
  visible: Visible,
  stream: Id,
): Promise<{ id: Id; proposal: Id }[]> =>
  askVisible(
    look,
    visible,
    (seen) => `select item as id, proposal from care.proposals where ${seen} and stream = ?`,
    [stream],
  )
