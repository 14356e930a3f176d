// Asha's plan, as the page that says who sees what needs it: one goal, and a meeting.
import { asDay, type Id, type PersonId } from '../../../src/basics/index.ts'
import {
  agreeToChanges,
  ownWriter,
  planReview,
  proposeChanges,
} from '../../../src/care/actions/plan/change-plan.ts'
import type { Log } from '../../../src/log/index.ts'
import { done } from '../../attacks/town.ts'

/** One goal that she and her nurse agreed to. */
export async function planOf(log: Log, asha: PersonId, sian: PersonId): Promise<Id> {
  const goal = { part: null, kind: 'goal', under: null, set: { says: 'To sleep' } } as const
  const wish = { ...goal, was: {}, remove: false, because: null }
  const [part] = done(await proposeChanges(log, asha, ownWriter(asha, 'Asha Patel'), [wish], null))
  const [row] = await log.db.text<{ id: string }>('select proposal as id from care.proposals')
  const nurse = {
    speaker: { as: 'professional', basis: null, shownAs: 'Sian Rees' },
    actor: { by: sian, onBehalfOf: null },
    may: () => true,
  } as const
  done(await agreeToChanges(log, asha, nurse, [row?.id ?? ''], null))
  if (part === undefined) throw new Error('There is no goal')
  return part
}

/** A meeting about it. */
export const reviewOf = async (log: Log, asha: PersonId): Promise<Id> => {
  const review = { on: asDay('2027-01-05'), time: '09:30', place: null, agenda: ['Sleep'] }
  return done(await planReview(log, asha, ownWriter(asha, 'Asha Patel'), review, null))
}
