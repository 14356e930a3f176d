// The rows made from promises that the ombudsman recommended: how many, kept or late, by whom.
import type { Day, Id, Instant } from '../../basics/index.ts'
import { projection } from '../../log/index.ts'
import { type Querier, type Tx, tables } from '../../plumbing/index.ts'
import {
  newDateAgreed,
  type PromiseRef,
  promiseAnswered,
  promiseMade,
  promiseSaidDone,
} from '../../promises/index.ts'
import { isRecommended } from '../domain/complaint/promised.ts'

type Recommended = {
  owner: Id
  stream: Id
  organisation: Id | null
  due: Day
  said_done_at: Instant | null
  answer: string | null
}

export const recommendedTable = `
-- projection, worklist: what the ombudsman recommended to a body, by when, and how it stands
create table voice.recommended (
  owner uuid not null,
  stream uuid not null,
  organisation uuid,
  due date not null,
  said_done_at timestamptz,
  answer text,
  primary key (owner, stream)
);
create index recommended_organisation on voice.recommended (organisation, due);
`

const build = tables<{ 'voice.recommended': Recommended }>()

export const recommendedRows = projection({
  name: 'voice.recommended',
  tables: ['voice.recommended'],
  kinds: [promiseMade, promiseSaidDone, promiseAnswered, newDateAgreed],
  async apply(tx, facts) {
    for (const fact of facts) {
      const at = { owner: fact.owner, stream: fact.stream }
      switch (fact.kind) {
        case 'promise-made': {
          const { about, promiser, due } = fact.body
          if (!isRecommended(about)) break
          const organisation = promiser.organisation as Id | null
          const row = { ...at, organisation, due: due as Day, said_done_at: null, answer: null }
          await tx.all(build.insertInto('voice.recommended').values(row))
          break
        }
        case 'promise-said-done':
          await change(tx, at, { said_done_at: fact.at, answer: null })
          break
        case 'promise-answered':
          await change(tx, at, { answer: fact.body.answer })
          break
        case 'promise-date-agreed':
          await change(tx, at, { due: fact.body.due as Day })
          break
      }
    }
  },
})

const change = async (tx: Tx, { owner, stream }: PromiseRef, set: Partial<Recommended>) => {
  await tx.all(
    build
      .updateTable('voice.recommended')
      .set(set)
      .where('owner', '=', owner)
      .where('stream', '=', stream),
  )
}

/** How one body stands with what the ombudsman recommended to it. */
export type RecommendedBy = {
  readonly organisation: Id
  readonly all: number
  readonly kept: number
  readonly disputed: number
  readonly overdue: number
  /** The day of the one that is overdue longest. */
  readonly since: Day | null
}

/** Of each of these bodies that was recommended anything; no words of any complaint. */
export const recommendedBy = (
  db: Querier,
  organisations: readonly Id[],
  today: Day,
): Promise<RecommendedBy[]> =>
  db.text<RecommendedBy>(
    `select organisation, count(*) as all,
       count(*) filter (where answer = 'yes') as kept,
       count(*) filter (where answer in ('no', 'not yet')) as disputed,
       count(*) filter (where said_done_at is null and due < $2) as overdue,
       min(due) filter (where said_done_at is null and due < $2) as since
     from voice.recommended where organisation = any($1)
     group by organisation order by organisation`,
    [organisations, today],
    'recommended-by',
  )
