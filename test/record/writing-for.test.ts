// Somebody at work writes in a record that is shared with them: once for each form, and explains.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay, type PersonId } from '../../src/basics/index.ts'
import { giveRole } from '../../src/identity/index.ts'
import type { Log } from '../../src/log/index.ts'
import { ownLook, seeEntry } from '../../src/record/actions/see-record.ts'
import { supersede } from '../../src/record/actions/write-entry.ts'
import { explainFor, writeFor } from '../../src/record/actions/write-for.ts'
import { addOne } from '../../src/record/index.ts'
import { everything, giveGrant, grantsInForce, stopGrant } from '../../src/sharing/index.ts'
import { done, longAgo, nobody, person as register } from '../attacks/town.ts'
import { nurse } from './corrections.ts'
import { diagnosisText, openFaces } from './faces.ts'

describe('A nurse with whom a record is shared', async () => {
  const stage = await openFaces()
  const { site, asha, sian, surgery, entry } = stage
  const { log } = site
  const asker = { person: sian, via: 'role' as const, organisation: surgery, roles: ['nurse'] }
  const writer = { asker, speaker: nurse(stage) }
  const place = { person: asha, entry }

  it('A2 adds one entry where a form is sent twice', async () => {
    const written = {
      kind: 'note' as const,
      title: 'Blood pressure',
      says: 'It was fine today.',
      day: asDay('2026-11-20'),
      where: 'here',
    }
    const first = done(await writeFor(log, writer, asha, written, 'one form'))
    site.clock.moveTo('2026-11-23T15:00:00Z')
    assert.equal(done(await writeFor(log, writer, asha, written, 'one form')), first)
    assert.notEqual(done(await writeFor(log, writer, asha, written, 'another form')), first)
    assert.ok(done(await seeEntry(log, ownLook(asha, 'test'), first)))
  })

  it('explains an entry, once, under her name', async () => {
    const says = 'Your airways swell now and then.'
    done(await explainFor(log, writer, place, says, 'explain'))
    done(await explainFor(log, writer, place, says, 'explain'))
    const seen = done(await seeEntry(log, ownLook(asha, 'test'), entry))
    const marks = seen?.entry.marks.filter((one) => one.mark === 'explained') ?? []
    assert.deepEqual(
      marks.map((one) => [one.says, one.shownAs]),
      [[says, 'Sian Rees, Oak Lane Surgery']],
    )
  })

  it('may explain it, and a stranger may not', async () => {
    const stranger = await register(site, 'Tom Okafor')
    const other = { ...asker, person: stranger, organisation: null, roles: [] }
    const speaker = { person: stranger, organisation: null, shownAs: 'Tom Okafor' }
    const refused = await explainFor(log, { asker: other, speaker }, place, 'Mine.', null)
    assert.equal(refused.ok ? 'done' : refused.refusal.code, 'entry-may-not-write')
  })
})

describe('What is offered on an entry', async () => {
  const stage = await openFaces()
  const { site, asha, sian, surgery, entry } = stage
  const { log } = site
  const doctor = await register(site, 'Ada Byrne')
  const held = { actor: nobody, from: longAgo, until: null }
  done(await giveRole(log, { ...held, person: doctor, what: 'pharmacist', organisation: surgery }))
  const newer = {
    received: JSON.stringify({ resourceType: 'Observation', code: { text: 'Asthma, looked at' } }),
    source: { what: 'file' as const, name: 'a file', fullUrl: null },
    author: { person: sian, organisation: surgery, shownAs: 'Sian Rees, Oak Lane Surgery' },
    ...{ identifier: null, labels: [], batch: null },
  }
  const actor = { by: sian, onBehalfOf: null }
  const { entry: result } = done(await addOne(log, actor, asha, newer))
  const at = `/people/${asha}/record/entry`

  it('A4 stands only where a grant lets them do it with that entry', async () => {
    await stopGrantsOf(log, asha)
    const giving = (acts: readonly ('read' | 'add')[], kinds: readonly string[] | null) => ({
      effect: 'permit' as const,
      to: { person: null, organisation: surgery, role: 'pharmacist' },
      what: { ...everything, kinds },
      acts,
      purposes: ['direct-care' as const],
      until: null,
    })
    const give = async (one: ReturnType<typeof giving>) =>
      done(await giveGrant(log, { person: asha, by: asha, giving: one }))
    await give(giving(['read'], null))
    await give(giving(['add'], ['result', 'note']))
    const visitor = await site.visitorOf(doctor)
    const page = (await visitor.get(`${at}/${entry}`)).body
    assert.match(page, new RegExp(diagnosisText))
    assert.doesNotMatch(page, /Explain this entry|Keep this from the person/)
    assert.equal((await visitor.get(`${at}/${entry}/explain`)).statusCode, 404)
    assert.equal((await visitor.get(`${at}/${entry}/withhold`)).statusCode, 404)
    assert.match((await visitor.get(`${at}/${result}`)).body, /Explain this entry/)
    assert.equal((await visitor.get(`${at}/${result}/explain`)).statusCode, 200)
  })

  it('A4 says that it was replaced, and leads to the newer one only where it is seen', async () => {
    const speaker = nurse(stage)
    done(await supersede(log, speaker, { person: asha, entry }, result, null))
    const visitor = await site.visitorOf(doctor)
    assert.ok((await visitor.get(`${at}/${entry}`)).body.includes(`${at}/${result}`))
    await stopGrantsOf(log, asha)
    const what = { ...everything, kinds: ['problem'] }
    const giving = {
      ...{ effect: 'permit' as const, what, until: null },
      to: { person: null, organisation: surgery, role: 'pharmacist' },
      acts: ['read' as const],
      purposes: ['direct-care' as const],
    }
    done(await giveGrant(log, { person: asha, by: asha, giving }))
    const page = (await visitor.get(`${at}/${entry}`)).body
    assert.match(page, /newer/i)
    assert.ok(!page.includes(result))
  })
})

async function stopGrantsOf(log: Log, person: PersonId) {
  for (const { id } of await grantsInForce(log, person)) {
    done(await stopGrant(log, { person, by: person, grant: id }))
  }
}
