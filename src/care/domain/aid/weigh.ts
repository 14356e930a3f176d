// What matters to a person set beside what each option does for it. It weighs nothing up for them.
import type { Aid, Fit } from './aid.ts'

export const weights = ['none', 'some', 'much'] as const
export type Weight = (typeof weights)[number]

/** By the key of what can matter. */
export type Marks = Readonly<Record<string, Weight>>

export type Followed = {
  readonly name: string
  readonly weight: Exclude<Weight, 'none'>
  /** In the order of the options. */
  readonly follows: readonly {
    readonly option: string
    readonly fit: Fit
    readonly says: string
  }[]
}

/** What was marked, what matters most first, with what follows from it for every option. */
export function follow(aid: Aid, marks: Marks): readonly Followed[] {
  const marked = aid.values.flatMap((value): Followed[] => {
    const weight = marks[value.key] ?? 'none'
    return weight === 'none' ? [] : [{ name: value.name, weight, follows: value.follows }]
  })
  return [
    ...marked.filter(({ weight }) => weight === 'much'),
    ...marked.filter(({ weight }) => weight === 'some'),
  ]
}
