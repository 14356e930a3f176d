// Real contests: every result that the reference data calls trusted.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Election } from '../src/election/ballots.ts'
import { countElection } from '../src/election/count-election.ts'
import { readElection } from '../src/election/read-election.ts'
import { type Count, decimal, type ElectionRule } from '../src/election/stages.ts'
import { type Contest, readContests, readEdgeFiles, referenceFolder } from './reference-contests.ts'

const folder = referenceFolder()
const contests = folder === null ? [] : readContests(folder)
const notRun = (what: string): void => {
  if (folder === null) console.log(`REFERENCE_DATA is not set: ${what} not run`)
}

const elections = new Map<string, Election>()
function electionOf({ file, text }: { file: string; text: string }): Election {
  const known = elections.get(file)
  if (known !== undefined) return known
  const election = readElection(text)
  assert.ok(election.ok, election.ok ? '' : `${file}: ${election.refusal.says}`)
  elections.set(file, election.value)
  return election.value
}

function count(contest: { file: string; text: string }, rule: ElectionRule): Count {
  const counted = countElection(electionOf(contest), { rule })
  assert.ok(counted.ok)
  return counted.value
}

const rising = (numbers: readonly number[]): number[] =>
  [...numbers].sort((one, other) => one - other)

const votesOf = (counted: Count): string[][] =>
  counted.stages.map(({ votes }) => votes.map((units) => decimal(units, counted.places)))

describe('The 580 Scottish contests', () => {
  it('are all read with the papers and candidates that were declared', () => {
    notRun('580 ballot files')
    for (const contest of contests) {
      const counted = count(contest, 'fptp')
      assert.equal(counted.papers, contest.valid, contest.file)
      assert.equal(electionOf(contest).candidates.length, contest.candidates, contest.file)
    }
    assert.equal(contests.length, folder === null ? 0 : 580)
  })

  it('elect by Scottish STV whom the reference elects, in its order, at the same quota', () => {
    notRun('580 Scottish counts')
    for (const contest of contests) {
      const counted = count(contest, 'scottish-stv')
      assert.deepEqual(counted.elected, contest.scottish.order, contest.file)
      assert.equal(decimal(counted.quota!, 5), `${contest.scottish.quota}.00000`, contest.file)
    }
  })

  it('have every Scottish stage with the same action and the same votes to five places', () => {
    notRun('580 Scottish stage tables')
    for (const contest of contests) {
      const counted = count(contest, 'scottish-stv')
      assert.deepEqual(
        votesOf(counted),
        contest.scottish.stages.map(({ votes }) => votes),
        contest.file,
      )
      assert.deepEqual(
        counted.stages.map(({ action }) => action),
        contest.scottish.stages.map(({ action: { type, candidate } }) =>
          candidate === undefined ? { type } : { type, candidates: [candidate] },
        ),
        contest.file,
      )
    }
  })

  it('have the official stage totals of 2017 wherever those are exact', () => {
    notRun('165 official tables')
    const exact = contests.filter(({ official }) => official?.stage_check === 'exact')
    for (const contest of exact) {
      const counted = count(contest, 'scottish-stv')
      const votes = votesOf(counted).map((stage) => stage.map(Number))
      assert.deepEqual(votes, contest.official!.stages, contest.file)
      assert.deepEqual(rising(counted.elected), contest.official!.elected, contest.file)
    }
    assert.equal(exact.length, folder === null ? 0 : 165)
  })

  const sets: readonly (readonly [
    ElectionRule,
    (contest: Contest) => readonly number[] | undefined,
  ])[] = [
    ['ers97', ({ ers97 }) => ers97.elected],
    ['ni1985', ({ ni1985 }) => ni1985.elected],
    ['meek-prf', ({ meek_prf }) => meek_prf?.elected],
  ]
  for (const [rule, expected] of sets) {
    it(`elect by ${rule} whom the reference elects`, () => {
      notRun(`contests by ${rule}`)
      for (const contest of contests) {
        const winners = expected(contest)
        if (winners === undefined) continue
        assert.deepEqual(rising(count(contest, rule).elected), winners, contest.file)
      }
    })
  }

  it('need no lot under Scottish STV', () => {
    notRun('580 contests')
    for (const contest of contests) {
      const ties = count(contest, 'scottish-stv').stages.flatMap((stage) => stage.ties)
      assert.ok(
        ties.every(({ byStage }) => byStage !== null),
        contest.file,
      )
    }
  })
})

describe('The edge files of another counting program', () => {
  const rules = [
    ['scottish-stv', 'scotland'],
    ['meek-prf', 'meek-prf'],
  ] as const
  for (const [rule, theirs] of rules) {
    it(`elect the same by ${rule}, lots falling on the first of the ballot paper`, () => {
      notRun('28 edge files')
      for (const edge of folder === null ? [] : readEdgeFiles(folder)) {
        assert.deepEqual(rising(count(edge, rule).elected), edge.winners[theirs], edge.file)
      }
    })
  }
})
