// Plain data as FHIR extensions, and back: what a resource has no element of its own for.

type Value =
  | { readonly valueString: string }
  | { readonly valueBoolean: boolean }
  | { readonly valueInteger: number }
  | { readonly extension: readonly Extension[] }
export type Extension = { readonly url: string } & Value

type Plain =
  | string
  | number
  | boolean
  | null
  | readonly Plain[]
  | { readonly [name: string]: Plain }

/** One extension a value, one each for the values of a list; what is empty is left out. */
export function extensionsOf(data: { readonly [name: string]: Plain }): Extension[] {
  return Object.entries(data).flatMap(([url, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one) => extensionOf(url, one)),
  )
}

function extensionOf(url: string, value: Plain): Extension[] {
  if (value === null || value === '') return []
  if (typeof value === 'string') return [{ url, valueString: value }]
  if (typeof value === 'boolean') return [{ url, valueBoolean: value }]
  if (typeof value === 'number') return [{ url, valueInteger: value }]
  return [{ url, extension: extensionsOf(value as { readonly [name: string]: Plain }) }]
}

/** What stands under names in a list of extensions. */
export class Held {
  private readonly all: readonly Extension[]

  constructor(all: readonly Extension[]) {
    this.all = all
  }

  private named(url: string): readonly Extension[] {
    return this.all.filter((one) => one.url === url)
  }

  texts(url: string): string[] {
    return this.named(url).flatMap((one) => ('valueString' in one ? [one.valueString] : []))
  }

  text(url: string): string {
    return this.texts(url)[0] ?? ''
  }

  textOrNull(url: string): string | null {
    return this.texts(url)[0] ?? null
  }

  is(url: string): boolean {
    return this.named(url).some((one) => 'valueBoolean' in one && one.valueBoolean)
  }

  number(url: string): number {
    const [found] = this.named(url)
    return found !== undefined && 'valueInteger' in found ? found.valueInteger : 0
  }

  groups(url: string): Held[] {
    return this.named(url).flatMap((one) => ('extension' in one ? [new Held(one.extension)] : []))
  }
}
