// Making a pack of evidence: the facts of a service as a checkpoint saw them, counted and sealed.
import {
  addMonths,
  asInstant,
  dayIn,
  endOfDay,
  type Id,
  LONDON,
  ok,
  type Result,
  refuse,
  startOfDay,
} from '../../basics/index.ts'
import { type MeasureFact, measureId } from '../../gate/index.ts'
import {
  findCheckpoint,
  type Log,
  pathsUnder,
  readAsOf,
  readCheckpoint,
  type SignedCheckpoint,
  type StreamRef,
  type StreamThen,
} from '../../log/index.ts'
import { linkedOn, type PlaceFact, placeFrom, placeNameOn } from '../../places/index.ts'
import { type Querier, type SigningKey, sha256 } from '../../plumbing/index.ts'
import type { PromiseFact } from '../../promises/index.ts'
import {
  type HeardFact,
  oldEnoughToCount,
  promiseOf,
  type ReportFact,
  repliesCode,
  reportsCounted,
  type StoryFact,
  storiesCounted,
  storyKinds,
  themesRaisedTo,
} from '../../voice/index.ts'
import {
  type Digested,
  gatherFigures,
  gatherHeard,
  gatherPromise,
  gatherReport,
  gatherStory,
  type Period,
  promisesInReport,
} from '../domain/gather.ts'
import {
  digestsOf,
  type Erased,
  makePack,
  PACK_FORMAT,
  type Pack,
  type PackFile,
  sealText,
} from '../domain/pack.ts'
import { refusals } from '../domain/refusals.ts'
import type { Trace } from '../domain/trace.ts'
import { erasedFrom } from '../store/erased.ts'
import { sentenceOf } from '../words/sentences-en.ts'

export type PackRequest = Period & {
  readonly service: Id
  /** The number of the checkpoint that it is held to; the latest where none is named. */
  readonly checkpoint: number | null
}

const LONGEST_MONTHS = 36

/** A pack, and the streams it was made of, for whoever seals it. */
export type MadePack = {
  readonly pack: Pack
  readonly streams: readonly StreamThen[]
  readonly signed: SignedCheckpoint
}

/**
 * Makes the pack of a service and a period, as the checkpoint saw it.
 * Refuses `evidence-service-unknown`, `evidence-period-wrong`, `evidence-no-checkpoint`.
 */
export async function makePackOf(log: Log, request: PackRequest): Promise<Result<MadePack>> {
  const { service, from, until } = request
  if (until < from || addMonths(from, LONGEST_MONTHS) < until) {
    return refuse(refusals.periodWrong, {}, 'from')
  }
  return log.db.transaction(async (tx) => {
    const found = await findCheckpoint(tx, request.checkpoint)
    if (found === null) return refuse(refusals.noCheckpoint)
    const { number, root } = found.checkpoint
    const at = asInstant(found.checkpoint.at)
    const reading = { log, tx, checkpoint: number, service, period: { from, until } }
    const place = await placeThen(reading)
    if (place === null) return refuse(refusals.serviceUnknown)
    const gathered = await gather(reading, linkedOn(place, 'provided-by', until))
    const pack = makePack(
      {
        service: { id: service, name: placeNameOn(place, until) },
        from,
        until,
        checkpoint: { number, at, root },
        asOf: dayIn(LONDON, at),
        waits: oldEnoughToCount.value,
        traces: gathered.traces,
        erased: gathered.erased,
      },
      sentenceOf,
    )
    const used = new Set(pack.facts.map(({ stream }) => stream))
    const streams = gathered.streams.filter(({ stream }) => used.has(stream))
    return ok({ pack, streams, signed: found.signed })
  }, 'read')
}

type Reading = {
  readonly log: Log
  readonly tx: Querier
  readonly checkpoint: number
  readonly service: Id
  readonly period: Period
}

const asOf = ({ log, tx, checkpoint }: Reading, refs: readonly StreamRef[]) =>
  readAsOf(log, tx, checkpoint, refs)

/** The service as the checkpoint saw it; null where it was none, or not there yet. */
async function placeThen(reading: Reading) {
  const { service } = reading
  for await (const { facts } of asOf(reading, [{ owner: service, stream: service }])) {
    const place = placeFrom(facts as readonly PlaceFact[])
    return place.kind === 'service' ? place : null
  }
  return null
}

type Gathered = {
  readonly traces: Trace[]
  readonly streams: StreamThen[]
  readonly erased: Erased[]
}

const concerns = new Set<string>(
  storyKinds.filter(({ concern }) => concern).map(({ code }) => code),
)

