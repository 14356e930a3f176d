// Northern Ireland's council elections of 1985, the model for NHS foundation trusts' governors.
import type { Election } from '../election/ballots.ts'
import type { Count } from '../election/stages.ts'
import { countByLastParcel, type LastParcelRule, unitByHand } from './stv-last-parcel.ts'
import type { Lots } from './stv-lots.ts'
import { activeVote, continuingOf, elect, openSheet, type Sheet, vacanciesOf } from './stv-sheet.ts'

/**
 * Counts as Northern Ireland's order of 1985 says, and as the single transferable vote part of
 * the NHS Model Election Rules does after it. The quota is a whole number: the valid papers
 * divided by one more than the seats, the fraction dropped, plus one. A surplus moves only the
 * papers received last, at two places and never above the value at which they came; surpluses
 * smaller than the gap between the lowest candidates wait; the lowest go together when they
 * cannot catch up. Ties look to the earliest stage at which the votes differed, then to a lot.
 * The last vacancy goes to one who has as many votes as all the others and the surpluses waiting.
 *
 * @source Local Elections (Northern Ireland) Order 1985 (SI 1985/454), Local Elections Rules, part
 * IV, rules 41 to 52; NHS Model Election Rules 2014, part 6, the rules for STV
 */
export function countNorthernIreland1985(election: Election, lots: Lots): Count {
  const sheet = openSheet(election, unitByHand, lots)
  sheet.quota = (Math.floor(sheet.papers / (election.seats + 1)) + 1) * unitByHand
  return countByLastParcel(sheet, northernIreland)
}

const northernIreland: LastParcelRule = {
  rule: 'ni1985',
  togetherWhen: 'less than',
  firstPreferencesApart: true,
  looksAfterEvery: 'stage',
  deemElected(sheet) {
    elect(
      sheet,
      continuingOf(sheet).filter((number) => sheet.votes[number]! >= sheet.quota),
    )
    electToLastVacancy(sheet)
  },
  afterBatch() {},
}

/** Rule 52(2); where two have half each, nobody is elected by it. */
function electToLastVacancy(sheet: Sheet): void {
  if (vacanciesOf(sheet) !== 1) return
  const all = activeVote(sheet)
  const enough = continuingOf(sheet).filter((number) => sheet.votes[number]! * 2 >= all)
  if (enough.length === 1) elect(sheet, enough)
}
