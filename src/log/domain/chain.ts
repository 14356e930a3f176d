// The chain: how a fact is digested, and how a stream is verified without trusting its keeper.

/** A fact as stored: envelope, body as text, salt, digests in hexadecimal. */
export type StoredFact = {
  readonly owner: string
  readonly stream: string
  readonly place: number
  readonly id: string
  readonly kind: string
  readonly version: number
  readonly at: string
  readonly by: string | null
  readonly onBehalfOf: string | null
  /** Canonical text (RFC 8785), or null once erased. */
  readonly body: string | null
  /** 32 hexadecimal digits, or null once erased. */
  readonly salt: string | null
  readonly bodyDigest: string
  readonly digest: string
}

/** SHA-256 of a text's UTF-8 bytes, in 64 hexadecimal digits. */
export type Sha256 = (text: string) => string

/** What the first fact of a stream names as the one before it. */
export const NOTHING_BEFORE = '0'.repeat(64)

/** The digest of a body: salted, so that nobody can guess a short text from its digest. */
export const digestBody = (sha256: Sha256, salt: string, body: string): string =>
  sha256(`${salt}:${body}`)

type Envelope = Omit<StoredFact, 'body' | 'salt' | 'digest'>

/**
 * The envelope as canonical text (RFC 8785: keys in order, no spaces); every value is an id,
 * a number, a name or an instant, so none needs escaping.
 */
export function envelopeText(fact: Envelope, previous: string): string {
  const by = fact.by === null ? 'null' : `"${fact.by}"`
  const behalf = fact.onBehalfOf === null ? 'null' : `"${fact.onBehalfOf}"`
  return (
    `{"at":"${fact.at}","body":"${fact.bodyDigest}","by":${by},"id":"${fact.id}",` +
    `"kind":"${fact.kind}","onBehalfOf":${behalf},"owner":"${fact.owner}",` +
    `"place":${fact.place},"previous":"${previous}","stream":"${fact.stream}",` +
    `"version":${fact.version}}`
  )
}

export const digestEnvelope = (sha256: Sha256, fact: Envelope, previous: string): string =>
  sha256(envelopeText(fact, previous))

/** The first fact that does not hold, and why. */
export type Break = {
  readonly owner: string
  readonly stream: string
  readonly place: number
  readonly why: 'body-changed' | 'envelope-changed' | 'out-of-order' | 'missing' | 'half-erased'
}

export type Link = { readonly place: number; readonly digest: string }

/** A stream with nothing in it yet. */
export const CHAIN_START: Link = { place: 0, digest: NOTHING_BEFORE }

/**
 * Verifies that `fact` follows `previous` and is as it was written: null, or why not.
 * An erased body leaves its digest, which still holds.
 */
export function verifyFact(sha256: Sha256, previous: Link, fact: StoredFact): Break | null {
  const broken = (why: Break['why']): Break => ({
    owner: fact.owner,
    stream: fact.stream,
    place: fact.place,
    why,
  })
  if (fact.place !== previous.place + 1) {
    return broken(fact.place > previous.place + 1 ? 'missing' : 'out-of-order')
  }
  if ((fact.body === null) !== (fact.salt === null)) return broken('half-erased')
  if (fact.body !== null && fact.salt !== null) {
    if (digestBody(sha256, fact.salt, fact.body) !== fact.bodyDigest) return broken('body-changed')
  }
  if (digestEnvelope(sha256, fact, previous.digest) !== fact.digest) {
    return broken('envelope-changed')
  }
  return null
}

/** Verifies a whole stream from its beginning; returns its head or the first break. */
export function verifyStream(
  sha256: Sha256,
  facts: Iterable<StoredFact>,
):
  | { readonly head: Link; readonly broken: null }
  | { readonly head: Link; readonly broken: Break } {
  let head = CHAIN_START
  for (const fact of facts) {
    const broken = verifyFact(sha256, head, fact)
    if (broken !== null) return { head, broken }
    head = { place: fact.place, digest: fact.digest }
  }
  return { head, broken: null }
}
