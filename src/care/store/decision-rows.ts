// The rows made from decisions: each as a thing to read and share, and the days that come for it.
import { type Day, dayIn, type Id, LONDON } from '../../basics/index.ts'
import { type FactOf, grantRoom, projection } from '../../log/index.ts'
import type { Tx } from '../../plumbing/index.ts'
import type { Look, Visible } from '../../sharing/index.ts'
import {
  type Decision,
  decisionStream,
  foldDecision,
  isNo,
  reviewDayOf,
} from '../domain/decision/decision.ts'
import { type DecisionKind, decisionKinds } from '../domain/decision/facts.ts'
import { inAList, portraitOf } from '../domain/decision/portrait.ts'
import { questionCode } from './decision-days.ts'
import { askVisible } from './items.ts'

export const decisionTables = `
-- projection, worklist: how each decision stands and when it is looked at again, in codes
create table care.decision_days (
  owner uuid not null,
  stream uuid not null,
  status text not null,
  said_no boolean not null,
  -- The decision aid and the option of it, where there is one.
  aid text,
  version integer,
  option text,
  -- A digest of what there is to decide: the same question has the same.
  question text not null,
  review_on date,
  review_asked boolean not null,
  -- Whether it would be chosen again; null where nobody said, or it may not be counted.
  again text,
  reviewed_on date,
  primary key (owner, stream)
);
create index decisions_to_review on care.decision_days (review_on, owner, stream)
  where review_on is not null and not review_asked;
create index decisions_by_aid on care.decision_days (aid, version) where again is not null;

${grantRoom('care')}
`

export const decisions = projection({
  name: 'care.decisions',
  tables: ['care.items', 'care.decision_days'],
  kinds: decisionKinds,
  async apply(tx, facts) {
    for (const one of perStream(facts)) await applyAll(tx, one)
  },
})

type DecisionFact = FactOf<DecisionKind>

const perStream = (facts: readonly DecisionFact[]): readonly (readonly DecisionFact[])[] =>
  Object.values(Object.groupBy(facts, ({ owner, stream }) => `${owner} ${stream}`)).map(
    (group) => group ?? [],
  )

async function applyAll(tx: Tx, facts: readonly DecisionFact[]): Promise<void> {
  const [first] = facts
  if (first === undefined) return
  const { owner, stream } = first
  const before = await takeRow(tx, { owner, stream })
  const after = facts.reduce<Decision>(
    (state, fact) => ({ ...foldDecision(state, fact), at: fact.at }),
    before,
  )
  await keepItem(tx, { owner, stream }, after)
  await keepDays(tx, { owner, stream }, after)
}

type At = { readonly owner: Id; readonly stream: Id }

/** The state that the row has, and the row where it is new: held until the transaction ends. */
async function takeRow(tx: Tx, { owner, stream }: At): Promise<Decision> {
  const [row] = await tx.text<{ body: string }>(
    `insert into care.items (owner, stream, item, kind, labels, day, title, says, author, under,
       place, body)
     values ($1, $2, $2, 'shared-decision', '{}', '1970-01-01', '', '', '', null, 0, '')
     on conflict (owner, stream, item) do update set place = care.items.place
     returning body`,
    [owner, stream],
    'take-decision',
  )
  const body = row?.body ?? ''
  return stateIn(body)
}

async function keepItem(tx: Tx, { owner, stream }: At, state: Decision): Promise<void> {
  const { title, says } = inAList(portraitOf(state))
  const day = state.at === null ? null : dayIn(LONDON, state.at)
  await tx.text(
    `update care.items set day = $3, title = $4, says = $5, author = $6, body = $7, labels = $8
     where owner = $1 and stream = $2 and item = $2`,
    [
      owner,
      stream,
      day,
      title,
      says,
      state.begun?.shownAs ?? '',
      JSON.stringify(state),
      state.labels,
    ],
    'keep-decision',
  )
}

async function keepDays(tx: Tx, { owner, stream }: At, state: Decision): Promise<void> {
  const { status, choice, tool, parts, reviewAskedAt, reviews } = state
  const last = reviews.at(-1)
  await tx.text(
    `insert into care.decision_days (owner, stream, status, said_no, aid, version, option,
       question, review_on, review_asked, again, reviewed_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (owner, stream) do update set status = excluded.status,
       said_no = excluded.said_no, option = excluded.option, question = excluded.question,
       review_on = excluded.review_on, review_asked = excluded.review_asked,
       again = excluded.again, reviewed_on = excluded.reviewed_on`,
    [
      owner,
      stream,
      status,
      status === 'valid' && choice !== null && isNo(state, choice),
      tool?.aid ?? null,
      tool?.version ?? null,
      status === 'valid' ? (choice?.option ?? null) : null,
      questionCode(parts.question),
      reviewDayOf(state),
      reviewAskedAt !== null,
      last?.mayCount === true ? last.again : null,
      last?.mayCount === true ? dayIn(LONDON, last.at) : null,
    ],
    'keep-decision-days',
  )
}

export type ListedDecision = {
  readonly id: Id
  readonly kind: string
  readonly labels: readonly string[]
  readonly at: Day
  readonly state: Decision
}

type Row = Omit<ListedDecision, 'state'> & { readonly body: string }

const COLUMNS = 'item as id, kind, labels, day as at, body'

/** Newest first. */
export async function readDecisions(look: Look, visible: Visible): Promise<ListedDecision[]> {
  const rows = await askVisible<Row>(
    look,
    visible,
    (seen) =>
      `select ${COLUMNS} from care.items where ${seen} and kind = 'shared-decision'
       order by day desc, item desc limit 200`,
    [],
  )
  return rows.map(stateOf)
}

export async function readDecision(
  look: Look,
  visible: Visible,
  id: Id,
): Promise<ListedDecision | null> {
  const [row] = await askVisible<Row>(
    look,
    visible,
    (seen) =>
      `select ${COLUMNS} from care.items where ${seen} and kind = 'shared-decision' and item = ?`,
    [id],
  )
  return row === undefined ? null : stateOf(row)
}

const stateOf = ({ body, ...row }: Row): ListedDecision => ({
  ...row,
  state: stateIn(body),
})

/** A row from before something was added has the rest as it begins. */
const stateIn = (body: string): Decision =>
  body === ''
    ? decisionStream.start
    : { ...decisionStream.start, ...(JSON.parse(body) as Partial<Decision>) }
