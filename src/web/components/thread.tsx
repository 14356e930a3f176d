// The golden thread: what was said, what became of it, and where it waits or broke.
import type { ReactNode } from 'react'

export type ThreadStep = {
  readonly heading: string
  /** When, and by whom, in words. */
  readonly when?: ReactNode
  readonly by?: string
  /** `waiting`: it has not happened yet. `broken`: it should have, and did not. */
  readonly standing?: 'done' | 'waiting' | 'broken'
  readonly state?: ReactNode
  /** The words that were said. */
  readonly quote?: string
  readonly children?: ReactNode
}

export function Thread({
  steps,
  level = 3,
}: {
  readonly steps: readonly ThreadStep[]
  readonly level?: 2 | 3 | 4
}) {
  const Heading = `h${level}` as const
  return (
    <ol className="cp-thread">
      {steps.map((step, place) => (
        <li key={String(place)} className={lookOf(step, steps[place + 1])}>
          <Heading>{step.heading}</Heading>
          {(step.when !== undefined || step.by !== undefined) && (
            <p className="cp-small">
              {step.when}
              {step.when !== undefined && step.by !== undefined && ', '}
              {step.by}
            </p>
          )}
          {step.state !== undefined && <p className="cp-step-state">{step.state}</p>}
          {step.quote !== undefined && (
            <blockquote>
              <p>{step.quote}</p>
            </blockquote>
          )}
          {step.children}
        </li>
      ))}
    </ol>
  )
}

/** How a step is drawn, and the line from it to the next. */
const lookOf = (step: ThreadStep, next: ThreadStep | undefined): string =>
  `cp-step-${step.standing ?? 'done'} cp-before-${next?.standing ?? 'done'}`
