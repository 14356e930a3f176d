// A13: what somebody at work writes to a person is sent only after they saw how it reads.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { done } from '../attacks/town.ts'
import { asks } from './corrections.ts'
import { openFaces } from './faces.ts'

const hard =
  'Notwithstanding the aforementioned documentation, histopathological investigations ' +
  'demonstrated unequivocal evidence of longstanding respiratory insufficiency, necessitating ' +
  'continuation of pharmacological management and precluding any retrospective modification of ' +
  'the diagnostic classification previously established by multidisciplinary consensus.'

describe('Somebody at work who writes to a person', () => {
  it('A13 sees how it reads, and sends hard words only after a second thought', async () => {
    const stage = await openFaces()
    const request = done(await asks(stage))
    const nurse = await stage.site.visitorOf(stage.sian)
    const at = `/corrections/${stage.asha}/${request}/decline`
    const first = await nurse.post(at, { says: hard })
    assert.equal(first.statusCode, 200)
    assert.match(first.body, /A reader of \d+ can follow/)
    assert.match(first.body, /Many people will find that hard/)
    const again = await nurse.post(at, { says: hard, 'says-scored': hard })
    assert.equal(again.statusCode, 422)
    const changed = await nurse.post(at, { says: 'It is in the letter.', 'says-scored': hard })
    assert.equal(changed.statusCode, 200)
    const sent = await nurse.post(at, { says: hard, 'says-scored': hard, 'says-anyway': 'yes' })
    assert.equal(sent.statusCode, 303)
    assert.deepEqual(stage.site.failures, [])
  })

  it('A2 writes an entry as its author, where the person lets them', async () => {
    const stage = await openFaces()
    const nurse = await stage.site.visitorOf(stage.sian)
    const says = 'Use the blue inhaler when you need it.'
    const day = { 'day-day': '20', 'day-month': '11', 'day-year': '2026' }
    const fields = { kind: 'note', called: 'Inhaler', says, 'says-scored': says, ...day }
    const at = `/people/${stage.asha}/record/write`
    const sent = await nurse.post(at, fields)
    assert.equal(sent.statusCode, 303)
    const own = await stage.site.visitorOf(stage.asha)
    assert.match((await own.get('/record/timeline')).body, /Sian Rees, Oak Lane Surgery/)
    const doctor = await stage.site.visitorOf(stage.mo)
    assert.equal((await doctor.post(at, fields)).statusCode, 404)
  })
})
