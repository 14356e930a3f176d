// What is done about a look that a person does not recognise: asked, answered, judged, told.
import {
  type Day,
  dayIn,
  endOfDay,
  type Id,
  type Instant,
  LONDON,
  type OrganisationId,
  type PersonId,
  type Result,
  refuse,
} from '../../basics/index.ts'
import { organisationNames, rolesIn } from '../../identity/index.ts'
import { act, type Decision, type Log, load } from '../../log/index.ts'
import { type Rendering, tell } from '../../messages/index.ts'
import { idNamed, queueJobs } from '../../plumbing/index.ts'
import * as decisions from '../domain/query/decisions.ts'
import type { QueryKind } from '../domain/query/facts.ts'
import { type Found, type LookQuery, type QueryStep, queryStream } from '../domain/query/query.ts'
import { queryRefusals } from '../domain/query/refusals.ts'
import { refusals } from '../domain/refusals.ts'
import { findLook, type LookRow } from '../store/looks.ts'
import * as words from '../words/query-messages.ts'
import { seeReceipt } from './see-looks.ts'

/** The job that notes that the day has passed. */
export const LAPSE_QUERY_TASK = 'lapse-look-query'

export type QueryPlace = { readonly person: PersonId; readonly query: Id }

/** The place of the question about a look: one each. */
export const queryOf = (person: PersonId, look: Id): QueryPlace => ({
  person,
  query: idNamed(person, `query of ${look}`),
})

export const loadQuery = async (
  log: Log,
  tx: Parameters<typeof load>[1],
  { person, query }: QueryPlace,
): Promise<LookQuery> => (await load(log, tx, queryStream, { owner: person, stream: query })).state

type Decide = (state: LookQuery, now: Instant) => Result<Decision<QueryKind, null>>

const change = (
  log: Log,
  { person, query }: QueryPlace,
  doing: { readonly by: PersonId | null; readonly key: string | null; readonly decide: Decide },
): Promise<Result<null>> => {
  const { by, key, decide } = doing
  return act(log, {
    actor: { by, onBehalfOf: null },
    type: queryStream,
    owner: person,
    stream: query,
    key,
    decide,
    also: async (tx, facts) => {
      const payload = { owner: person, stream: query }
      for (const { kind, body } of facts) {
        if (kind !== 'look-queried' && kind !== 'look-query-disputed') continue
        const at = endOfDay((body as { due: Day }).due)
        await queueJobs(tx, [{ task: LAPSE_QUERY_TASK, payload, at }])
      }
    },
  })
}

/** The person, by the name under which they ask. */
export type Asks = { readonly person: PersonId; readonly shownAs: string }

/**
 * Asks whose look it was to explain it; the clock begins. One question for each look.
 * Refuses `look-unknown`, `look-query-nobody-to-ask`, `look-query-text-too-long`.
 */
export async function queryLook(
  log: Log,
  { person, shownAs }: Asks,
  asked: { readonly look: Id; readonly says: string },
  key: string | null,
): Promise<Result<QueryPlace>> {
  const row = await seeReceipt(log, person, asked.look)
  if (row === null) return refuse(refusals.lookUnknown)
  const place = queryOf(person, row.id)
  const decide = decisions.queryLook(row, shownAs, asked.says)
  const done = await change(log, place, { by: person, key, decide })
  return done.ok ? { ok: true, value: place } : done
}

export type PersonSays =
  | { readonly what: 'more' | 'dispute'; readonly says: string }
  | { readonly what: 'settle' | 'take-back' }

/**
 * The person says more, judges the answer, or takes the question back. Refuses
 * `look-query-unknown`, `look-query-closed`, `look-query-not-answered`,
 * `look-query-text-missing`, `look-query-text-too-long`.
 */
