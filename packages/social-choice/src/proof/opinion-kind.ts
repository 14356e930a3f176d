// Opinion maps as a kind of settlement: everybody's votes in JSON, and the map of them.
import { ok, type Result, refuse } from '../ground/result.ts'
import { mapOpinions } from '../opinion/opinion-map.ts'
import type { Vote, VoteMatrix } from '../opinion/vote-matrix.ts'
import { voteMatrix } from '../opinion/vote-store.ts'
import { opinionReport } from '../report/opinion-report.ts'
import { isList, type Json } from './canonical.ts'
import { plain, textsOf } from './json-reading.ts'
import type { SettlementKind, SettlementRules } from './settlement.ts'

/**
 * Rules: `title`; `leftOut` and `aboutItself`, ids of statements. Ballots: for each person the id
 * and the votes that stand, `["7", [["12", 1], ["13", -1]]]`, 1 agree, 0 pass, -1 disagree. The
 * result is that of `map-opinion --json`.
 *
 * Refusals: `rules-unclear`, `ballots-unclear`, and those of `mapOpinions`.
 */
export const opinionKind: SettlementKind = {
  kind: 'opinion',
  settle(rules, ballots, seed) {
    const { title } = rules
    const [leftOut, aboutItself] = [textsOf(rules.leftOut), textsOf(rules.aboutItself)]
    if (typeof title !== 'string' || leftOut === null || aboutItself === null) {
      return refuse(
        'rules-unclear',
        'The rules of the map do not give a title and the statements left out',
        'Make the rules by opinionSettlement',
      )
    }
    const matrix = matrixFrom(ballots)
    if (!matrix.ok) return matrix
    const map = mapOpinions(matrix.value, {
      seed,
      leftOut: new Set(leftOut),
      aboutItself: new Set(aboutItself),
    })
    if (!map.ok) return map
    return ok({
      ...opinionSettlement(matrix.value, { title, leftOut, aboutItself }),
      papers: matrix.value.people.length,
      result: plain(opinionReport(map.value)),
    })
  },
  tell(rules, result) {
    const groups = isList(result.groups) ? result.groups.length : 0
    return [
      `${String(rules.title)}: ${String(result.people)} people, ${String(result.statements)} ` +
        `statements, ${String(result.votes)} votes.`,
      `Groups that answer alike: ${groups}.`,
    ]
  },
}

/** What `settle` takes for a conversation. */
export function opinionSettlement(
  matrix: VoteMatrix,
  about: {
    readonly title: string
    readonly leftOut?: readonly string[]
    readonly aboutItself?: readonly string[]
  },
): { readonly rules: SettlementRules; readonly ballots: Json } {
  const inOrder = (ids: readonly string[] = []): string[] => [...new Set(ids)].sort()
  return {
    rules: {
      kind: 'opinion',
      title: about.title,
      leftOut: inOrder(about.leftOut),
      aboutItself: inOrder(about.aboutItself),
    },
    ballots: matrix.people.map((person, row) => {
      const votes: Json[] = []
      for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at += 1) {
        votes.push([matrix.statements[matrix.columns[at]!]!, matrix.votes[at]!])
      }
      return [person, votes]
    }),
  }
}

function matrixFrom(ballots: Json): Result<VoteMatrix> {
  const casts: { voter: string; statement: string; vote: Vote }[] = []
  if (!isList(ballots)) return unclearBallot(1)
  for (const [at, ballot] of ballots.entries()) {
    const [voter, votes] = isList(ballot) ? ballot : []
    if (typeof voter !== 'string' || !isList(votes)) return unclearBallot(at + 1)
    for (const pair of votes) {
      const [statement, given] = isList(pair) ? pair : []
      const vote = ([-1, 0, 1] as const).find((one) => one === given)
      if (typeof statement !== 'string' || vote === undefined) return unclearBallot(at + 1)
      casts.push({ voter, statement, vote })
    }
  }
  return ok(voteMatrix(casts))
}

const unclearBallot = (number: number): Result<never> =>
  refuse(
    'ballots-unclear',
    `Ballot ${number} is not a person and the votes that stand`,
    'Give each as an id and pairs, such as ["7", [["12", 1]]]',
  )
