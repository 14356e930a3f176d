// What a person says of what they were offered, and how a gap becomes a question.
import {
  dayIn,
  type Id,
  type Instant,
  LONDON,
  ok,
  type Result,
  refuse,
  tidyLine,
} from '../../../basics/index.ts'
import type { Decision } from '../../../log/index.ts'
import type { OfferedKind } from './facts.ts'
import { type SupportCode, supportCodes } from './nine-supports.ts'
import { gapsIn, type Offered, type Said } from './offered.ts'
import { refusals } from './refusals.ts'

/**
 * Says it, or says it anew. Refuses `offered-condition-missing`, `offered-told-in-future`.
 */
export const sayOffered =
  (saying: Said) =>
  (_state: Offered, now: Instant): Result<Decision<OfferedKind, null>> => {
    const condition = tidyLine(saying.condition)
    if (condition === '') return refuse(refusals.conditionMissing, {}, 'condition')
    if (saying.toldOn > dayIn(LONDON, now)) return refuse(refusals.toldInFuture, {}, 'toldOn')
    const offered = supportCodes.filter((code) => saying.offered.includes(code))
    const body = { ...saying, condition, offered }
    return ok({ facts: [{ kind: 'offered-at-diagnosis-said', body }], answer: null })
  }

/**
 * Makes a question for the next visit of a gap, once; gives its id.
 * Refuses `offered-unknown`, `offered-not-a-gap`.
 */
export const followGap =
  (support: SupportCode, question: Id, says: string) =>
  (state: Offered): Result<Decision<OfferedKind, Id>> => {
    if (state.said === null) return refuse(refusals.offeredUnknown)
    if (!gapsIn(state).includes(support)) return refuse(refusals.notAGap)
    const before = state.followed.get(support)
    if (before !== undefined) return ok({ facts: [], answer: before.question })
    const body = { support, question, says: tidyLine(says) }
    return ok({ facts: [{ kind: 'offered-gap-followed', body }], answer: question })
  }
