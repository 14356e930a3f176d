// Proof files: what is settled can be settled again, and a changed byte is named.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { ballotsOf, linesOf } from '../src/election/ballots.ts'
import { readElection } from '../src/election/read-election.ts'
import { electionRules } from '../src/election/stages.ts'
import { digestOf } from '../src/ground/seeded.ts'
import { canonicalJson, parseJson } from '../src/proof/canonical.ts'
import { electionSettlement } from '../src/proof/election-kind.ts'
import { commitElectorate, type Outcome, recount, settle } from '../src/proof/settle.ts'
import type { SettlementKind } from '../src/proof/settlement.ts'

const read = readElection(
  readFileSync(new URL('../fixtures/stv/governors.blt', import.meta.url), 'utf8'),
)
assert.ok(read.ok)
const governors = read.value
const electorate = commitElectorate(Array.from({ length: 400 }, (_, at) => digestOf(`salt ${at}`)))

async function settled(rule: string): Promise<Outcome> {
  const { rules, ballots } = electionSettlement(governors, rule)
  const outcome = await settle(rules, electorate, ballots, '5f3a')
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.refusal.says)
  return outcome.value
}

describe('Canonical JSON', () => {
  it('sorts names by their UTF-16 units and writes numbers as ECMAScript does', () => {
    const value = { '\u20ac': 1, '\r': 2, '1': 4.5, '\ud83d\ude00': 1e21, b: [true, null, 1e-7] }
    assert.equal(
      canonicalJson(value),
      '{"\\r":2,"1":4.5,"b":[true,null,1e-7],"\u20ac":1,"\ud83d\ude00":1e+21}',
    )
  })

  it('is read back as the same value, and written as the same text', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = canonicalJson(JSON.parse(JSON.stringify(value)))
        const again = parseJson(text)
        assert.ok(again.ok)
        assert.equal(canonicalJson(again.value), text)
      }),
      { numRuns: 300, seed: 3 },
    )
  })

  it('deeper than 64 values is refused, however deep', () => {
    for (const depth of [70, 100_000]) {
      const deep = parseJson('['.repeat(depth) + ']'.repeat(depth))
      assert.ok(!deep.ok)
      assert.equal(deep.refusal.code, 'json-too-deep')
    }
  })
})

describe('A settled election', () => {
  for (const rule of electionRules) {
    it(`by ${rule} comes out byte for byte when its proof is counted again`, async () => {
      const { proof, result } = await settled(rule)
      const again = await recount(proof)
      assert.ok(again.ok, again.ok ? '' : again.refusal.says)
      assert.equal(again.value.proof, proof)
      assert.deepEqual(again.value.result, result)
      assert.equal(again.value.digest, digestOf(proof))
      assert.equal(again.value.seedDigest, digestOf('5f3a'))
    })
  }

  it('has the same proof in whatever order the ballots come', async () => {
    const { proof } = await settled('ers97')
    const lines = [...linesOf(governors.ballots)].flatMap(([many, line]) => [
      [many - 1, [...line]] as const,
      [1, [...line]] as const,
    ])
    const turned = { ...governors, ballots: ballotsOf(lines.reverse()) }
    const { rules, ballots } = electionSettlement(turned, 'ers97')
    const other = await settle(rules, electorate, ballots, '5f3a')
    assert.ok(other.ok)
    assert.equal(other.value.proof, proof)
  })

  it('tells who is elected in plain lines', async () => {
    const again = await recount((await settled('ni1985')).proof)
    assert.ok(again.ok)
    assert.match(again.value.told.join(' '), /Public governors, Oak Lane: 4 to be elected/)
    assert.match(again.value.told.join(' '), /1\. Asha Rahman/)
  })
})

