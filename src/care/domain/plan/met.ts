// How much of a plan is met before a service is asked: by the person, their people, their place.
import { type layers, parts } from './headings.ts'
import type { Part } from './plan.ts'

export type Layer = (typeof layers)[number]

/** Before a service is asked. @source NHS England, personalised care: strengths first */
const before: readonly Layer[] = ['me', 'people', 'place']

export type Met = {
  readonly goals: number
  /** Goals for which the person, their people or their place do something, and no service does. */
  readonly withoutService: number
  /** How many actions there are of each layer. */
  readonly actions: Readonly<Record<Layer, number>>
}

type Goal = { readonly part: Part; readonly inner: readonly Part[] }

/** Counts the goals that go on; what was refused or stopped meets nothing. */
export function metBefore(items: readonly Goal[]): Met {
  const actions = { me: 0, people: 0, place: 0, services: 0, money: 0 }
  let goals = 0
  let withoutService = 0
  for (const { part, inner } of items) {
    if (part.kind !== 'goal' || isOver(part.values.status)) continue
    goals += 1
    const found = inner.flatMap((one) => layerOf(one) ?? [])
    for (const layer of found) actions[layer] += 1
    if (found.length > 0 && found.every((layer) => before.includes(layer))) withoutService += 1
  }
  return { goals, withoutService, actions }
}

const isOver = (status: unknown) => status === 'ended' || status === 'not-achieved'

function layerOf({ kind, values }: Part): Layer | null {
  if (kind !== 'action' || values.status === 'refused' || values.status === 'stopped') return null
  const { choices = [] } = parts.action.fields.find(({ code }) => code === 'layer') ?? {}
  return choices.includes(String(values.layer)) ? (values.layer as Layer) : null
}
