// The rows made from plans: how each stands, what is in it, and what waits for an answer.
import { dayIn, type Id, LONDON } from '../../basics/index.ts'
import { type FactOf, projection } from '../../log/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import { type PlanKind, planKinds } from '../domain/plan/facts.ts'
import { type PartKind, standsAlone } from '../domain/plan/headings.ts'
import {
  type Change,
  isWhole,
  type Proposal,
  type Side,
  sideOf,
  type Yes,
  yesOfProposer,
} from '../domain/plan/plan.ts'
import {
  changedItem,
  itemKindOf,
  type PlanItem,
  saysOf,
  titleOf,
} from '../domain/plan/plan-items.ts'
import type { ReviewKind } from '../domain/plan/review-facts.ts'
import { isReviewFact, type Review, reviewAfter } from '../domain/plan/reviews.ts'

export const planRows = projection({
  name: 'care.plan-rows',
  tables: ['care.plans', 'care.items', 'care.proposals'],
  kinds: planKinds,
  async apply(tx, facts) {
    for (const fact of facts) await applyOne(tx, fact)
  },
})

/** A review is a thing of its own to share: who sees the plan need not see what was said of it. */
async function changeReview(tx: Tx, fact: FactOf<ReviewKind>): Promise<void> {
  const { owner, stream, at, body } = fact
  const [row] = await tx.text<{ body: string }>(
    'select body from care.items where owner = $1 and stream = $2 and item = $3',
    [owner, stream, body.review],
    'read-plan-item',
  )
  const before = row === undefined ? null : (JSON.parse(row.body) as Review)
  const review = reviewAfter(before, fact)
  if (review === null) return
  const says = review.held?.says ?? review.agenda.map((one) => one.says).join('. ')
  await tx.text(
    `insert into care.items (owner, stream, item, kind, labels, day, title, says, author, under,
       place, body)
     values ($1, $2, $3, 'plan-review', '{}', $4, $5, $6, $7, null, 0, $8)
     on conflict (owner, stream, item) do update set says = excluded.says, body = excluded.body`,
    [
      ...[owner, stream, review.id, dayIn(LONDON, at), `Review on ${review.on}`, says],
      ...[review.plannedBy, JSON.stringify(review)],
    ],
    'put-review',
  )
}

type Made<K extends PlanKind['kind']> = Extract<FactOf<PlanKind>, { kind: K }>
type At = { readonly owner: Id; readonly stream: Id }

async function applyOne(tx: Tx, fact: FactOf<PlanKind>): Promise<void> {
  if (isReviewFact(fact)) return changeReview(tx, fact)
  switch (fact.kind) {
    case 'plan-begun':
      return begin(tx, fact)
    case 'plan-change-proposed':
      return propose(tx, fact)
    case 'plan-changes-agreed':
      return agree(tx, fact)
    case 'plan-change-declined':
      return end(tx, fact, fact.body.proposal, 'declined')
    case 'plan-change-withdrawn':
      return end(tx, fact, fact.body.proposal, 'withdrawn')
    case 'plan-part-labelled':
      return labelled(tx, fact)
  }
}

const begin = async (tx: Tx, { owner, stream, at, body }: Made<'plan-begun'>): Promise<void> => {
  await tx.text(
    `insert into care.plans (owner, stream, begun_at, begun_by, version, agreed_at, agreed_by)
     values ($1, $2, $3, $4, 0, null, '{}') on conflict do nothing`,
    [owner, stream, at, body.shownAs],
    'begin-plan',
  )
}

async function propose(tx: Tx, fact: Made<'plan-change-proposed'>): Promise<void> {
  const { owner, stream, at, by, body } = fact
  const change = { ...body, kind: body.kind as PartKind }
  const item = await itemOf(tx, fact, change)
  const yes = yesOfProposer(body, { by, at })
  await tx.text(
    `insert into care.proposals (owner, stream, proposal, part, item, kind, labels, day, change,
       proposed_by, at, person, professional, place, ended, ended_at)
     values ($1, $2, $3, $4, $5, $6,
       coalesce((select labels from care.items where owner = $1 and stream = $2 and item = $5),
         (select labels from care.proposals where owner = $1 and stream = $2 and item = $5 limit 1),
         '{}'),
       $7, $8, $9, $10, $11, $12, $13, null, null)`,
    [
      owner,
      stream,
      body.proposal,
      body.part,
      item.id,
      itemKindOf(item.kind),
      dayIn(LONDON, at),
      JSON.stringify(change),
      by,
      at,
      yes.person === null ? null : JSON.stringify(yes.person),
      yes.professional === null ? null : JSON.stringify(yes.professional),
      fact.place,
    ],
    'propose-change',
  )
}

/** The item that a part is in: itself where it stands alone, else that of what it lies under. */
async function itemOf(tx: Tx, { owner, stream }: At, change: Change) {
  if (standsAlone(change.kind)) return { id: change.part, kind: change.kind }
  const [row] = await tx.text<{ id: string; kind: PartKind }>(
    `select item as id, (change::jsonb)->>'kind' as kind from care.proposals
     where owner = $1 and stream = $2 and part = $3 order by at limit 1`,
    [owner, stream, change.under],
    'item-of-part',
  )
  if (row === undefined) throw new TypeError('A part lies under nothing')
  return standsAlone(row.kind) ? row : { id: row.id, kind: 'goal' as const }
}

