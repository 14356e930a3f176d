// A warning to read before going on, and the one that stands wherever something may be urgent.
import type { ReactNode } from 'react'
import { usePage } from '../page-context.ts'

export function WarningCallout({
  heading,
  children,
}: {
  readonly heading: string
  readonly children: ReactNode
}) {
  const { words } = usePage()
  return (
    <section className="cp-warning" aria-label={`${words.important}: ${heading}`}>
      <h2 className="cp-warning-heading">
        <span className="nhsuk-u-visually-hidden">{words.important}: </span>
        {heading}
      </h2>
      {children}
    </section>
  )
}

/** Before and after every place where people tell something: what to do when it cannot wait. */
export function UrgentHelp() {
  const { words } = usePage()
  const { title, emergency, soon, talk } = words.urgent
  return (
    <WarningCallout heading={title}>
      <ul>
        <li>{emergency}</li>
        <li>{soon}</li>
        <li>{talk}</li>
      </ul>
    </WarningCallout>
  )
}