export const sayOfQuery = (
  log: Log,
  { person, shownAs }: Asks,
  query: Id,
  said: PersonSays,
  key: string | null,
): Promise<Result<null>> => {
  const decide: Decide =
    said.what === 'more'
      ? decisions.sayMore(shownAs, said.says)
      : said.what === 'dispute'
        ? decisions.disputeAnswer(shownAs, said.says)
        : said.what === 'settle'
          ? decisions.settleQuery
          : decisions.takeQueryBack
  return change(log, { person, query }, { by: person, key, decide })
}

/**
 * Somebody at work answers a question, or, without `found`, asks the person something. Refuses
 * `look-query-unknown`, `look-query-closed`, `look-query-about-yourself`,
 * `look-query-text-missing`, `look-query-text-too-long`.
 */
export async function explainLook(
  log: Log,
  speaker: decisions.Explainer,
  place: QueryPlace,
  answer: { readonly found: Found | null; readonly says: string },
  key: string | null,
): Promise<Result<null>> {
  const row = await lookOf(log, place)
  if (row === null) return refuse(queryRefusals.unknown)
  const { found, says } = answer
  const decide =
    found === null
      ? decisions.askAboutQuery(speaker, row, says)
      : decisions.answerQuery(speaker, row, { found, says })
  return change(log, place, { by: speaker.person, key, decide })
}

/** The receipt that a question is about; it does not leave this file. */
async function lookOf(log: Log, place: QueryPlace): Promise<LookRow | null> {
  const { look } = await loadQuery(log, log.db, place)
  return look === null ? null : findLook(log.db, place.person, look)
}

/** Notes that the day has passed, where it has; run by a job when the day is over. */
export const lapseQuery = (log: Log, place: QueryPlace): Promise<Result<null>> =>
  change(log, place, { by: null, key: null, decide: decisions.lapseQuery })

/** Tells whoever a step of a question concerns. Throws where somebody could not be told. */
export async function tellOfQuery(
  log: Log,
  { owner, stream, fact }: { readonly owner: Id; readonly stream: Id; readonly fact: Id },
): Promise<void> {
  const place = { person: owner as PersonId, query: stream }
  const state = await loadQuery(log, log.db, place)
  const step = state.steps.find((one) => one.fact === fact)
  const { holder, due } = state
  if (step === undefined || holder === null || due === null) return
  const name = (await organisationNames(log.db, [holder])).get(holder) ?? ''
  const renderings = forPerson(step, name, due)
  if (renderings !== null) {
    await tellOne(log, place.person, fact, renderings, `/looks/asked/${stream}`, holder)
  }
  if (!waitsForHolder(step)) return
  const row = await lookOf(log, place)
  for (const person of await explaining(log, holder)) {
    // Who looked is not told that somebody asks about them: that is for whoever finds out.
    if (person === row?.by) continue
    await tellOne(log, person, fact, words.queryWaits(due), '/look-questions')
  }
}

function forPerson({ what, from }: QueryStep, holder: string, due: Day): Rendering[] | null {
  if (what === 'look-query-answered') return words.queryAnswered(holder)
  if (what === 'look-query-lapsed') return words.queryLate(holder, due)
  if (what === 'look-query-remarked' && from === 'holder') return words.queryAskedBack(holder)
  return null
}

const waitsForHolder = ({ what, from }: QueryStep): boolean =>
  ['look-queried', 'look-query-disputed', 'look-query-lapsed'].includes(what) ||
  (what === 'look-query-remarked' && from === 'person')

async function explaining(log: Log, holder: OrganisationId): Promise<readonly Id[]> {
  const today = dayIn(LONDON, log.clock.now())
  const roles = await rolesIn(log.db, holder, today, decisions.explainingRoles)
  return [...new Set(roles.map(({ person }) => person))]
}

async function tellOne(
  log: Log,
  person: Id,
  fact: Id,
  renderings: readonly Rendering[],
  leadsTo: string,
  organisation: OrganisationId | null = null,
): Promise<void> {
  const draft = { from: 'Coproduce', renderings, leadsTo, organisation }
  const told = await tell(log, person, idNamed(fact, person), draft)
  if (!told.ok) throw new Error(told.refusal.code)
}
