// Whether we are well, and how quickly we answer: for the machines that watch over the site.
import type { FastifyInstance } from 'fastify'
import { Histogram } from 'prom-client'
import type { ServerDeps } from './server-deps.ts'

/** `GET /health`: `{"status":"ok"}`, or 503 while the database cannot be reached. */
export function registerHealth(app: FastifyInstance, deps: ServerDeps): void {
  app.get('/health', async (_request, reply) => {
    const up = await databaseAnswers(deps)
    reply.header('cache-control', 'no-store')
    if (up) return reply.send({ status: 'ok' })
    return reply.code(503).send({ status: 'the database cannot be reached' })
  })
}

/** `GET /metrics`: Prometheus text. Keep it behind the proxy. */
export function registerMetrics(app: FastifyInstance, deps: ServerDeps): void {
  app.get('/metrics', async (_request, reply) => {
    const text = await deps.metrics.metrics()
    return reply.header('cache-control', 'no-store').type(deps.metrics.contentType).send(text)
  })
}

/** Whether the database answers; one that fails to say, or takes over 3 seconds, does not. */
export async function databaseAnswers(deps: Pick<ServerDeps, 'databaseIsUp'>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), 3_000)
  })
  try {
    return await Promise.race([deps.databaseIsUp(), tooLate])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

/** Counts and times every answer by the pattern of its route, and writes one log line for it. */
export function measureAnswers(app: FastifyInstance, deps: ServerDeps): void {
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long answers took, by method, pattern of the route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [deps.metrics],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const labels = { method: methodOf(request.method), route, status: String(reply.statusCode) }
    seconds.observe(labels, reply.elapsedTime / 1000)
    if (route === '/health' || route === '/metrics' || route === '/assets/*') return
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10
    deps.log('page-answered', { reference: request.id, ...labels, milliseconds })
  })
}

/** A method of ours or `other`, so that nobody can fill the metrics with made-up ones. */
const methodOf = (method: string) =>
  ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(method) ? method : 'other'
