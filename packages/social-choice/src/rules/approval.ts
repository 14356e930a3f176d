// Approval voting: every candidate marked on a paper gets one vote, and the most votes win.
import { type Election, linesOf } from '../election/ballots.ts'
import type { Count } from '../election/stages.ts'
import type { Lots } from './stv-lots.ts'
import { mostVotes } from './stv-most-votes.ts'

/**
 * Counts one vote for each candidate on a paper, in whatever order they stand there. No statute
 * of the United Kingdom uses it, so ties are settled as in first past the post: by lot.
 *
 * @source Brams and Fishburn, Approval Voting, American Political Science Review 72 (1978),
 * 831–847, section 1
 */
export function countApproval(election: Election, lots: Lots): Count {
  const votes = election.candidates.map(() => 0)
  const withdrawn = new Set(election.withdrawn)
  let papers = 0
  for (const [many, preferences] of linesOf(election.ballots)) {
    let valid = false
    for (const number of preferences) {
      if (withdrawn.has(number)) continue
      votes[number - 1] = votes[number - 1]! + many
      valid = true
    }
    if (valid) papers += many
  }
  const standing = votes.map((_, at) => at + 1).filter((number) => !withdrawn.has(number))
  const { elected, ties } = mostVotes(votes, standing, election.seats, lots)
  return {
    rule: 'approval',
    seats: election.seats,
    papers,
    places: 0,
    quota: null,
    elected,
    stages: [
      {
        action: { type: 'approvals' },
        votes: votes.map(BigInt),
        nonTransferable: 0n,
        quota: null,
        elected,
        ties,
        batches: [],
        deferred: 0n,
      },
    ],
  }
}
