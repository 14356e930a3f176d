// Drafts are kept for their owner alone, replaced by the latest, and forgotten in the end.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { draftStore, forgetOldDrafts } from '../../src/identity/index.ts'
import { openHouse } from '../rooms.ts'

const house = await openHouse()
const { log, clock } = house
const drafts = draftStore(log.db, clock)

describe('A draft', () => {
  it('is what was saved last under its owner and journey, and nobody else’s', async () => {
    const owner = house.newId()
    const key = { owner, journey: 'add-place' }
    assert.equal(await drafts.load(key), null)
    await drafts.save(key, { name: 'Walk' })
    await drafts.save(key, { name: 'Walk and talk', kinds: ['a', 'b'] })
    assert.deepEqual(await drafts.load(key), { name: 'Walk and talk', kinds: ['a', 'b'] })
    assert.equal(await drafts.load({ ...key, journey: 'other' }), null)
    assert.equal(await drafts.load({ ...key, owner: house.newId() }), null)
    await drafts.drop(key)
    assert.equal(await drafts.load(key), null)
  })

  it('is forgotten 30 days after it was last touched', async () => {
    const key = { owner: house.newId(), journey: 'add-place' }
    await drafts.save(key, { name: 'Walk' })
    clock.moveTo('2026-12-22T09:00:00Z')
    await forgetOldDrafts(log.db, clock.now())
    assert.notEqual(await drafts.load(key), null)
    clock.moveTo('2026-12-24T09:00:00Z')
    await forgetOldDrafts(log.db, clock.now())
    assert.equal(await drafts.load(key), null)
  })
})
