// Turning a decision's facts into stored ones, and stored ones back into facts.
import { canonicalText, type Id, type Instant, type PlainData } from '../../basics/index.ts'
import { digestBody, digestEnvelope, type Link, type Sha256, type StoredFact } from './chain.ts'
import type { Actor, Fact, FactKind, NewFact } from './fact.ts'

/** A declared kind with its check made ready. */
export type ReadyKind = FactKind & { readonly check: (body: unknown) => string | null }

/** What a fact gets from outside when it is sealed. */
export type Sealing = Actor & {
  readonly owner: Id
  readonly stream: Id
  readonly at: Instant
  /** Made anew for each fact: its id, and 32 hexadecimal digits of salt. */
  readonly id: () => Id
  readonly salt: () => string
}

/** Seals facts onto a chain, in order. Throws when a body does not fit its kind: a bug. */
export function seal(
  sha256: Sha256,
  kinds: ReadonlyMap<string, ReadyKind>,
  from: Link,
  sealing: Sealing,
  facts: readonly NewFact[],
): StoredFact[] {
  let previous = from
  return facts.map((fact) => {
    const kind = kinds.get(fact.kind)
    if (kind === undefined) throw new TypeError(`No kind of fact is called ${fact.kind}`)
    const wrong = kind.check(fact.body)
    if (wrong !== null) throw new TypeError(`The body of ${fact.kind} does not fit: ${wrong}`)
    const text = canonicalText(fact.body as PlainData)
    if (!text.ok) throw new TypeError(`The body of ${fact.kind} has no text: ${text.refusal.says}`)
    const body = text.value
    const salt = sealing.salt()
    const envelope = {
      owner: sealing.owner,
      stream: sealing.stream,
      place: previous.place + 1,
      id: fact.id ?? sealing.id(),
      kind: fact.kind,
      version: kind.version,
      at: sealing.at,
      by: sealing.by,
      onBehalfOf: sealing.onBehalfOf,
      bodyDigest: digestBody(sha256, salt, body),
    }
    const digest = digestEnvelope(sha256, envelope, previous.digest)
    previous = { place: envelope.place, digest }
    return { ...envelope, body, salt, digest }
  })
}

/** A stored fact, as far as reading its body needs it. */
export type Sealed = Omit<StoredFact, 'salt' | 'bodyDigest' | 'digest'>

/** The fact with its body read and brought up to today's version; null once erased. */
export function unseal(kinds: ReadonlyMap<string, ReadyKind>, stored: Sealed): Fact | null {
  if (stored.body === null) return null
  const kind = kinds.get(stored.kind)
  if (kind === undefined) throw new TypeError(`No kind of fact is called ${stored.kind}`)
  const upcasts = kind.upcasts?.slice(stored.version - 1) ?? []
  const body = upcasts.reduce<unknown>(
    (older, upcast) => (upcast as (body: unknown) => unknown)(older),
    JSON.parse(stored.body),
  )
  return {
    owner: stored.owner as Id,
    stream: stored.stream as Id,
    place: stored.place,
    id: stored.id as Id,
    kind: stored.kind,
    version: stored.version,
    at: stored.at as Instant,
    by: stored.by as Id | null,
    onBehalfOf: stored.onBehalfOf as Id | null,
    body,
  }
}

export const unsealAll = (
  kinds: ReadonlyMap<string, ReadyKind>,
  stored: readonly Sealed[],
): Fact[] => stored.map((one) => unseal(kinds, one)).filter((fact) => fact !== null)
