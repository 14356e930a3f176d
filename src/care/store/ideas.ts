// The rows of published ideas: words that anybody may read.
import type { Id, Instant } from '../../basics/index.ts'
import { projection } from '../../log/index.ts'
import type { Querier } from '../../plumbing/index.ts'
import { ideaKinds } from '../domain/outcomes/facts.ts'

export const ideaRows = projection({
  name: 'care.ideas',
  tables: ['care.ideas'],
  kinds: ideaKinds,
  async apply(tx, facts) {
    for (const { kind, owner, stream, at, body } of facts) {
      if (kind === 'outcome-idea-published') {
        await tx.text(
          `insert into care.ideas (owner, stream, says, signed, grew_from, at, withdrawn)
           values ($1, $2, $3, $4, $5, $6, false)`,
          [owner, stream, body.says, body.signed, body.from, at],
          'publish-idea',
        )
      } else {
        await tx.text(
          'update care.ideas set withdrawn = true where owner = $1 and stream = $2',
          [owner, stream],
          'withdraw-idea',
        )
      }
    }
  },
})

export type ListedIdea = {
  readonly id: Id
  readonly says: string
  readonly signed: string | null
  readonly grewFrom: Id | null
  readonly at: Instant
}

/** The newest first. */
export const listIdeas = (db: Querier, offset: number, limit: number): Promise<ListedIdea[]> =>
  db.text(
    `select stream as id, says, signed, grew_from as "grewFrom", at from care.ideas
     where not withdrawn order by at desc, stream desc offset $1 limit $2`,
    [offset, limit],
    'list-ideas',
  )

/** What grew from an idea, at once. */
export const grownFrom = (db: Querier, idea: Id): Promise<ListedIdea[]> =>
  db.text(
    `select stream as id, says, signed, grew_from as "grewFrom", at from care.ideas
     where grew_from = $1 and not withdrawn order by at, stream limit 50`,
    [idea],
    'grown-from-idea',
  )
