// What two sides agree on in one sitting: one proposes, the other says yes to all of it.
import { type Id, ok, type PersonId, type Result } from '../../../basics/index.ts'
import { type Log, load } from '../../../log/index.ts'
import { planStream } from '../../domain/plan/plan.ts'
import { agreeToChanges, planAt, proposeChanges, type Wish, type Writer } from './change-plan.ts'

export type Sitting = {
  readonly person: PersonId
  readonly proposer: Writer
  readonly other: Writer
  readonly wishes: readonly Wish[]
  /** What keeps it from being done twice. */
  readonly key: string
}

/** Proposes on one log and agrees on another, later one. Refuses as the decisions do. */
export async function agreeTogether(
  logs: { readonly proposed: Log; readonly agreed: Log },
  { person, proposer, other, wishes, key }: Sitting,
): Promise<Result<readonly Id[]>> {
  const { proposed, agreed } = logs
  const done = await proposeChanges(proposed, person, proposer, wishes, `${key}-proposed`)
  if (!done.ok) return done
  const { state } = await load(agreed, agreed.db, planStream, planAt(person))
  const open = [...state.proposals.values()].filter(({ ended }) => ended === null)
  const names = open.map(({ proposal }) => proposal)
  if (names.length === 0) return ok(done.value)
  const yes = await agreeToChanges(agreed, person, other, names, `${key}-agreed`)
  return yes.ok ? ok(done.value) : yes
}
