// Somebody at work writes in a record that is shared with them: once for each form, and explains.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay } from '../../src/basics/index.ts'
import { ownLook, seeEntry } from '../../src/record/actions/see-record.ts'
import { explainFor, writeFor } from '../../src/record/actions/write-for.ts'
import { done, person as register } from '../attacks/town.ts'
import { nurse } from './corrections.ts'
import { openFaces } from './faces.ts'

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

  it('A13 explains an entry, once, under her name', async () => {
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

  it('A13 may explain it, and a stranger may not', async () => {
    const stranger = await register(site, 'Tom Okafor')
    const other = { ...asker, person: stranger, organisation: null, roles: [] }
    const speaker = { person: stranger, organisation: null, shownAs: 'Tom Okafor' }
    const refused = await explainFor(log, { asker: other, speaker }, place, 'Mine.', null)
    assert.equal(refused.ok ? 'done' : refused.refusal.code, 'entry-may-not-write')
  })
})
