// A trace: what of one fact anybody may know, as it stands in a pack of evidence.
import type { Day } from '../../basics/index.ts'

/** Where a fact lies: enough to name it, and nothing of whose it is. */
export type Where = {
  readonly stream: string
  readonly place: number
  /** The digest by which the chain holds the fact. */
  readonly digest: string
  readonly day: Day
}

/** What a trace says, by what happened. */
export type Said =
  | { readonly what: 'told'; readonly kind: string; readonly concern: boolean; helped: boolean }
  /** The areas in which two moderators saw something. */
  | { readonly what: 'read'; readonly areas: readonly string[] }
  | { readonly what: 'published' }
  | { readonly what: 'answered'; readonly change: string }
  /** `about` is where the story or report is read that a promise answers. */
  | { readonly what: 'promised'; readonly about: string; readonly due: Day }
  | { readonly what: 'said-done'; readonly about: string }
  | { readonly what: 'new-date'; readonly about: string; readonly due: Day }
  /** `asker` counts those who asked from 1: it is nobody’s name. */
  | { readonly what: 'word'; readonly about: string; readonly asker: number; answer: string }
  | {
      readonly what: 'report'
      readonly title: string
      readonly by: string
      readonly recommendations: number
      readonly due: Day
    }
  /** What community workers heard became a report: how far it reaches, and nobody’s words. */
  | {
      readonly what: 'raised'
      readonly about: string
      readonly places: number
      readonly people: number
    }
  | { readonly what: 'recommendation'; readonly number: number; readonly stance: string }
  | {
      readonly what: 'figures'
      readonly title: string
      readonly cells: readonly { readonly label: string; readonly shown: string }[]
    }

export type Trace = Where & Said

/** By which a sentence names the fact it rests on. */
export const keyOf = ({ stream, place }: Pick<Where, 'stream' | 'place'>): string =>
  `${stream}/${place}`

/** The same order for the same traces, in whatever order they come. */
export const inOrder = (traces: readonly Trace[]): readonly Trace[] =>
  traces.toSorted(
    (one, other) =>
      compare(one.day, other.day) || compare(one.stream, other.stream) || one.place - other.place,
  )

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
