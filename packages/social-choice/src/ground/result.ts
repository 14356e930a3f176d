// What a function returns when it can refuse: a value, or a refusal in words.

/** Why something was not done: a stable code, a sentence, and what to do next. */
export type Refusal = {
  readonly code: string
  readonly says: string
  readonly remedy: string
  /** 1-based line of the file, where a line is to blame. */
  readonly line?: number
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

export const refuse = (
  code: string,
  says: string,
  remedy: string,
  line?: number,
): Result<never> => ({
  ok: false,
  refusal: line === undefined ? { code, says, remedy } : { code, says, remedy, line },
})
