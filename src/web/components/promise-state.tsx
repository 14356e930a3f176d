// How a promise stands: a word and a shape first, then a colour.

export type PromiseStanding = 'waiting' | 'kept' | 'disputed' | 'overdue'

/** `says` is never a bare state: "Due Friday 27 November", "2 working days late". */
export function PromiseState({
  standing,
  says,
}: {
  readonly standing: PromiseStanding
  readonly says: string
}) {
  return (
    <span className={`cp-state cp-${standing}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <g fill="none" stroke="currentColor" strokeWidth="2">
          {shapes[standing]}
        </g>
      </svg>
      {says}
    </span>
  )
}

const shapes = {
  waiting: (
    <>
      <circle cx="8" cy="8" r="6.5" />
      <path d="M8 4.3V8l2.6 1.8" />
    </>
  ),
  kept: <path d="M2.3 8.6l3.6 3.9 7.6-9" strokeWidth="2.6" />,
  disputed: (
    <>
      <path d="M1.5 2h13v9H8l-4 3.4V11H1.5z" strokeLinejoin="round" />
      <path d="M5.8 4.4l4.4 4.2M10.2 4.4L5.8 8.6" strokeWidth="1.8" />
    </>
  ),
  overdue: (
    <>
      <path d="M8 1.8l6.8 12H1.2z" strokeLinejoin="round" />
      <path d="M8 6v4M8 11.2v1.4" />
    </>
  ),
} as const
