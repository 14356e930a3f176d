// What a list says while nothing is on it: that this is fine, and what could be done.
import type { ReactNode } from 'react'

export function EmptyState({
  says,
  children,
}: {
  readonly says: string
  readonly children?: ReactNode
}) {
  return (
    <div className="cp-empty">
      <p>
        <b>{says}</b>
      </p>
      {children}
    </div>
  )
}
