// How a count is told: as a sheet, aloud, as a picture, as JSON.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Compile } from 'typebox/schema'
import type { Election } from '../src/election/ballots.ts'
import { countElection } from '../src/election/count-election.ts'
import { readElection } from '../src/election/read-election.ts'
import { type Count, decimal, electionRules } from '../src/election/stages.ts'
import { countAsJson } from '../src/report/election-json.ts'
import { electionPicture } from '../src/report/election-picture.ts'
import { electionSheet } from '../src/report/election-sheet.ts'
import { sheetAsText } from '../src/report/election-text.ts'
import { electionInWords } from '../src/report/election-words.ts'
import { randomElections } from './elections-made.ts'

const read = readElection(
  readFileSync(new URL('../fixtures/stv/governors.blt', import.meta.url), 'utf8'),
)
assert.ok(read.ok)
const governors = read.value

function count(election: Election, rule: string, seed: string | null = null): Count {
  const counted = countElection(election, { rule, seed })
  assert.ok(counted.ok)
  return counted.value
}

describe('Votes in print', () => {
  it('carry exactly the places of the rule', () => {
    assert.equal(decimal(42_857n, 5), '0.42857')
    assert.equal(decimal(0n, 2), '0.00')
    assert.equal(decimal(-5n, 2), '-0.05')
    assert.equal(decimal(939n, 0), '939')
    assert.equal(decimal(9_007_199_254_740_993n, 9), '9007199.254740993')
  })
})

describe('The sheet of a count', () => {
  const sheet = electionSheet(governors, count(governors, 'scottish-stv'))

  it('has a row for each candidate, one for what is not transferable, and the total', () => {
    assert.deepEqual(
      sheet.rows.map(({ name }) => name),
      [
        'Asha Rahman',
        'Ben Okafor',
        'Carys Evans',
        'Dai Morgan',
        'Ewa Nowak',
        'Finn Byrne',
        'Non-transferable',
        'Total',
      ],
    )
  })

  it('shows first preferences, then what was transferred and what that makes', () => {
    assert.equal(sheet.stages[0], 'First preferences')
    assert.equal(sheet.stages[1], 'Surplus of Asha Rahman')
    assert.deepEqual(sheet.rows[0]!.cells[0], {
      transfer: '',
      votes: '114.00000',
      standing: 'Elected',
    })
    assert.deepEqual(sheet.rows[0]!.cells[1], {
      transfer: '-53.00000',
      votes: '61.00000',
      standing: 'Elected',
    })
  })

  it('adds up to the same total at every stage', () => {
    for (const { votes } of sheet.rows.at(-1)!.cells) assert.equal(votes, '300.00000')
  })

  it('is text of no more than 96 columns and a mark', () => {
    const text = sheetAsText(sheet)
    for (const line of text.split('\n')) assert.ok(line.length <= 106, line)
    assert.match(text, /^Elected: Asha Rahman; /m)
    assert.match(text, /^Quota +61\.00000/m)
  })
})

describe('The words of a count', () => {
  it('say the quota, each stage and who is elected in whole sentences', () => {
    const words = electionInWords(governors, count(governors, 'ni1985'), null)
    assert.match(words[0]!, /There are 4 places to fill and 6 candidates\./)
    assert.match(words[0]!, /There are 300 valid papers\. The quota is 61\./)
    assert.match(words[1]!, /^Stage 1\. First preferences\. Asha Rahman: 114\./)
    assert.match(words.at(-1)!, /^Elected, in this order: Asha Rahman, /)
    for (const paragraph of words) assert.match(paragraph, /\.$/)
  })

  it('say how a tie was settled, and when a lot had no seed', () => {
    const tied = readElection('2 1\n3 1 0\n3 2 0\n0\n"Asha"\n"Ben"\n"Chair"\n')
    assert.ok(tied.ok)
    const without = electionInWords(tied.value, count(tied.value, 'fptp'), null).join(' ')
    assert.match(without, /Asha and Ben are tied\. A lot is needed, no seed was stated/)
    const withSeed = electionInWords(tied.value, count(tied.value, 'fptp', '5f3a'), '5f3a')
    assert.match(withSeed.join(' '), /A lot drawn from the seed 5f3a decides: \w+ is elected\./)
  })

  it('group thousands and leave out decimals that are nought', () => {
    const large = readElection('2 1\n1234567 1 0\n3 2 0\n0\n"Asha"\n"Ben"\n"Chair"\n')
    assert.ok(large.ok)
    const words = electionInWords(large.value, count(large.value, 'scottish-stv'), null)
    assert.match(words.join(' '), /Asha: 1,234,567\./)
  })
})

describe('The picture of a count', () => {
  const counted = count(governors, 'ers97')
  const { svg, table } = electionPicture(governors, counted, 'oak-lane')

  it('has a title and a description that the picture is labelled by', () => {
    assert.match(svg, /^<svg [^>]*role="img"[^>]*aria-labelledby="oak-lane-title oak-lane-desc"/)
    assert.match(svg, /<title id="oak-lane-title">[^<]+<\/title>/)
    assert.match(svg, /<desc id="oak-lane-desc">[^<]*Elected: [^<]+<\/desc>/)
  })

  it('has its figures beside it as a table', () => {
    assert.deepEqual(table, electionSheet(governors, counted))
  })

  it('says Elected in words once for each who is', () => {
    assert.equal(svg.match(/>Elected</g)?.length, counted.elected.length)
  })

  it('holds no markup from a name', () => {
    const named = {
      ...governors,
      title: '<script>&',
      candidates: governors.candidates.map(() => ({ name: '<img src="x">\u0007' })),
    }
    const picture = electionPicture(named, counted, '"><b').svg
    assert.doesNotMatch(picture, /<script|<img|<b\b/)
  })
})

describe('The JSON of a count', () => {
  const schema = Compile(
    JSON.parse(
      readFileSync(new URL('../schemas/count-election.schema.json', import.meta.url), 'utf8'),
    ),
  )

  it('meets its schema whatever is counted, and every telling of it is words', () => {
    fc.assert(
      fc.property(randomElections(), fc.constantFrom(...electionRules), (election, rule) => {
        const counted = count(election, rule, '5f3a')
        const json = JSON.parse(JSON.stringify(countAsJson(counted, '5f3a')))
        assert.ok(schema.Check(json), JSON.stringify(schema.Errors(json)))
        const words = electionInWords(election, counted, '5f3a').join('\n')
        const text = sheetAsText(electionSheet(election, counted))
        const { svg } = electionPicture(election, counted, 'p')
        for (const told of [words, text, svg]) assert.doesNotMatch(told, /undefined|NaN|Infinity/)
      }),
      { numRuns: 200, seed: 9 },
    )
  })

  it('does not meet its schema when a field is missing', () => {
    const { quota: _, ...rest } = countAsJson(count(governors, 'fptp'), null)
    assert.ok(!schema.Check(rest))
  })

  it('has the elected in rising order, and a quota that is a number or null', () => {
    const json = countAsJson(count(governors, 'ers97'), null)
    assert.deepEqual(json.elected, [...json.elected].sort())
    assert.equal(json.quota, 60)
    assert.equal(countAsJson(count(governors, 'fptp'), null).quota, null)
  })
})
