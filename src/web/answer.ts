// One request to one route: who asks, may they, is the form ours, then the room's own answer.
import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ok, type Result, refuse } from '../basics/index.ts'
import { mayRedirectTo, signInAndReturn } from './addresses.ts'
import { setCookie } from './cookies.ts'
import { guardField, guardHolds, keyField, readFormKey, sentFromElsewhere } from './form-guard.ts'
import { readForm, readParams, readQuery } from './form-values.ts'
import { networkOf } from './rate-limit.ts'
import { refusals } from './refusals.ts'
import type { Access, PageReply, PageRequest, Route, Visitor } from './route.ts'
import {
  askingOf,
  beginVisit,
  findVisitor,
  guardCookie,
  isForPrograms,
  sendPage,
  sendTrouble,
  wantsJson,
} from './send.ts'
import { isMultipart, readSentForm, type SentForm } from './sent-files.ts'
import type { Web } from './server-deps.ts'

export type Answered = {
  readonly route: Route
  /** Whether the same address has a page, to come back to after signing in. */
  readonly hasPage: boolean
}

export async function answerRoute(
  web: Web,
  { route, hasPage }: Answered,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const visitor = await findVisitor(web, request)
  if (mustSignIn(route.access, visitor)) return sendToSignIn(web, hasPage, request, reply)
  if (!mayAsk(route.access, visitor)) return sendTrouble(web, request, reply, refusals.notYours)
  if (isForOneself(route) && actsForAnother(visitor)) {
    return sendTrouble(web, request, reply, refusals.actingForAnother)
  }
  const wait = waitOfSession(web, visitor, route.method)
  if (wait > 0) {
    reply.header('retry-after', wait)
    return sendTrouble(web, request, reply, refusals.tooManyAtOnce)
  }
  const sent = await readSent(web, route, visitor, request)
  if (!sent.ok) {
    if (sent.refusal.http === 503) reply.header('retry-after', 60)
    return sendTrouble(web, request, reply, sent.refusal)
  }
  if (route.method === 'POST' && !isOurForm(web, request, sent.value.fields)) {
    return sendTrouble(web, request, reply, refusals.formNotFromHere)
  }
  const params = readParams(request.params)
  if (params === null) return sendTrouble(web, request, reply, refusals.pageNotFound)
  beginVisit(web, request, reply)
  const asked = pageRequest(web, visitor, params, request, sent.value)
  return sendReply(web, request, reply, await route.handle(asked))
}

/** Nothing in the file may run, whoever made it. */
function sendFile(reply: FastifyReply, answer: Extract<PageReply, { kind: 'download' }>) {
  const { name, type, body, size, shown = false } = answer
  const plain = name.replace(/[^\w. -]/g, '_')
  const exact = encodeURIComponent(name)
  const how = shown ? 'inline' : 'attachment'
  if (size !== undefined) reply.header('content-length', size)
  return reply
    .type(type)
    .header('content-security-policy', FILE_POLICY)
    .header('content-disposition', `${how}; filename="${plain}"; filename*=UTF-8''${exact}`)
    .send(body instanceof Uint8Array ? Buffer.from(body) : body)
}

/** @source Content Security Policy Level 3, sandbox */
const FILE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"

const mustSignIn = (access: Access, visitor: Visitor) =>
  access !== 'anyone' && visitor.kind === 'nobody'

/** Whether this access lets this visitor in, by the roles held at this request. */
export function mayAsk(access: Access, visitor: Visitor): boolean {
  if (access === 'anyone') return true
  if (visitor.kind === 'nobody') return false
  return access === 'person' || access.roles.some((role) => visitor.roles.includes(role))
}

/** Whether a page is about whoever asks: never opened as if it were the other person's. */
const isForOneself = ({ access, whileActingFor }: Route) =>
  access !== 'anyone' && whileActingFor !== true

const actsForAnother = (visitor: Visitor) =>
  visitor.kind === 'person' && (visitor.actingFor ?? null) !== null

