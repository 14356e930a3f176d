// The rights card: every right has an owner, something to do, and a clock or an explicit none.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { rights, rightsEdition } from '../../src/voice/domain/rights.ts'
import { routes } from '../../src/voice/pages/routes.ts'
import { rightsEnglish } from '../../src/voice/words/rights-en.ts'

describe('B13 The rights card', () => {
  it('B13 holds the 37 rights of the Constitution, each once', () => {
    assert.equal(rights.length, 37)
    assert.equal(new Set(rights.map(({ id }) => id)).size, 37)
  })

  it('V4 names for each who owes it, what to do and where that begins', () => {
    const paths = routes({ log: {}, keys: async () => [] } as never).map(({ path }) => path)
    assert.ok(paths.includes('/tell/kind') && paths.includes('/complain'))
    for (const { owner, start } of rights) {
      assert.ok(rightsEnglish.owners[owner] && rightsEnglish.starts[start])
    }
  })

  it('B13 has a clock, or says that there is none', () => {
    const clocks = rights.filter(({ clock }) => clock !== null).map(({ id }) => id)
    assert.deepEqual(clocks, ['CR-X1', 'CR-X2', 'CR-X3', 'CR-X4'])
    for (const { clock } of rights) {
      assert.ok((clock === null ? rightsEnglish.noClock : rightsEnglish.clocks[clock]).length > 0)
    }
  })

  it('B13 is due to be read again while the law changes', () => {
    assert.equal(rightsEdition.reviewBy, '2026-12-31')
  })
})
