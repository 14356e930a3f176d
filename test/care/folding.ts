// Decisions folded one after another without a database, for the tests of rules.
import type { Id, Instant, Result } from '../../src/basics/index.ts'
import type { Decision, FactKind, FactOf, StreamType } from '../../src/log/index.ts'

/** A made-up id that is the same for the same number. */
export const idOf = (number: number): Id =>
  `01920000-0000-7000-8000-${String(number).padStart(12, '0')}` as Id

type Step<State, Kind extends FactKind> = (
  state: State,
  now: Instant,
) => Result<Decision<Kind, unknown>>

function run<State, Kind extends FactKind>(
  type: StreamType<State, Kind>,
  steps: readonly Step<State, Kind>[],
  from = '2026-11-23T09:00:00.000Z',
) {
  let state = type.start
  const facts: FactOf<Kind>[] = []
  steps.forEach((step, place) => {
    const at = new Date(Date.parse(from) + place * 60_000).toISOString() as Instant
    const done = step(state, at)
    if (!done.ok) return
    for (const one of done.value.facts) {
      const fact = { ...one, at, by: null, onBehalfOf: null, place: facts.length + 1 }
      facts.push(fact as unknown as FactOf<Kind>)
      state = type.fold(state, fact as unknown as FactOf<Kind>)
    }
  })
  return { state, facts }
}

/** The state after these steps, a minute apart; a step that is refused changes nothing. */
export const foldAll = <State, Kind extends FactKind>(
  type: StreamType<State, Kind>,
  steps: readonly Step<State, Kind>[],
): State => run(type, steps).state

/** The facts themselves. */
foldAll.facts = <State, Kind extends FactKind>(
  type: StreamType<State, Kind>,
  steps: readonly Step<State, Kind>[],
): readonly FactOf<Kind>[] => run(type, steps).facts
