// First past the post: one mark a paper, and the most votes win.
import { type Election, linesOf } from '../election/ballots.ts'
import type { Count } from '../election/stages.ts'
import type { Lots } from './stv-lots.ts'
import { mostVotes } from './stv-most-votes.ts'

/**
 * Counts each paper for its first choice among those who stand; later preferences say nothing.
 * With several seats this is the single non-transferable vote. Where candidates have equal votes
 * and one more vote would elect any of them, a lot decides.
 *
 * @source Representation of the People Act 1983, schedule 1, rules 18, 49 and 50; NHS Model
 * Election Rules 2014, part 6, the rules for first past the post
 */
export function countFptp(election: Election, lots: Lots): Count {
  const votes = election.candidates.map(() => 0)
  const withdrawn = new Set(election.withdrawn)
  let papers = 0
  for (const [many, preferences] of linesOf(election.ballots)) {
    const choice = preferences.find((number) => !withdrawn.has(number))
    if (choice === undefined) continue
    votes[choice - 1] = votes[choice - 1]! + many
    papers += many
  }
  const standing = votes.map((_, at) => at + 1).filter((number) => !withdrawn.has(number))
  const { elected, ties } = mostVotes(votes, standing, election.seats, lots)
  return {
    rule: 'fptp',
    seats: election.seats,
    papers,
    places: 0,
    quota: null,
    elected,
    stages: [
      {
        action: { type: 'first preferences' },
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
