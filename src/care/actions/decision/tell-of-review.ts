// On the day the person chose, they are asked once whether they would choose the same again.
import type { Id } from '../../../basics/index.ts'
import type { Log } from '../../../log/index.ts'
import { tell } from '../../../messages/index.ts'
import { idNamed } from '../../../plumbing/index.ts'
import { reviewWords } from '../../words/decision-messages.ts'

type Happened = { readonly owner: Id; readonly stream: Id; readonly fact: Id }

/** Throws where the person could not be told. */
export async function tellOfReview(log: Log, { owner, stream, fact }: Happened): Promise<void> {
  const leadsTo = `/plan/decisions/${stream}`
  const draft = { from: 'Coproduce', renderings: reviewWords, leadsTo }
  const told = await tell(log, owner, idNamed(fact, owner), draft)
  if (!told.ok) throw new Error(told.refusal.code)
}
