// Our three cookies: the session, the visit of somebody not signed in, and the language.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from './route.ts'

type CookieName = 'session' | 'visit' | 'language'

export type Cookies = {
  readonly session: string | null
  readonly visit: string | null
  readonly language: Language
}

const nameOf = (name: CookieName, secure: boolean) => (secure ? `__Host-${name}` : name)

/** Reads our cookies. One not in its form is not there; on a bad address there are none. */
export function readCookies(request: FastifyRequest, secure: boolean): Cookies {
  const read = (name: CookieName) => {
    const value = (request.cookies as typeof request.cookies | undefined)?.[nameOf(name, secure)]
    return value !== undefined && /^[\w.~-]{1,256}$/.test(value) ? value : null
  }
  return {
    session: read('session'),
    visit: read('visit'),
    language: read('language') === 'cy' ? 'cy' : 'en',
  }
}

/**
 * Sets one of our cookies, or ends it with null. The session and the visit end with the browser;
 * the language is kept for a year. `__Host-` under HTTPS: no other site or subdomain can set it.
 */
export function setCookie(
  reply: FastifyReply,
  name: CookieName,
  value: string | null,
  secure: boolean,
): void {
  const settings = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  if (value === null) reply.clearCookie(nameOf(name, secure), settings)
  else {
    const year = 365 * 24 * 60 * 60
    const kept = name === 'language' ? { ...settings, maxAge: year } : settings
    reply.setCookie(nameOf(name, secure), value, kept)
  }
}
