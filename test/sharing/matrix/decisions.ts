// What stands in the addresses of decision aids and decisions: one aid, and one decision of hers.
import type { PersonId } from '../../../src/basics/index.ts'
import { ownWriter } from '../../../src/care/actions/plan/change-plan.ts'
import { beginDecision, shipAids } from '../../../src/care/index.ts'
import type { Log } from '../../../src/log/index.ts'

/** By the names in the addresses; the heading and the deed are some that a helper may use. */
export async function decidedBy(log: Log, person: PersonId, name: string) {
  await shipAids(log)
  const beginning = { tool: null, parts: { question: 'What about my sleep?' }, because: null }
  const begun = await beginDecision(log, person, ownWriter(person, name), beginning, null)
  if (!begun.ok) throw new Error(`Refused: ${begun.refusal.code}`)
  return {
    aid: 'sore-throat',
    version: '2',
    decision: begun.value as string,
    heading: 'matters',
    deed: 'comment',
    as: 'headings',
  }
}
