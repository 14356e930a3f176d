// Counting an election by the rule it was called under.
import { ok, type Result, refuse } from '../ground/result.ts'
import { countApproval } from '../rules/approval.ts'
import { countErs97 } from '../rules/ers97.ts'
import { countFptp } from '../rules/fptp.ts'
import { countMeekPrf } from '../rules/meek-prf.ts'
import { countNorthernIreland1985 } from '../rules/northern-ireland-1985.ts'
import { countScottishStv } from '../rules/scottish-stv.ts'
import { type Lots, lotsFrom } from '../rules/stv-lots.ts'
import type { Election } from './ballots.ts'
import { type Count, type ElectionRule, electionRules } from './stages.ts'

export type CountSettings = {
  readonly rule: string
  /** Vacancies to fill, where not those of the file. */
  readonly seats?: number
  /** Candidates who withdrew after the file was made, besides those in it; numbers from 1. */
  readonly withdrawn?: readonly number[]
  /** For lots: hexadecimal digits, an even number of them, published before the count. */
  readonly seed?: string | null
}

/**
 * Counts an election. Without a seed, a lot that a rule asks for falls on the lowest number, and
 * the result's ties say so; state a seed for an outcome that is to hold.
 *
 * Refusals: `unknown-rule`, `no-seats`, `unknown-candidate`, `nobody-stands`, `seed-not-hex`.
 *
 * @example countElection(election, { rule: 'scottish-stv', seed: '5f3a' })
 */
export function countElection(election: Election, settings: CountSettings): Result<Count> {
  const rule = electionRules.find((name) => name === settings.rule)
  if (rule === undefined) {
    return refuse(
      'unknown-rule',
      `There is no rule for elections called "${settings.rule}"`,
      `Use one of ${electionRules.join(', ')}`,
    )
  }
  const { seats = election.seats, withdrawn = [], seed = null } = settings
  if (!Number.isInteger(seats) || seats < 1) {
    return refuse('no-seats', `${seats} seats cannot be filled`, 'State one seat or more')
  }
  const candidates = election.candidates.length
  const stranger = withdrawn.find((one) => !Number.isInteger(one) || one < 1 || one > candidates)
  if (stranger !== undefined) {
    return refuse(
      'unknown-candidate',
      `Candidate ${stranger} cannot withdraw: the candidates are 1 to ${candidates}`,
      'Name those who withdrew by their numbers',
    )
  }
  const allWithdrawn = [...new Set([...election.withdrawn, ...withdrawn])].sort(
    (one, other) => one - other,
  )
  if (allWithdrawn.length === candidates) {
    return refuse(
      'nobody-stands',
      'Every candidate has withdrawn',
      'Call for nominations again; there is nothing to count',
    )
  }
  if (seed !== null && !isSeed(seed)) {
    return refuse(
      'seed-not-hex',
      'The seed is not an even number of hexadecimal digits',
      'State a seed such as 5f3a09c1',
    )
  }
  return ok(counters[rule]({ ...election, seats, withdrawn: allWithdrawn }, lotsFrom(seed)))
}

/** Whether a text can be a seed: hexadecimal digits, at least two and an even number of them. */
export const isSeed = (text: string): boolean => /^([0-9a-fA-F]{2})+$/.test(text)

const counters: Readonly<Record<ElectionRule, (election: Election, lots: Lots) => Count>> = {
  'scottish-stv': countScottishStv,
  ers97: countErs97,
  ni1985: countNorthernIreland1985,
  'meek-prf': countMeekPrf,
  fptp: countFptp,
  approval: countApproval,
}
