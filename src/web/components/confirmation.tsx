// It is done: what was done, the reference, and what happens next and by when.
import type { ReactNode } from 'react'
import { usePage } from '../page-context.ts'

export type ConfirmationProps = {
  /** "We have your complaint" */
  readonly heading: string
  /** A number or code to keep, if there is one. */
  readonly reference?: string
  /** What happens next, and by when. */
  readonly children: ReactNode
}

export function Confirmation({ heading, reference, children }: ConfirmationProps) {
  const { words } = usePage()
  return (
    <>
      <div className="cp-confirmation">
        <h1>{heading}</h1>
        {reference !== undefined && (
          <p>
            {words.reference}: <b className="cp-reference">{reference}</b>
          </p>
        )}
      </div>
      <div className="cp-reading-width">{children}</div>
    </>
  )
}
