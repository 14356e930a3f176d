// A value or a refusal: what every decision returns, and how a refusal is defined once.

/** What the thing refused looks like from outside: the HTTP status and the FHIR issue type. */
export type RefusalFace = {
  readonly http: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 500 | 503
  readonly fhir: string
}

export type RefusalKind = RefusalFace & {
  readonly code: string
  /** What happened, to which thing; `{word}` is filled in when it is said. */
  readonly says: string
  /** What to do next. */
  readonly next: string
}

export type Refusal = RefusalFace & {
  readonly code: string
  readonly says: string
  readonly next: string
  /** The form field to blame, where there is one: its name. */
  readonly field?: string
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

/**
 * Refuses with a kind that a room's `refusals.ts` defines.
 * `words` fill the `{word}` places; `field` names the form field to blame.
 */
export function refuse(
  kind: RefusalKind,
  words: Readonly<Record<string, string | number>> = {},
  field?: string,
): { readonly ok: false; readonly refusal: Refusal } {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, word: string) => String(words[word] ?? whole))
  const said = { ...kind, says: fill(kind.says), next: fill(kind.next) }
  return { ok: false, refusal: field === undefined ? said : { ...said, field } }
}
