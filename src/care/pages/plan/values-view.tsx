// How what stands under a heading is shown, and how one change of it is told.

import type { Day } from '../../../basics/index.ts'
import { DayText } from '../../../web/index.ts'
import { alsoSaid } from '../../domain/plan/came.ts'
import { type Heading, type PartKind, parts } from '../../domain/plan/headings.ts'
import type { Change, Part } from '../../domain/plan/plan.ts'
import {
  AS_IT_CAME,
  type Settings,
  type Value,
  type Values,
  type Who,
} from '../../domain/plan/values.ts'
import type { PlanWords } from '../../words/plan-words.ts'
import { choiceText, questionOf } from './part-form.ts'

/** A value in words; null where there is none. */
export function ValueView(props: {
  readonly heading: Heading
  readonly value: Value | null | undefined
  readonly say: PlanWords
}) {
  const { heading, value, say } = props
  if (value === undefined || value === null) return <span className="cp-small">{say.empty}</span>
  if (heading.kind === 'day') return <DayText day={String(value) as Day} />
  if (heading.kind === 'choice') return <>{choiceText(say, String(value))}</>
  if (typeof value === 'boolean') return <>{choiceText(say, value ? 'yes' : 'no')}</>
  if (heading.kind === 'score') return <>{say.outOf10(Number(value))}</>
  if (typeof value === 'object') {
    if (Array.isArray(value)) {
      return (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {value.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )
    }
    return <>{whoText(value as Who)}</>
  }
  return <>{String(value)}</>
}

export const whoText = ({ name, role, team, contact }: Who): string =>
  [name, role, team, contact].filter((one) => one !== '').join(', ')

/** What a change sets, heading by heading: as it is now, and as it would be. */
export function ChangeView(props: {
  readonly change: Change
  /** The part as it is in the plan; null where it is not in it. */
  readonly part: Part | null
  readonly say: PlanWords
}) {
  const { change, part, say } = props
  const { kind, set, remove } = change
  if (remove) return <p>{say.takesOut}</p>
  const headings = parts[kind].fields.filter(({ code }) => code in set && code !== 'considered')
  return (
    <dl className="cp-change">
      {headings.map((heading) => (
        <div key={heading.code}>
          <dt>{questionOf(say, kind, heading.code)}</dt>
          {part !== null && (
            <dd>
              <b>{say.from}: </b>
              <ValueView heading={heading} value={part.values[heading.code]} say={say} />
            </dd>
          )}
          <dd>
            {part !== null && <b>{say.to}: </b>}
            <ValueView heading={heading} value={(set as Settings)[heading.code]} say={say} />
          </dd>
        </div>
      ))}
      {AS_IT_CAME in set && <AlsoSaidView kind={kind} values={set as Values} say={say} />}
    </dl>
  )
}

/** What came with a part from elsewhere and has no place of its own here. */
export function AlsoSaidView(props: {
  readonly kind: PartKind
  readonly values: Values
  readonly say: PlanWords
}) {
  const { kind, values, say } = props
  const also = alsoSaid(kind, values)
  if (also.length === 0) return null
  return (
    <div>
      <dt>{say.alsoSaid}</dt>
      {[...new Set(also.map(({ heading, says }) => `${heading}: ${says}`))].map((one) => (
        <dd key={one} className="cp-small">
          {one}
        </dd>
      ))}
    </div>
  )
}

/** What a part is called: its name, what it says, or its heading. */
export function nameOfPart(
  { kind, values }: Pick<Part, 'kind' | 'values'>,
  say: PlanWords,
): string {
  const named = values.name ?? values.says ?? values.triggers ?? say.sections[kind]
  return Array.isArray(named) ? named.join(', ') : String(named)
}

/** Whether a text is too long for a heading: it stands below one then. */
export const isLong = (name: string): boolean => name.length > 90
