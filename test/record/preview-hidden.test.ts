// A12: the preview of a file shows nothing of the record that the person's own lists leave out.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay, type Id, textOfMarkup } from '../../src/basics/index.ts'
import { giveRole } from '../../src/identity/index.ts'
import { addOne, makePreview } from '../../src/record/index.ts'
import { everything, giveGrant, withholdItem } from '../../src/sharing/index.ts'
import { done, longAgo, nobody, person as register } from '../attacks/town.ts'
import { openFaces } from './faces.ts'

const { site, asha, surgery } = await openFaces()
const { log } = site

const measured = (text: string, value: number) => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: text.replace(' ', '-') }], text },
  effectiveDateTime: '2026-05-01',
  valueQuantity: { value, unit: 'points' },
})

/** The same thing is here from elsewhere; a file says otherwise of it. */
async function here(labels: string[], text: string): Promise<Id> {
  const entry = {
    received: JSON.stringify(measured(text, 17)),
    source: { what: 'file' as const, name: 'the records of the hospital', fullUrl: null },
    author: { person: null, organisation: null, shownAs: 'A hospital' },
    ...{ identifier: null, labels, batch: null },
  }
  return done(await addOne(log, nobody, asha, entry)).entry
}

async function previewOf(text: string, file = 'mine.json'): Promise<string> {
  const bytes = Buffer.from(JSON.stringify(measured(text, 23)))
  const me = { person: asha, organisation: null, shownAs: 'Asha Patel' }
  return `/record/bring/${await makePreview(log, me, [{ name: file, bytes }], text + file)}`
}

const said = async (visitor: Awaited<ReturnType<typeof site.visitorOf>>, at: string) =>
  textOfMarkup((await visitor.get(at)).body)

const beside = /What other sources say of the same thing/

describe('A12 The preview of a file', () => {
  it('shows what is here beside it, and nothing private on a device that hides it', async () => {
    await here(['mental'], 'Mood score')
    const at = await previewOf('Mood score')
    const [open, hiding] = [await site.visitorOf(asha), await site.visitorOf(asha)]
    await hiding.post('/share/private', { do: 'hide-here' })
    assert.match(await said(open, at), beside)
    assert.match(await said(open, at), /17/)
    const hidden = await said(hiding, at)
    assert.match(hidden, /mine\.json/)
    assert.doesNotMatch(hidden, /Mood score|17|A hospital/)
    assert.doesNotMatch(hidden, beside)
  })

  it('shows nothing that has been kept from the person since it was made', async () => {
    const item = await here([], 'Blood alcohol')
    const [at, own] = [await previewOf('Blood alcohol'), await site.visitorOf(asha)]
    assert.match(await said(own, at), /Blood alcohol/)
    const doctor = await register(site, 'Ada Byrne')
    const held = { actor: nobody, person: doctor, from: longAgo, until: null }
    done(await giveRole(log, { ...held, what: 'doctor', organisation: surgery }))
    const giving = {
      ...{ effect: 'permit' as const, what: everything, until: null },
      to: { person: null, organisation: surgery, role: 'doctor' },
      acts: ['read' as const, 'add' as const],
      purposes: ['direct-care' as const],
    }
    done(await giveGrant(log, { person: asha, by: asha, giving }))
    const asker = { person: doctor, via: 'role', organisation: surgery, roles: ['doctor'] } as const
    const facets = { id: item, kind: 'result', labels: [], at: asDay('2026-05-01') }
    const why = { reason: 'serious-harm', says: 'Not yet', reviewOn: asDay('2027-01-01') } as const
    const asked = { person: asha, asker, item: facets, own: false, ...why, key: null }
    done(await withholdItem(log, asked))
    assert.doesNotMatch(await said(own, at), /Blood alcohol|17|A hospital/)
    // Nor does a preview that is made afterwards.
    assert.doesNotMatch(
      await said(own, await previewOf('Blood alcohol', 'later.json')),
      /17|A hospital/,
    )
  })

  it('is for the person alone: at work there is none, whatever is shared', async () => {
    const at = await previewOf('Mood score')
    const doctor = await register(site, 'Bo Lund')
    const visitor = await site.visitorOf(doctor)
    assert.equal((await visitor.get(at)).statusCode, 404)
    assert.equal(
      (await visitor.get(at.replace('/record/', `/people/${asha}/record/`))).statusCode,
      404,
    )
  })

  it('meets no mistake of ours', () => assert.deepEqual(site.failures, []))
})
