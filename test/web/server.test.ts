// The server refuses, recovers and tells: every defence seen from outside.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Route, webRoutes } from '../../src/web/index.ts'
import { formPost, hiddenField, openSite, pageAt } from './site.ts'

const cookie = (value: string) => ({ headers: { cookie: `session=${value}` } })

const routes: readonly Route[] = [
  pageAt('/'),
  pageAt('/mine', { access: 'person' }),
  pageAt('/manage', { access: { roles: ['manager'] } }),
  pageAt('/people/:person', { access: 'anyone' }),
  pageAt('/broken', {
    handle: async () => {
      throw new Error('the name Asha Patel is in here')
    },
  }),
  pageAt('/away', { handle: async () => ({ kind: 'redirect', to: 'https://elsewhere.example/' }) }),
  pageAt('/file', {
    handle: async () => ({
      kind: 'download',
      name: 'fy “nghofnod”.json',
      type: 'application/json',
      body: '{}',
    }),
  }),
  pageAt('/mine/form', {
    method: 'POST',
    access: 'person',
    handle: async () => ({ kind: 'redirect', to: '/mine' }),
  }),
  ...webRoutes,
]

const siteOf = async (test: { after(done: () => Promise<void>): void }, ...more: unknown[]) => {
  const site = await openSite(routes, (more[0] ?? {}) as Parameters<typeof openSite>[1])
  test.after(() => site.app.close())
  return site
}

