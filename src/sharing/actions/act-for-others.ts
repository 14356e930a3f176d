// What is done about acting for others: asked, answered, decided, stopped, watched, told.
import {
  ageOn,
  type Day,
  dayIn,
  type Id,
  type Instant,
  LONDON,
  type PersonId,
  type Result,
} from '../../basics/index.ts'
import { namesOf } from '../../identity/index.ts'
import { act, type Decision, type Log } from '../../log/index.ts'
import { type Rendering, tell } from '../../messages/index.ts'
import { idNamed } from '../../plumbing/index.ts'
import { accessNamed, type Proxies, proxyStream, type Telling } from '../domain/proxy/access.ts'
import { proxyEndsAtBirthday } from '../domain/proxy/dated-rules.ts'
import * as decisions from '../domain/proxy/decisions.ts'
import type { ProxyKind } from '../domain/proxy/facts.ts'
import { grantedAfter, type ProxyPlace } from '../store/proxies.ts'
import * as words from '../words/proxy-messages.ts'
import { livesOf, loadProxies, proxyPlace } from './proxy-grants.ts'

type Key = { readonly key?: string | null }
type Decide = (proxies: Proxies, now: Instant) => Result<Decision<ProxyKind, Id>>

const carryOut = (
  log: Log,
  person: PersonId,
  by: PersonId | null,
  key: string | null | undefined,
  decide: Decide,
): Promise<Result<Id>> =>
  act(log, {
    actor: { by, onBehalfOf: null },
    type: proxyStream,
    ...proxyPlace(person),
    key: key ?? null,
    decide,
  })

/** Asks to act for a person, or asks somebody to act for oneself. Refuses as `askProxy`. */
export const askProxy = (
  log: Log,
  request: Omit<decisions.Asked, 'id'> &
    Key & { readonly by: PersonId; readonly access?: Id | undefined },
): Promise<Result<Id>> => {
  const { by, key, access = log.chance.id(), ...asked } = request
  return carryOut(log, asked.person, by, key, decisions.askProxy({ ...asked, id: access }, by))
}

type At = ProxyPlace & Key

/** The proxy or the person says yes or no. Refuses as the decision `answerProxy`. */
export const answerProxy = (
  log: Log,
  { person, access, key }: At,
  by: PersonId,
  yes: boolean,
): Promise<Result<Id>> => carryOut(log, person, by, key, decisions.answerProxy(access, by, yes))

/** Grants it, or grants it anew by the same tests. Refuses as the decision `grantProxy`. */
export async function grantProxy(
  log: Log,
  { person, access, key }: At,
  decider: decisions.Decider,
  granting: decisions.Granting,
): Promise<Result<Id>> {
  const one = accessNamed(await loadProxies(log, log.db, person), access)
  const lives = await livesOf(log, log.db, { person, proxy: one?.proxy ?? person })
  const decide = decisions.grantProxy(access, decider, granting, lives)
  return carryOut(log, person, decider.by, key, decide)
}

/** Refuses it. Refuses as the decision `refuseProxy`. */
export const refuseProxy = (
  log: Log,
  { person, access, key }: At,
  decider: decisions.Decider,
  said: Parameters<typeof decisions.refuseProxy>[2],
): Promise<Result<Id>> =>
  carryOut(log, person, decider.by, key, decisions.refuseProxy(access, decider, said))

/** The person stops it at once; nobody is told. Refuses: `proxy-unknown`. */
export const stopProxy = (log: Log, { person, access, key }: At): Promise<Result<Id>> =>
  carryOut(log, person, person, key, decisions.stopProxy(access, person))

/** Staff suspend it. Refuses as the decision `suspendProxy`. */
export const suspendProxy = (
  log: Log,
  { person, access, key }: At,
  decider: decisions.Decider,
  said: { readonly why: string; readonly says: string },
): Promise<Result<Id>> =>
  carryOut(log, person, decider.by, key, decisions.suspendProxy(access, decider, said))

/** Makes it less. Refuses as the decision `alterProxy`. */
export const alterProxy = (
  log: Log,
  { person, access, key }: At,
  decider: decisions.Decider,
  reach: Parameters<typeof decisions.alterProxy>[2],
): Promise<Result<Id>> =>
  carryOut(log, person, decider.by, key, decisions.alterProxy(access, decider, reach))

/** Whoever acts for the person gives it up. Refuses: `proxy-unknown`. */
export const giveUpProxy = (
  log: Log,
  { person, access, key }: At,
  by: PersonId,
): Promise<Result<Id>> => carryOut(log, person, by, key, decisions.giveUpProxy(access, by))

const BATCH = 200

/**
 * The work of a night: writes down what has ended, and what both are to be told of ahead of time.
 * Nothing rests on it: an access that has ended is closed whether or not this runs.
 */
export async function watchProxies(log: Log, batch = BATCH): Promise<number> {
  let last: ProxyPlace | null = null
  for (let watched = 0; ; ) {
    const rows: ProxyPlace[] = await grantedAfter(log.db, last, batch)
    for (const { person, access } of rows) {
      const one = accessNamed(await loadProxies(log, log.db, person), access)
      if (one === null) continue
      const lives = await livesOf(log, log.db, one)
      await carryOut(log, person, null, null, decisions.watchProxy(access, lives))
    }
    watched += rows.length
    last = rows.at(-1) ?? last
    if (rows.length < batch) return watched
  }
}

/** Tells the person and the proxy what each may know of it. Throws where it cannot. */
export async function tellOfProxy(
  log: Log,
  { owner, fact }: { readonly owner: Id; readonly fact: Id },
): Promise<void> {
  const person = owner as PersonId
  const proxies = await loadProxies(log, log.db, person)
  const one = proxies.find(({ tellings }) => tellings.some((it) => it.fact === fact))
  const telling = one?.tellings.find((it) => it.fact === fact)
  if (one === undefined || telling === undefined) return
  const { born } = await livesOf(log, log.db, one)
  const names = await namesOf(log.db, [person, one.proxy])
  const [personName = '', proxyName = ''] = [names.get(person), names.get(one.proxy)]
  for (const to of telling.tells) {
    // A child is not told that somebody asks: whether they can decide is looked at first.
    const asksChild = telling.what === 'asked' && to === 'person' && isChild(born, one.askedAt)
    if (asksChild) continue
    const renderings = wordsFor(telling, to, to === 'person' ? proxyName : personName)
    const told = to === 'person' ? person : one.proxy
    const draft = { from: 'Coproduce', renderings, leadsTo: '/proxies' }
    const sent = await tell(log, told, idNamed(fact, told), draft)
    if (!sent.ok) throw new Error(sent.refusal.code)
  }
}

const isChild = (born: Day | null, at: Instant) =>
  born !== null && ageOn(born, dayIn(LONDON, at)) < proxyEndsAtBirthday.value

function wordsFor(
  { what, why, day }: Telling,
  to: 'proxy' | 'person',
  other: string,
): readonly Rendering[] {
  const own = to === 'person'
  if (what === 'asked') return own ? words.askedOfPerson(other) : words.askedOfProxy(other)
  if (what === 'granted') return own ? words.grantedToPerson(other) : words.grantedToProxy(other)
  if (what === 'refused') return own ? words.refusedToPerson(other) : words.refusedToProxy(other)
  if (why === null || day === null) throw new TypeError('An ending has a reason and a day')
  return own ? words.endingToPerson(other, why, day) : words.endingToProxy(other, why, day)
}
