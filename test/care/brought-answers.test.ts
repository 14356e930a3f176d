// C4: a person brings answers as a FHIR file; a form with words in easy read is asked in them.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asDay, asInstant, type PersonId, textOfMarkup } from '../../src/basics/index.ts'
import { bring } from '../../src/forms/actions/bring-form.ts'
import { type Answers, type Form, formOn, readAnswers, responseOf } from '../../src/forms/index.ts'
import { typedAnswers } from '../../src/forms/pages/form-questions.tsx'
import { recordNeedsOf } from '../../src/messages/index.ts'
import { nobody, person as register } from '../attacks/town.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { hiddenField } from '../web/site.ts'

const site = await openWholeSite()
const { log, app } = site
const asha = await register(site, 'Asha Patel')
const visitor = await site.visitorOf(asha)
const today = asDay('2026-11-23')
const text = (body: string) => textOfMarkup(body).replaceAll(/\s+/g, ' ')
const at = asInstant('2026-11-20T10:00:00Z')
const gad = formOn('gad-7', today) as Form
const low: Answers = Object.fromEntries((gad.scoring?.items ?? []).map((id) => [id, '1']))
const response = (more: object = {}) =>
  JSON.stringify({
    ...(responseOf(
      gad,
      { answers: low, on: asDay('2026-11-20'), language: 'en', at },
      null,
    ) as object),
    ...more,
  })

async function upload(file: string | null) {
  const page = (await visitor.get('/outcomes/bring')).body
  const field = (name: string) =>
    `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${hiddenField(page, name)}\r\n`
  const part =
    '--b\r\ncontent-disposition: form-data; name="file"; filename="f.json"\r\n' +
    `content-type: application/json\r\n\r\n${file}\r\n`
  return app.inject({
    method: 'POST',
    url: '/outcomes/bring',
    headers: { cookie: visitor.cookie, 'content-type': 'multipart/form-data; boundary=b' },
    payload: `${field('form-guard')}${field('form-key')}${file === null ? '' : part}--b--\r\n`,
  })
}

const kept = async () =>
  (
    await log.db.text<{ body: string }>(
      `select body from log.facts where kind = 'form-answered' order by at, id`,
    )
  ).map(({ body }) => JSON.parse(body) as { form: string; answers: object; language: string })

describe('C4 Answers that a person brings as a file', () => {
  it('C4 are shown to be checked, with their day, and nothing is kept yet', async () => {
    const shown = await upload(response())
    assert.equal(shown.statusCode, 200)
    assert.match(text(shown.body), /This is what the file says\. Put right what is not so/)
    const ticked = shown.body.match(/<input[^>]*checked[^>]*>/g) ?? []
    assert.equal(ticked.length, (gad.scoring?.items ?? []).length)
    assert.match(shown.body, /name="filled-day"[^>]*value="20"|value="20"[^>]*name="filled-day"/)
    assert.deepEqual(await kept(), [])
  })

  it('C4 are kept as they were brought once the person says so', async () => {
    const day = { 'filled-day': '20', 'filled-month': '11', 'filled-year': '2026' }
    const typed = typedAnswers(gad, low) as Record<string, string>
    const sent = { ...typed, ...day, mode: 'screen', helped: 'nobody' }
    assert.equal((await visitor.post('/outcomes/forms/gad-7/typed', sent)).statusCode, 303)
    const [one] = await kept()
    assert.deepEqual(one?.answers, low)
  })

  it('C4 say what is wrong where they cannot be read, beside the file', async () => {
    const wrong: readonly (readonly [string | null, RegExp])[] = [
      [null, /Choose a file/],
      ['{', /must be a FHIR QuestionnaireResponse/],
      ['{"resourceType":"Patient"}', /must be a FHIR QuestionnaireResponse/],
      [response({ questionnaire: 'urn:somebody:else' }), /a form that is not asked here/],
      [response({ item: [{ linkId: 'x', answer: [{ valueString: 'y' }] }] }), /answers “x”/],
      [' '.repeat(100_001), /smaller than 100 kilobytes/],
    ]
    for (const [file, says] of wrong) {
      const shown = await upload(file)
      assert.equal(shown.statusCode, 422, String(says))
      assert.match(text(shown.body), new RegExp(`There is a problem.*${says.source}`))
    }
    assert.equal((await kept()).length, 1)
  })

  it('C4 read back as they were typed, of every kind of question', () => {
    const items = [
      { id: 'a', kind: 'several', choices: [{ value: 'x' }, { value: 'y' }] },
      { id: 'b', kind: 'number', least: -3, most: 40 },
      { id: 'c', kind: 'day' },
      { id: 'd', kind: 'text', longest: 20 },
    ]
    const form = { ...gad, items } as unknown as Form
    const answers: Answers = { a: ['x', 'y'], b: -2, c: '2026-02-09', d: 'Well' }
    assert.deepEqual(readAnswers(form, typedAnswers(form, answers)), answers)
  })
})

