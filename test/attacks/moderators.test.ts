// Attacks on stories by those they are about: a moderator who works for the service.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay, type PersonId } from '../../src/basics/index.ts'
import { giveRole, registerPerson } from '../../src/identity/index.ts'
import * as moderate from '../../src/voice/actions/moderate-story.ts'
import { nobody, openVoice } from '../voice/people.ts'

const { log, surgery, told, newId } = await openVoice()

describe('A moderator who works for a service with very many others', () => {
  it('can hold back nothing that is told of it', async () => {
    const zoe = newId() as PersonId
    const known = { actor: nobody, birthDate: null, nhsNumber: null }
    assert.ok((await registerPerson(log, { ...known, person: zoe, name: 'Zoe Zimmer' })).ok)
    const held = { actor: nobody, organisation: surgery, from: asDay('2024-01-01'), until: null }
    assert.ok((await giveRole(log, { ...held, person: zoe, what: 'nurse' })).ok)
    await log.db.text(
      `with made as (insert into identity.people (owner, stream, name, name_key)
         select gen_random_uuid(), gen_random_uuid(), 'Ann', 'ann' from generate_series(1, 600)
         returning owner)
       insert into identity.roles (owner, stream, role, what, organisation, from_day)
       select owner, owner, gen_random_uuid(), 'nurse', $1, '2024-01-01' from made`,
      [surgery],
    )
    const ref = await told()
    const on = { person: zoe, ref, key: null, told: [surgery] }
    const done = await moderate.holdBack(log, on, 'names-staff', 'It names somebody')
    assert.equal(done.ok ? 'held back' : done.refusal.code, 'moderator-own-service')
  })
})
