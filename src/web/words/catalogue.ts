// Message catalogues: every text in English, in Welsh where somebody has translated it.
import type { Language } from '../route.ts'

/** A text, or a function that makes one from what it is told. */
export type Text = string | ((...told: never[]) => string)

/** Texts by name, in groups of any depth. */
export type Texts = { readonly [name: string]: Text | Texts }

/** The same names with some left out: what is not translated yet. */
export type Translated<T> = {
  readonly [Name in keyof T]?: T[Name] extends string
    ? string
    : T[Name] extends (...told: infer Told) => string
      ? (...told: Told) => string
      : Translated<T[Name]>
}

export type Catalogue<T> = {
  /** The texts in this language, in English where there is no translation. */
  in(language: Language): T
  /** What a page made of these texts says of its own Welsh. */
  readonly welsh: 'whole' | 'part' | 'none'
  /** The names without a translation, such as `errors.title`. */
  readonly untranslated: readonly string[]
}

/**
 * Joins the English texts with what there is in Welsh. A name that English does not have, or a
 * text that takes other things than the English one, is refused by the type checker.
 */
export function catalogue<const T extends Texts>(
  english: T,
  welsh: Translated<Widened<T>> = {},
): Catalogue<Widened<T>> {
  const missing: string[] = []
  const joined = join(english, welsh as Texts, '', missing)
  const all = count(english)
  return {
    in: (language) => (language === 'cy' ? joined : english) as Widened<T>,
    welsh: missing.length === 0 ? 'whole' : missing.length === all ? 'none' : 'part',
    untranslated: missing,
  }
}

/** The shape of a catalogue without its very words. */
export type Widened<T> = {
  readonly [Name in keyof T]: T[Name] extends string
    ? string
    : T[Name] extends (...told: infer Told) => string
      ? (...told: Told) => string
      : Widened<T[Name]>
}

function join(english: Texts, welsh: Texts, path: string, missing: string[]): Texts {
  const joined: Record<string, Text | Texts> = {}
  for (const [name, text] of Object.entries(english)) {
    const other = welsh[name]
    if (typeof text === 'object') {
      joined[name] = join(text, typeof other === 'object' ? other : {}, `${path}${name}.`, missing)
    } else if (other === undefined || typeof other === 'object') {
      missing.push(path + name)
      joined[name] = text
    } else joined[name] = other
  }
  return joined
}

const count = (texts: Texts): number =>
  Object.values(texts).reduce<number>(
    (sum, text) => sum + (typeof text === 'object' ? count(text) : 1),
    0,
  )
