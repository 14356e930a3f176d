// Where labels alone decide, they decide just as everything together does.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { decide } from '../../src/sharing/domain/evaluator.ts'
import type { Grant } from '../../src/sharing/domain/grant.ts'
import { anyAsking, anyGrant, anyItems, anySharing, now } from './asking.ts'

describe('What is let through by its labels', () => {
  it('is let through whatever else it is, and the rest by nothing else either', () => {
    let decided = 0
    fc.assert(
      fc.property(anyAsking, anySharing, anyGrant, anyItems, (asking, said, drawn, items) => {
        const what = { ...drawn.what, kinds: null, from: null, until: null, items: null }
        const grant: Grant = { ...drawn, what }
        for (const sharing of [said, { ...said, grants: [grant] }]) {
          const { visible } = decide(asking, sharing, now)
          for (const item of items) {
            const alone = visible.byLabels(item.labels)
            if (alone !== null) decided += 1
            assert.ok(alone === null || alone === visible.matches(item))
          }
        }
      }),
    )
    assert.ok(decided > 100, 'Labels alone decide in many cases')
  })
})
