// Proofs of funds, panels and opinion maps: the same bytes again, and strangers' files refused.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isList, isRecord, type Json } from '../src/proof/canonical.ts'
import { recount, settle } from '../src/proof/settle.ts'
import { election, electorate, fund, opinion, panel, proved, seed } from './proofs-made.ts'

const kinds = {
  'fund with approvals': async () => fund('oakham-approval.pb'),
  'fund with one choice each': async () => fund('oakham-choose-1.pb'),
  'fund with points': async () => fund('oakham-cumulative.pb'),
  'fund with ranks': async () => fund('oakham-ordinal.pb'),
  'fund with scores': async () => fund('oakham-scoring.pb'),
  'opinion map': async () => opinion(),
  panel,
}

describe('Every kind of settlement', () => {
  for (const [what, made] of Object.entries(kinds)) {
    it(`comes out byte for byte when the proof is counted again: ${what}`, async () => {
      const { proof, result } = await proved(await made())
      const again = await recount(proof)
      assert.ok(again.ok, again.ok ? '' : again.refusal.says)
      assert.equal(again.value.proof, proof)
      assert.deepEqual(again.value.result, result)
      assert.ok(again.value.told.length > 0)
      assert.doesNotMatch(again.value.told.join('\n'), /undefined|NaN|\[object/)
    })
  }

  it('has the same proof in whatever order the ballots come', async () => {
    for (const made of [fund('oakham-cumulative.pb'), opinion(), election('ni1985')]) {
      const { proof } = await proved(made)
      assert.ok(isList(made.ballots))
      const turned = await proved({ ...made, ballots: made.ballots.toReversed() })
      assert.equal(turned.proof, proof)
    }
  })

  it('refuses rules and ballots with a part gone or strange, and never throws', async () => {
    const all = [
      election('ers97'),
      await panel(),
      ...['oakham-approval.pb', 'oakham-cumulative.pb'].map(fund),
      opinion(),
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...all),
        fc.array(fc.nat(50), { minLength: 1, maxLength: 5 }),
        fc.oneof(fc.constant(undefined), fc.jsonValue({ maxDepth: 2 })),
        fc.boolean(),
        async ({ rules, ballots }, path, put, inRules) => {
          const other = put === undefined ? null : JSON.parse(JSON.stringify(put))
          const changed = inRules ? changedAt(rules, path, other) : rules
          const cast = inRules ? ballots : changedAt(ballots, path, other)
          const isKind = isRecord(changed) && typeof changed.kind === 'string'
          if (!isKind) return
          const outcome = await settle(
            { ...changed, kind: String(changed.kind) },
            electorate,
            cast,
            seed,
          )
          if (!outcome.ok) assert.ok(outcome.refusal.says.length > 0)
          else assert.ok((await recount(outcome.value.proof)).ok)
        },
      ),
      { numRuns: 150, seed: 5 },
    )
  })
})

/** The value with another put in at a place; the path picks a member at each depth. */
function changedAt(value: Json, path: readonly number[], put: Json): Json {
  const [pick, ...rest] = path
  if (pick === undefined) return put
  if (isList(value) && value.length > 0) {
    const at = pick % value.length
    return value.with(at, changedAt(value[at]!, rest, put))
  }
  if (isRecord(value) && Object.keys(value).length > 0) {
    const names = Object.keys(value)
    const name = names[pick % names.length]!
    return { ...value, [name]: changedAt(value[name]!, rest, put) }
  }
  return put
}

describe('The proof of a panel', () => {
  it('does not hold when another panel is said to be drawn', async () => {
    const { proof } = await proved(await panel())
    const drawn = /"drawn":\["([^"]+)","([^"]+)"/.exec(proof)
    assert.ok(drawn !== null)
    const other = proof.replaceAll(drawn[0], `"drawn":["${drawn[2]}","${drawn[1]}"`)
    const again = await recount(other)
    assert.ok(!again.ok)
    assert.equal(again.refusal.code, 'document-draw')
  })

  it('does not hold with another seed', async () => {
    const { rules, ballots } = await panel()
    const other = await settle(rules, electorate, ballots, '5f3b')
    assert.ok(!other.ok)
    assert.equal(other.refusal.code, 'other-seed')
  })
})
