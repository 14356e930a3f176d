// Sends pages, refusals and troubles: as a page for people, as JSON for programs that ask for it.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { createElement } from 'react'
import type { Refusal } from '../basics/index.ts'
import { aboutError, DatabaseAway } from '../plumbing/index.ts'
import { type Cookies, readCookies, setCookie } from './cookies.ts'
import { guardToken } from './form-guard.ts'
import { databaseAnswers } from './health.ts'
import { refusals } from './refusals.ts'
import { renderPage } from './render.tsx'
import type { PageReply, RefusedAs, Visitor } from './route.ts'
import type { Web } from './server-deps.ts'
import { sayRefusal, Trouble } from './trouble.tsx'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How a refusal is sent at an address for programs. */
    refusedAs?: RefusedAs
  }
}

type Page = Extract<PageReply, { kind: 'page' }>

/** What is known of a request so far; the visitor is null until somebody has looked. */
type Asking = { readonly cookies: Cookies; visitor: Visitor | null; visit: string | null }

const askings = new WeakMap<FastifyRequest, Asking>()

export function askingOf(web: Web, request: FastifyRequest): Asking {
  const known = askings.get(request)
  if (known !== undefined) return known
  const cookies = readCookies(request, web.deps.secure)
  const asking = { cookies, visitor: null, visit: cookies.visit }
  askings.set(request, asking)
  return asking
}

/** Finds who is asking, anew for this request. */
export async function findVisitor(web: Web, request: FastifyRequest): Promise<Visitor> {
  const asking = askingOf(web, request)
  asking.visitor ??= await web.deps.findVisitor(asking.cookies.session, web.deps.clock.now())
  return asking.visitor
}

/** The secret cookie that forms are tied to: the session when signed in, else the visit. */
export function guardCookie(asking: Asking): string {
  const signedIn = asking.visitor?.kind === 'person'
  return (signedIn ? asking.cookies.session : asking.visit) ?? ''
}

/** Gives the browser of somebody not signed in its visit cookie, if it has none yet. */
export function beginVisit(web: Web, request: FastifyRequest, reply: FastifyReply): void {
  const asking = askingOf(web, request)
  if (guardCookie(asking) !== '') return
  asking.visit = Buffer.from(web.deps.chance.bytes(24)).toString('base64url')
  setCookie(reply, 'visit', asking.visit, web.deps.secure)
}

/** Sends a page. */
export async function sendPage(
  web: Web,
  request: FastifyRequest,
  reply: FastifyReply,
  page: Page,
): Promise<FastifyReply> {
  const { deps } = web
  const asking = askingOf(web, request)
  const { visitor } = asking
  const { language } = asking.cookies
  if (visitor !== null) beginVisit(web, request, reply)
  const unread =
    visitor?.kind === 'person' ? ((await deps.unreadMessages?.(visitor)) ?? null) : null
  const where = request.routeOptions.url ?? ''
  const flags =
    visitor === null || page.about === undefined
      ? []
      : ((await deps.flags?.(visitor, page.about, { language, where })) ?? [])
  const html = renderPage(page, {
    context: {
      language,
      now: deps.clock.now(),
      guard: guardToken(guardCookie(asking) || 'none'),
      newFormKey: () => deps.chance.id(),
      address: request.method === 'GET' ? request.url : null,
    },
    visitor,
    demonstration: deps.demonstration,
    navigation: visitor === null ? [] : deps.navigation(visitor, language),
    unread,
    flags,
    assets: web.assets,
  })
  // Encoded once, here: a text is gone through to be measured, and again to be sent.
  return reply
    .code(page.status ?? 200)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(Buffer.from(html))
}

/** Sends a refusal: what happened and what to do next, with the reference. */
export async function sendTrouble(
  web: Web,
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
): Promise<FastifyReply> {
  const { code, says, next } = refusal
  reply.header('cache-control', 'no-store')
  const { refusedAs } = request.routeOptions.config ?? {}
  if (refusedAs !== undefined) {
    const { type, body } = refusedAs(refusal)
    return reply.code(refusal.http).type(type).send(body)
  }
  if (wantsJson(request)) {
    return reply.code(refusal.http).send({ code, says, next, reference: request.id })
  }
  const said = sayRefusal(refusal, askingOf(web, request).cookies.language)
  const main = createElement(Trouble, { ...said, reference: request.id })
  const { welsh } = said
  return sendPage(web, request, reply, {
    kind: 'page',
    title: said.says,
    main,
    status: refusal.http,
    ...(welsh === 'whole' ? { welsh } : {}),
  })
}

/** Whether the address is one for programs, which no sign-in page helps. */
export const isForPrograms = (request: FastifyRequest): boolean =>
  request.routeOptions.config?.refusedAs !== undefined

/** Whether a program asks: JSON is accepted and a page is not. */
export function wantsJson(request: FastifyRequest): boolean {
  const accept = String(request.headers.accept ?? '')
  return /\bapplication\/([\w.-]+\+)?json\b/.test(accept) && !accept.includes('text/html')
}

export async function answerNotFound(web: Web, request: FastifyRequest, reply: FastifyReply) {
  await findVisitor(web, request)
  return sendTrouble(web, request, reply, refusals.pageNotFound)
}

/** Answers what was thrown: too big, not a form, the database away, or a mistake of ours. */
export async function answerFailure(
  web: Web,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const refusal = await refusalFor(web, error)
  if (refusal.http >= 500) {
    const route = request.routeOptions.url ?? 'none'
    web.deps.log('page-failed', {
      reference: request.id,
      route,
      code: refusal.code,
      ...aboutError(error),
    })
  }
  if (refusal.http === 503) reply.header('retry-after', 30)
  try {
    return await sendTrouble(web, request, reply, refusal)
  } catch {
    // What the page around the trouble needs is away as well: the page of somebody unknown.
    askingOf(web, request).visitor = null
    return sendTrouble(web, request, reply, refusal)
  }
}

async function refusalFor(web: Web, error: unknown): Promise<Refusal> {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refusals.tooMuchAtOnce
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refusals.formNotUnderstood
  if (String(code).startsWith('FST_ERR_CTP_')) return refusals.requestNotUnderstood
  if (error instanceof DatabaseAway) return refusals.awayForAMoment
  return (await databaseAnswers(web.deps)) ? refusals.somethingWentWrong : refusals.awayForAMoment
}