describe('Every answer', () => {
  it('carries the headers that let a browser defend the person', async (t) => {
    const { app } = await siteOf(t)
    for (const url of ['/', '/mine', '/nowhere', '/health', '/metrics', '/%zz', '/broken']) {
      const { headers } = await app.inject(url)
      const policy = String(headers['content-security-policy'])
      assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'/, url)
      assert.match(policy, /frame-ancestors 'none'/, url)
      assert.doesNotMatch(policy, /unsafe/, url)
      assert.equal(headers['x-content-type-options'], 'nosniff', url)
      assert.equal(headers['referrer-policy'], 'same-origin', url)
      assert.equal(headers['cache-control'], 'no-store', url)
      assert.equal(headers['strict-transport-security'], undefined, url)
    }
  })

  it('asks for HTTPS for two years, and locks its cookies to this host', async (t) => {
    const { app } = await siteOf(t, { secure: true })
    const { headers } = await app.inject('/')
    assert.match(String(headers['strict-transport-security']), /max-age=63072000/)
    assert.match(
      String(headers['set-cookie']),
      /^__Host-visit=[\w-]{32}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
  })

  it('holds no inline script, no inline style and nothing from another site', async (t) => {
    const { app } = await siteOf(t)
    for (const url of ['/', '/cookies', '/accessibility', '/privacy', '/check', '/nowhere']) {
      const { body } = await app.inject(url)
      assert.doesNotMatch(body, /<style|\sstyle=|\son\w+=|javascript:/i, url)
      for (const script of body.matchAll(/<script([^>]*)>([^<]*)</g)) {
        assert.match(script[1] ?? '', /src="\/assets\//, url)
        assert.equal(script[2], '', url)
      }
      // A link to elsewhere, such as the quick way out, is followed only by whoever chooses it.
      assert.doesNotMatch(body, /src="(?:https?:)?\/\/|<link[^>]*href="(?:https?:)?\/\//, url)
    }
  })

  it('is the same to HEAD, without the page', async (t) => {
    const { app } = await siteOf(t)
    const answer = await app.inject({ method: 'HEAD', url: '/' })
    assert.equal(answer.statusCode, 200)
    assert.equal(answer.body, '')
  })
})

describe('A page that is not for everybody', () => {
  it('sends somebody not signed in to sign in and back, and a program a refusal', async (t) => {
    const { app } = await siteOf(t)
    const page = await app.inject('/mine?from=letter')
    assert.equal(page.statusCode, 303)
    assert.equal(page.headers.location, '/sign-in?next=%2Fmine%3Ffrom%3Dletter')
    const form = await app.inject({ ...formPost({}), url: '/mine/form' })
    assert.equal(form.headers.location, '/sign-in?next=%2F')
    const program = await app.inject({ url: '/mine', headers: { accept: 'application/json' } })
    assert.equal(program.statusCode, 401)
    assert.equal(program.json().code, 'sign-in-first')
  })

  it('opens to the role that is held at this request, and to no other', async (t) => {
    const { app } = await siteOf(t)
    assert.equal(
      (await app.inject({ url: '/manage', ...cookie('cookie-of-dilys') })).statusCode,
      200,
    )
    const refused = await app.inject({ url: '/manage', ...cookie('cookie-of-asha') })
    assert.equal(refused.statusCode, 403)
    assert.match(refused.body, /This page is not open to you/)
    assert.equal((await app.inject({ url: '/mine', ...cookie('forged') })).statusCode, 303)
  })

  it('cannot be registered without saying who may ask for it', async () => {
    const open = { ...pageAt('/open'), access: undefined } as unknown as Route
    await assert.rejects(openSite([open]), /GET \/open does not say who may ask/)
    await assert.rejects(openSite([pageAt('/none', { access: { roles: [] } })]), /does not say/)
  })
})

describe('An address that does not lead anywhere', () => {
  it('is told with a reference, and to a program as code, says and next', async (t) => {
    const { app, said } = await siteOf(t)
    const page = await app.inject('/nowhere')
    assert.equal(page.statusCode, 404)
    const reference = /class="cp-reference">([^<]+)</.exec(page.body)?.[1]
    assert.match(reference ?? '', /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    assert.equal(said[0]?.detail.reference, reference)
    const program = await app.inject({ url: '/nowhere', headers: { accept: 'application/json' } })
    const { code, says, next } = program.json()
    assert.deepEqual([code, says], ['page-not-found', 'We could not find this page'])
    assert.match(next, /Check the address/)
  })

  it('never leads out of the assets', async (t) => {
    const { app } = await siteOf(t)
    for (const path of [
      '/assets/../package.json',
      '/assets/..%2f..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/etc/passwd',
      '/assets//etc/passwd',
      '/assets/coproduce.css%00.svg',
      '/people/%00',
    ]) {
      assert.equal((await app.inject(path)).statusCode, 404, path)
    }
  })

  it('says which way an address may be used', async (t) => {
    const { app } = await siteOf(t)
    const wrong = await app.inject('/language')
    assert.equal(wrong.statusCode, 405)
    assert.equal(wrong.headers.allow, 'POST')
    const put = await app.inject({ method: 'PUT', url: '/' })
    assert.equal(put.headers.allow, 'GET, HEAD')
  })
})

describe('A redirect', () => {
  it('never leads to another site, unless it is the sign-in provider', async (t) => {
    const { app } = await siteOf(t)
    assert.equal((await app.inject('/away')).statusCode, 500)
    const known = await siteOf(t, { signInOrigins: ['https://elsewhere.example'] })
    const answer = await known.app.inject('/away')
    assert.equal(answer.headers.location, 'https://elsewhere.example/')
    assert.match(
      String(answer.headers['content-security-policy']),
      /form-action 'self' https:\/\/elsewhere\.example;/,
    )
  })
})

describe('A download', () => {
  it('is saved under its name and never shown as a page', async (t) => {
    const { app } = await siteOf(t)
    const { headers } = await app.inject('/file')
    assert.equal(
      headers['content-disposition'],
      'attachment; filename="fy _nghofnod_.json"; ' +
        "filename*=UTF-8''fy%20%E2%80%9Cnghofnod%E2%80%9D.json",
    )
  })
})

describe('When something fails', () => {
  it('a mistake of ours is told without its message, and logged without it', async (t) => {
    const { app, said } = await siteOf(t)
    const page = await app.inject('/broken')
    assert.equal(page.statusCode, 500)
    assert.match(page.body, /Something went wrong at our end/)
    const failure = said.find(({ event }) => event === 'page-failed')
    assert.equal(failure?.detail.route, '/broken')
    assert.ok(page.body.includes(String(failure?.detail.reference)))
    assert.doesNotMatch(page.body + JSON.stringify(said), /Asha Patel/)
  })

  it('a lost database gives 503 with when to come back, until it is back', async (t) => {
    const { app, database } = await siteOf(t)
    database.up = false
    for (const url of ['/', '/mine', '/nowhere', '/cookies']) {
      const page = await app.inject(url)
      assert.equal(page.statusCode, 503, url)
      assert.equal(page.headers['retry-after'], '30', url)
      assert.match(page.body, /Coproduce cannot be used just now/, url)
      assert.doesNotMatch(page.body, /Sign in|Sign out/, url)
    }
    const health = await app.inject('/health')
    assert.equal(health.statusCode, 503)
    database.up = true
    assert.equal((await app.inject('/')).statusCode, 200)
    assert.deepEqual((await app.inject('/health')).json(), { status: 'ok' })
  })

  it('the failure is told even when what stands around the page fails as well', async (t) => {
    const unreadMessages = async () => {
      throw new Error('connection refused')
    }
    const { app } = await siteOf(t, { unreadMessages, databaseIsUp: async () => false })
    const page = await app.inject({ url: '/mine', ...cookie('cookie-of-asha') })
    assert.equal(page.statusCode, 503)
    assert.match(page.body, /Coproduce cannot be used just now/)
  })

  it('a form over the limit is told so, and nothing of it is read', async (t) => {
    const { app } = await siteOf(t, { formBytes: 1000 })
    const page = await app.inject({ ...formPost({ text: 'x'.repeat(2000) }), url: '/language' })
    assert.equal(page.statusCode, 413)
    assert.match(page.body, /What you sent is too big/)
  })

  it('what is not a form is told so', async (t) => {
    const { app } = await siteOf(t)
    for (const type of ['application/json', 'text/xml', 'multipart/form-data; boundary=x']) {
      const headers = { 'content-type': type, cookie: 'session=cookie-of-asha' }
      const page = await app.inject({ method: 'POST', url: '/language', headers, payload: '{}' })
      assert.equal(page.statusCode, 415, type)
    }
  })
})

describe('The log and the metrics', () => {
  it('know the pattern of a route and never the address, the query or who asked', async (t) => {
    const { app, said } = await siteOf(t)
    const person = '0192aaaa-0000-7000-8000-000000000001'
    await app.inject({ url: `/people/${person}?nhs=9990000018`, ...cookie('cookie-of-asha') })
    const { body } = await app.inject('/metrics')
    const told = JSON.stringify(said) + body
    assert.match(told, /"route":"\/people\/:person"/)
    assert.match(body, /route="\/people\/:person",status="200"/)
    for (const secret of [person, '9990000018', 'cookie-of-asha', 'a5a5', '127.0.0.1']) {
      assert.ok(!told.includes(secret), secret)
    }
  })
})

describe('The language switch', () => {
  it('goes back to the page in Welsh, and says when a page is not translated', async (t) => {
    const { app } = await siteOf(t)
    const page = await app.inject('/check')
    const visit = String(page.headers['set-cookie']).split(';')[0] ?? ''
    const fields = {
      language: 'cy',
      return: '/check',
      'form-guard': hiddenField(page.body, 'form-guard'),
    }
    const post = formPost(fields)
    const answer = await app.inject({
      ...post,
      url: '/language',
      headers: { ...post.headers, cookie: visit },
    })
    assert.equal(answer.headers.location, '/check')
    assert.match(String(answer.headers['set-cookie']), /^language=cy; Max-Age=31536000/)
    const welsh = await app.inject({ url: '/check', headers: { cookie: 'language=cy' } })
    assert.match(welsh.body, /<html lang="cy"/)
    assert.match(welsh.body, /Dim ond yn Saesneg y mae’r dudalen hon/)
    assert.match(welsh.body, /<main[^>]* lang="en"/)
    const whole = await app.inject({ url: '/cookies', headers: { cookie: 'language=cy' } })
    assert.doesNotMatch(whole.body, /Dim ond yn Saesneg/)
    const lost = await app.inject({ url: '/nowhere', headers: { cookie: 'language=cy' } })
    assert.match(lost.body, /Ni allwn ddod o hyd i’r dudalen hon/)
  })
})

describe('Two routes with one address', () => {
  it('stop the server from starting', async () => {
    await assert.rejects(openSite([pageAt('/'), pageAt('/')]))
  })
})
