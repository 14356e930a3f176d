// A journey asks one question a page, keeps a draft, shows the answers, and sends them once.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ok, refuse } from '../../src/basics/index.ts'
import {
  choiceField,
  type DraftStore,
  defineForm,
  type FormValues,
  type Journey,
  journeyRoutes,
  optional,
  Radios,
  Textarea,
  TextInput,
  textField,
  typedAt,
} from '../../src/web/index.ts'
import { draftsInMemory, formPost, hiddenField, openSite } from './site.ts'

const where = defineForm({ where: choiceField(['oak', 'other'], 'Select where it happened') })
const place = defineForm({
  place: textField({ missing: 'Enter the place', longest: 50, tooLong: 'Use fewer letters' }),
})
const wish = defineForm({
  wish: optional(textField({ missing: '', longest: 500, tooLong: 'Use fewer words' })),
})

const journeyWith = (send: Journey['send'], drafts: DraftStore): Journey => ({
  at: '/stories/new',
  name: 'story',
  access: 'anyone',
  says: 'Tells a story',
  from: '/stories',
  drafts,
  send,
  questions: [
    {
      at: 'where',
      title: 'Where did it happen?',
      form: where,
      view: (entry) => (
        <Radios
          name="where"
          label="Where did it happen?"
          asHeading
          entry={entry}
          choices={[
            { value: 'oak', text: 'Oak Lane Surgery' },
            { value: 'other', text: 'Somewhere else' },
          ]}
        />
      ),
      answer: (typed) => typedAt(typed, 'where')[0] ?? null,
    },
    {
      at: 'place',
      title: 'Which place was it?',
      form: place,
      asked: (typed) => typed.where === 'other',
      view: (entry) => (
        <TextInput name="place" label="Which place was it?" asHeading entry={entry} />
      ),
      answer: (typed) => typedAt(typed, 'place')[0] ?? null,
    },
    {
      at: 'wish',
      title: 'What would you change?',
      form: wish,
      view: (entry) => (
        <Textarea name="wish" label="What would you change?" asHeading entry={entry} />
      ),
      answer: (typed) => typedAt(typed, 'wish')[0] || null,
    },
  ],
})

/** A browser without scripts that walks the journey. */
async function walker(
  test: { after(done: () => Promise<void>): void },
  send: Journey['send'] = async () => ok({ to: '/stories/sent' }),
) {
  const drafts = draftsInMemory()
  const site = await openSite(journeyRoutes(journeyWith(send, drafts)))
  test.after(() => site.app.close())
  const headers = { cookie: 'visit=a-browser' }
  const look = async (url: string) => {
    const page = await site.app.inject({ url: `/stories/new${url}`, headers })
    return { to: page.headers.location, body: page.body, status: page.statusCode }
  }
  const answer = async (url: string, fields: Readonly<Record<string, string>>) => {
    const page = await site.app.inject({ url: '/stories/new/where', headers })
    const post = formPost({ ...fields, 'form-guard': hiddenField(page.body, 'form-guard') })
    const all = { ...post.headers, ...headers }
    const sent = await site.app.inject({ ...post, url: `/stories/new${url}`, headers: all })
    return { to: sent.headers.location, body: sent.body, status: sent.statusCode }
  }
  return { look, answer, drafts }
}

describe('A journey', () => {
  it('leads from question to question to check answers, and sends what was typed', async (t) => {
    const sent: FormValues[] = []
    const { look, answer, drafts } = await walker(t, async (typed) => {
      sent.push(typed)
      return ok({ to: '/stories/sent' })
    })
    assert.equal((await look('')).to, '/stories/new/where')
    assert.equal((await answer('/where', { where: 'oak' })).to, '/stories/new/wish')
    assert.equal((await look('')).to, '/stories/new/wish')
    assert.equal((await answer('/wish', { wish: 'A quiet corner' })).to, '/stories/new/check')
    const check = await look('/check')
    assert.match(check.body, /Check your answers/)
    assert.match(check.body, /A quiet corner/)
    assert.doesNotMatch(check.body, /Which place was it/)
    assert.equal((await answer('/check', {})).to, '/stories/sent')
    assert.deepEqual(sent, [{ where: 'oak', wish: 'A quiet corner' }])
    assert.equal(drafts.held.size, 0)
  })

  it('shows an error with what was typed, and goes on from where it was left', async (t) => {
    const { look, answer } = await walker(t)
    const wrong = await answer('/where', { where: 'nowhere' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.body, /<title>Error: Where did it happen\? - Coproduce<\/title>/)
    assert.match(wrong.body, /<a href="#where">Select where it happened<\/a>/)
    await answer('/where', { where: 'other' })
    assert.equal((await look('')).to, '/stories/new/place')
    assert.equal((await look('/check')).to, '/stories/new/place')
    const long = await answer('/place', { place: 'x'.repeat(60) })
    assert.match(long.body, new RegExp(`value="${'x'.repeat(60)}"`))
    assert.match(long.body, /<a class="nhsuk-back-link" href="\/stories\/new\/where">/)
  })

  it('changes one answer and comes back, dropping what is no longer asked', async (t) => {
    const sent: FormValues[] = []
    const { look, answer } = await walker(t, async (typed) => {
      sent.push(typed)
      return ok({ to: '/stories/sent' })
    })
    await answer('/where', { where: 'other' })
    await answer('/place', { place: 'Mill Park' })
    await answer('/wish', { wish: 'A bench' })
    await answer('/wish', {})
    assert.match((await look('/check')).body, /Not answered/)
    assert.match((await look('/place?from=check')).body, /value="Mill Park"/)
    const changed = await answer('/where?from=check', { where: 'oak' })
    assert.equal(changed.to, '/stories/new/check')
    await answer('/check', {})
    assert.deepEqual(sent, [{ where: 'oak' }])
  })

  it('shows what was refused at the question to blame, and keeps the draft', async (t) => {
    const kind = {
      code: 'place-not-known',
      says: 'We do not know {place}.',
      next: 'Check how it is written.',
      http: 422,
      fhir: 'value',
    } as const
    const { answer, drafts } = await walker(t, async () =>
      refuse(kind, { place: 'Mill Prak' }, 'place'),
    )
    await answer('/where', { where: 'other' })
    await answer('/place', { place: 'Mill Prak' })
    await answer('/wish', { wish: 'A bench' })
    const refused = await answer('/check', {})
    assert.equal(refused.status, 422)
    assert.match(
      refused.body,
      /<a href="#place">We do not know Mill Prak. Check how it is written.<\/a>/,
    )
    assert.equal(drafts.held.size, 1)
  })

  it('keeps the drafts of two people apart', async (t) => {
    const { answer, drafts } = await walker(t)
    await answer('/where', { where: 'oak' })
    const [owner] = [...drafts.held.keys()]
    assert.match(owner ?? '', /^[0-9a-f]{32} story$/)
    assert.ok(!owner?.includes('a-browser'))
  })
})