/** A form of one question, with words of its own in easy read. */
const sleepFile = JSON.stringify({
  resourceType: 'Questionnaire',
  name: 'how-you-sleep',
  version: '1',
  title: 'How you sleep',
  status: 'active',
  item: [
    {
      linkId: 'nights',
      text: 'How many nights in the last week were disturbed?',
      _text: {
        extension: [
          {
            url: 'http://hl7.org/fhir/StructureDefinition/translation',
            extension: [
              { url: 'lang', valueCode: 'en-x-easyread' },
              { url: 'content', valueString: 'How many nights did you wake up?' },
            ],
          },
        ],
      },
      type: 'integer',
      extension: [
        { url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: 0 },
        { url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueInteger: 7 },
      ],
    },
  ],
})

const needs = async (person: PersonId, form: 'plain' | 'easy-read') => {
  const said = { form, language: 'en', channel: 'inbox', address: null }
  const rest = { needs: [], interpreter: null, note: '', shown: true, saidBy: '' }
  assert.ok((await recordNeedsOf(log, nobody, person, { ...said, ...rest } as never, null)).ok)
}

describe('C4 A form with its own words in easy read', () => {
  it('C4 is asked in them of who needs easy read, and keeps that it was', async () => {
    const bringing = { questionnaire: sleepFile, terms: 'ours', says: 'Our own' } as const
    assert.ok((await bring(log, nobody, bringing, null)).ok)
    const ask = async () => text((await visitor.get('/outcomes/forms/how-you-sleep/typed')).body)
    assert.match(await ask(), /nights in the last week were disturbed/)
    await needs(asha, 'easy-read')
    const easy = await ask()
    assert.match(easy, /How many nights did you wake up\?/)
    assert.doesNotMatch(easy, /disturbed/)
    for (const page of ['question', 'paper']) {
      const shown = await visitor.get(`/outcomes/forms/how-you-sleep/${page}`)
      assert.match(text(shown.body), /did you wake up/, page)
    }
    const day = { 'filled-day': '23', 'filled-month': '11', 'filled-year': '2026' }
    const sent = { nights: '2', ...day, mode: 'paper', helped: 'nobody' }
    assert.equal((await visitor.post('/outcomes/forms/how-you-sleep/typed', sent)).statusCode, 303)
    assert.equal(await languageOf('how-you-sleep'), 'easy')
  })

  it('C4 whose words are fixed is asked as it stands, also in easy read', async () => {
    const shown = text((await visitor.get('/outcomes/forms/gad-7/typed')).body)
    assert.match(
      shown,
      new RegExp(gad.items.find(({ id }) => id in low)?.says.en.slice(0, 20) ?? '-'),
    )
    await needs(asha, 'plain')
    assert.equal(await languageOf('gad-7'), 'en')
  })
})

const languageOf = async (form: string) => (await kept()).find((one) => one.form === form)?.language
