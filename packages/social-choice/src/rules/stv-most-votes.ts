// The end of a count in one stage: the most votes win, and a lot decides who cannot be told apart.
import type { Tie } from '../election/stages.ts'
import type { Lots } from './stv-lots.ts'

/** The `seats` numbers with the most votes (`votes[0]` is candidate 1), most first; and ties. */
export function mostVotes(
  votes: readonly number[],
  standing: readonly number[],
  seats: number,
  lots: Lots,
): { readonly elected: number[]; readonly ties: readonly Tie[] } {
  const held = (number: number): number => votes[number - 1]!
  const inOrder = [...standing].sort((one, other) => held(other) - held(one) || one - other)
  if (inOrder.length <= seats) return { elected: inOrder, ties: [] }
  const last = held(inOrder[seats - 1]!)
  const elected = inOrder.filter((number) => held(number) > last)
  let tied = inOrder.filter((number) => held(number) === last)
  const ties: Tie[] = []
  while (elected.length < seats) {
    const all = tied.length === seats - elected.length
    const chosen = all ? tied[0]! : lots.draw(tied)
    if (!all) ties.push({ between: tied, chosen, to: 'elect', byStage: null })
    elected.push(chosen)
    tied = tied.filter((number) => number !== chosen)
  }
  return { elected, ties }
}
