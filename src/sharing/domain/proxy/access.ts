// Those who act for a person, as the person's facts tell: asked, decided, suspended, removed.
import type { Day, Id, Instant, OrganisationId, PersonId, Static } from '../../../basics/index.ts'
import type { FactOf, StreamType } from '../../../log/index.ts'
import { type ProxyKind, type proxyAltered, type proxyGranted, proxyKinds } from './facts.ts'

export type Reach = Omit<Static<(typeof proxyAltered)['schema']>, 'access'>
export type Decided = Omit<Static<(typeof proxyGranted)['schema']>, 'access'> & {
  readonly at: Instant
  readonly by: Id | null
}

export type Access = {
  readonly id: Id
  readonly person: PersonId
  readonly proxy: PersonId
  /** Who decides, and to whom it is bound; null where the person decides for themselves. */
  readonly organisation: OrganisationId | null
  readonly standing: string
  readonly level: string
  readonly why: string
  readonly until: Reach['until']
  readonly askedAt: Instant
  readonly askedBy: 'proxy' | 'person'
  /** What the proxy, and what the person, said to it; null while they have said nothing. */
  readonly agreed: boolean | null
  readonly consented: boolean | null
  readonly granted: Decided | null
  readonly refused: { readonly at: Instant; readonly reason: string; readonly says: string } | null
  readonly suspended: {
    readonly at: Instant
    readonly why: string
    readonly says: string | null
  } | null
  readonly removed: { readonly at: Instant; readonly why: string } | null
  /** What somebody is told of, in the order it happened. */
  readonly tellings: readonly Telling[]
}

export type Telling = {
  readonly fact: Id
  readonly what: 'asked' | 'granted' | 'refused' | 'ending'
  readonly tells: readonly ('proxy' | 'person')[]
  /** Of what is going to end it: why, and on which day. */
  readonly why: string | null
  readonly day: Day | null
}

export type Proxies = readonly Access[]

/** One stream a person, beside their record: each request, granted or refused, and what follows. */
export const proxyStream: StreamType<Proxies, ProxyKind> = {
  name: 'proxies',
  says: 'Those who act for a person, and those who asked to',
  kinds: proxyKinds,
  start: [],
  fold: (proxies, fact) =>
    fact.kind === 'proxy-asked'
      ? [...proxies, begun(fact)]
      : proxies.map((one) => (one.id === fact.body.access ? changed(one, fact) : one)),
}

const both = ['proxy', 'person'] as const
const telling = (
  { id }: FactOf<ProxyKind>,
  what: Telling['what'],
  tells: Telling['tells'],
): Telling => ({ fact: id, what, tells, why: null, day: null })

function begun(fact: FactOf<ProxyKind> & { kind: 'proxy-asked' }): Access {
  const { owner, by, at, body } = fact
  const invited = by === owner
  const { access, ...asked } = body
  return {
    ...asked,
    id: access,
    person: owner as PersonId,
    askedAt: at,
    askedBy: invited ? 'person' : 'proxy',
    agreed: invited ? null : true,
    consented: invited ? true : null,
    granted: null,
    refused: null,
    suspended: null,
    removed: null,
    tellings: [telling(fact, 'asked', [invited ? 'proxy' : 'person'])],
  }
}

function changed(one: Access, fact: FactOf<ProxyKind>): Access {
  const { at, by } = fact
  switch (fact.kind) {
    case 'proxy-answered': {
      const { yes } = fact.body
      return by === one.proxy ? { ...one, agreed: yes } : { ...one, consented: yes }
    }
    case 'proxy-granted': {
      const { access: _, ...granted } = fact.body
      const fresh = { refused: null, suspended: null, removed: null }
      const tellings = [...one.tellings, telling(fact, 'granted', both)]
      return { ...one, ...fresh, tellings, granted: { ...granted, at, by } }
    }
    case 'proxy-altered': {
      const { access: _, ...reach } = fact.body
      return one.granted === null ? one : { ...one, granted: { ...one.granted, ...reach } }
    }
    case 'proxy-refused': {
      const { reason, says, tells } = fact.body
      const tellings = [...one.tellings, telling(fact, 'refused', tells)]
      return { ...one, tellings, refused: { at, reason, says } }
    }
    case 'proxy-suspended': {
      const { why, says } = fact.body
      const stopped = why === 'person-says-stop'
      const consented = stopped ? false : one.consented
      return { ...one, consented, suspended: one.suspended ?? { at, why, says } }
    }
    case 'proxy-removed':
      return { ...one, removed: one.removed ?? { at, why: fact.body.why } }
    case 'proxy-told-of': {
      const { why, day } = fact.body
      return { ...one, tellings: [...one.tellings, { ...telling(fact, 'ending', both), why, day }] }
    }
    case 'proxy-asked':
      return one
  }
}

/** The request or access of this id; null where there is none. */
export const accessNamed = (proxies: Proxies, id: Id): Access | null =>
  proxies.find((one) => one.id === id) ?? null
