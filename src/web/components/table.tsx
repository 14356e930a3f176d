// A table that becomes one block a row on a phone, so that nothing is hidden.
import type { ReactNode } from 'react'

export type Column = {
  readonly heading: string
  /** Numbers stand at the right. */
  readonly numeric?: boolean
}

export type TableProps = {
  /** What the table shows: every table has one. */
  readonly caption: string
  /** A heading above says the same already: the caption is then only heard. */
  readonly captionHeard?: boolean
  readonly columns: readonly Column[]
  /** Each row: an own key, and a cell a column. The first cell names the row. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}

export function Table({ caption, captionHeard = false, columns, rows }: TableProps) {
  const end = (place: number) => (columns[place]?.numeric === true ? '--numeric' : '')
  return (
    <table {...roles.table} className="nhsuk-table-responsive">
      <caption className="nhsuk-table__caption">
        {captionHeard ? <span className="nhsuk-u-visually-hidden">{caption}</span> : caption}
      </caption>
      <thead {...roles.rowgroup} className="nhsuk-table__head">
        <tr {...roles.row}>
          {columns.map(({ heading }, place) => (
            <th
              key={heading}
              {...roles.columnheader}
              scope="col"
              className={classes('nhsuk-table__header', end(place))}
            >
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.rowgroup} className="nhsuk-table__body">
        {rows.map(({ key, cells }) => (
          <tr key={key} {...roles.row} className="nhsuk-table__row">
            {columns.map(({ heading }, place) => (
              <Cell
                key={heading}
                heading={heading}
                first={place === 0}
                look={classes(
                  place === 0 ? 'nhsuk-table__header' : 'nhsuk-table__cell',
                  end(place),
                )}
              >
                {cells[place]}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

// On a phone the parts of the table become blocks, and lose what they are to screen readers
// unless it is said again.
const roles = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

const classes = (name: string, end: string) => (end === '' ? name : `${name} ${name}${end}`)

function Cell(props: {
  readonly heading: string
  readonly first: boolean
  readonly look: string
  readonly children: ReactNode
}) {
  const inside = (
    <>
      <span className="nhsuk-table-responsive__heading" aria-hidden="true">
        {props.heading}{' '}
      </span>
      {props.children}
    </>
  )
  const isNothing = props.children === '' || props.children == null
  return props.first ? (
    <th {...roles.rowheader} scope="row" className={props.look}>
      {inside}
    </th>
  ) : (
    <td {...roles.cell} className={isNothing ? `${props.look} cp-nothing` : props.look}>
      {inside}
    </td>
  )
}
