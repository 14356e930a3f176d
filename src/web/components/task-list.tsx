// Things to do, in the order that makes sense, each with how far it is.
import type { ReactNode } from 'react'

export type TaskItem = {
  readonly id: string
  readonly text: string
  readonly href?: string
  readonly hint?: string
  /** "Done", "Not started", or a tag that says so. */
  readonly status: ReactNode
}

export function TaskList({ items }: { readonly items: readonly TaskItem[] }) {
  return (
    <ul className="nhsuk-task-list">
      {items.map((item) => (
        <li
          key={item.id}
          className={
            item.href === undefined
              ? 'nhsuk-task-list__item'
              : 'nhsuk-task-list__item nhsuk-task-list__item--with-link'
          }
        >
          <TaskName {...item} />
          <div className="nhsuk-task-list__status" id={`${item.id}-status`}>
            {item.status}
          </div>
        </li>
      ))}
    </ul>
  )
}

function TaskName({ id, text, href, hint }: TaskItem) {
  const described = hint === undefined ? `${id}-status` : `${id}-hint ${id}-status`
  return (
    <div className="nhsuk-task-list__name-and-hint">
      {href === undefined ? (
        <div>{text}</div>
      ) : (
        <a className="nhsuk-task-list__link" href={href} aria-describedby={described}>
          {text}
        </a>
      )}
      {hint !== undefined && (
        <div className="nhsuk-task-list__hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  )
}
