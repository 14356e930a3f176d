// An archive that a stranger wrote: whole and signed, and saying what they like.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PersonId } from '../../src/basics/index.ts'
import { hasAdministrator } from '../../src/identity/actions/become-first-administrator.ts'
import { giveRole } from '../../src/identity/index.ts'
import { exportStreams, importStreams, readArchive } from '../../src/log/index.ts'
import { countFacts } from '../../src/log/store/facts.ts'
import { readSigningKeys } from '../../src/plumbing/index.ts'
import { openHouse } from '../rooms.ts'
import { done, longAgo, nobody, person } from './town.ts'

const here = await openHouse()

/** A key as an installation makes it at its first start. */
async function keyOf({ folder }: typeof here) {
  const [key] = await readSigningKeys(`${folder}/keys`)
  assert.ok(key)
  return key
}

async function archiveOf(house: typeof here, owner: PersonId) {
  const chunks: Uint8Array[] = []
  const key = await keyOf(house)
  for await (const chunk of exportStreams(house.log, key, owner)) chunks.push(chunk)
  return done(
    await readArchive(async function* () {
      yield Buffer.concat(chunks)
    }),
  )
}

describe('Somebody who writes themselves an archive in which they run every site', () => {
  it('cannot bring it in, unless the officer names the key it was signed with', async () => {
    const elsewhere = await openHouse()
    const [own, strange] = [await keyOf(here), await keyOf(elsewhere)]
    const mallory = await person(elsewhere, 'Mallory')
    const role = { what: 'administrator', organisation: null, from: longAgo, until: null }
    done(await giveRole(elsewhere.log, { actor: nobody, person: mallory, ...role }))
    const archive = await archiveOf(elsewhere, mallory)
    const before = await countFacts(here.log.db)
    const refused = await importStreams(here.log, archive, [own.publicKey])
    assert.ok(!refused.ok && refused.refusal.code === 'key-not-trusted')
    assert.equal(await countFacts(here.log.db), before)
    assert.equal(await hasAdministrator(here.log), false)
    const named = await importStreams(here.log, archive, [own.publicKey, strange.publicKey])
    assert.deepEqual(done(named), { added: 2, already: 0 })
  })
})
