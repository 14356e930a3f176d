// The web server: takes the rooms' routes and answers them, with every defence in one place.
import fastifyCookie from '@fastify/cookie'
import fastifyFormbody from '@fastify/formbody'
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify'
import { answerRoute } from './answer.ts'
import { offlineWorker, prepareAssets } from './assets.ts'
import { securityHeaders } from './headers.ts'
import { measureAnswers, registerHealth, registerMetrics } from './health.ts'
import { networkOf, rateLimiter, usualPaces } from './rate-limit.ts'
import { referenceFrom } from './reference.ts'
import { refusals } from './refusals.ts'
import type { Route } from './route.ts'
import { answerFailure, answerNotFound, sendTrouble } from './send.ts'
import { uploadRoom } from './sent-files.ts'
import type { ServerDeps, Web } from './server-deps.ts'

/**
 * Makes the server, ready to listen. Refuses to start (throws) when a route does not say who may
 * ask for it, or when two routes have one address.
 */
export async function createServer(deps: ServerDeps): Promise<FastifyInstance> {
  const web: Web = {
    deps,
    assets: prepareAssets(),
    limiter: rateLimiter(deps.clock.elapsed),
    paces: { ...usualPaces, ...deps.paces },
    signInOrigins: deps.signInOrigins ?? [],
    uploads: uploadRoom(),
  }
  const app = fastify({
    logger: false,
    bodyLimit: deps.formBytes ?? 256 * 1024,
    trustProxy: (_address, hop) => hop < (deps.proxyHops ?? 0),
    genReqId: () => referenceFrom(deps.chance.bytes(5)),
    requestTimeout: SLOWEST_UPLOAD,
    http: { headersTimeout: SLOWEST_FORM },
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_error, request, reply) => {
      reply.headers(headers)
      void sendTrouble(web, request, reply, refusals.pageNotFound)
    },
  })
  const headers = securityHeaders({ secure: deps.secure, signInOrigins: web.signInOrigins })
  app.removeAllContentTypeParsers()
  await app.register(fastifyCookie)
  await app.register(fastifyFormbody)
  // Read by the route that takes files, and only once it is known who sends them.
  app.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null))
  measureAnswers(app, deps)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    return limitByAddress(web, request, reply)
  })
  endSlowForms(app, deps.routes)
  closeBehindAnswers(app)
  app.setErrorHandler((error, request, reply) => answerFailure(web, error, request, reply))
  app.setNotFoundHandler((request, reply) => answerNotFound(web, request, reply))
  registerHealth(app, deps)
  registerMetrics(app, deps)
  registerAssets(app, web)
  registerRoutes(app, web)
  return app
}

// A form comes at once; the most that may be sent takes a slow telephone a quarter of an hour.
const SLOWEST_FORM = 30_000
const SLOWEST_UPLOAD = 15 * 60_000

/** Whoever sends a form drop by drop holds a connection: only files may take longer. */
function endSlowForms(app: FastifyInstance, routes: readonly Route[]): void {
  const takesFiles = new Set(
    routes.filter(({ files }) => files !== undefined).map((one) => one.path),
  )
  app.addHook('onRequest', async ({ method, raw, routeOptions }) => {
    if (method === 'GET' || method === 'HEAD' || takesFiles.has(routeOptions.url ?? '')) return
    const timer = setTimeout(() => raw.destroy(), SLOWEST_FORM)
    timer.unref()
    raw.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer))
  })
}

/** A browser keeps its connection open: while we stop, each is closed with its last answer. */
function closeBehindAnswers(app: FastifyInstance): void {
  let stopping = false
  app.addHook('preClose', async () => {
    stopping = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (stopping) reply.header('connection', 'close')
  })
}

function registerRoutes(app: FastifyInstance, web: Web): void {
  const methods = new Map<string, Set<string>>()
  for (const route of web.deps.routes) {
    refuseOpenRoute(route)
    const taken = methods.get(route.path) ?? new Set()
    methods.set(route.path, taken.add(route.method))
  }
  for (const route of web.deps.routes) {
    const hasPage = methods.get(route.path)?.has('GET') === true
    app.route({
      method: route.method,
      url: route.path,
      config: route.refusedAs === undefined ? {} : { refusedAs: route.refusedAs },
      handler: (request, reply) => answerRoute(web, { route, hasPage }, request, reply),
    })
  }
  for (const [path, taken] of methods) {
    const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((one) => !taken.has(one))
    app.route({
      method: others,
      url: path,
      handler: (request, reply) => {
        reply.header('allow', [...taken, ...(taken.has('GET') ? ['HEAD'] : [])].join(', '))
        return sendTrouble(web, request, reply, refusals.wrongWay)
      },
    })
  }
}

function refuseOpenRoute(route: Route): void {
  const { access } = route as Partial<Route>
  const closed = access === undefined || (typeof access === 'object' && access.roles.length === 0)
  if (!closed) return
  throw new Error(
    `The route ${route.method} ${route.path} does not say who may ask for it. ` +
      "Give it an access: 'anyone', 'person' or the roles.",
  )
}

function registerAssets(app: FastifyInstance, web: Web): void {
  const send = async (request: FastifyRequest, reply: FastifyReply) => {
    const [path = ''] = request.url.split('?')
    const asset = web.assets.files.get(path)
    if (asset === undefined) return sendTrouble(web, request, reply, refusals.pageNotFound)
    const accepts = String(request.headers['accept-encoding'] ?? '')
    const packed =
      (/\bbr\b/.test(accepts) && asset.brotli !== null && { how: 'br', body: asset.brotli }) ||
      (/\bgzip\b/.test(accepts) && asset.gzip !== null && { how: 'gzip', body: asset.gzip })
    if (packed) reply.header('content-encoding', packed.how)
    if (path === offlineWorker) reply.header('service-worker-allowed', '/')
    return reply
      .type(asset.type)
      .header('vary', 'accept-encoding')
      .header(
        'cache-control',
        asset.forever ? 'public, max-age=31536000, immutable' : 'max-age=3600',
      )
      .send(packed ? packed.body : asset.body)
  }
  app.get('/assets/*', send)
  app.get('/favicon.ico', send)
}

/** Answers 429 when one address asks too often; says nothing when it may go on. */
async function limitByAddress(web: Web, request: FastifyRequest, reply: FastifyReply) {
  // The route that was found, since an address can be written in many ways.
  const route = request.routeOptions.url ?? ''
  if (route === '/health' || web.assets.files.has(request.url)) return undefined
  const group = route.startsWith('/sign-in')
    ? 'signInByAddress'
    : request.method === 'GET' || request.method === 'HEAD'
      ? 'pagesByAddress'
      : 'formsByAddress'
  const wait = web.limiter.wait(`${group} ${networkOf(request.ip)}`, web.paces[group])
  if (wait === 0) return undefined
  reply.header('retry-after', wait)
  return sendTrouble(web, request, reply, refusals.tooManyAtOnce)
}
