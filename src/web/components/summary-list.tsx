// Questions and answers side by side, each with a link to change it where it can be changed.
import type { ReactNode } from 'react'
import { usePage } from '../page-context.ts'

export type SummaryRow = {
  readonly name: string
  readonly value: ReactNode
  /** Where to change it. */
  readonly change?: string
}

export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  const { words } = usePage()
  return (
    <dl className="nhsuk-summary-list">
      {rows.map(({ name, value, change }) => (
        <div key={name} className={rowLook(change !== undefined)}>
          <dt className="nhsuk-summary-list__key">{name}</dt>
          <dd className="nhsuk-summary-list__value">{value}</dd>
          {change !== undefined && (
            <dd className="nhsuk-summary-list__actions">
              <a href={change}>
                {words.change}
                <span className="nhsuk-u-visually-hidden"> {name}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

const rowLook = (changes: boolean) =>
  changes
    ? 'nhsuk-summary-list__row'
    : 'nhsuk-summary-list__row nhsuk-summary-list__row--no-actions'
