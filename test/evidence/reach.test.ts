// What community workers heard, in a pack of evidence: how far it reaches, and never a vote.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay, type OrganisationId, type PersonId, type Result } from '../../src/basics/index.ts'
import { makePackOf, sealPack } from '../../src/evidence/actions/make-pack.ts'
import { remakePack } from '../../src/evidence/actions/verify-pack.ts'
import { fileText } from '../../src/evidence/domain/pack.ts'
import { registerOrganisation } from '../../src/identity/index.ts'
import { makeCheckpoint, rebuild } from '../../src/log/index.ts'
import { readSigningKeys } from '../../src/plumbing/index.ts'
import { hearConversation, raiseTheme } from '../../src/voice/actions/hear.ts'
import { openHouse } from '../rooms.ts'
import { openTold } from '../voice/told.ts'

const { log, clock, newId, folder, ...house } = await openHouse('2026-10-01T09:00:00Z')
const { clinic, published } = await openTold({ log, clock, newId, folder, ...house })
const keys = await readSigningKeys(`${folder}/keys`)

function done<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

async function pack() {
  await makeCheckpoint(log, keys)
  const time = { from: asDay('2026-01-01'), until: asDay('2026-12-31') }
  const made = done(await makePackOf(log, { service: clinic, ...time, checkpoint: null }))
  const says = made.pack.sentences.map((one) => one.says)
  return { says, text: fileText(done(await sealPack(log, made, keys))) }
}

describe('Conversations that community workers heard', () => {
  it('G5 V10 stand in a pack as reach, and in no number of stories or votes', async () => {
    const healthwatch = newId() as OrganisationId
    const actor = { by: null, onBehalfOf: null }
    const about = { name: 'Healthwatch', odsCode: null, what: 'local-healthwatch' }
    const from = asDay('2024-01-01')
    done(await registerOrganisation(log, { actor, organisation: healthwatch, ...about, from }))
    await published('2026-10-02T09:00:00Z')
    const at = { person: newId() as PersonId, organisation: healthwatch }
    const heard = {
      theme: 'No chairs',
      says: 'We stand.',
      area: null,
      group: '',
      evidence: [],
      heardOn: asDay('2026-10-01'),
      way: 'paper',
      agreed: true,
    }
    const hear = async (where: string, people: number) =>
      done(await hearConversation(log, at, { ...heard, conversation: newId(), where, people }))
    await hear('The market', 20)
    const theme = await hear('The library', 11)
    const before = await pack()
    const raising = { addressee: 'Z99001', asks: ['Put chairs there'] }
    done(await raiseTheme(log, at, theme, raising, null))
    const { says, text } = await pack()
    const reach = says.filter((one) => one.includes('community workers heard'))
    assert.equal(reach.length, 1)
    assert.match(reach[0] ?? '', /31 people said it in 2 places/)
    assert.doesNotMatch(before.says.join(' '), /31 people/)
    const stories = (all: readonly string[]) => all.filter((one) => /^\d+ stor/.test(one))
    assert.deepEqual(stories(says), stories(before.says))
    done(await remakePack(log, keys, text))
    await rebuild(log)
    const again = done(await remakePack(log, keys, text))
    assert.ok(again)
  })
})
