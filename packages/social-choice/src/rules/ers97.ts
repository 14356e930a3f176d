// The Electoral Reform Society's rules of 1997 for counting a single transferable vote by hand.
import type { Election } from '../election/ballots.ts'
import type { Count } from '../election/stages.ts'
import {
  countByLastParcel,
  type LastParcelRule,
  unitByHand,
  withinPlaces,
} from './stv-last-parcel.ts'
import type { Lots } from './stv-lots.ts'
import { activeVote, continuingOf, elect, openSheet, type Sheet, vacanciesOf } from './stv-sheet.ts'

/**
 * Counts by ERS97. The quota is worked to two places and rounded up, and falls as papers run out
 * until somebody is elected. Candidates are elected at the quota, or at the total active vote
 * divided by one more than the places left. A surplus moves only the batch received last, at no
 * more than its present value; surpluses that could change nothing wait; candidates who cannot
 * catch up go together; an excluded candidate's papers move in batches, the highest value first.
 * Ties look to the earliest batch after which the votes differed, then to a lot.
 *
 * @source Newland and Britton, How to conduct an election by the Single Transferable Vote, third
 * edition (Electoral Reform Society, 1997), sections 5 and 6
 */
export function countErs97(election: Election, lots: Lots): Count {
  const sheet = openSheet(election, unitByHand, lots)
  setQuota(sheet)
  return countByLastParcel(sheet, ers97)
}

const ers97: LastParcelRule = {
  rule: 'ers97',
  togetherWhen: 'not more than',
  firstPreferencesApart: false,
  looksAfterEvery: 'batch',
  deemElected(sheet) {
    for (;;) {
      const places = vacanciesOf(sheet)
      const enough = continuingOf(sheet).filter((number) => hasEnough(sheet, number))
      const chosen = withinPlaces(sheet, enough, places)
      if (chosen.length === 0) return
      elect(sheet, chosen)
    }
  },
  afterBatch(sheet) {
    if (sheet.elected.length === 0) setQuota(sheet)
  },
}

/** Paragraphs 5.1.6 and 5.4.8: what is left of the vote, shared, to two places rounded up. */
function setQuota(sheet: Sheet): void {
  const left = sheet.papers * unitByHand - sheet.votes[0]!
  sheet.quota = Math.ceil(left / (sheet.election.seats + 1))
}

/** Paragraphs 5.1.7, 5.3.13, 5.4.9 and 6.20. Nobody is elected without a vote. */
function hasEnough(sheet: Sheet, number: number): boolean {
  const votes = sheet.votes[number]!
  if (votes === 0) return false
  return votes >= sheet.quota || votes * (vacanciesOf(sheet) + 1) >= activeVote(sheet)
}
