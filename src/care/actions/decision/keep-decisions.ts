// Making a decision together: begun, written in, talked about, chosen, changed, looked at again.
import {
  dayIn,
  type Id,
  type Instant,
  LONDON,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../../basics/index.ts'
import { act, type Log, type NewFactOf } from '../../../log/index.ts'
import * as decide from '../../domain/decision/decide.ts'
import { type Decision, decisionStream } from '../../domain/decision/decision.ts'
import type { DecisionKind } from '../../domain/decision/facts.ts'
import { refusals } from '../../domain/decision/refusals.ts'
import type { Speaker } from '../../domain/plan/plan.ts'
import {
  beforeOf,
  decisionDaysOf,
  decisionsToReview,
  questionCode,
} from '../../store/decision-days.ts'
import type { Writer } from '../plan/change-plan.ts'

/** Where a decision lies. */
export type DecisionPlace = { readonly person: PersonId; readonly decision: Id }

/** Whether the writer may write in this decision; with an id of nothing, whether they may begin. */
export const mayWriteDecision = (
  log: Log,
  { may }: Writer,
  id: Id,
  labels: readonly string[] = [],
): boolean => may({ id, kind: 'shared-decision', labels, at: dayIn(LONDON, log.clock.now()) })

/**
 * Begins a decision; gives its id. Refuses `decision-question-missing`, `decision-not-your-part`,
 * `decision-no-said`, `decision-unknown`.
 */
export async function begin(
  log: Log,
  person: PersonId,
  writer: Writer,
  beginning: decide.Beginning,
  key: string | null,
): Promise<Result<Id>> {
  const id = log.chance.id()
  if (!mayWriteDecision(log, writer, id)) return refuse(refusals.decisionUnknown)
  const before = (await decisionDaysOf(log.db, person)).map(beforeOf)
  const coded = { ...beginning, parts: { question: questionCode(beginning.parts.question ?? '') } }
  const today = dayIn(LONDON, log.clock.now())
  const may = decide.mayBegin(writer.speaker, coded, before, today)
  const begun = decide.beginDecision(writer.speaker, beginning)
  return act(log, {
    actor: writer.actor,
    type: decisionStream,
    owner: person,
    stream: id,
    key,
    // Asked only here: a form sent again is answered with the decision that it began.
    decide: (state) => {
      if (!may.ok) return may
      const done = begun(state)
      return done.ok ? ok({ facts: done.value.facts, answer: id }) : done
    },
  })
}

/** What one side does in a decision: a decision function of `domain/decision/decide.ts`. */
export type Deed = (
  speaker: Speaker,
) => (state: Decision, now: Instant) => Result<{ facts: NewFactOf<DecisionKind>[]; answer: null }>

/** Does it, as this writer. Refuses as the deed does, and `decision-unknown`. */
export async function doIn(
  log: Log,
  { person, decision }: DecisionPlace,
  writer: Writer,
  deed: Deed,
  key: string | null,
): Promise<Result<null>> {
  if (!mayWriteDecision(log, writer, decision)) return refuse(refusals.decisionUnknown)
  const { actor, speaker } = writer
  const at = { type: decisionStream, owner: person, stream: decision }
  return act(log, { actor, ...at, key, decide: deed(speaker) })
}

/** The decision in progress that was begun with this aid, where there is just one. */
export async function inProgressWith(log: Log, person: PersonId, aid: string): Promise<Id | null> {
  const rows = await decisionDaysOf(log.db, person)
  const open = rows.filter((one) => one.aid === aid && one.status === 'in progress')
  return open.length === 1 ? (open[0]?.stream ?? null) : null
}

const NOBODY = { by: null, onBehalfOf: null }
const AT_ONCE = 500

/** Asks everybody whose review day has come, once. Gives how many. */
export async function askReviews(log: Log): Promise<number> {
  const today = dayIn(LONDON, log.clock.now())
  let asked = 0
  for (;;) {
    const due = await decisionsToReview(log.db, today, AT_ONCE)
    for (const { owner, stream } of due) {
      const at = { type: decisionStream, owner, stream }
      await act(log, { actor: NOBODY, ...at, decide: decide.askReview })
    }
    asked += due.length
    if (due.length < AT_ONCE) return asked
  }
}
