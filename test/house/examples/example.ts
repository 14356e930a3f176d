// What an example of a house rule is: a few small files that a rule must catch, or must let pass.

export type Example = {
  /** What the example shows, as the end of a sentence. */
  readonly shows: string
  readonly files: Readonly<Record<string, string>>
  /** What each offence says, a part of it, in the order found; empty where all is well. */
  readonly caught: readonly string[]
}
