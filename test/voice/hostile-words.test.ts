// What somebody writes to break or to mislead, and what a moderator took out: never in public.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay, textOfMarkup } from '../../src/basics/index.ts'
import { giveRole } from '../../src/identity/index.ts'
import { agreeToStory, loadStory, readStory, severityScale } from '../../src/voice/index.ts'
import { done, nobody, person } from '../attacks/town.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { voiceIn } from './people.ts'
import { visit } from './visit.ts'

const site = await openWholeSite()
const { app, log } = site
const { told, publish, surgery, clinic, mo, nia } = await voiceIn(site)
const publicPages = (stream: string) => [
  `/stories/${stream}`,
  '/stories',
  `/stories/about/${clinic}`,
  '/stories/open-data.csv',
  '/stories/open-data.json',
]
const bodyOf = async (url: string) => (await app.inject({ url })).body

describe('Words that are meant to break or mislead', () => {
  it('stand in public as plain text: no markup, no formula, nothing hidden', async () => {
    const happened = '<script>alert(1)</script><img src=x onerror=alert(1)> She was ki\u200bnd.'
    const words = { title: '=1+1 \u202egnp.exe\u2066', happened, good: '', better: '' }
    const { stream } = await publish(await told({ words }))
    for (const url of publicPages(stream)) {
      const body = await bodyOf(url)
      assert.doesNotMatch(body, /[\u200b\u202a-\u202e\u2066-\u2069]/, url)
      // Data carry the words as they are; a page never runs them.
      if (!/\.(csv|json)$/.test(url)) assert.doesNotMatch(body, /<script>alert|<img src=x/, url)
    }
    assert.match(await bodyOf(`/stories/${stream}`), /&lt;script&gt;alert\(1\)/)
    assert.match(await bodyOf(`/stories/${stream}`), /She was kind\./)
    assert.doesNotMatch(await bodyOf('/stories/open-data.csv'), /(^|,)"?=1\+1/m)
  })

  it('are refused in words where they are very long, and nothing typed is lost', async () => {
    const who = await visit(site)
    await who.post('/tell/kind', { about: 'story' })
    const long = `The end of it. ${'a'.repeat(20_001)}`
    const again = await who.post('/tell/happened', { happened: long })
    assert.equal(again.statusCode, 422)
    assert.match(again.body, /The end of it\. aaa/)
    assert.ok(again.body.includes('a'.repeat(20_001)))
  })
})

describe('V1 What a moderator takes out', () => {
  it('V1 stays as a fact that its author and moderators see, and nobody else', async () => {
    const asha = await person(site, 'Asha Patel')
    const dilys = await person(site, 'Dilys Morgan')
    const reader = await person(site, 'Mo Rahman')
    const from = asDay('2024-01-01')
    const held = { actor: nobody, from, until: null }
    const manager = { what: 'practice-manager', organisation: surgery }
    done(await giveRole(log, { ...held, ...manager, person: dilys }))
    done(await giveRole(log, { ...held, what: 'moderator', organisation: null, person: reader }))
    const words = { title: 'Rude', happened: 'Sister Zenobia was rude.', good: '', better: '' }
    const ref = await told({ words, teller: { person: asha, browser: 'hers' } })
    const at = { ref, key: null, told: [surgery] }
    const grades = severityScale.areas.map(({ code }) => ({ area: code, level: 0 }))
    const shown = { ...words, happened: 'Sister […] was rude.' }
    const reading = { grades, words: shown, hides: ['names-staff'], identifies: true, note: '' }
    done(await readStory(log, { ...at, person: mo }, reading))
    const first = (await loadStory(log, ref)).reading?.fact
    assert.ok(first !== undefined)
    // One person alone releases nothing.
    assert.equal((await app.inject({ url: `/stories/${ref.stream}` })).statusCode, 404)
    done(await agreeToStory(log, { ...at, person: nia }, first))
    for (const url of publicPages(ref.stream)) {
      assert.doesNotMatch(await bodyOf(url), /Zenobia/, url)
    }
    assert.doesNotMatch(await bodyOf('/stories?words=Zenobia'), /Sister/)
    const service = await site.visitorOf(dilys)
    assert.doesNotMatch((await service.get(`/stories/${ref.stream}`)).body, /Zenobia/)
    assert.doesNotMatch((await service.get('/answers')).body, /Zenobia/)
    const hers = textOfMarkup(
      (await (await site.visitorOf(asha)).get(`/stories/${ref.stream}`)).body,
    )
    assert.match(hers, /Zenobia/)
    const kept = await log.db.text<{ kind: string }>(
      `select kind from log.facts where stream = $1 and body like '%Zenobia%'`,
      [ref.stream],
    )
    assert.deepEqual(kept, [{ kind: 'story-told' }])
  })
})

describe('Wherever something urgent could be told', () => {
  it('says before and after that this is no emergency service, and who is', async () => {
    const whom = /999[\s\S]*111[\s\S]*Samaritans/
    for (const url of ['/have-a-say', '/tell/handed-over', `/friends-and-family/${clinic}`]) {
      assert.match(textOfMarkup(await bodyOf(url)), whom, url)
    }
    const who = await visit(site)
    await who.post('/tell/kind', { about: 'story' })
    await who.post('/complain/where', { add: clinic })
    await who.post('/complain/where', { go: 'on' })
    await who.post('/complain/nation', { nation: 'england' })
    for (const url of ['/tell/happened', '/complain/happened']) {
      assert.match(textOfMarkup((await who.get(url)).body), whom, url)
    }
    assert.match(textOfMarkup(await bodyOf(`/friends-and-family/${clinic}/thanks`)), /999/)
  })
})
