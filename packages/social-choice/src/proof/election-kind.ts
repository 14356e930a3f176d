// Elections as a kind of settlement: rules and ballots in JSON, and the count of them.
import {
  ballotPile,
  type Candidate,
  countPapers,
  type Election,
  linesOf,
  mergedBallots,
  mostCandidates,
  mostPapers,
  nothingSetAside,
} from '../election/ballots.ts'
import { countElection } from '../election/count-election.ts'
import { electionRules } from '../election/stages.ts'
import { ok, type Result, refuse } from '../ground/result.ts'
import { countAsJson } from '../report/election-json.ts'
import { ruleTitles } from '../report/election-sheet.ts'
import { isList, isRecord, type Json } from './canonical.ts'
import { isWhole, plain } from './json-reading.ts'
import type { JsonRecord, SettlementKind, SettlementRules } from './settlement.ts'

/**
 * Rules: `rule` (as `countElection` names it), `title`, `seats`, `candidates` (each a `name` and
 * perhaps a `party`), `withdrawn` (numbers from 1). Ballots: lists of papers and preferences,
 * `[36, 1, 2, 3]`. The result is that of `count-election --json`.
 *
 * Refusals: `rules-unclear`, `ballots-unclear`, and those of `countElection`.
 */
export const electionKind: SettlementKind = {
  kind: 'election',
  settle(rules, ballots, seed) {
    const election = electionOf(rules, ballots)
    if (!election.ok) return election
    const kept = { ...election.value, ballots: mergedBallots(election.value.ballots) }
    const count = countElection(kept, { rule: String(rules.rule), seed })
    if (!count.ok) return count
    return ok({
      rules: electionRulesOf(kept, String(rules.rule)),
      ballots: [...linesOf(kept.ballots)].map(([papers, line]) => [papers, ...line]),
      papers: countPapers(kept.ballots),
      result: plain(countAsJson(count.value, seed)),
    })
  },
  tell(rules, result) {
    const names = isList(rules.candidates) ? rules.candidates : []
    const elected = isList(result.elected) ? result.elected : []
    const nameOf = (number: Json): string => {
      const candidate = names[Number(number) - 1]
      return isRecord(candidate) ? String(candidate.name).trim() : String(number)
    }
    return [
      `${String(rules.title)}: ${String(rules.seats)} to be elected by these rules: ` +
        `${ruleName(rules.rule)}.`,
      `Elected: ${elected.map((number) => `${String(number)}. ${nameOf(number)}`).join('; ')}.`,
    ]
  },
}

const ruleName = (rule: Json | undefined): string =>
  ruleTitles[electionRules.find((name) => name === rule) ?? 'fptp']

/** What `settle` takes for an election that was read from a file. */
export function electionSettlement(
  election: Election,
  rule: string,
): { readonly rules: SettlementRules; readonly ballots: Json } {
  return {
    rules: electionRulesOf(election, rule),
    ballots: [...linesOf(mergedBallots(election.ballots))].map(([papers, line]) => [
      papers,
      ...line,
    ]),
  }
}

function electionRulesOf(election: Election, rule: string): SettlementRules {
  return {
    kind: 'election',
    rule,
    title: election.title,
    seats: election.seats,
    candidates: election.candidates.map(({ name, party }) =>
      party === undefined ? { name } : { name, party },
    ),
    withdrawn: [...election.withdrawn],
  }
}

function electionOf(rules: JsonRecord, ballots: Json): Result<Election> {
  const { title, seats, candidates, withdrawn } = rules
  if (typeof title !== 'string') return unclear('a title')
  if (!isWhole(seats, 1, mostCandidates)) return unclear('a number of seats')
  if (!isList(candidates) || candidates.length < 1 || candidates.length > mostCandidates) {
    return unclear('a list of candidates')
  }
  const named: Candidate[] = []
  for (const candidate of candidates) {
    if (!isRecord(candidate) || typeof candidate.name !== 'string') {
      return unclear(`a name for candidate ${named.length + 1}`)
    }
    const { name, party } = candidate
    named.push(typeof party === 'string' ? { name, party } : { name })
  }
  const gone = isList(withdrawn) ? withdrawn.filter((one) => isWhole(one, 1, named.length)) : null
  if (gone === null || gone.length !== (isList(withdrawn) ? withdrawn.length : 0)) {
    return unclear('the numbers of those who withdrew')
  }
  const read = ballotsFrom(ballots, named.length)
  if (!read.ok) return read
  return ok({
    title,
    seats,
    candidates: named,
    withdrawn: [...new Set(gone)].sort((one, other) => one - other),
    ballots: read.value,
    setAside: nothingSetAside,
  })
}

function ballotsFrom(ballots: Json, candidates: number): Result<Election['ballots']> {
  const pile = ballotPile()
  let total = 0
  if (!isList(ballots)) return unclearBallot(1)
  for (const [at, ballot] of ballots.entries()) {
    if (!isList(ballot) || ballot.length < 2) return unclearBallot(at + 1)
    const [papers, ...preferences] = ballot
    const numbers = preferences.filter((number) => isWhole(number, 1, candidates))
    const distinct = new Set(numbers).size === preferences.length
    if (!isWhole(papers, 1, mostPapers) || !distinct) return unclearBallot(at + 1)
    total += papers
    pile.add(papers, numbers)
  }
  if (total > mostPapers) return unclearBallot(ballots.length)
  return ok(pile.ballots())
}

const unclear = (what: string): Result<never> =>
  refuse(
    'rules-unclear',
    `The rules of the election do not give ${what}`,
    'Give rule, title, seats, candidates with their names, and the numbers of those who withdrew',
  )

const unclearBallot = (number: number): Result<never> =>
  refuse(
    'ballots-unclear',
    `Ballot ${number} is not a number of papers and different candidates`,
    'Give each ballot as papers and preferences, such as [36, 1, 2, 3]',
  )
