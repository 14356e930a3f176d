// Ballot files: what is read, and what is refused with its line.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Election, linesOf } from '../src/election/ballots.ts'
import { countElection } from '../src/election/count-election.ts'
import { readElection } from '../src/election/read-election.ts'
import { electionRules } from '../src/election/stages.ts'

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/stv/${name}`, import.meta.url), 'utf8')

function read(text: string): Election {
  const election = readElection(text)
  assert.ok(election.ok, election.ok ? '' : election.refusal.says)
  return election.value
}

const lines = (election: Election): (readonly number[])[] =>
  [...linesOf(election.ballots)].map(([papers, preferences]) => [papers, ...preferences])

describe('A BLT file', () => {
  it('gives candidates, seats, ballots and title', () => {
    const election = read(fixture('governors.blt'))
    assert.equal(election.seats, 4)
    assert.equal(election.title, 'Public governors, Oak Lane')
    assert.deepEqual(election.candidates[5], { name: 'Finn Byrne' })
    assert.deepEqual(lines(election).slice(0, 2), [
      [90, 1, 2],
      [24, 1, 3, 4],
    ])
  })

  it('may hold labels, comments, nicknames, withdrawn candidates and skipped preferences', () => {
    const election = read(fixture('garden.blt'))
    assert.deepEqual(election.withdrawn, [3])
    assert.deepEqual(lines(election), [
      [5, 1, 2],
      [3, 2, 4],
      [2, 3, 2],
      [4, 4],
    ])
    assert.equal(election.title, 'The shared garden')
  })

  it('has blank papers and papers with equal preferences set aside and counted', () => {
    assert.deepEqual(read(fixture('garden.blt')).setAside, { blank: 1, equalPreferences: 1 })
  })

  it('reads the same with a byte order mark and with carriage returns', () => {
    const text = fixture('governors.blt')
    const other = read(`\ufeff${text.replaceAll('\n', '\r\n')}`)
    assert.deepEqual(other, read(text))
  })

  it('may have thousands of kinds of ballot', () => {
    const ballots = Array.from({ length: 5000 }, (_, at) => `${at + 1} ${(at % 2) + 1} 0\n`)
    const election = read(`2 1\n${ballots.join('')}0\n"A"\n"B"\n"T"\n`)
    const counted = countElection(election, { rule: 'fptp' })
    assert.ok(counted.ok)
    assert.deepEqual(counted.value.stages[0]!.votes, [6_250_000n, 6_252_500n])
  })

  it('names withdrawn candidates by a minus sign', () => {
    const text = '3 1\n-2 -3\n2 2 1 0\n0\n"A"\n"B"\n"C"\n"T"\n'
    assert.deepEqual(read(text).withdrawn, [2, 3])
  })

  const refusals: readonly (readonly [string, string, string, number])[] = [
    ['has letters for the number of candidates', 'six 4\n', 'blt-header', 1],
    ['has no seats', '6 0\n', 'blt-header', 1],
    ['is empty', '', 'blt-header', 1],
    ['withdraws a stranger', '2 1\n-3\n1 1 0\n0\n"A"\n"B"\n"T"', 'blt-candidate', 2],
    ['gives too few nicknames', '2 1\n[nick a]\n0\n"A"\n"B"\n"T"', 'blt-option', 2],
    ['names a stranger on a ballot', '2 1\n1 1 0\n1 3 0\n0\n"A"\n"B"\n"T"', 'blt-candidate', 3],
    ['names a candidate twice', '2 1\n1 1 0\n1 2 1 2 0\n0\n"A"\n"B"\n"T"', 'blt-twice', 3],
    ['has half a paper', '2 1\n0.5 1 0\n0\n"A"\n"B"\n"T"', 'blt-ballot', 2],
    ['ends among the ballots', '2 1\n1 1 0\n', 'blt-ended', 3],
    ['ends within a ballot', '2 1\n1 1', 'blt-ended', 2],
    ['lacks the 0 after the ballots', '2 1\n1 1 0\n"A"\n"B"\n"T"', 'blt-ballot', 3],
    ['has a name without quotes', '2 1\n1 1 0\n0\n"A"\nB\n"T"', 'blt-name', 5],
    ['ends before the title', '2 1\n1 1 0\n0\n"A"\n"B"\n', 'blt-ended', 6],
  ]
  for (const [situation, text, code, line] of refusals) {
    it(`that ${situation} is refused with its line`, () => {
      const election = readElection(text)
      assert.ok(!election.ok)
      assert.equal(election.refusal.code, code)
      assert.equal(election.refusal.line, line)
      assert.doesNotMatch(election.refusal.says, /[.]$/)
    })
  }

  it('with more papers than can be counted exactly is refused', () => {
    const election = readElection('1 1\n900000000 1 0\n900000000 1 0\n0\n"A"\n"T"')
    assert.ok(!election.ok)
    assert.equal(election.refusal.code, 'too-many-papers')
  })
})

describe('A Scottish cast-vote CSV file', () => {
  it('gives candidates with parties, seats, ballots and the ward', () => {
    const election = read(fixture('ward.csv'))
    assert.equal(election.title, 'Ward 1 - Mill, Bridge and Green')
    assert.equal(election.seats, 2)
    assert.deepEqual(election.candidates, [
      { name: 'Ann Ash', party: 'Oak Party (Oak)' },
      { name: 'Bo Birch' },
      { name: 'Cy Cedar', party: 'Elm Party (Elm)' },
    ])
    assert.deepEqual(lines(election), [
      [30, 1, 2],
      [20, 2, 3],
      [11, 3],
    ])
  })

  const names = '"Candidate 1","A","",\n"Candidate 2","B","",\n"W",\n'
  const refusals: readonly (readonly [string, string, string, number])[] = [
    ['has no seats', `2,\n${names}`, 'csv-header', 1],
    ['has a ballot with no papers', `2,1,\nx,1,\n${names}`, 'csv-ballot', 2],
    ['names a stranger', `2,1,\n4,1,\n4,3,\n${names}`, 'csv-candidate', 3],
    ['names a candidate twice', `2,1,\n4,1,2,1,\n${names}`, 'csv-twice', 2],
    ['leaves a candidate out', '2,1,\n4,1,\n"Candidate 1","A","",\n"W",', 'csv-ended', 4],
    ['gives candidates out of order', '2,1,\n4,1,\n"Candidate 2","A","",', 'csv-candidate', 3],
  ]
  for (const [situation, text, code, line] of refusals) {
    it(`that ${situation} is refused with its line`, () => {
      const election = readElection(text)
      assert.ok(!election.ok)
      assert.equal(election.refusal.code, code)
      assert.equal(election.refusal.line, line)
    })
  }
})

describe('A damaged file', () => {
  const whole = ['governors.blt', 'garden.blt', 'ward.csv', 'monotonicity.blt'].map(fixture)
  const damage = fc.record({
    text: fc.constantFrom(...whole),
    at: fc.nat(400),
    remove: fc.nat(20),
    insert: fc.oneof(
      fc.string({ maxLength: 6, unit: 'binary' }),
      fc.constantFrom('0', '-1', '"', '[', '(', '/*', '99999999999', '=', ',', '\n', '1e9 '),
    ),
  })

  it('is refused in words, or counted with every paper accounted for', () => {
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
        let { text } = damages[0]!
        for (const { at, remove, insert } of damages) {
          text = text.slice(0, at) + insert + text.slice(at + remove)
        }
        const election = readElection(text)
        if (!election.ok) {
          assert.ok(election.refusal.says.length > 0 && election.refusal.remedy.length > 0)
          return
        }
        for (const rule of electionRules) {
          const count = countElection(election.value, { rule })
          if (!count.ok) continue
          const standing: number =
            election.value.candidates.length - election.value.withdrawn.length
          const { elected, papers, places, stages } = count.value
          assert.equal(elected.length, Math.min(election.value.seats, standing))
          if (rule === 'approval') continue
          const { votes, nonTransferable } = stages.at(-1)!
          const total = votes.reduce((sum, one) => sum + one, nonTransferable)
          assert.equal(total, BigInt(papers) * 10n ** BigInt(places))
        }
      }),
      { numRuns: 1500, seed: 7 },
    )
  })

  it('of random characters is refused in words', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => {
        const election = readElection(text)
        assert.ok(election.ok || election.refusal.remedy.length > 0)
      }),
      { numRuns: 500, seed: 7 },
    )
  })
})
