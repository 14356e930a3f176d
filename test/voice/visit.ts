// A browser without scripts: keeps cookies, follows no link by itself, and posts what it is told.
import type { PersonId } from '../../src/basics/index.ts'
import { beginSession } from '../../src/identity/index.ts'
import type { WholeSite } from '../attacks/whole-site.ts'
import { multipart, type Part } from '../web/multipart.ts'
import { formPost, hiddenField } from '../web/site.ts'

type Fields = Readonly<Record<string, string>>

/** A visit of somebody not signed in, or of somebody who is. */
export async function visit({ app, log }: WholeSite, person: PersonId | null = null) {
  const jar = new Map<string, string>()
  if (person !== null) {
    const known = { person, wayIn: 'provider', identityLevel: 'P9', userAgent: '' } as const
    const begun = await beginSession(log, known)
    if (!begun.ok) throw new Error(begun.refusal.code)
    jar.set('session', begun.value)
  }
  const headers = () => ({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') })
  const keep = <Answer extends { cookies: readonly { name: string; value: string }[] }>(
    answer: Answer,
  ): Answer => {
    for (const { name, value } of answer.cookies) {
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }
  const get = async (url: string) => keep(await app.inject({ url, headers: headers() }))
  const guarded = async (): Promise<Fields> => {
    const { body } = await get('/tell/paper')
    const page = body.includes('form-guard') ? body : (await get('/sign-in/story-code')).body
    return {
      'form-guard': hiddenField(page, 'form-guard'),
      'form-key': log.chance.id(),
    }
  }
  return {
    get,
    jar,
    async post(url: string, fields: Fields = {}) {
      const sent = formPost({ ...(await guarded()), ...fields })
      return keep(await app.inject({ ...sent, url, headers: { ...sent.headers, ...headers() } }))
    },
    async send(url: string, fields: Fields, files: readonly Part[]) {
      const all = { ...(await guarded()), ...fields }
      const values = Object.entries(all).map(([name, value]) => ({ name, value }))
      const { headers: type, ...rest } = multipart([...values, ...files])
      return keep(await app.inject({ ...rest, url, headers: { ...type, ...headers() } }))
    },
  }
}

export type Visit = Awaited<ReturnType<typeof visit>>

export const codeIn = (body: string): string =>
  /<b class="cp-reference">([0-9A-Z-]{19})<\/b>/.exec(body)?.[1] ?? ''
