// Seeing how a person is doing: every read is a look, decided, receipted, and only then shown.
import { dayIn, type Id, LONDON, ok, type PersonId, type Result } from '../../../basics/index.ts'
import { type Answers, type Form, loadFilled, wordingOf } from '../../../forms/index.ts'
import type { Log } from '../../../log/index.ts'
import { type LookRequest, look } from '../../../sharing/index.ts'
import {
  readAnswersKept,
  readOutcomes,
  type SeenAnswers,
  type SeenOutcome,
} from '../../store/outcome-reads.ts'

export type SeenOutcomes = {
  /** The newest first. */
  readonly answers: readonly SeenAnswers[]
  readonly outcomes: readonly SeenOutcome[]
}

/** Everything that may be seen of somebody's answers and outcomes. Refuses `nothing-shared`. */
export async function seeOutcomes(log: Log, request: LookRequest): Promise<Result<SeenOutcomes>> {
  let seen: SeenOutcomes = { answers: [], outcomes: [] }
  const done = await log.db.transaction((tx) =>
    look(log, tx, request, async (leave, visible) => {
      const answers = await readAnswersKept(leave, visible)
      const outcomes = await readOutcomes(leave, visible)
      seen = { answers, outcomes }
      return [...answers, ...outcomes].map(({ id }) => ({ id }))
    }),
  )
  return done.ok ? ok(seen) : done
}

export type SeenFilled = {
  readonly kept: SeenAnswers
  readonly answers: Answers
  readonly language: string
  readonly helped: string
  /** The words that were answered; null where they may not be shown any more. */
  readonly form: Form | null
}

/** One filled form in full; null where there is none that may be seen. */
export async function seeFilled(
  log: Log,
  request: LookRequest,
  id: Id,
): Promise<Result<SeenFilled | null>> {
  let seen: SeenFilled | null = null
  const today = dayIn(LONDON, log.clock.now())
  const done = await log.db.transaction((tx) =>
    look(log, tx, request, async (leave, visible) => {
      const [kept] = await readAnswersKept(leave, visible, id)
      if (kept === undefined) return []
      const { filled } = await loadFilled(log, request.person, id)
      const wording = await wordingOf(log, kept.form, kept.version, today)
      seen = {
        kept,
        answers: filled?.answers ?? {},
        language: filled?.language ?? 'en',
        helped: filled?.helped ?? 'nobody',
        form: wording?.mayShow === true ? wording.form : null,
      }
      return [{ id }]
    }),
  )
  return done.ok ? ok(seen) : done
}

/** One outcome; null where there is none that may be seen. */
export async function seeOutcome(
  log: Log,
  request: LookRequest,
  id: Id,
): Promise<Result<SeenOutcome | null>> {
  let seen: SeenOutcome | null = null
  const done = await log.db.transaction((tx) =>
    look(log, tx, request, async (leave, visible) => {
      const [found] = await readOutcomes(leave, visible, id)
      if (found === undefined) return []
      seen = found
      return [{ id }]
    }),
  )
  return done.ok ? ok(seen) : done
}

/** A person's own look at how they are doing; `hides` where private things are left out here. */
export const ownOutcomesLook = (
  person: PersonId,
  where: string,
  act: LookRequest['act'] = 'read',
  hides = false,
): LookRequest => ({
  person,
  visitor: { person, via: 'self', organisation: null, roles: [], hides },
  purpose: 'own',
  act,
  where,
})
