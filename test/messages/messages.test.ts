// Promises of messages: told in a form the person can use, in their language, delivered or not.
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import type { Id } from '../../src/basics/index.ts'
import { rebuild } from '../../src/log/index.ts'
import { openMessage } from '../../src/messages/actions/tell.ts'
import { formFor } from '../../src/messages/domain/forms.ts'
import { NO_NEEDS_RECORDED } from '../../src/messages/domain/needs.ts'
import { countInbox, recordNeedsOf, sendWord, tell } from '../../src/messages/index.ts'
import { readInbox } from '../../src/messages/store/inbox.ts'
import { filePost } from '../../src/plumbing/index.ts'
import { openHouse } from '../rooms.ts'

const house = await openHouse()
const { log, newId, folder } = house
const post = filePost(`${folder}/outbox`)

const rendering = (form: string, language: string, body: string) => ({
  form,
  language,
  subject: 'About your scan',
  body,
})
const draft = {
  from: 'Oak Lane Surgery',
  renderings: [rendering('plain', 'en', 'Your scan is on Monday.')],
  leadsTo: null,
}
const needs = (person: Id, wanted: Partial<typeof NO_NEEDS_RECORDED>) =>
  recordNeedsOf(
    log,
    { by: person, onBehalfOf: null },
    person,
    { ...NO_NEEDS_RECORDED, ...wanted },
    null,
  )

describe('A message', () => {
  it('is refused when the person needs easy read and nobody has written it', async () => {
    const person = newId()
    await needs(person, { form: 'easy-read' })
    const told = await tell(log, person, newId(), draft)
    assert.ok(!told.ok)
    assert.equal(told.refusal.code, 'message-form-missing')
    assert.match(told.refusal.says, /easy read/)
    assert.deepEqual(await countInbox(log.db, person), { all: 0, unread: 0 })
  })

  it('reaches somebody who needs large print from the plain words', async () => {
    const person = newId()
    await needs(person, { form: 'large-print' })
    const message = newId()
    assert.ok((await tell(log, person, message, draft)).ok)
    const read = await openMessage(log, person, message)
    assert.equal(read?.sent?.shownAs, 'large-print')
    assert.equal(read?.sent?.rendering.body, 'Your scan is on Monday.')
  })

  it('comes in Welsh to those who want Welsh where it was written, else in English', async () => {
    const person = newId()
    await needs(person, { language: 'cy' })
    const both = {
      ...draft,
      renderings: [...draft.renderings, rendering('plain', 'cy', 'Ddydd Llun.')],
    }
    const [welsh, english] = [newId(), newId()]
    await tell(log, person, welsh, both)
    await tell(log, person, english, draft)
    assert.equal((await openMessage(log, person, welsh))?.sent?.rendering.language, 'cy')
    assert.equal((await openMessage(log, person, english))?.sent?.rendering.language, 'en')
  })

  it('is sent once for one id, and read once however often it is opened', async () => {
    const person = newId()
    const message = newId()
    await tell(log, person, message, draft)
    await tell(log, person, message, draft)
    assert.deepEqual(await countInbox(log.db, person), { all: 1, unread: 1 })
    await openMessage(log, person, message)
    await openMessage(log, person, message)
    assert.deepEqual(await countInbox(log.db, person), { all: 1, unread: 0 })
  })

  it('cannot be opened by anybody else, who learns nothing of it', async () => {
    const message = newId()
    await tell(log, newId(), message, draft)
    assert.equal(await openMessage(log, newId(), message), null)
    assert.equal(await openMessage(log, newId(), 'no id' as Id), null)
  })

  it('sends word outside that does not say what it is about', async () => {
    const person = newId()
    await needs(person, { channel: 'email', address: 'asha@example.com' })
    const message = newId()
    await tell(log, person, message, draft)
    await sendWord(log, post, 'https://care.example', { owner: person, stream: message })
    const letter = await readFile(`${folder}/outbox/email/${message}.txt`, 'utf8')
    assert.match(letter, /^To: asha@example\.com/)
    assert.doesNotMatch(letter, /scan|Oak Lane|Monday/)
    const read = await openMessage(log, person, message)
    assert.deepEqual(read?.delivered, ['inbox', 'email'])
    await sendWord(log, post, 'https://care.example', { owner: person, stream: message })
    assert.deepEqual((await openMessage(log, person, message))?.delivered, ['inbox', 'email'])
  })

  it('that bounces says so to the person, and stays in the inbox', async () => {
    const person = newId()
    await needs(person, { channel: 'email', address: 'gone@nowhere.invalid' })
    const message = newId()
    await tell(log, person, message, draft)
    await sendWord(log, post, 'https://care.example', { owner: person, stream: message })
    const read = await openMessage(log, person, message)
    assert.deepEqual(read?.bounced, [{ channel: 'email', why: 'There is nobody at this address.' }])
    assert.equal((await countInbox(log.db, person)).all, 1)
    assert.ok(!(await readdir(`${folder}/outbox/email`)).some((name) => name.includes(message)))
  })

  it('lists newest first, the same after a rebuild', async () => {
    const person = newId()
    for (const minute of ['10', '11', '12']) {
      house.clock.moveTo(`2026-11-24T09:${minute}:00Z`)
      await tell(log, person, newId(), { ...draft, from: minute })
    }
    const before = await readInbox(log.db, person)
    assert.deepEqual(
      before.map((row) => row.sender),
      ['12', '11', '10'],
    )
    await rebuild(log)
    assert.deepEqual(await readInbox(log.db, person), before)
  })
})

describe('Communication needs', () => {
  const refusals: [string, Partial<typeof NO_NEEDS_RECORDED>, string][] = [
    ['a form that does not exist', { form: 'smoke-signals' }, 'message-form-unknown'],
    ['a channel that does not exist', { channel: 'pigeon' }, 'channel-unknown'],
    ['an address that is none', { channel: 'email', address: 'asha' }, 'address-not-understood'],
    ['no number for text', { channel: 'text', address: null }, 'address-not-understood'],
  ]
  for (const [what, wanted, code] of refusals) {
    it(`are refused with ${what}, and stay as they were`, async () => {
      const person = newId()
      const done = await needs(person, wanted)
      assert.ok(!done.ok)
      assert.equal(done.refusal.code, code)
    })
  }

  it('can be met from a form that another is made from, and from no other', () => {
    assert.equal(formFor('large-print', ['plain']), 'plain')
    assert.equal(formFor('large-print', ['easy-read']), null)
    assert.equal(formFor('braille', ['plain']), null)
    assert.equal(formFor('easy-read', ['plain', 'easy-read']), 'easy-read')
  })
})
