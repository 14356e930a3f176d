// What the pages about questioned looks have in common: how one stands, and what has happened.
import type { Day, Instant, OrganisationId } from '../../basics/index.ts'
import {
  formatDueDay,
  type Language,
  Moment,
  type PromiseStanding,
  PromiseState,
  Thread,
} from '../../web/index.ts'
import { isLate, type LookQuery } from '../domain/query/query.ts'
import type { QueryRow } from '../store/queries.ts'
import type { QueryWords } from '../words/query-words.ts'
import type { Names } from './page-parts.ts'

export type Telling = {
  readonly say: QueryWords
  readonly language: Language
  readonly now: Instant
}

/** How a question stands: in word and shape, then colour. */
export function QueryState(props: Telling & Pick<QueryRow, 'due' | 'stands'>) {
  const { say, language, now, due, stands } = props
  if (stands !== 'open') {
    return <PromiseState standing={shapes[stands]} says={say.standing[stands]} />
  }
  const day = formatDueDay(due, language)
  return isLate(due, now) ? (
    <PromiseState standing="overdue" says={say.standing.late(day)} />
  ) : (
    <PromiseState standing="waiting" says={say.standing.due(day)} />
  )
}

const shapes: Readonly<Record<Exclude<QueryRow['stands'], 'open'>, PromiseStanding>> = {
  explained: 'waiting',
  'should-not-have': 'disputed',
  settled: 'kept',
  withdrawn: 'waiting',
}

/** Who answers, by name. */
export const holderName = (names: Names, holder: OrganisationId | null): string =>
  holder === null ? '' : (names.organisations.get(holder) ?? '')

/** How the row of a question stands, from its facts. */
export const standsOf = ({ state, found }: LookQuery): QueryRow['stands'] =>
  state === 'answered' ? (found ?? 'open') : state === 'none' ? 'open' : state

export const dueOf = ({ due }: LookQuery): Day => due as Day

/** Everything that happened to a question, in order. */
export function QueryThread({ say, state }: Telling & { readonly state: LookQuery }) {
  const steps = state.steps.map((step) => ({
    heading: say.one.steps[step.what],
    when: <Moment at={step.at} />,
    standing: step.what === 'look-query-lapsed' ? ('broken' as const) : ('done' as const),
    ...(step.shownAs === null ? {} : { by: step.shownAs }),
    ...(step.says === null ? {} : { quote: step.says }),
    ...(step.found === null ? {} : { children: <p>{say.one.found[step.found]}</p> }),
  }))
  return <Thread steps={steps} level={3} />
}
