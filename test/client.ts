// A visitor without a browser: keeps cookies, fills in the forms of a page, posts them.
import { setTimeout as sleep } from 'node:timers/promises'

export type Answer = {
  readonly status: number
  readonly body: string
  readonly location: string | null
}

export type Visitor = {
  get(path: string): Promise<Answer>
  /** Opens `page`, fills in its form for `action`, sends it; follows no redirect. */
  fillIn(page: string, action: string, fields: Readonly<Record<string, string>>): Promise<Answer>
  /** Sends exactly this. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Answer>
}

/** A visitor of the site at `address`, `http://127.0.0.1:8080`. */
export function visit(address: string): Visitor {
  const cookies = new Map<string, string>()
  const request = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    // A connection of its own for each: one kept alive may end just as it is used again.
    const headers = { ...init.headers, cookie, accept: 'text/html', connection: 'close' }
    const signal = AbortSignal.timeout(20_000)
    const response = await fetch(address + path, { ...init, headers, redirect: 'manual', signal })
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      const at = pair.indexOf('=')
      cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    const location = response.headers.get('location')
    return { status: response.status, body: await response.text(), location }
  }
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    })
  return {
    get: (path) => request(path),
    post,
    async fillIn(page, action, fields) {
      const { body } = await request(page)
      return post(action, { ...hiddenFields(body, action), ...fields })
    },
  }
}

/** The hidden fields of the form on a page that posts to `action`. */
export function hiddenFields(page: string, action: string): Record<string, string> {
  const start = page.indexOf(`action="${action}"`)
  const form = page.slice(start, page.indexOf('</form>', start))
  if (start < 0) throw new Error(`The page has no form that posts to ${action}`)
  const fields: Record<string, string> = {}
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1]
    if (name !== undefined) fields[name] = /value="([^"]*)"/.exec(input)?.[1] ?? ''
  }
  return fields
}

/** One request on a connection of its own. */
export const getAlone = (url: string): Promise<Response> =>
  fetch(url, { headers: { connection: 'close' }, signal: AbortSignal.timeout(5_000) })

/** Waits until the site answers that it is well. */
export async function untilWell(address: string, seconds = 60): Promise<void> {
  for (let tries = 0; tries < seconds * 10; tries += 1) {
    const well = await getAlone(`${address}/health`).then(
      (response) => response.status === 200,
      () => false,
    )
    if (well) return
    await sleep(100)
  }
  throw new Error(`The site at ${address} did not become well in ${seconds} seconds`)
}
