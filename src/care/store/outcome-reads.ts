// Reading how a person is doing: answers and outcomes that may be seen, each through a look.
import type { Id } from '../../basics/index.ts'
import type { Look, Visible } from '../../sharing/index.ts'
import type { Kept, Outcome } from '../domain/outcomes/outcomes.ts'
import { askVisible, type ItemRow } from './items.ts'

export type SeenAnswers = Pick<ItemRow, 'id' | 'labels'> & Kept
export type SeenOutcome = Pick<ItemRow, 'labels'> & Outcome

const COLUMNS = 'item as id, kind, labels, day as at, title, says, author, body'
const MOST = 500

async function readBodies<T>(
  look: Look,
  visible: Visible,
  kind: 'form-answers' | 'own-outcome',
  id: Id | null,
): Promise<(T & { readonly id: Id; readonly labels: readonly string[] })[]> {
  const rows = await askVisible<ItemRow>(
    look,
    visible,
    (seen) =>
      `select ${COLUMNS} from care.items
       where ${seen} and kind = ? and (?::uuid is null or item = ?)
       order by day desc, item desc limit ${MOST}`,
    [kind, id, id],
  )
  return rows.map((row) => ({ ...(JSON.parse(row.body) as T), id: row.id, labels: row.labels }))
}

/** The newest first. With an id, just that one, or none. */
export const readAnswersKept = (
  look: Look,
  visible: Visible,
  id: Id | null = null,
): Promise<SeenAnswers[]> => readBodies<Kept>(look, visible, 'form-answers', id)

export const readOutcomes = (
  look: Look,
  visible: Visible,
  id: Id | null = null,
): Promise<SeenOutcome[]> => readBodies<Outcome>(look, visible, 'own-outcome', id)
