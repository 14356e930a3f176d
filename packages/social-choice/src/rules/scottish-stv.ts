// Scottish council elections by single transferable vote: the weighted inclusive Gregory method.
import type { Election } from '../election/ballots.ts'
import type { Count } from '../election/stages.ts'
import type { Lots } from './stv-lots.ts'
import {
  chooseOne,
  continuingOf,
  creditPiles,
  elect,
  largestSurplus,
  markPoint,
  openSheet,
  type Parcel,
  recordStage,
  type Sheet,
  sortParcels,
  vacanciesOf,
  withSurplus,
} from './stv-sheet.ts'

const places = 5
const unit = 10 ** places

/**
 * Counts as Scottish councils do. The quota is the valid papers divided by one more than the
 * seats, the fraction dropped, plus one. The largest surplus goes first and by itself: every
 * paper of that candidate moves on, at the surplus times the paper's value divided by the
 * candidate's votes, cut to five places. With no surplus left the candidate with the fewest
 * votes is excluded and the papers keep their value. Ties look to the latest stage at which the
 * votes differed, then to a lot. When as many continue as there are vacancies, they are elected.
 *
 * @source Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to
 * 52; kept by SSI 2011/399
 */
export function countScottishStv(election: Election, lots: Lots): Count {
  const sheet = openSheet(election, unit, lots)
  sheet.quota = (Math.floor(sheet.papers / (election.seats + 1)) + 1) * unit
  deemElected(sheet)
  recordStage(sheet, { type: 'first preferences' })
  while (vacanciesOf(sheet) > 0 && continuingOf(sheet).length > 0) {
    if (withSurplus(sheet).length > 0) transferSurplus(sheet)
    else excludeLowest(sheet)
  }
  return {
    rule: 'scottish-stv',
    seats: election.seats,
    papers: sheet.papers,
    places,
    quota: BigInt(sheet.quota),
    elected: sheet.elected,
    stages: sheet.stages,
  }
}

/** Rules 47 and 52: those at the quota; and all who continue, when no more than the vacancies. */
function deemElected(sheet: Sheet): void {
  elect(
    sheet,
    continuingOf(sheet).filter((number) => sheet.votes[number]! >= sheet.quota),
  )
  const left = continuingOf(sheet)
  if (left.length <= vacanciesOf(sheet)) elect(sheet, left)
  markPoint(sheet)
}

/** Rules 48 and 49. */
function transferSurplus(sheet: Sheet): void {
  const candidate = largestSurplus(sheet, 'latest')
  const total = sheet.votes[candidate]!
  const surplus = total - sheet.quota
  sheet.votes[candidate] = sheet.quota
  const moved = moveByValue(sheet, candidate, (value) => shareOf(surplus, value, total))
  sheet.votes[0] = sheet.votes[0]! + surplus - moved
  deemElected(sheet)
  recordStage(sheet, { type: 'surplus', candidates: [candidate] })
}

/** Rules 50 and 51. */
function excludeLowest(sheet: Sheet): void {
  const continuing = continuingOf(sheet)
  const fewest = Math.min(...continuing.map((number) => sheet.votes[number]!))
  const lowest = continuing.filter((number) => sheet.votes[number] === fewest)
  const candidate = chooseOne(sheet, lowest, 'exclude', 'latest')
  sheet.continuing[candidate] = 0
  sheet.votes[candidate] = 0
  const moved = moveByValue(sheet, candidate, (value) => value)
  sheet.votes[0] = sheet.votes[0]! + fewest - moved
  deemElected(sheet)
  recordStage(sheet, { type: 'exclusion', candidates: [candidate] })
}

/** Moves all of a candidate's papers on, those of one value together; says what they were worth. */
function moveByValue(sheet: Sheet, candidate: number, newValue: (value: number) => number): number {
  const held = sheet.parcels[candidate]!.sort((one, other) => other.value - one.value)
  sheet.parcels[candidate] = []
  let moved = 0
  let at = 0
  while (at < held.length) {
    const together: Parcel[] = []
    const { value } = held[at]!
    for (; at < held.length && held[at]!.value === value; at += 1) together.push(held[at]!)
    const { transferable } = sortParcels(sheet, together)
    const worth = newValue(value)
    moved += creditPiles(sheet, worth)
    if (transferable > 0) sheet.batches.push({ papers: transferable, value: BigInt(worth) })
  }
  return moved
}

/** Surplus times value divided by total, the remainder dropped; exact at any size. */
function shareOf(surplus: number, value: number, total: number): number {
  const product = surplus * value
  if (product <= Number.MAX_SAFE_INTEGER) return Math.floor(product / total)
  return Number((BigInt(surplus) * BigInt(value)) / BigInt(total))
}