/** Reads every stream that may count: stories, the promises that follow, reports, figures. */
async function gather(reading: Reading, providers: readonly Id[]): Promise<Gathered> {
  const { tx, service, period } = reading
  const time = { from: startOfDay(period.from), until: endOfDay(period.until) }
  const gathered: Gathered = { traces: [], streams: [], erased: [] }
  const promises = new Map<Id, Following>()
  const lost = await erasedFrom(tx, [service, ...providers])
  for await (const then of asOf(reading, lost)) gathered.erased.push(...erasedOf(then, period))
  const stories = distinct([...(await storiesCounted(tx, service, time)), ...lost])
  for await (const then of asOf(reading, stories)) {
    const facts = then.facts as readonly Digested<StoryFact>[]
    const { traces, promising } = gatherStory(facts, service, period, concerns)
    keep(gathered, then, traces)
    for (const saying of promising) {
      const ref = promiseOf(then, saying)
      promises.set(ref.stream, { ...ref, about: `/stories/${then.stream}` })
    }
  }
  const reports = await reportsCounted(tx, providers, time)
  for await (const then of asOf(reading, reports)) {
    const facts = then.facts as readonly Digested<ReportFact>[]
    keep(gathered, then, gatherReport(facts))
    for (const ref of promisesInReport(facts)) {
      promises.set(ref.stream, { ...ref, about: `/reports/${then.stream}` })
    }
  }
  await gatherReach(reading, gathered, reports)
  for await (const then of asOf(reading, [...promises.values()])) {
    const facts = then.facts as readonly Digested<PromiseFact>[]
    keep(gathered, then, gatherPromise(facts, promises.get(then.stream)?.about ?? ''))
  }
  const measure = measureId(repliesCode(service))
  for await (const then of asOf(reading, [{ owner: measure, stream: measure }])) {
    keep(gathered, then, gatherFigures(then.facts as readonly Digested<MeasureFact>[], period))
  }
  return gathered
}

/** How far what stands behind these reports reached. */
async function gatherReach(
  reading: Reading,
  gathered: Gathered,
  reports: readonly StreamRef[],
): Promise<void> {
  const ids = reports.map(({ stream }) => stream)
  for await (const then of asOf(reading, await themesRaisedTo(reading.tx, ids))) {
    const facts = then.facts as readonly Digested<HeardFact>[]
    keep(gathered, then, gatherHeard(facts, new Set(ids)))
  }
}

/** A promise, and where the story or report is read that it answers. */
type Following = StreamRef & { readonly about: string }

const distinct = (refs: readonly StreamRef[]): readonly StreamRef[] => [
  ...new Map(refs.map((ref) => [ref.stream, ref])).values(),
]

function keep(gathered: Gathered, then: StreamThen, traces: readonly Trace[]): void {
  if (traces.length === 0) return
  gathered.traces.push(...traces)
  gathered.streams.push(then)
}

/** What of a stream was erased that this pack would have counted. */
function erasedOf({ stream, facts, gone }: StreamThen, { from, until }: Period): Erased[] {
  const begun = [...facts, ...gone].find(({ kind }) => beginnings.has(kind))
  const on = begun === undefined ? null : dayIn(LONDON, begun.at)
  if (on === null || on < from || (begun?.kind === 'story-published' && on > until)) return []
  return gone
    .filter(({ kind }) => counted.has(kind))
    .map(({ place, kind, digest, erasedAt, reason }) => {
      return { stream, place, kind, digest, erasedOn: dayIn(LONDON, erasedAt), reason }
    })
}

/** The publication of a story, and what a promise and a report begin with. */
const beginnings = new Set(['story-published', 'promise-made', 'report-posted'])
const counted = new Set([
  ...beginnings,
  'story-told',
  'story-read',
  'story-answered',
  'saying-published',
  'promise-said-done',
  'promise-answered',
  'promise-date-agreed',
  'recommendation-answered',
])

/**
 * The file of a pack: with the way of each stream up to the checkpoint, and sealed with the key
 * that signed the checkpoint, so that it has the same bytes whenever it is made.
 */
export async function sealPack(
  log: Log,
  { pack, streams, signed }: MadePack,
  keys: readonly SigningKey[],
): Promise<Result<PackFile>> {
  const named = readCheckpoint(signed.text)?.key
  const key = keys.find(({ publicKey }) => publicKey === named) ?? keys.at(-1)
  if (key === undefined) return refuse(refusals.noCheckpoint)
  const paths = await pathsUnder(log, pack.checkpoint.number, streams)
  const unsigned = { key: key.publicKey, ...digestsOf(sha256, pack) }
  return ok({
    format: PACK_FORMAT,
    pack,
    streams: streams
      .map(({ stream, leaf: { place, digest, salt } }, at) => {
        return { stream, place, digest, salt, path: paths[at] ?? [] }
      })
      .toSorted((one, other) => (one.stream < other.stream ? -1 : 1)),
    checkpoint: signed,
    seal: { ...unsigned, signature: key.sign(sealText(unsigned)) },
  })
}

/** The streams of a pack whose chain does not hold up to the checkpoint. */
export const brokenStreams = ({ streams }: MadePack): readonly StreamThen[] =>
  streams.filter(({ broken }) => broken !== null)