type ProposalRow = {
  readonly item: Id
  readonly place: number
  readonly labels: readonly string[]
  readonly change: string
  readonly person: string | null
  readonly professional: string | null
}

async function agree(tx: Tx, fact: Made<'plan-changes-agreed'>): Promise<void> {
  const { owner, stream, at, by, body } = fact
  const side = sideOf(body)
  if (side === null) return
  const { as, basis, shownAs } = body
  const yes: Yes = { as, basis, shownAs, by, at }
  const rows = await tx.text<ProposalRow>(
    `update care.proposals set ${side} = $4
     where owner = $1 and stream = $2 and proposal = any($3::uuid[])
     returning item, labels, change, person, professional, place`,
    [owner, stream, body.proposals, JSON.stringify(yes)],
    `agree-${side}`,
  )
  const inOrder = rows.toSorted((one, other) => one.place - other.place)
  const whole = inOrder.filter((one) => isWhole(yesesOf(one)))
  if (whole.length === 0) return
  const version = await nextVersion(tx, fact, whole)
  for (const row of whole) await carryOut(tx, fact, row, version)
}

/** A proposal as its row has it, as far as its yeses go. */
const yesesOf = ({ change, person, professional }: ProposalRow): Proposal =>
  ({
    ...(JSON.parse(change) as Change),
    person: read(person),
    professional: read(professional),
  }) as Proposal

const read = (yes: string | null): Yes | null => (yes === null ? null : (JSON.parse(yes) as Yes))

const namesOfYes = (row: ProposalRow): string[] =>
  (['person', 'professional'] as const satisfies Side[]).flatMap((side) => {
    const yes = read(row[side])
    return yes === null ? [] : [yes.shownAs]
  })

async function nextVersion(tx: Tx, { owner, stream, at }: FactOf<PlanKind>, whole: ProposalRow[]) {
  const by = [...new Set(whole.flatMap(namesOfYes))]
  const [row] = await tx.text<{ version: number }>(
    `update care.plans set version = version + 1, agreed_at = $3, agreed_by = $4
     where owner = $1 and stream = $2 returning version`,
    [owner, stream, at, by],
    'next-plan-version',
  )
  return row?.version ?? 1
}

async function carryOut(tx: Tx, fact: FactOf<PlanKind>, row: ProposalRow, version: number) {
  const { owner, stream, at } = fact
  const change = JSON.parse(row.change) as Change
  const [there] = await tx.text<{ body: string }>(
    'select body from care.items where owner = $1 and stream = $2 and item = $3',
    [owner, stream, row.item],
    'read-plan-item',
  )
  const before = there === undefined ? null : (JSON.parse(there.body) as PlanItem)
  const after = changedItem(before, change, version)
  if (after === null) await takeOut(tx, fact, row.item)
  else await put(tx, fact, row, after)
  await end(tx, { owner, stream, at }, change.proposal, 'agreed')
}

/** With what lies under it: the goals of a need go with the need. */
async function takeOut(tx: Tx, { owner, stream }: At, item: Id): Promise<void> {
  await tx.text(
    'delete from care.items where owner = $1 and stream = $2 and (item = $3 or under = $3)',
    [owner, stream, item],
    'take-plan-item-out',
  )
}

async function put(tx: Tx, fact: FactOf<PlanKind>, row: ProposalRow, item: PlanItem) {
  const { owner, stream, at } = fact
  await tx.text(
    `insert into care.items (owner, stream, item, kind, labels, day, title, says, author, under,
       place, body)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, (select 1 + coalesce(max(place), 0)
       from care.items where owner = $1 and stream = $2), $11)
     on conflict (owner, stream, item) do update set day = excluded.day, title = excluded.title,
       says = excluded.says, author = excluded.author, body = excluded.body`,
    [
      owner,
      stream,
      item.part.id,
      itemKindOf(item.part.kind),
      row.labels,
      dayIn(LONDON, at),
      titleOf(item.part),
      saysOf(item),
      namesOfYes(row).join(' and '),
      item.part.under,
      JSON.stringify(item),
    ],
    'put-plan-item',
  )
}

async function end(
  tx: Tx,
  { owner, stream, at }: At & Pick<FactOf<PlanKind>, 'at'>,
  proposal: string,
  how: string,
): Promise<void> {
  await tx.text(
    `update care.proposals set ended = $4, ended_at = $5
     where owner = $1 and stream = $2 and proposal = $3`,
    [owner, stream, proposal, how, at],
    'end-proposal',
  )
}

async function labelled(tx: Tx, { owner, stream, body }: Made<'plan-part-labelled'>) {
  const at = [owner, stream, body.part, body.labels]
  const set = 'set labels = $4 where owner = $1 and stream = $2 and item = $3'
  await tx.text(`update care.items ${set}`, at, 'label-plan-item')
  await tx.text(`update care.proposals ${set}`, at, 'label-proposals')
}