describe('A proof file', () => {
  const changes: readonly (readonly [string, (proof: string) => string, string])[] = [
    [
      'with another winner',
      (proof) => proof.replace(/"elected":\[\d/, '"elected":[9'),
      'outcome-differs',
    ],
    ['with another ballot', (proof) => proof.replace('[90,1,2]', '[89,1,2]'), 'outcome-differs'],
    [
      'with ballots in another order',
      (proof) =>
        proof.replace('[[90,1,2],', '[').replace('],"electorate"', ',[90,1,2]],"electorate"'),
      'outcome-differs',
    ],
    [
      'with another seed',
      (proof) => proof.replace('"seed":"5f3a"', '"seed":"5f3b"'),
      'outcome-differs',
    ],
    ['with a word more', (proof) => proof.replace('"kind"', '"king":1,"kind"'), 'outcome-differs'],
    ['with a space more', (proof) => `${proof} `, 'not-canonical'],
    [
      'with fewer people than papers',
      (proof) => proof.replace('"people":400', '"people":299'),
      'more-papers-than-people',
    ],
    ['that is cut short', (proof) => proof.slice(0, -1), 'not-json'],
    ['that is another JSON file', () => '{"a":1}', 'not-a-proof'],
    ['of another version', (proof) => proof.replace('"version":1', '"version":2'), 'proof-version'],
    [
      'of another kind',
      (proof) => proof.replace('"kind":"election"', '"kind":"auction"'),
      'unknown-kind',
    ],
    [
      'with a stranger on a ballot',
      (proof) => proof.replace('[90,1,2]', '[90,1,7]'),
      'ballots-unclear',
    ],
    ['with an unknown rule', (proof) => proof.replaceAll('ers97', 'ers76'), 'unknown-rule'],
  ]
  for (const [situation, change, code] of changes) {
    it(`${situation} does not hold, and the reason is said`, async () => {
      const { proof } = await settled('ers97')
      const changed = change(proof)
      assert.notEqual(changed, proof)
      const again = await recount(changed)
      assert.ok(!again.ok)
      assert.equal(again.refusal.code, code)
    })
  }

  it('names the first place where it differs', async () => {
    const { proof } = await settled('ers97')
    const again = await recount(proof.replace('"elected":[1,', '"elected":[2,'))
    assert.ok(!again.ok)
    assert.match(again.refusal.says, /result\.elected\[0\] is 2 in the file and 1 when counted/)
  })

  it('with any byte changed never holds', async () => {
    const { proof } = await settled('fptp')
    await fc.assert(
      fc.asyncProperty(fc.nat(proof.length - 1), fc.string({ maxLength: 2 }), async (at, put) => {
        const changed = proof.slice(0, at) + put + proof.slice(at + 1)
        if (changed === proof) return
        assert.ok(!(await recount(changed)).ok)
      }),
      { numRuns: 400, seed: 3 },
    )
  })
})

describe('A kind of settlement made elsewhere', () => {
  const coin: SettlementKind = {
    kind: 'coin',
    settle: (rules, ballots, seed) => ({
      ok: true,
      value: { rules, ballots, papers: 0, result: { heads: seed > '80' } },
    }),
    tell: () => ['A coin was thrown.'],
  }

  it('is settled and recounted by the same code', async () => {
    const outcome = await settle({ kind: 'coin' }, electorate, [], 'ff', [coin])
    assert.ok(outcome.ok)
    assert.deepEqual(outcome.value.result, { heads: true })
    assert.ok((await recount(outcome.value.proof, [coin])).ok)
    assert.ok(!(await recount(outcome.value.proof)).ok)
  })
})

describe('The commitment to an electorate', () => {
  it('does not depend on the order of the list, and changes with every entry', () => {
    const one = commitElectorate(['a', 'b', 'c'])
    assert.deepEqual(commitElectorate(['c', 'a', 'b']), one)
    assert.equal(one.people, 3)
    assert.notEqual(commitElectorate(['a', 'b', 'd']).digest, one.digest)
    assert.notEqual(commitElectorate(['a', 'b,c']).digest, commitElectorate(['a,b', 'c']).digest)
  })
})
