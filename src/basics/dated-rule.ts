// Law and policy as dated data: a value, from when, with its source and who has read it.

export type DatedRule<Value extends number | string> = {
  /** The rule as one sentence. */
  readonly says: string
  /** First day the value holds, `YYYY-MM-DD`. */
  readonly from: string
  /** First day the value no longer holds, where it has ended. */
  readonly until?: string
  readonly value: Value
  readonly unit: string
  /** Title and paragraph of the source. */
  readonly source: string
  /** The day somebody last read the source, or null: nobody has yet. */
  readonly confirmed: string | null
}

/** States one rule; kept in files named `dated-rules.ts`, which the reference page is made from. */
export const datedRule = <Value extends number | string>(
  rule: DatedRule<Value>,
): DatedRule<Value> => rule
