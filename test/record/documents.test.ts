// Letters, photos and documents: taken by what they are, stripped, shown only where the entry is.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deflateSync } from 'node:zlib'
import { documentType } from '../../src/basics/document-type.ts'
import type { PersonId } from '../../src/basics/index.ts'
import { stripJpeg, stripPng } from '../../src/basics/strip-picture.ts'
import { registerPerson } from '../../src/identity/index.ts'
import { eraseBody } from '../../src/log/index.ts'
import { everything, giveGrant, stopGrant } from '../../src/sharing/index.ts'
import { openWholeSite } from '../attacks/whole-site.ts'
import { multipart, type Part } from '../web/multipart.ts'
import { hiddenField } from '../web/site.ts'
import { fromTelephone, jpeg, SECRETS } from './pictures.ts'

const site = await openWholeSite()
const { log, app } = site

async function someone(name: string) {
  const person = site.newId() as PersonId
  const about = { person, name, birthDate: null, nhsNumber: null }
  assert.ok((await registerPerson(log, { actor: { by: null, onBehalfOf: null }, ...about })).ok)
  const visitor = await site.visitorOf(person)
  const add = async (bytes: Uint8Array | string, file = 'letter.pdf', more: Part[] = []) => {
    const page = (await visitor.get('/me')).body
    const fields = { title: 'Eye clinic', says: 'Come back in May', 'day-day': '1' }
    const day = { 'day-month': '10', 'day-year': '2026' }
    const parts: Part[] = [
      { name: 'form-guard', value: hiddenField(page, 'form-guard') },
      { name: 'form-key', value: hiddenField(page, 'form-key') },
      ...Object.entries({ ...fields, ...day }).map(([key, value]) => ({ name: key, value })),
      ...more,
      { name: 'file', file, bytes },
    ]
    const { headers, ...rest } = multipart(parts)
    const url = '/record/documents/add'
    return app.inject({ ...rest, url, headers: { ...headers, cookie: visitor.cookie } })
  }
  return { person, ...visitor, add }
}

const PDF = '%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF'
const entryOf = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers.location).replace(/\?.*/, '')

