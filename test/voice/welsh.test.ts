// Welsh: whoever chose it finds no English question when they complain, read or answer.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { giveRole } from '../../src/identity/index.ts'
import { severityScale } from '../../src/voice/index.ts'
import { complaintWords, storyWords, workWords } from '../../src/voice/words/words.ts'
import { done, longAgo, person as register } from '../attacks/town.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { nobody, voiceIn } from './people.ts'
import { type Visit, visit } from './visit.ts'

const site = await openWholeSite()
const { log } = site
const { told, publish, surgery, clinic } = await voiceIn(site)
const asha = await register({ log }, 'Asha Patel')
const nia = await register({ log }, 'Nia Evans')
const dilys = await register({ log }, 'Dilys Morgan')
const role = { actor: nobody, key: null, from: longAgo, until: null }
done(await giveRole(log, { ...role, person: nia, what: 'moderator', organisation: null }))
done(
  await giveRole(log, { ...role, person: dilys, what: 'practice-manager', organisation: surgery }),
)

/** What somebody told, names and days stand as they are in every language. */
const own = /^(?:XX|Asha|Oak Lane|Diabetes clinic|Dilys|[\d\s.,:·“”/()-]*$)/

/** The texts of the main part of a page, without what stands as it is. */
function textsOf(body: string): Set<string> {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(body)?.[1] ?? ''
  const texts = main
    .replaceAll(/<textarea[\s\S]*?<\/textarea>/g, '')
    .split(/<[^>]*>/)
    .map((text) => text.replaceAll('&#x27;', "'").replaceAll('&amp;', '&').trim())
  return new Set(texts.filter((text) => !own.test(text)))
}

async function speaks(who: Visit, language: 'en' | 'cy') {
  await who.post('/language', { language, return: '/' })
}

/** What reads the same in English and in Welsh on one page, beyond what may. */
async function leftInEnglish(who: Visit, path: string): Promise<string[]> {
  const [english, welsh] = [new Set<string>(), new Set<string>()]
  for (const [language, into] of [
    ['en', english],
    ['cy', welsh],
  ] as const) {
    await speaks(who, language)
    const { body, statusCode } = await who.get(path)
    assert.equal(statusCode, 200, path)
    for (const text of textsOf(body)) into.add(text)
  }
  assert.ok(welsh.size > 0, path)
  return [...welsh].filter((text) => english.has(text))
}

describe('V2 Making a complaint in Welsh', () => {
  const answers = [
    ['nation', { nation: 'wales' }],
    ['happened', { happened: 'XX nobody came' }],
    ['wants', { wants: 'XX a letter' }],
    ['when', { 'when-day': '1', 'when-month': '6', 'when-year': '2026' }],
    ['whose', { whose: 'other' }],
    [
      'permission',
      { actsName: 'XX Bob', relation: 'XX', ground: 'asked', permission: 'XX he said yes' },
    ],
    ['reach', { name: 'XX Asha', contact: 'XX' }],
  ] as const

  it('V2 has no English question, hint, choice or button on any of its pages', async () => {
    const who = await visit(site, asha)
    assert.deepEqual(await leftInEnglish(who, '/complain/where'), [])
    await who.post('/complain/where', { add: clinic })
    assert.deepEqual(await leftInEnglish(who, '/complain/where'), [])
    await who.post('/complain/where', { go: 'on' })
    for (const [at, fields] of answers) {
      assert.deepEqual(await leftInEnglish(who, `/complain/${at}`), [], at)
      assert.equal((await who.post(`/complain/${at}`, fields)).statusCode, 303, at)
    }
    assert.deepEqual(await leftInEnglish(who, '/complain/check'), [])
    const sent = await who.post('/complain/check')
    assert.equal(sent.statusCode, 303, sent.body)
    const made = sent.headers.location ?? ''
    assert.match((await who.get(made)).body, /Mae eich cwyn gennym/)
    assert.deepEqual(await leftInEnglish(who, made), [])
    assert.deepEqual(site.failures, [])
  })

  it('V2 says in Welsh what is missing', async () => {
    const who = await visit(site, dilys)
    await speaks(who, 'cy')
    const page = await who.post('/complain/happened', { happened: '' })
    assert.equal(page.statusCode, 422)
    assert.match(page.body, /Ysgrifennwch beth aeth o’i le/)
    assert.match((await who.post('/complain/where', { go: 'on' })).body, /Dewch o hyd/)
  })
})

describe('V1 Reading and answering in Welsh', () => {
  const words = { title: 'XX loud', happened: 'XX it was loud', good: 'XX', better: 'XX' }

  it('V1 has no English question in the queue, nor where a story is read twice', async () => {
    const ref = await told({ words })
    const who = await visit(site, nia)
    assert.deepEqual(await leftInEnglish(who, '/moderation'), [])
    assert.deepEqual(await leftInEnglish(who, `/moderation/${ref.stream}`), [])
    const missing = await who.post(`/moderation/${ref.stream}/read`, {})
    assert.match(missing.body, /Dewiswch pa mor ddifrifol yw hi: Diogelwch/)
    const grades = Object.fromEntries(severityScale.areas.map(({ code }) => [code, '1']))
    const read = await who.post(`/moderation/${ref.stream}/read`, { ...grades, ...words })
    assert.equal(read.statusCode, 303)
    assert.deepEqual(await leftInEnglish(who, `/moderation/${ref.stream}`), [])
    assert.deepEqual(await leftInEnglish(who, '/moderation'), [])
  })

  it('V1 has no English question where a service sees what it was told and answers', async () => {
    const ref = await publish(await told({ words, about: 'concern' }))
    const who = await visit(site, dilys)
    assert.deepEqual(await leftInEnglish(who, '/answers'), [])
    await speaks(who, 'cy')
    const { body } = await who.get(`/stories/${ref.stream}`)
    const form = /<form[^>]*\/answer"[\s\S]*?<\/form>/.exec(body)?.[0] ?? ''
    await speaks(who, 'en')
    const english = textsOf((await who.get(`/stories/${ref.stream}`)).body)
    const asked = [...textsOf(`<main>${form}</main>`)]
    assert.ok(asked.length > 10, `${asked.length}`)
    assert.deepEqual(
      asked.filter((text) => english.has(text)),
      [],
    )
  })

  it('V1 has every text of these pages, also of those that nobody sees today', () => {
    for (const one of [complaintWords, storyWords, workWords]) {
      assert.deepEqual(one.untranslated, [])
    }
    assert.deepEqual(
      severityScale.areas.map(({ code, says, about }) => [code, says, about]),
      Object.entries(workWords.in('en').areas).map(([code, says]) => [
        code,
        says,
        workWords.in('en').areasAbout[code as 'safety'],
      ]),
    )
  })
})
