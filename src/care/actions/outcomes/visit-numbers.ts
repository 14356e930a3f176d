// Numbers that a team hands out after visits: one each, for one answer, tied to nobody.
import { addDays, dayIn, type Id, LONDON, ok, type Result, refuse } from '../../../basics/index.ts'
import { readCode, writeCode } from '../../../identity/index.ts'
import type { Log } from '../../../log/index.ts'
import { sha256, type Tx } from '../../../plumbing/index.ts'
import { mostNumbersOut, visitNumberKept } from '../../domain/outcomes/dated-rules.ts'
import { refusals } from '../../domain/outcomes/refusals.ts'
import {
  countNumbers,
  keepNumbers,
  takeNumber,
  teamsWithNumbers,
  teamWithNumber,
} from '../../store/visits.ts'

/** Half of a one-time code: 40 bits are enough for what opens nothing and is asked for slowly. */
const LENGTH = 'XXXX-XXXX'.length
const HALF = '00000000'

const digestOf = (team: Id, number: string) => sha256(`visit ${team} ${number}`)

/**
 * Makes numbers, of which only digests are kept: whoever reads the table learns none of them.
 * Refuses `outcome-visit-numbers-too-many`.
 */
export async function makeNumbers(
  log: Log,
  team: Id,
  count: number,
): Promise<Result<readonly string[]>> {
  const today = dayIn(LONDON, log.clock.now())
  if ((await countNumbers(log.db, team, today)) + count > mostNumbersOut.value) {
    return refuse(refusals.tooManyNumbers, {}, 'count')
  }
  const numbers = Array.from({ length: count }, () =>
    writeCode(Buffer.from(log.chance.hex(10), 'hex')).slice(0, LENGTH),
  )
  const until = addDays(today, visitNumberKept.value)
  const digests = numbers.map((number) => digestOf(team, number))
  await keepNumbers(log.db, team, digests, today, until)
  return ok(numbers)
}

/** The number as it was made, from how somebody typed it. */
const numberIn = (typed: string): string | undefined =>
  readCode(`${typed}${HALF}`)?.slice(0, LENGTH)

/** Which team handed a number out; null where none did, or it was used. It is not used up. */
export async function teamOf(log: Log, typed: string): Promise<Id | null> {
  const number = numberIn(typed)
  if (number === undefined) return null
  const today = dayIn(LONDON, log.clock.now())
  const teams = await teamsWithNumbers(log.db, today)
  const digests = teams.map((team) => digestOf(team, number))
  return teamWithNumber(log.db, teams, digests, today)
}

/** Whether the number was there; it is not there again afterwards. */
export async function spend(log: Log, tx: Tx, team: Id, typed: string): Promise<boolean> {
  const number = numberIn(typed)
  if (number === undefined) return false
  return takeNumber(tx, team, digestOf(team, number), dayIn(LONDON, log.clock.now()))
}
