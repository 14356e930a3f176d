// A form does something only when it comes from a page of ours, shown to this browser.
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, it } from 'node:test'
import type { FormValues, Route } from '../../src/web/index.ts'
import { formPost, hiddenField, openSite, pageAt } from './site.ts'

/** A site with one form for anybody and one for people signed in, and what was done by them. */
async function openForms(test: { after(done: () => Promise<void>): void }) {
  const done: { readonly form: FormValues; readonly key: string | null }[] = []
  const takes = (path: string, access: Route['access']): Route =>
    pageAt(path, {
      method: 'POST',
      access,
      handle: async ({ form, formKey }) => {
        done.push({ form, key: formKey })
        return { kind: 'redirect', to: '/' }
      },
    })
  const routes = [pageAt('/'), takes('/tell', 'anyone'), takes('/mine', 'person')]
  const site = await openSite(routes)
  test.after(() => site.app.close())
  const guardOf = async (cookie: string) => {
    const page = await site.app.inject({ url: '/', headers: { cookie } })
    const set = String(page.headers['set-cookie'] ?? '').split(';')[0] ?? ''
    return {
      guard: hiddenField(page.body, 'form-guard'),
      key: hiddenField(page.body, 'form-key'),
      cookie: set === '' ? cookie : set,
    }
  }
  const send = async (
    url: string,
    cookie: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ) => {
    const post = formPost(fields)
    return site.app.inject({ ...post, url, headers: { ...post.headers, cookie, ...headers } })
  }
  return { done, guardOf, send }
}

const asha = 'session=cookie-of-asha'
const dilys = 'session=cookie-of-dilys'

describe('A form from a page of ours', () => {
  it('is done, with its one-time key, and the room never sees the guard', async (t) => {
    const { done, guardOf, send } = await openForms(t)
    const { guard, key } = await guardOf(asha)
    const answer = await send('/mine', asha, {
      story: 'Hello',
      'form-guard': guard,
      'form-key': key,
    })
    assert.equal(answer.statusCode, 303)
    assert.deepEqual(done, [{ form: { story: 'Hello' }, key }])
  })

  it('is done for somebody not signed in, whose browser has the visit cookie', async (t) => {
    const { done, guardOf, send } = await openForms(t)
    const { guard, cookie } = await guardOf('')
    assert.match(cookie, /^visit=/)
    assert.equal((await send('/tell', cookie, { 'form-guard': guard })).statusCode, 303)
    assert.equal(done.length, 1)
  })

  it('has a key that is new on every form', async (t) => {
    const { guardOf } = await openForms(t)
    assert.notEqual((await guardOf(asha)).key, (await guardOf(asha)).key)
  })

  it('brings text composed, with one kind of line end and no control characters', async (t) => {
    const { done, guardOf, send } = await openForms(t)
    const { guard } = await guardOf(asha)
    await send('/mine', asha, {
      story: 'cafe\u0301\r\nand\u0000 tea\u0007\ttoo',
      'form-guard': guard,
    })
    assert.equal(done[0]?.form.story, 'café\nand tea\ttoo')
  })
})

describe('A forged form', () => {
  it('does nothing without a guard, or with one made up or of another session', async (t) => {
    const { done, guardOf, send } = await openForms(t)
    const others = (await guardOf(dilys)).guard
    const visitors = await guardOf('')
    for (const guard of ['', 'x'.repeat(43), others, visitors.guard]) {
      const answer = await send('/mine', asha, { 'form-guard': guard })
      assert.equal(answer.statusCode, 403)
      assert.match(answer.body, /We did not do what this form asked/)
    }
    assert.equal((await send('/mine', asha, {})).statusCode, 403)
    assert.deepEqual(done, [])
  })

  it('does nothing when no cookie stands behind the guard', async (t) => {
    const { done, guardOf, send } = await openForms(t)
    const { guard } = await guardOf('')
    const emptyKey = createHmac('sha256', '').update('coproduce form guard 1').digest('base64url')
    for (const made of [guard, emptyKey]) {
      assert.equal((await send('/tell', '', { 'form-guard': made })).statusCode, 403)
    }
    assert.deepEqual(done, [])
  })

  it('does nothing when the browser says that another site sent it', async (t) => {
    const { done, guardOf, send } = await openForms(t)
    const { guard } = await guardOf(asha)
    for (const site of ['cross-site', 'same-site']) {
      const answer = await send('/mine', asha, { 'form-guard': guard }, { 'sec-fetch-site': site })
      assert.equal(answer.statusCode, 403)
    }
    assert.deepEqual(done, [])
  })

  it('of a session that has ended leads to signing in', async (t) => {
    const { done, guardOf, send } = await openForms(t)
    const { guard } = await guardOf(asha)
    const answer = await send('/mine', 'session=ended', { 'form-guard': guard })
    assert.equal(answer.headers.location, '/sign-in?next=%2F')
    assert.deepEqual(done, [])
  })
})