describe('A1 A document', () => {
  it('is an entry like any other, and opens as it was sent', async () => {
    const asha = await someone('Asha Patel')
    const added = await asha.add(PDF)
    assert.equal(added.statusCode, 303, added.body)
    const at = entryOf(added)
    const page = (await asha.get(at)).body
    for (const said of ['Eye clinic', 'Come back in May', '1 October 2026', 'Asha Patel']) {
      assert.ok(page.includes(said), said)
    }
    const file = await asha.get(`${at}/file`)
    assert.equal(file.body, PDF)
    assert.equal(file.headers['content-type'], 'application/pdf')
    assert.match(
      String(file.headers['content-disposition']),
      /^attachment; filename="Eye clinic.pdf"/,
    )
    assert.match(String(file.headers['content-security-policy']), /sandbox/)
    assert.equal(file.headers['x-content-type-options'], 'nosniff')
    assert.equal(file.headers['cache-control'], 'no-store')
  })

  it('loses place, times, comments and what is behind its end where it is a photo', async () => {
    const asha = await someone('Asha Patel')
    const at = entryOf(await asha.add(fromTelephone(), 'photo.jpg'))
    const page = (await asha.get(at)).body
    assert.match(page, /<img src="[^"]+\/file" alt="Come back in May"/)
    const shown = await asha.get(`${at}/file`)
    assert.equal(shown.headers['content-type'], 'image/jpeg')
    assert.match(String(shown.headers['content-disposition']), /^inline/)
    for (const secret of SECRETS) assert.ok(!shown.rawPayload.includes(secret), secret)
    assert.ok(shown.rawPayload.includes('Exif'), 'which way up it is held stays')
    const [digest] = await log.files.list(asha.person)
    assert.deepEqual(
      Buffer.from((await log.files.read(asha.person, digest ?? '')) ?? []),
      shown.rawPayload,
    )
  })

  it('is taken by what it is and not by what it is called', async () => {
    const asha = await someone('Asha Patel')
    const heic = Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1')
    const cases = [
      [heic, 'photo.jpg', /HEIC/],
      [Buffer.from([1, 2, 3, 0]), 'a.pdf', /cannot show a file of this kind/],
      [Buffer.from('PK\u0003\u0004zip'), 'a.pdf', /cannot show/],
      ['', 'a.pdf', /nothing in the file/],
      ['{"resourceType":"Bundle"}', 'a.txt', /file of records/],
      [jpeg().subarray(0, 60), 'a.jpg', /not whole/],
    ] as const
    for (const [bytes, name, says] of cases) {
      const answer = await asha.add(bytes, name)
      assert.equal(answer.statusCode, 422, name)
      assert.match(answer.body.replaceAll('&#x27;', "'"), says)
    }
    assert.deepEqual(await log.files.list(asha.person), [])
    const page = entryOf(await asha.add('<script>alert(1)</script>', 'photo.jpg'))
    const file = await asha.get(`${page}/file`)
    assert.match(String(file.headers['content-type']), /^text\/plain/)
    assert.match(String(file.headers['content-disposition']), /^attachment/)
  })

  it('leaves a receipt at every opening, and opens for those it is shared with alone', async () => {
    const [asha, ravi, gwen] = [
      await someone('Asha Patel'),
      await someone('Ravi Patel'),
      await someone('Gwen Lloyd'),
    ]
    const at = entryOf(await asha.add(fromTelephone(), 'photo.jpg'))
    const theirs = at.replace('/record', `/people/${asha.person}/record`)
    const none = (await gwen.get(`${theirs}/file`)).statusCode
    assert.deepEqual([none, (await ravi.get(`${theirs}/file`)).statusCode], [404, 404])
    const given = await giveGrant(log, {
      person: asha.person,
      by: asha.person,
      giving: {
        effect: 'permit',
        to: { person: ravi.person, organisation: null, role: null },
        what: everything,
        acts: ['read'],
        purposes: ['direct-care'],
        until: null,
      },
    })
    assert.ok(given.ok)
    const looks = async () =>
      (
        await log.db.text(
          `select 1 from log.facts where owner = $1 and kind = 'looked-at' and by = $2`,
          [asha.person, ravi.person],
        )
      ).length
    const before = await looks()
    const opened = await ravi.get(`${theirs}/file`)
    assert.equal(opened.statusCode, 200)
    assert.equal(await looks(), before + 1)
    assert.match((await ravi.get(theirs)).body, /<img src=/)
    assert.equal((await gwen.get(`${theirs}/file`)).statusCode, 404)
    assert.ok(
      (await stopGrant(log, { person: asha.person, by: asha.person, grant: given.value })).ok,
    )
    assert.equal((await ravi.get(`${theirs}/file`)).statusCode, 404)
  })

  it('goes with its fact when that is erased', async () => {
    const asha = await someone('Asha Patel')
    await asha.add(PDF)
    const [fact] = await log.db.text<{ id: string }>(
      `select id from log.facts where owner = $1 and kind = 'entry-added'`,
      [asha.person],
    )
    const officer = site.newId()
    const request = { fact: fact?.id as never, officer, reason: 'unlawfully-held' }
    assert.ok((await eraseBody(log, request)).ok)
    assert.deepEqual(await log.files.list(asha.person), [])
  })

  it('meets no mistake of ours', () => assert.deepEqual(site.failures, []))
})

describe('A picture', () => {
  const chunk = (name: string, data: Buffer) => {
    const head = Buffer.alloc(4)
    head.writeUInt32BE(data.length)
    return Buffer.concat([head, Buffer.from(name), data, Buffer.alloc(4)])
  }
  const png = (...more: Buffer[]) =>
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', Buffer.alloc(13)),
      ...more,
      chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
      chunk('IEND', Buffer.alloc(0)),
    ])

  it('keeps every part that shows it, and no other', () => {
    assert.deepEqual(Buffer.from(stripJpeg(jpeg()) ?? []), jpeg())
    const told = png(chunk('tEXt', Buffer.from('Taken at home')), chunk('eXIf', Buffer.from('51')))
    assert.deepEqual(Buffer.from(stripPng(Buffer.concat([told, Buffer.from('film')])) ?? []), png())
    assert.equal(documentType(png()), 'png')
  })

  it('is refused, and never hangs, wherever it is cut short', () => {
    for (const [whole, strip] of [
      [fromTelephone(), stripJpeg],
      [png(), stripPng],
    ] as const) {
      const ends = whole.length - (strip === stripJpeg ? 27 : 0)
      for (let at = 0; at < ends; at += 1) assert.equal(strip(whole.subarray(0, at)), null)
    }
  })
})