function sendToSignIn(web: Web, hasPage: boolean, request: FastifyRequest, reply: FastifyReply) {
  if (wantsJson(request) || isForPrograms(request)) {
    return sendTrouble(web, request, reply, refusals.signInFirst)
  }
  const [path = '/'] = request.url.split('?')
  const back = request.method === 'POST' ? (hasPage ? path : '/') : request.url
  return reply.header('cache-control', 'no-store').redirect(signInAndReturn(back), 303)
}

function waitOfSession(web: Web, visitor: Visitor, method: Route['method']): number {
  if (visitor.kind === 'nobody') return 0
  const group = method === 'POST' ? 'formsBySession' : 'pagesBySession'
  return web.limiter.wait(`${group} ${visitor.session}`, web.paces[group])
}

type Sent = { readonly fields: Readonly<Record<string, unknown>>; readonly files: Files }
type Files = SentForm['files']

/** What was posted: a form, or on a route that takes files a form with files. */
async function readSent(
  web: Web,
  route: Route,
  visitor: Visitor,
  request: FastifyRequest,
): Promise<Result<Sent>> {
  if (!isMultipart(request)) {
    const fields = (request.body ?? {}) as Sent['fields']
    return ok({ fields, files: [] })
  }
  if (route.files === undefined) return refuse(refusals.formNotUnderstood)
  const session = visitor.kind === 'person' ? visitor.session : networkOf(request.ip)
  const ours = (fields: Sent['fields']) => isOurForm(web, request, fields)
  return readSentForm(request, route.files, { room: web.uploads, session }, ours)
}

function isOurForm(web: Web, request: FastifyRequest, fields: Sent['fields']): boolean {
  if (sentFromElsewhere(request.headers['sec-fetch-site'])) return false
  return guardHolds(guardCookie(askingOf(web, request)), fields[guardField])
}

function pageRequest(
  web: Web,
  visitor: Visitor,
  params: Readonly<Record<string, string>>,
  request: FastifyRequest,
  { fields, files }: Sent,
): PageRequest {
  const asking = askingOf(web, request)
  return {
    visitor,
    params,
    query: readQuery(request.query),
    form: readForm(fields, [guardField, keyField]),
    files,
    language: asking.cookies.language,
    now: web.deps.clock.now(),
    reference: request.id,
    formKey: readFormKey(fields[keyField]),
    address: request.url,
    host: request.host,
    draftOwner: visitor.kind === 'person' ? visitor.person : digest(asking.visit ?? ''),
    userAgent: String(request.headers['user-agent'] ?? '').slice(0, 400),
  }
}

/** The visit as it may be kept with a draft: whoever reads the table cannot pose as the browser. */
const digest = (visit: string) => createHash('sha256').update(visit).digest('hex').slice(0, 32)

async function sendReply(
  web: Web,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: PageReply,
): Promise<FastifyReply> {
  if (answer.kind === 'page') return sendPage(web, request, reply, answer)
  if (answer.kind === 'refused') return sendTrouble(web, request, reply, answer.refusal)
  reply.header('cache-control', 'no-store')
  if (answer.kind === 'data') return reply.type(answer.type).send(answer.body)
  if (answer.kind === 'download') return sendFile(reply, answer)
  if (!mayRedirectTo(answer.to, web.signInOrigins)) {
    throw new Error('A page redirects to an address that is not ours.')
  }
  if (answer.setSession !== undefined) {
    setCookie(reply, 'session', answer.setSession, web.deps.secure)
    // A new session or none: the drafts and forms of the browser before it are not carried over.
    setCookie(reply, 'visit', null, web.deps.secure)
    // What waits on a shared device for the network goes with whoever signs out.
    if (answer.setSession === null) reply.header('clear-site-data', '"storage"')
  }
  if (answer.setLanguage) setCookie(reply, 'language', answer.setLanguage, web.deps.secure)
  return reply.redirect(answer.to, 303)
}
