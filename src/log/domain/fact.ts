// What a fact is: something that happened, said once and kept.
import type { Id, Instant, Static, TSchema } from '../../basics/index.ts'

/**
 * A kind of fact, declared once in its room's `domain/facts.ts` as a plain object.
 * @example
 * export const leftHome = {
 *   kind: 'left-home', version: 1, says: 'A person left home',
 *   schema: Type.Object({ at: Type.String() }),
 * } as const satisfies FactKind
 */
export type FactKind = {
  /** In the past tense, kebab-case, unique in the whole product. */
  readonly kind: string
  /** The version of the body's shape that is written today; begins at 1. */
  readonly version: number
  /** What happened, as one sentence. */
  readonly says: string
  readonly schema: TSchema
  /** `upcasts[0]` turns a body of version 1 into version 2, and so on up to `version`. */
  readonly upcasts?: readonly ((body: never) => unknown)[]
  /** Digests of the files that a body names, so that erasing it takes them along. */
  readonly files?: (body: never) => readonly string[]
}

/** Who did it, and for whom when that is somebody else; null for the system itself. */
export type Actor = { readonly by: Id | null; readonly onBehalfOf: Id | null }

export type Fact<Kind extends string = string, Body = unknown> = Actor & {
  /** The person it is about, else the thing itself: all its facts lie together. */
  readonly owner: Id
  readonly stream: Id
  /** Its place in the stream, from 1. */
  readonly place: number
  readonly id: Id
  readonly kind: Kind
  /** The version it was written in; the body has been brought up to today's. */
  readonly version: number
  readonly at: Instant
  readonly body: Body
}

export type FactOf<Kind extends FactKind> = Kind extends FactKind
  ? Fact<Kind['kind'], Static<Kind['schema']>>
  : never

/** A fact about to be appended: what a decision returns. */
export type NewFact<Kind extends string = string, Body = unknown> = {
  readonly kind: Kind
  readonly body: Body
  /** Given where the body or another fact has to name it; made otherwise. */
  readonly id?: Id
}

export type NewFactOf<Kind extends FactKind> = Kind extends FactKind
  ? NewFact<Kind['kind'], Static<Kind['schema']>>
  : never

/**
 * A kind of stream: one person, one complaint, one process. Reading one thing folds its stream.
 * Facts whose body was erased are passed over.
 */
export type StreamType<State, Kind extends FactKind = FactKind> = {
  readonly name: string
  readonly says: string
  readonly kinds: readonly Kind[]
  readonly start: State
  fold(state: State, fact: FactOf<Kind>): State
}

/** A stream type whose state does not matter, for lists of all of them. */
export type AnyStreamType = Pick<StreamType<unknown>, 'name' | 'says' | 'kinds'>
