// The heading of a page, with what it is about above it and how things stand below it.
import type { ReactNode } from 'react'

export type PageHeadingProps = {
  readonly children: ReactNode
  /** Above it: what the page belongs to. */
  readonly about?: ReactNode
  /** Below it: one sentence that says how things stand. */
  readonly lead?: ReactNode
}

export function PageHeading({ children, about, lead }: PageHeadingProps) {
  return (
    <div className="cp-heading">
      {about !== undefined && <p className="cp-small">{about}</p>}
      <h1 className="nhsuk-heading-l">{children}</h1>
      {lead !== undefined && <p className="cp-lead">{lead}</p>}
    </div>
  )
}
