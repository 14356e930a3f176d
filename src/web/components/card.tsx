// A card: one thing on a list, with its heading, its state and what can be done next.
import type { ReactNode } from 'react'

export type CardProps = {
  readonly heading: string
  /** Where the heading leads, if anywhere. */
  readonly href?: string
  /** 2 unless it says otherwise: the level of the heading in the page. */
  readonly level?: 2 | 3 | 4
  /** A promise state or a tag, above the heading. */
  readonly state?: ReactNode
  /** Soft ground for what is told rather than asked. */
  readonly soft?: boolean
  readonly children?: ReactNode
}

export function Card({ heading, href, level = 2, state, soft = false, children }: CardProps) {
  const Heading = `h${level}` as const
  return (
    <div className={soft ? 'cp-card cp-card-soft' : 'cp-card'}>
      {state !== undefined && <div className="cp-card-state">{state}</div>}
      <Heading className="cp-card-heading">
        {href === undefined ? heading : <a href={href}>{heading}</a>}
      </Heading>
      {children}
    </div>
  )
}

/** Cards beside one another where there is room. */
export function CardGrid({ children }: { readonly children: ReactNode }) {
  return <div className="cp-card-grid">{children}</div>
}

/** Two columns on a wide screen: what waits first, what is good to know beside it. */
export function TwoColumns({
  children,
  side,
}: {
  readonly children: ReactNode
  readonly side: ReactNode
}) {
  return (
    <div className="cp-columns">
      <div>{children}</div>
      <div>{side}</div>
    </div>
  )
}
