// A form: its fields, what was typed read into values, or the errors beside what was typed.
import type { Refusal } from '../basics/index.ts'
import type { FormValues } from './route.ts'

/** What a field makes of what was typed: a value, or a sentence and the input to point at. */
export type FieldReading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly says: string; readonly part?: string }

/** One question of a form. `read` is given every value posted under a name of the field. */
export type Field<Value> = {
  /** The names it posts, after the field's own: `['']`, or `['-day', '-month', '-year']`. */
  readonly parts: readonly string[]
  read(typed: (part: string) => readonly string[]): FieldReading<Value>
}

export type Fields = Readonly<Record<string, Field<unknown>>>

export type ValuesOf<F extends Fields> = {
  readonly [Name in keyof F]: F[Name] extends Field<infer Value> ? Value : never
}

export type FieldError = {
  readonly says: string
  /** The id of the input that the error summary leads to. */
  readonly at: string
  /** False when only one part of the field is wrong, such as the month of a date. */
  readonly whole: boolean
}

/** A form as it is shown: what was typed so far, and what is wrong with it, field by field. */
export type FormEntry = {
  readonly typed: FormValues
  readonly errors: Readonly<Record<string, FieldError>>
}

export type FormReading<F extends Fields> =
  | { readonly ok: true; readonly values: ValuesOf<F>; readonly entry: FormEntry }
  | { readonly ok: false; readonly entry: FormEntry }

export type Form<F extends Fields> = {
  readonly fields: F
  /** Reads what was posted: every field's value, or every field's error at once. */
  parse(form: FormValues): FormReading<F>
  /** Only what belongs to this form: what a draft keeps. */
  keep(form: FormValues): FormValues
}

/** Nothing typed, nothing wrong. `typed` fills in what is known already. */
export const freshEntry = (typed: FormValues = {}): FormEntry => ({ typed, errors: {} })

/** What was typed, with what an action refused shown at the field it blames, if it names one. */
export const refusedEntry = (typed: FormValues, refusal: Refusal, at?: string): FormEntry => {
  const field = refusal.field ?? at ?? ''
  const says = refusal.next === '' ? refusal.says : `${refusal.says} ${refusal.next}`
  return { typed, errors: { [field]: { says, at: field, whole: true } } }
}

function errorAt(
  name: string,
  field: Field<unknown>,
  { says, part }: { readonly says: string; readonly part?: string },
): FieldError {
  return { says, at: name + (part ?? field.parts[0] ?? ''), whole: part === undefined }
}

export function defineForm<const F extends Fields>(fields: F): Form<F> {
  return {
    fields,
    parse: (form) => {
      const values: [string, unknown][] = []
      const errors: [string, FieldError][] = []
      for (const [name, field] of Object.entries(fields)) {
        const reading = field.read((part) => typedAt(form, name + part))
        if (reading.ok) values.push([name, reading.value])
        else errors.push([name, errorAt(name, field, reading)])
      }
      const entry = { typed: form, errors: Object.fromEntries(errors) }
      if (errors.length > 0) return { ok: false, entry }
      return { ok: true, values: Object.fromEntries(values) as ValuesOf<F>, entry }
    },
    keep: (form) => {
      const names = Object.entries(fields).flatMap(([name, { parts }]) =>
        parts.map((p) => name + p),
      )
      return Object.fromEntries(
        names.flatMap((name) => (form[name] === undefined ? [] : [[name, form[name]]])),
      )
    },
  }
}

/** Everything typed under a name. */
export function typedAt(form: FormValues, name: string): readonly string[] {
  const value = Object.hasOwn(form, name) ? form[name] : undefined
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}
